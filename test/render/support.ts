import type { Format, View } from '../../src/model/command.js';
import type { Envelope, JsonObject, Outcome, Row } from '../../src/model/report.js';
import { type Printed, type RenderContext, rendererFor, type Screen } from '../../src/render/index.js';

const idle = {
  when: () => true,
  needs: () => [],
  formats: ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown', 'lines', 'underscore'] as const,
  figures: {} as JsonObject,
};

/** A view that only says what its rows look like; it is never run. */
export function view(
  shape: 'fold' | 'scan',
  parts: Pick<View, 'record' | 'columns' | 'screen'> & Partial<View> & { context?: () => number },
): View {
  return { ...idle, shape, id: 'made-up/1', ...parts } as unknown as View;
}

export const NAMES = view('fold', {
  record: 'name',
  columns: [
    { key: 'rank', kind: 'count' },
    { key: 'name', kind: 'text' },
    { key: 'type', kind: 'text' },
    { key: 'mentions', kind: 'count' },
    { key: 'share', kind: 'ratio' },
    { key: 'aliases', kind: 'list' },
  ],
  screen: [
    { label: '', kind: 'count', key: 'rank', tone: 'dim' },
    { label: 'Name', kind: 'text', key: 'name', tone: 'type', cut: 'end' },
    { label: 'Mentions', kind: 'count', key: 'mentions' },
    { label: 'Share', kind: 'ratio', key: 'share' },
    { label: '', kind: 'bar', key: 'mentions' },
    { label: 'Also written', kind: 'list', key: 'aliases', tone: 'dim', cut: 'end', optional: true },
  ],
});

export const HITS = view('scan', {
  record: 'match',
  columns: [
    { key: 'file', kind: 'text' },
    { key: 'line', kind: 'position' },
    { key: 'id', kind: 'text', optional: true },
    { key: 'text', kind: 'text' },
    { key: 'matches', kind: 'list' },
  ],
  screen: [
    { label: 'Place', kind: 'place', key: 'file', tone: 'dim' },
    { label: 'Text', kind: 'text', key: 'text', cut: 'end' },
  ],
});

export const KEYWORDS = view('scan', {
  record: 'line',
  columns: [],
  screen: [
    { label: 'Left', kind: 'keyword-left', key: 'left', cut: 'start' },
    { label: 'Keyword', kind: 'text', key: 'text', tone: 'match' },
    { label: 'Right', kind: 'keyword-right', key: 'right', cut: 'end' },
  ],
});

export const name = (rank: number, text: string, mentions: number, aliases: readonly { text: string; count: number }[] = []): Row => ({
  record: 'name',
  rank,
  name: text,
  type: 'LOC',
  mentions,
  share: mentions / 1000,
  aliases,
});

/** A row with every place where `word` stands in `text`. */
export function hit(file: string, line: number, text: string, word: string): Row {
  const matches: JsonObject[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    matches.push({ start, end: start + word.length, text: word });
  }
  return { record: 'match', file, line, text, matches };
}

export const ENVELOPE: Envelope = {
  schema: 'newscli.made-up/1',
  command: 'made-up',
  params: { top: 3 },
  input: { files: 1, snippets: 2, bytes: 30, nonNfc: 0, invalidUtf8: 0, skipped: 0 },
  partial: false,
  warnings: [],
};

export const PIPE: Screen = { width: Number.POSITIVE_INFINITY, colour: false, terminal: false, links: false };
export const terminal = (width: number, colour = false): Screen => ({ width, colour, terminal: true, links: false });

export interface Printing {
  readonly screen?: Screen;
  readonly options?: JsonObject;
  readonly guard?: boolean;
  readonly summary?: boolean;
  readonly outcome?: Partial<Outcome>;
  readonly previous?: Row;
}

/** The whole text of some rows in a format. */
export async function print(format: Format, made: View, rows: readonly Row[], printing: Printing = {}): Promise<string> {
  const { screen = PIPE, options = {}, guard = true, summary = true, previous } = printing;
  const context: RenderContext = {
    view: made,
    options,
    screen,
    guard,
    summary,
    tool: { name: 'newscli', version: '0.0.0' },
    ...(previous !== undefined && { previous }),
  };
  const outcome: Outcome = { figures: {}, total: rows.length, rows, ...printing.outcome };
  const renderer = await rendererFor(format, screen.colour);
  if (renderer.shape === 'stream')
    return renderer.open(made, context) + textOf(renderer.rows(rows, context)) + renderer.close(outcome, ENVELOPE, context);
  let text = '';
  for await (const part of renderer.render(outcome, ENVELOPE, context)) text += textOf([part]);
  return text;
}

/** Each part is read before the next is asked for. */
function textOf(parts: Iterable<Printed>): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
  return text + decoder.decode();
}
