import type { Doc, Layer } from './doc.js';
import type { Column, InputFigures, JsonObject, Outcome, Row, ScreenColumn } from './report.js';
import type { Vocabulary } from './tokens.js';

export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown', 'lines', 'underscore'] as const;
export type Format = (typeof FORMATS)[number];

/** The values of a command's options by key, shared ones included. */
export type Options = Readonly<Record<string, unknown>>;

/** One option of a command; it drives parsing, help and `params`. */
export interface OptionSpec {
  /** The key in `Options` and, for an option that changes the data, in `params`. */
  readonly key: string;
  /** commander's notation: `-n, --limit <count>`. */
  readonly flags: string;
  readonly help: string;
  /** Turns the raw word into a value. @throws NewsError `USAGE` with what was expected. */
  readonly parse?: (raw: string, previous: unknown) => unknown;
  readonly fallback?: unknown;
  readonly choices?: readonly string[];
  /** It changes the data, so `params` shows it. */
  readonly inParams: boolean;
}

/** What `finish` may look things up in. */
export interface FinishTools {
  /** Who is who, from `--aliases`, `--gazetteer` and the built-in table; its type is annotate/entities' own. */
  readonly identityTables: unknown;
  readonly stopWords: ReadonlySet<string>;
  readonly input: InputFigures;
}

interface ViewBase {
  /** `newscli.entities.list/1` without `newscli.`: `entities.list/1`. */
  readonly id: string;
  /** The first view of a command whose `when` holds is the one that runs. */
  readonly when: (options: Options) => boolean;
  readonly needs: (options: Options) => readonly Layer[];
  /** The formats it can be printed in; the first is the default. */
  readonly formats: readonly Format[];
  /** The rows' keys, `record` left out. */
  readonly record: string;
  readonly columns: readonly Column[];
  readonly screen: readonly ScreenColumn[];
  /** Adds to a row what only the screen shows (a note, a bar's share); data formats never see it. */
  readonly present?: (row: Row, options: Options) => Row;
  /** JSON Schema properties of `Outcome.figures`, in order. */
  readonly figures: JsonObject;
}

/**
 * Summarises. The state is plain data (Maps, arrays, typed arrays, plain objects), so that it crosses threads as it is; merging
 * the sealed states of any cut of a corpus, in order, equals one pass.
 */
export interface FoldView<State = unknown> extends ViewBase {
  readonly shape: 'fold';
  readonly init: (options: Options) => State;
  readonly add: (state: State, doc: Doc, options: Options) => void;
  /** Turns what is counted by form id into what is counted by string, before a state is merged or finished. */
  readonly seal?: (state: State, vocabulary: Vocabulary) => void;
  /** Both are sealed; `later` follows `earlier` in the input; either may be reused. */
  readonly merge: (earlier: State, later: State) => State;
  readonly finish: (state: State, options: Options, tools: FinishTools) => Outcome;
}

/** Lists. Rows stream in input order, unless `order` holds them. `tally` counts what the summary says of them; it obeys the laws of a fold. */
export interface ScanView<Tally = unknown> extends ViewBase {
  readonly shape: 'scan';
  readonly rows: (doc: Doc, options: Options) => readonly Row[];
  readonly init: (options: Options) => Tally;
  readonly count: (tally: Tally, doc: Doc, rows: readonly Row[], options: Options) => void;
  readonly merge: (earlier: Tally, later: Tally) => Tally;
  readonly finish: (tally: Tally, options: Options, tools: FinishTools) => Omit<Outcome, 'rows'>;
  /** How many snippets before and after a match to print as rows of record `context` (format `lines` alone). */
  readonly context?: (options: Options) => number;
  /** The work may stop when this many rows are out; `undefined` never. */
  readonly stopAfter?: (options: Options) => number | undefined;
  /** Holds and sorts the rows; `undefined` when they stream. */
  readonly order?: (options: Options) => ((a: Row, b: Row) => number) | undefined;
}

/**
 * Summarises each file by itself: a row is printed when its file ends, so that no state a file is kept (`--by file`, `search
 * --count`). The state obeys the laws of a fold; `tally` counts what the summary says of the rows.
 */
export interface FilesView<State = unknown, Tally = unknown> extends ViewBase {
  readonly shape: 'files';
  readonly init: (options: Options) => State;
  readonly add: (state: State, doc: Doc, options: Options) => void;
  /** In place of `add`, where no more is asked of documents than how many match a query and the hits in them. */
  readonly addFound?: (state: State, found: { readonly snippets: number; readonly matches: number }) => void;
  /** Nothing of what is printed depends on more than the first snippet of a file: the rest of it need not be read. */
  readonly firstTells?: (options: Options) => boolean;
  readonly seal?: (state: State, vocabulary: Vocabulary) => void;
  readonly merge: (earlier: State, later: State) => State;
  /** `undefined` leaves the file out. */
  readonly row: (state: State, file: string, options: Options, tools: FinishTools) => Row | undefined;
  readonly initTally: (options: Options) => Tally;
  readonly count: (tally: Tally, state: State, row: Row | undefined, options: Options) => void;
  readonly finish: (tally: Tally, options: Options, tools: FinishTools) => Omit<Outcome, 'rows'>;
}

export type View = FoldView | ScanView | FilesView;

/** A subcommand: a list of views over one set of options. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly description?: string;
  /** Printed in the help as it is, above the examples. */
  readonly notes?: string;
  readonly examples: readonly string[];
  /** It takes a QUERY before its paths. */
  readonly takesQuery: boolean;
  readonly options: readonly OptionSpec[];
  readonly views: readonly View[];
}

/** Keeps the type of the state inside a view's own file; the registry sees `FoldView<unknown>`. */
export function defineFold<State>(view: Omit<FoldView<State>, 'shape'>): FoldView {
  return { shape: 'fold', ...view } as unknown as FoldView;
}

/** The same for a scan. */
export function defineScan<Tally>(view: Omit<ScanView<Tally>, 'shape'>): ScanView {
  return { shape: 'scan', ...view } as unknown as ScanView;
}

export function defineFiles<State, Tally>(view: Omit<FilesView<State, Tally>, 'shape'>): FilesView {
  return { shape: 'files', ...view } as unknown as FilesView;
}
