import type { EntityType } from './mention.js';
import type { Warning } from './news-error.js';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | SpanList
  | { readonly [key: string]: JsonValue | undefined };
export type JsonObject = { readonly [key: string]: JsonValue | undefined };

/**
 * A list of objects as numbers, because a long text has millions: with `text` three for each token, `{text, start, end, kind}` (the kind
 * as in `KIND_NAMES`); without it two for each stretch, `{start, end}`. Only json and ndjson print it.
 */
export interface SpanList {
  readonly text?: string;
  readonly spans: Int32Array;
}

export function isSpanList(value: JsonValue | undefined): value is SpanList {
  return (value as Partial<SpanList> | null | undefined)?.spans instanceof Int32Array;
}

export function spanCount({ text, spans }: SpanList): number {
  return spans.length / (text === undefined ? 2 : 3);
}

/** One item of a result: what `json` and `ndjson` print, keys in this order, `record` first. */
export type Row = JsonObject;

/** What a column's values mean: it drives alignment, number style, CSV cells and the JSON Schema. */
export type ValueKind =
  | 'text'
  /** A whole number, right-aligned: `1.234`. */
  | 'count'
  /** A number with decimals: `0,71`. */
  | 'number'
  /** A share of one, shown in per cent: `5,6 %`. */
  | 'ratio'
  /** A UTF-16 offset or a line number: right-aligned, never grouped. */
  | 'position'
  | 'flag'
  /** A list of objects or strings; in a cell `text (count); text (count)`. */
  | 'list';

/** A key of a view's rows, in the order in which `json`, `csv` and the schema have them. */
export interface Column {
  readonly key: string;
  readonly kind: ValueKind;
  /** Left out of a row when the input or the value has none. */
  readonly optional?: true;
  readonly nullable?: true;
  /** The JSON Schema of the value where `kind` does not say enough (lists, constants). */
  readonly schema?: JsonObject;
}

/** A column of the table and of Markdown: what a reader sees of a row. */
export interface ScreenColumn {
  readonly label: string;
  readonly kind: ValueKind | 'place' | 'bar' | 'keyword-left' | 'keyword-right';
  /** The key of the row; for `place` it is `file`, joined with `line` when the row has one. */
  readonly key: string;
  /** How it stands out. `type`: the accent colour of the row's entity type. */
  readonly tone?: 'dim' | 'strong' | 'type' | 'match';
  /** Which side of a text is cut first when the terminal is too narrow; columns without it are never cut. */
  readonly cut?: 'start' | 'end';
  /** Left out when no row has a value. */
  readonly optional?: true;
}

/** A number or a word with its label: `1.912 words`. */
export interface Fact {
  readonly value: number | string | null;
  readonly kind: 'text' | 'count' | 'number' | 'ratio' | 'bytes';
  /** Words behind (or, with `labelFirst`, before) the value; a count takes `one` when it is 1. */
  readonly label: string;
  readonly one?: string;
  readonly labelFirst?: true;
  /** In brackets behind: `(median 33, p95 58)`. */
  readonly notes?: readonly Fact[];
}

/** A line or group of the screen above the rows; the renderer formats, colours and wraps. */
export type Block =
  | { readonly kind: 'heading'; readonly left: readonly Fact[]; readonly right: readonly Fact[] }
  | { readonly kind: 'facts'; readonly label: string; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'ranking';
      readonly label: string;
      readonly accent?: EntityType;
      readonly items: readonly { readonly name: string; readonly count: number }[];
      readonly tail?: Fact;
    }
  | { readonly kind: 'series'; readonly points: readonly { readonly period: string; readonly count: number }[] };

/** What was read. */
export interface InputFigures {
  files: number;
  snippets: number;
  bytes: number;
  nonNfc: number;
  invalidUtf8: number;
  skipped: number;
}

/** What a view found: `result` of the JSON is `{...figures, total, items: rows}`. */
export interface Outcome {
  readonly figures: JsonObject;
  /** Rows before `--top`, after the filters. */
  readonly total: number;
  readonly rows: readonly Row[];
  /** The screen above the rows, and a line below them. */
  readonly blocks?: readonly Block[];
  readonly footer?: readonly Fact[];
}

/** Everything that a renderer is given beside rows and outcome. */
export interface Envelope {
  readonly schema: string;
  readonly command: string;
  readonly params: JsonObject;
  readonly input: InputFigures;
  readonly partial: boolean;
  readonly warnings: readonly Warning[];
}
