import type { Block, Fact } from '../model/report.js';
import { level } from './bars.js';
import { factSpan, joined, type Span, sentenceSpan, span } from './facts.js';
import { countText } from './numbers.js';
import type { Paint } from './paint.js';
import { cellText } from './safe-text.js';

const MARGIN = '  ';
const FACT_GAP = 3;
/** On a wide terminal the right edge stays near the left one; in a pipe it is where a common terminal has it. */
const WIDEST = 120;
const USUAL_WIDTH = 80;

/** What a line may take up, and where its right edge is. */
interface Room {
  readonly width: number;
  readonly edge: number;
}

function roomOf(screenWidth: number, indent: number): Room {
  const edge = Number.isFinite(screenWidth) ? Math.min(screenWidth, WIDEST) : USUAL_WIDTH;
  return { width: screenWidth - indent, edge: edge - indent };
}

/** The lines above the rows. */
export function blockLines(blocks: readonly Block[], screenWidth: number, paint: Paint): string[] {
  const labels = blocks.map(block => ('label' in block ? cellText(block.label) : ''));
  const indent = Math.max(0, ...labels.map(label => label.length)) + 1;
  const lines: string[] = [];
  for (const block of blocks) {
    const body = blockBody(block, roomOf(screenWidth, MARGIN.length + (block.kind === 'heading' ? 0 : indent)), paint);
    const label = 'label' in block ? span(cellText(block.label), labelBrush(block, paint)) : span('');
    body.forEach((line, i) => {
      const head = block.kind === 'heading' ? '' : (i === 0 ? label.text : '') + ' '.repeat(indent - (i === 0 ? label.width : 0));
      lines.push(`${MARGIN}${head}${line}`.trimEnd());
    });
    if (block.kind === 'heading') lines.push('');
  }
  return lines;
}

function labelBrush(block: Block, paint: Paint): (text: string) => string {
  return block.kind === 'ranking' && block.accent !== undefined ? paint.types[block.accent] : paint.strong;
}

function blockBody(block: Block, room: Room, paint: Paint): string[] {
  switch (block.kind) {
    case 'heading':
      return sides(block.left, block.right, room, paint);
    case 'facts':
      return flow(
        block.facts.map(fact => factSpan(fact, paint)),
        room,
      );
    case 'ranking':
      return ranking(block, room, paint);
    case 'series':
      return series(block.points, room, paint);
  }
}

/** The line below the rows: what they are on the left; on the right what else there is to know, a text without label or a name with its count. */
export function footerLines(facts: readonly Fact[], screenWidth: number, paint: Paint): string[] {
  const isNote = (fact: Fact) => fact.labelFirst === true || (fact.kind === 'text' && fact.label === '');
  const quiet = { ...paint, strong: (text: string) => text };
  const left = facts.filter(fact => !isNote(fact));
  const lines = sides(left, facts.filter(isNote), roomOf(screenWidth, MARGIN.length), quiet);
  return lines.filter(line => line !== '').map(line => paint.dim(line));
}

/** Facts at the left edge and at the right one; below each other where they do not fit. */
function sides(left: readonly Fact[], right: readonly Fact[], { width, edge }: Room, paint: Paint): string[] {
  const start = sentenceSpan(left, paint);
  const end = sentenceSpan(right, paint);
  if (start.width === 0 || end.width === 0) return [start.text + end.text];
  if (start.width + FACT_GAP + end.width > width) return [start.text, end.text];
  return [`${start.text}${' '.repeat(Math.max(FACT_GAP, edge - start.width - end.width))}${end.text}`];
}

/** Spans one after the other, in lines of at most `width`; the tail stands at the right edge of the first. */
function flow(spans: readonly Span[], { width, edge }: Room, tail?: Span): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const room = () => (lines.length === 0 && tail !== undefined ? width - tail.width - FACT_GAP : width);
  for (const part of spans) {
    const gap = line === '' ? 0 : FACT_GAP;
    if (line !== '' && used + gap + part.width > room()) {
      lines.push(withTail(line, used, lines.length === 0 ? tail : undefined, edge));
      line = '';
      used = 0;
    }
    line += (line === '' ? '' : ' '.repeat(FACT_GAP)) + part.text;
    used += (used === 0 ? 0 : FACT_GAP) + part.width;
  }
  lines.push(withTail(line, used, lines.length === 0 ? tail : undefined, edge));
  return lines;
}

function withTail(line: string, used: number, tail: Span | undefined, edge: number): string {
  if (tail === undefined || tail.width === 0) return line;
  return line + ' '.repeat(Math.max(used === 0 ? 0 : FACT_GAP, edge - used - tail.width)) + tail.text;
}

function ranking(block: Extract<Block, { kind: 'ranking' }>, room: Room, paint: Paint): string[] {
  const items = block.items.map(({ name, count }) => joined([span(cellText(name)), span(countText(count), paint.dim)], ' '));
  const tail = block.tail === undefined ? undefined : factSpan(block.tail, { ...paint, strong: paint.dim });
  return flow(items, room, tail === undefined ? undefined : { text: paint.dim(tail.text), width: tail.width });
}

type Points = Extract<Block, { kind: 'series' }>['points'];

/** A level a period, with the period where there is room: `02 ▁ 03   04 ▃`. */
function series(points: Points, { edge: width }: Room, paint: Paint): string[] {
  if (points.length === 0) return [];
  const largest = points.reduce((most, point) => Math.max(most, point.count), 0);
  const years = new Set(points.map(point => point.period.slice(0, 4)));
  const labels = points.map(({ period }) => (years.size === 1 && /^\d{4}-/.test(period) ? period.slice(5) : period));
  const cells = points.map(({ count }, i) => joined([span(labels[i]!, paint.dim), span(level(count, largest), paint.bar)], ' '));
  const labelled = joined(cells, ' ');
  if (labelled.width <= width) return [labelled.text];
  const first = points[0]!.period;
  const last = points.at(-1)!.period;
  const levels = condensed(
    points.map(point => point.count),
    width - first.length - last.length - 2,
  );
  return [joined([span(first, paint.dim), span(levels, paint.bar), span(last, paint.dim)], ' ').text];
}

/** Levels in at most `width` columns; neighbours are added up where there are more. */
function condensed(counts: readonly number[], width: number): string {
  const size = Math.ceil(counts.length / Math.max(1, width));
  const sums: number[] = [];
  for (let i = 0; i < counts.length; i += size) sums.push(counts.slice(i, i + size).reduce((a, b) => a + b, 0));
  const largest = sums.reduce((a, b) => Math.max(a, b), 0);
  return sums.map(sum => level(sum, largest)).join('');
}

/** Every text of the blocks that may be of unusual width. */
export function* blockTexts(blocks: readonly Block[]): Iterable<string> {
  for (const block of blocks) {
    if (block.kind === 'ranking') for (const item of block.items) yield cellText(item.name);
    if (block.kind === 'facts') for (const fact of block.facts) yield cellText(`${fact.value}`);
  }
}
