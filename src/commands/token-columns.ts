import type { Doc } from '../model/doc.js';
import type { Column, JsonValue, Row } from '../model/report.js';
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

export function snippetRow({ snippet }: Doc, rest: { readonly [key: string]: JsonValue }): Row {
  const { file, line, id, text } = snippet;
  return { record: 'snippet', file, line, ...(id !== undefined && { id }), text, ...rest };
}

export function tokenList({ tokens, snippet }: Doc): JsonValue[] {
  const list: JsonValue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start[i]!;
    const end = tokens.end[i]!;
    list.push({ text: snippet.text.slice(start, end), start, end, kind: KIND_NAMES[tokens.kind[i]!]! });
  }
  return list;
}
