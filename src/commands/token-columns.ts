import type { Doc } from '../model/doc.js';
import type { Column, SpanList } from '../model/report.js';
import { KIND_NAMES } from '../model/tokens.js';

const offset = { type: 'integer', minimum: 0 };

/** `file`, `line`, `id` and `text` come first in every item about a snippet. */
export const SNIPPET_COLUMNS: readonly Column[] = [
  { key: 'file', kind: 'text' },
  { key: 'line', kind: 'position' },
  { key: 'id', kind: 'text', optional: true },
  { key: 'text', kind: 'text' },
];

export const TOKEN_LIST: Column = {
  key: 'tokens',
  kind: 'list',
  schema: {
    type: 'array',
    items: {
      type: 'object',
      properties: { text: { type: 'string' }, start: offset, end: offset, kind: { enum: KIND_NAMES } },
      required: ['text', 'start', 'end', 'kind'],
      additionalProperties: false,
    },
  },
};

export function tokenList({ tokens, snippet }: Doc): SpanList {
  const { length, start, end, kind } = tokens;
  const spans = numbers(length * 3);
  for (let i = 0, at = 0; i < length; i++) {
    spans[at++] = start[i]!;
    spans[at++] = end[i]!;
    spans[at++] = kind[i]!;
  }
  return { text: snippet.text, spans };
}

/** Lists of numbers are short and come by the thousand: many share one stretch of memory. */
const SHARED = 1 << 14;
let shared = new Int32Array(0);
let taken = 0;

/** A list of so many numbers. */
export function numbers(count: number): Int32Array {
  if (taken + count > shared.length) {
    shared = new Int32Array(Math.max(SHARED, count));
    taken = 0;
  }
  taken += count;
  return shared.subarray(taken - count, taken);
}
