import type { Column, JsonObject, JsonValue, Row, ScreenColumn } from '../../model/report.js';

const integer = { type: 'integer', minimum: 0 };
const ratio = { type: 'number', minimum: 0, maximum: 1 };
const number = { type: 'number', minimum: 0 };
const spread = object({ mean: number, median: integer, p95: integer });
const day = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** JSON Schema properties of the corpus view's `result`. */
export const STATS_FIGURES: JsonObject = {
  snippets: integer,
  duplicates: integer,
  characters: integer,
  sentences: integer,
  syllables: integer,
  tokens: integer,
  words: integer,
  types: integer,
  hapaxes: integer,
  typeTokenRatio: ratio,
  mattr: ratio,
  wordsPerSentence: spread,
  wordsPerSnippet: spread,
  multiSyllableShare: ratio,
  topWords: list({ word: { type: 'string' }, count: integer }),
  entities: object({
    mentions: integer,
    byType: list({
      type: { enum: ['PER', 'LOC', 'ORG', 'MISC'] },
      mentions: integer,
      entities: integer,
      top: list({ entity: { type: 'string' }, mentions: integer }),
    }),
  }),
  dates: object({
    mentions: integer,
    resolved: integer,
    first: day,
    last: day,
    byMonth: list({ period: { type: 'string' }, count: integer }),
  }),
  health: object({ nonNfc: integer, invalidUtf8: integer, zeroWidth: integer, eth: integer, empty: integer }),
};

/** The columns of `--by file`: the corpus figures without the lists, nested ones with dots. */
export const FILE_COLUMNS: readonly Column[] = [
  { key: 'file', kind: 'text' },
  ...['snippets', 'duplicates', 'characters', 'sentences', 'syllables', 'tokens', 'words', 'types', 'hapaxes'].map(
    (key): Column => ({ key, kind: 'count' }),
  ),
  { key: 'typeTokenRatio', kind: 'ratio' },
  { key: 'mattr', kind: 'ratio' },
  ...['wordsPerSentence', 'wordsPerSnippet'].flatMap((key): Column[] => [
    { key: `${key}.mean`, kind: 'number' },
    { key: `${key}.median`, kind: 'count' },
    { key: `${key}.p95`, kind: 'count' },
  ]),
  { key: 'multiSyllableShare', kind: 'ratio' },
  { key: 'entities.mentions', kind: 'count' },
  { key: 'dates.mentions', kind: 'count' },
  { key: 'dates.resolved', kind: 'count' },
  { key: 'dates.first', kind: 'text', nullable: true },
  { key: 'dates.last', kind: 'text', nullable: true },
  ...['nonNfc', 'invalidUtf8', 'zeroWidth', 'eth', 'empty'].map((key): Column => ({ key: `health.${key}`, kind: 'count' })),
];

export const FILE_SCREEN: readonly ScreenColumn[] = [
  { label: 'File', kind: 'text', key: 'file', cut: 'start' },
  { label: 'Snippets', kind: 'count', key: 'snippets' },
  { label: 'Sentences', kind: 'count', key: 'sentences' },
  { label: 'Words', kind: 'count', key: 'words' },
  { label: 'Types', kind: 'count', key: 'types' },
  { label: 'MATTR', kind: 'number', key: 'mattr' },
  { label: 'Names', kind: 'count', key: 'entities.mentions' },
  { label: 'Dates', kind: 'count', key: 'dates.mentions' },
];

/** The row of one file: its figures without the lists. */
export function fileRow(file: string, figures: JsonObject): Row {
  const kept = Object.entries(figures).filter(([key]) => key !== 'topWords');
  return { record: 'file', file, ...Object.fromEntries(kept.map(([key, value]) => [key, withoutLists(value)])) };
}

function withoutLists(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => !Array.isArray(inner)));
}

function object(properties: JsonObject): JsonObject {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function list(properties: JsonObject): JsonObject {
  return { type: 'array', items: object(properties) };
}
