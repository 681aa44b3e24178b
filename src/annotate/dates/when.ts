import type { DateType } from '../../model/date-mention.js';

/** How long the thing is that an expression names. */
export type Grain = 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'century' | 'clock';

/** The units that a shift counts in. */
export type ShiftUnit = 'day' | 'weekend' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century' | 'hour';

/** So many units from the reference (`tuần trước`) or from a date earlier in the line (`hai ngày sau đó`). */
export interface Shift {
  readonly unit: ShiftUnit;
  readonly count: number;
  readonly from: 'reference' | 'line';
}

/** Parts of a day as TIMEX3 names them. */
export const PARTS = ['MO', 'MI', 'AF', 'EV', 'NI'] as const;
export type PartOfDay = (typeof PARTS)[number];

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

/**
 * A point or period as the text has it, before a reference fills in what is missing. A shift names the period that the finer
 * fields lie in: `thứ Sáu tuần trước` is weekday 5 in week -1.
 */
export interface When {
  readonly grain: Grain;
  readonly shift?: Shift;
  readonly year?: number;
  /** The year lies before the common era. */
  readonly bc?: true;
  /** The sixty-year cycle: 0 is Giáp Tý (1984). */
  readonly cycle?: number;
  readonly month?: number;
  readonly day?: number;
  /** ISO: Monday is 1. */
  readonly weekday?: number;
  /** Which quarter, half, season (0 is spring), decade (198) or century (19 is 1801 to 1900). */
  readonly ordinal?: number;
  readonly part?: PartOfDay;
  readonly clock?: Clock;
  readonly mod?: 'START' | 'MID' | 'END';
  /** Month and day are of the lunar calendar; a day of 0 is the last of its month. */
  readonly lunar?: true;
  /** `30/4 tới`, `19/12 vừa qua`: on which side of the reference it lies. */
  readonly side?: 'ahead' | 'behind' | 'nearest';
  /** Months that a period covers, of its year: `9 tháng đầu năm 2017`. */
  readonly months?: readonly [first: number, last: number];
}

/** What a rule makes of its words. */
export type Reading =
  | { readonly is: 'when'; readonly when: When }
  | { readonly is: 'range'; readonly first: When | 'now'; readonly last: When | 'now' }
  /** `P3Y`, `PXD`; already TIMEX3. */
  | { readonly is: 'amount'; readonly type: DateType; readonly value: string }
  | { readonly is: 'vague'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' };

/** A reading in its place in the text. */
export interface Draft {
  readonly rule: string;
  /** `KIND` of the reading, for the rules that join readings. */
  readonly kind: number;
  readonly reading: Reading;
  /** Lexemes, half-open. */
  readonly first: number;
  readonly behind: number;
  /** What it takes from the date it stands in apposition to: the place of that draft. */
  readonly sameAs?: number;
}

/** A point as far as it is known. */
export interface Point {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}
