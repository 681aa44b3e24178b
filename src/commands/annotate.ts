import { type Command, defineScan } from '../model/command.js';
import type { DateMention } from '../model/date-mention.js';
import type { Doc } from '../model/doc.js';
import type { Column, JsonObject, JsonValue, SpanList } from '../model/report.js';
import { numbers, SNIPPET_COLUMNS, TOKEN_LIST, tokenList } from './token-columns.js';

const offset = { type: 'integer', minimum: 0 };
const text = { type: 'string' };
const span = { start: offset, end: offset };
const entityType = { enum: ['PER', 'LOC', 'ORG', 'MISC'] };
const day = { type: ['string', 'null'] };

const COLUMNS: readonly Column[] = [
  ...SNIPPET_COLUMNS,
  TOKEN_LIST,
  list('sentences', span),
  list('entities', { ...span, text, type: entityType, entity: text, nested: arrayOf({ ...span, text, type: entityType }) }),
  list(
    'dates',
    { ...span, text, type: text, value: text, from: day, to: day, implied: { type: 'array', items: text }, rule: text },
    { mod: text, lunar: text, vague: { type: 'boolean' } },
  ),
];

interface AnnotationTally {
  snippets: number;
  tokens: number;
  entities: number;
  dates: number;
}

const annotated = defineScan<AnnotationTally>({
  id: 'annotate/1',
  when: () => true,
  needs: () => ['tokens', 'sentences', 'entities', 'identities', 'dates'],
  formats: ['ndjson', 'json'],
  record: 'snippet',
  columns: COLUMNS,
  screen: [],
  figures: { tokens: offset, entities: offset, dates: offset },
  init: () => ({ snippets: 0, tokens: 0, entities: 0, dates: 0 }),
  count: (tally, doc) => {
    tally.snippets++;
    tally.tokens += doc.tokens.length;
    tally.entities += doc.entities.length;
    tally.dates += doc.dates.length;
  },
  merge: (a, b) => ({
    snippets: a.snippets + b.snippets,
    tokens: a.tokens + b.tokens,
    entities: a.entities + b.entities,
    dates: a.dates + b.dates,
  }),
  rows: doc => {
    const { file, line, id, text } = doc.snippet;
    const dates = doc.dates.map(date => dateItem(doc, date));
    return [
      { record: 'snippet', file, line, id, text, tokens: tokenList(doc), sentences: sentenceList(doc), entities: entityList(doc), dates },
    ];
  },
  finish: ({ snippets: total, ...figures }) => ({ figures, total }),
});

export const annotate: Command = {
  name: 'annotate',
  summary: 'everything about each snippet as ndjson, for DuckDB, pandas, jq, Spark',
  examples: ['newscli annotate news/ > news.ndjson', "newscli annotate news.jsonl | jq -r '.entities[]?.entity'"],
  takesQuery: false,
  options: [],
  views: [annotated],
};

function sentenceList({ sentences }: Doc): SpanList {
  const { length, start, end } = sentences;
  const spans = numbers(length * 2);
  for (let i = 0; i < length; i++) {
    spans[i * 2] = start[i]!;
    spans[i * 2 + 1] = end[i]!;
  }
  return { spans };
}

const NONE: readonly JsonValue[] = [];

function entityList({ snippet, entities, identities }: Doc): JsonValue[] {
  return entities.map(({ start, end, type, nested }, i) => ({
    start,
    end,
    text: snippet.text.slice(start, end),
    type,
    entity: identities[i]!.entity,
    nested:
      nested.length === 0
        ? NONE
        : nested.map(inner => ({
            start: inner.start,
            end: inner.end,
            text: snippet.text.slice(inner.start, inner.end),
            type: inner.type,
          })),
  }));
}

function dateItem({ snippet }: Doc, { start, end, type, value, from, to, implied, rule, mod, lunar, vague }: DateMention): JsonValue {
  return { start, end, text: snippet.text.slice(start, end), type, value, from, to, implied, rule, mod, lunar, vague };
}

function list(key: string, required: JsonObject, optional: JsonObject = {}): Column {
  return { key, kind: 'list', schema: arrayOf(required, optional) };
}

function arrayOf(required: JsonObject, optional: JsonObject = {}): JsonObject {
  return {
    type: 'array',
    items: { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required), additionalProperties: false },
  };
}
