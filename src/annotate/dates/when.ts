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
  readonly second?: number | undefined;
}

/**
 * A point or period as the text has it, before a reference fills in what is missing. A shift names the period that the finer
 * fields lie in: `thứ Sáu tuần trước` is weekday 5 in week -1.
 */
export interface When {
  readonly grain: Grain;
  readonly shift?: Shift | undefined;
  readonly year?: number | undefined;
  /** The year lies before the common era. */
  readonly bc?: true | undefined;
  /** The sixty-year cycle: 0 is Giáp Tý (1984). */
  readonly cycle?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** ISO: Monday is 1. */
  readonly weekday?: number | undefined;
  /** Which quarter, half, season (0 is spring), decade (198) or century (19 is 1801 to 1900). */
  readonly ordinal?: number | undefined;
  readonly part?: PartOfDay | undefined;
  readonly clock?: Clock | undefined;
  readonly mod?: 'START' | 'MID' | 'END' | undefined;
  /** Month and day are of the lunar calendar; a day of 0 is the last of its month. */
  readonly lunar?: true | undefined;
  /** `30/4 tới`, `19/12 vừa qua`: on which side of the reference it lies. */
  readonly side?: 'ahead' | 'behind' | 'nearest' | undefined;
  /** Months that a period covers, of its year: `9 tháng đầu năm 2017`. */
  readonly months?: readonly [first: number, last: number] | undefined;
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
  readonly sameAs: number | undefined;
}

/** A draft of what a rule read. */
export function draftOf(rule: string, kind: number, reading: Reading | When, first: number, behind: number): Draft {
  return { rule, kind, reading: readingOf(reading), first, behind, sameAs: undefined };
}

/** The same draft of something else. */
export function withReading({ rule, kind, first, behind, sameAs }: Draft, reading: Reading | When): Draft {
  return { rule, kind, reading: readingOf(reading), first, behind, sameAs };
}

/** The same draft, of the same day as the one at `place`. */
export function onDayOf(place: number, { rule, kind, reading, first, behind }: Draft): Draft {
  return { rule, kind, reading, first, behind, sameAs: place };
}

/** The when of a draft; `undefined` for ranges and amounts. */
export function whenOf(part: Draft | number | undefined): When | undefined {
  return typeof part === 'object' && part.reading.is === 'when' ? part.reading.when : undefined;
}

/** A reading of one shape, whatever it is: rules write down only what they know, but what goes through all readings is faster so. */
export function readingOf(reading: Reading | When): Reading {
  if (!('is' in reading)) return shaped('when', whole(reading));
  const { is } = reading;
  if (is === 'when') return shaped(is, whole(reading.when));
  if (is === 'range') return shaped(is, undefined, wholeEnd(reading.first), wholeEnd(reading.last));
  return shaped(is, undefined, undefined, undefined, is === 'amount' ? reading.type : undefined, reading.value);
}

function shaped(is: Reading['is'], when?: When, first?: When | 'now', last?: When | 'now', type?: DateType, value?: string): Reading {
  return { is, when, first, last, type, value } as Reading;
}

function wholeEnd(end: When | 'now'): When | 'now' {
  return end === 'now' ? end : whole(end);
}

/** The same with every field there, in one order. */
export function whole(when: When): When {
  const { grain, shift, year, bc, cycle, month, day, weekday, ordinal, part, clock, mod, lunar, side, months } = when;
  return { grain, shift, year, bc, cycle, month, day, weekday, ordinal, part, clock, mod, lunar, side, months };
}

/** A point as far as it is known. */
export interface Point {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

export function pointOf(year?: number, month?: number, day?: number): Point {
  return { year, month, day };
}

export const UNKNOWN: Point = pointOf();
