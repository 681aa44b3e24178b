import type { DatePart } from '../../../model/date-mention.js';
import { civilDay, dayNumber } from '../calendar-day.js';
import { type Point, pointOf, UNKNOWN } from '../when.js';

/** What a line's dates are read against, and what was read in it so far. */
export interface Context {
  /** The reference as a day number. */
  readonly day: number | undefined;
  /** Without a reference: the day that a missing year is put nearest to. */
  readonly anchor: number | undefined;
  /** The last point named in the line, for `hôm đó`, `hai tháng sau`. */
  line: Point | undefined;
}

/** A resolved expression: its TIMEX3 value, and what had to be filled in. */
export interface Resolved {
  readonly value: string;
  readonly implied: readonly DatePart[];
  /** For what comes later in the line. */
  readonly point: Point | undefined;
  readonly lunar: string | undefined;
  /** The year is that of the file. */
  readonly fileYear: boolean;
}

/** All have one shape, because what goes through them is faster so. */
export function resolved(value: string, implied: readonly DatePart[], point?: Point, lunar?: string, fileYear = false): Resolved {
  return { value, implied, point, lunar, fileYear };
}

export const NOTHING: readonly DatePart[] = [];
export const YEAR: readonly DatePart[] = ['year'];
export const MONTH: readonly DatePart[] = ['month'];
export const YEAR_AND_MONTH: readonly DatePart[] = ['year', 'month'];
export const ALL: readonly DatePart[] = ['year', 'month', 'day'];

/** A point some units from the reference or from the line; unknown fields where that is unknown. */
export function shiftedPoint(unit: string, count: number, from: 'reference' | 'line', context: Context): Point {
  const point = shifted(unit, count, from, context);
  return point.year === undefined || isWritable(point.year) ? point : UNKNOWN;
}

/** Whether four digits can write a year. */
export function isWritable(year: number): boolean {
  return year >= 1 && year <= 9999;
}

function shifted(unit: string, count: number, from: 'reference' | 'line', context: Context): Point {
  const base = from === 'reference' ? (context.day === undefined ? undefined : civilDay(context.day)) : context.line;
  if (base === undefined || base.year === undefined || Number.isNaN(count)) return UNKNOWN;
  if (unit === 'year') return pointOf(base.year + count, base.month, base.day);
  if (unit === 'decade' || unit === 'century') return pointOf(base.year + count * (unit === 'decade' ? 10 : 100));
  if (base.month === undefined) return pointOf(base.year);
  if (unit === 'month' || unit === 'quarter') {
    const months = base.year * 12 + base.month - 1 + count * (unit === 'quarter' ? 3 : 1);
    return pointOf(Math.floor(months / 12), (months % 12) + 1, base.day);
  }
  if (base.day === undefined) return pointOf(base.year, base.month);
  return civilDay(dayNumber(base.year, base.month, base.day) + count * (unit === 'week' || unit === 'weekend' ? 7 : 1));
}

export function numberOf(point: Point | undefined): number | undefined {
  if (point?.year === undefined || point.month === undefined || point.day === undefined) return undefined;
  return dayNumber(point.year, point.month, point.day);
}

/** The year of the sixty-year cycle that lies nearest to a day, a few years ahead at the most. */
export function cycleYear(cycle: number, base: number | undefined): number | undefined {
  if (base === undefined) return undefined;
  const { year } = civilDay(base);
  const offset = (((year - 1984 - cycle) % 60) + 60) % 60;
  return offset <= 55 ? year - offset : year - offset + 60;
}
