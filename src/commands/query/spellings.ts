import { compareCodePoints } from '../../model/code-points.js';
import type { Doc } from '../../model/doc.js';
import type { Fact, JsonObject, JsonValue } from '../../model/report.js';
import { normalizeText } from '../../text/normalize.js';

/** What a query found, counted over the snippets that match. */
export interface FoundTally {
  snippets: number;
  matches: number;
  /** Files with a match; parts of one file that meet count it once. */
  files: number;
  first: string | undefined;
  last: string | undefined;
  /** Spellings of words, case and all. */
  spellings: Map<string, number>;
}

export function emptyTally(): FoundTally {
  return { snippets: 0, matches: 0, files: 0, first: undefined, last: undefined, spellings: new Map() };
}

export function countFound(tally: FoundTally, { snippet, hits }: Doc): void {
  tally.snippets++;
  tally.matches += hits.length;
  if (tally.last !== snippet.file) tally.files++;
  tally.first ??= snippet.file;
  tally.last = snippet.file;
  for (const { start, end, term } of hits) {
    // What a pattern found is no spelling of a word, and may be anything.
    if (term.startsWith('/')) continue;
    const text = normalizeText(snippet.text.slice(start, end)).text.replace(/\s+/g, ' ');
    tally.spellings.set(text, (tally.spellings.get(text) ?? 0) + 1);
  }
}

export function mergeFound(earlier: FoundTally, later: FoundTally): FoundTally {
  const met = earlier.last !== undefined && earlier.last === later.first ? 1 : 0;
  for (const [text, count] of later.spellings) earlier.spellings.set(text, (earlier.spellings.get(text) ?? 0) + count);
  return {
    snippets: earlier.snippets + later.snippets,
    matches: earlier.matches + later.matches,
    files: earlier.files + later.files - met,
    first: earlier.first ?? later.first,
    last: later.last ?? earlier.last,
    spellings: earlier.spellings,
  };
}

/** `snippets`, `matches` and `spelling`: words apart from case, each as it is most often cased. */
export function foundFigures({ snippets, matches, spellings }: FoundTally): JsonObject {
  return { snippets, matches, spelling: spellingList(spellings) };
}

export const FOUND_FIGURES: JsonObject = {
  snippets: { type: 'integer', minimum: 0 },
  matches: { type: 'integer', minimum: 0 },
  spelling: {
    type: 'array',
    items: {
      type: 'object',
      properties: { text: { type: 'string' }, count: { type: 'integer', minimum: 1 } },
      required: ['text', 'count'],
      additionalProperties: false,
    },
  },
};

/** Spellings in the line below the screen. */
const SHOWN_SPELLINGS = 5;

export function foundFooter(tally: FoundTally): readonly Fact[] {
  const spellings = spellingList(tally.spellings);
  const shown = spellings
    .slice(0, SHOWN_SPELLINGS)
    .map(({ text, count }): Fact => ({ value: count, kind: 'count', label: text, labelFirst: true }));
  return [
    { value: tally.snippets, kind: 'count', label: 'snippets in', one: 'snippet in' },
    { value: tally.files, kind: 'count', label: 'files', one: 'file' },
    ...(spellings.length > 1 ? shown : []),
  ];
}

function spellingList(spellings: ReadonlyMap<string, number>): { text: string; count: number }[] & JsonValue[] {
  const byCase = new Map<string, { text: string; count: number; most: number }>();
  for (const [text, count] of spellings) {
    const key = text.toLowerCase();
    const known = byCase.get(key);
    if (known === undefined) byCase.set(key, { text, count, most: count });
    else {
      known.count += count;
      if (count > known.most || (count === known.most && compareCodePoints(text, known.text) < 0)) {
        known.text = text;
        known.most = count;
      }
    }
  }
  return [...byCase.values()]
    .sort((a, b) => b.count - a.count || compareCodePoints(a.text, b.text))
    .map(({ text, count }) => ({ text, count }));
}
