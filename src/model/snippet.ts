/** A text as UTF-16 codes: a stretch of a longer array, with white space behind it. */
export interface CodeSpan {
  readonly codes: Uint16Array;
  readonly start: number;
  readonly end: number;
}

/** The latest full date in the commonest year of a file; a day and month without a year goes to the year nearest to it. */
export interface Anchor {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Of the first record that gives it. */
  readonly line: number;
}

/** One record of the input, as it was read: nothing normalized, nothing lost. */
export interface Snippet {
  /** The path as given joined with what the walk found; `-` for standard input. */
  readonly file: string;
  /** Where the record begins, 1-based; in a `.json` array the number of the element. */
  readonly line: number;
  readonly text: string;
  readonly id?: string;
  /** The day it was published, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly source?: string;
  readonly title?: string;
  readonly url?: string;
  readonly anchor?: Anchor;
  /** The same text, where it was read as codes and is in normal form as it is (see `NormalText`); no code is a surrogate. */
  readonly normalCodes?: CodeSpan | undefined;
}
