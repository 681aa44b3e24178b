import { compareCodePoints } from '../model/code-points.js';
import { type Command, defineScan, type Options } from '../model/command.js';
import type { Doc } from '../model/doc.js';
import type { Row } from '../model/report.js';
import { comparisonKey } from '../text/keys.js';
import { choice, count } from './options.js';
import { firstWords, lastWords, widthOf } from './query/context-words.js';
import { QUERY_HELP, QUERY_OPTIONS } from './query/options.js';
import { countFound, emptyTally, FOUND_FIGURES, type FoundTally, foundFigures, foundFooter, mergeFound } from './query/spellings.js';

/** Columns of a whole line where no terminal says otherwise. */
const WIDTH = 80;
/** What stands between the parts of a line on the screen: two spaces and a quotation mark on each side. */
const BETWEEN = 6;

const lines = defineScan<FoundTally>({
  id: 'concordance/1',
  when: () => true,
  needs: () => [],
  formats: ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'],
  record: 'line',
  columns: [
    { key: 'file', kind: 'text' },
    { key: 'line', kind: 'position' },
    { key: 'id', kind: 'text', optional: true },
    { key: 'start', kind: 'position' },
    { key: 'end', kind: 'position' },
    { key: 'left', kind: 'text' },
    { key: 'text', kind: 'text' },
    { key: 'right', kind: 'text' },
  ],
  screen: [
    { label: 'Left', kind: 'keyword-left', key: 'left', cut: 'start' },
    { label: 'Keyword', kind: 'text', key: 'text', tone: 'match' },
    { label: 'Right', kind: 'keyword-right', key: 'right', cut: 'end' },
  ],
  figures: FOUND_FIGURES,
  rows: keywordRows,
  init: emptyTally,
  count: countFound,
  merge: mergeFound,
  finish: tally => ({ figures: foundFigures(tally), total: tally.matches, footer: foundFooter(tally) }),
  order: options => (options.sort === 'left' || options.sort === 'right' ? contextOrder(options.sort) : undefined),
});

export const concordance: Command = {
  name: 'concordance',
  aliases: ['kwic'],
  summary: 'a keyword in its context, columns aligned',
  description: 'A keyword in its context, columns aligned. Exit code 1 when nothing is found.',
  notes: QUERY_HELP,
  examples: ["newscli concordance 'đàm phán' news/", "newscli kwic --sort right 'viện trợ' news/", "newscli kwic --width 120 'NATO' news/"],
  takesQuery: true,
  options: [
    ...QUERY_OPTIONS,
    count('width', '--width <columns>', "columns of a whole line (the terminal's, 80 in a pipe)", { least: 20 }),
    choice('sort', '--sort <order>', 'left and right sort by the words next to the keyword', ['file', 'left', 'right'], 'file'),
  ],
  views: [lines],
};

function keywordRows({ snippet, hits }: Doc, options: Options): readonly Row[] {
  const { file, line, id, text } = snippet;
  const width = (options.width as number | undefined) ?? WIDTH;
  return hits.map(({ start, end }) => {
    const keyword = text.slice(start, end);
    const side = Math.max(0, (width - BETWEEN - widthOf(keyword)) >> 1);
    const left = lastWords(text, start, side);
    const right = firstWords(text, end, side);
    return { record: 'line', file, line, ...(id !== undefined && { id }), start, end, left, text: keyword, right };
  });
}

/** By the words next to the keyword, then in input order. */
function contextOrder(side: 'left' | 'right'): (a: Row, b: Row) => number {
  const keys = new WeakMap<Row, string>();
  const keyOf = (row: Row): string => {
    let key = keys.get(row);
    if (key === undefined) {
      const words = comparisonKey(row[side] as string)
        .split(' ')
        .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
        .filter(word => word !== '');
      key = (side === 'left' ? words.reverse() : words).join(' ');
      keys.set(row, key);
    }
    return key;
  };
  return (a, b) =>
    compareCodePoints(keyOf(a), keyOf(b)) ||
    compareCodePoints(a.file as string, b.file as string) ||
    (a.line as number) - (b.line as number) ||
    (a.start as number) - (b.start as number);
}
