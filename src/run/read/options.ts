import type { Warning } from '../../model/news-error.js';
import type { InputFigures } from '../../model/report.js';
import type { Anchor, Snippet } from '../../model/snippet.js';
import type { InputFormat } from '../find/formats.js';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'viscii'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The longest record, in bytes of UTF-8, unless `--max-line` says otherwise. */
export const MAX_LINE = 64 * 1024 * 1024;

/** The longest that can be held, whatever `--max-line` says: no string of V8 is longer than this in UTF-16 units. */
export const LONGEST_LINE = 0x1fffffe8;

/** A stretch of whole lines of a file, in bytes: `planRanges` makes them. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
  /** The number of the line at `start`, 1-based. */
  readonly firstLine: number;
}

export interface ReadOptions {
  readonly inputFormat?: InputFormat | undefined;
  readonly textField?: string | undefined;
  readonly idField?: string | undefined;
  readonly dateField?: string | undefined;
  /** Of files without a byte order mark; UTF-8 unless told. */
  readonly encoding?: Encoding | undefined;
  /** Invalid UTF-8 is an error, thrown behind the snippets before it. */
  readonly strict: boolean;
  /** Bytes of UTF-8; longer records are left out. */
  readonly maxLine: number;
  /** Stops the reading: the generator throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly range?: ByteRange | undefined;
  /** `file`: the snippets get the year anchor of their file's first MiB of text; or an anchor that `fileAnchor` found before. */
  readonly anchor: 'none' | 'file' | { readonly found: Anchor | undefined };
  /** Needed where `anchor` is `file`: `fullDates` and `anchorOf` of annotate/dates, over text as it was read. */
  readonly findFullDates?: ((text: string) => readonly string[]) | undefined;
  readonly anchorOf?: ((dates: Iterable<string>) => string | undefined) | undefined;
  /** Blank lines of txt come out as snippets of empty text; they are not counted. */
  readonly keepBlank?: boolean | undefined;
  /** Where standard input is read from, instead of file descriptor 0. */
  readonly standardInput?: (() => AsyncIterable<Uint8Array>) | undefined;
}

/** Takes what is noticed on the way. `input` is added to; `nonNfc` is not touched. */
export interface ReadSink {
  warn(warning: Warning): void;
  readonly input: InputFigures;
}

export type Batch = readonly Snippet[];
