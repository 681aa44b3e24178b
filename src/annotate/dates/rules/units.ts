import type { Values } from '../rule.js';

/** The units of time, in the order of the values that the lexicon gives their words. */
export const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const;
export type Unit = (typeof UNITS)[number];

/** One unit; `mark` is the `h` of `48h`. */
export const UNIT =
  '(SecondWord:unit | MinuteWord:unit | HourWord:unit | Hours:unit | DayWord:unit | DayNight:unit | WeekWord:unit | MonthWord:unit | QuarterWord:unit | ' +
  'YearWord:unit | DecadeWord:unit | CenturyWord:unit | HourMark:mark)';

/** How many; below zero where the text does not say (`vài`, `nhiều`), or says half. */
export const COUNT = '(Number:count | NumWord:count | BigNumber:count | Few:count | Many:count | Tens:count | Half:count | YearWord:five)';
export const HALF = -2;

const LETTERS: readonly string[] = ['S', 'M', 'H', 'D', 'W', 'M', 'Q', 'Y', 'DE', 'CE'];

export function unitOf({ unit, mark }: Values): Unit {
  return mark === undefined ? UNITS[unit!]! : 'hour';
}

/** TIMEX3: `P3Y`, `PT2H`, `PXD` for an unknown number. */
export function amountValue(count: number | 'X', unit: Unit): string {
  const isTime = unit === 'second' || unit === 'minute' || unit === 'hour';
  return `${isTime ? 'PT' : 'P'}${count}${LETTERS[UNITS.indexOf(unit)]}`;
}
