import { civilDay, dayNumber, isoWeek, mondayOf, weekdayOf } from '../calendar-day.js';
import type { Outlook } from '../clause.js';
import { dayText, timeText } from '../time-text.js';
import { daysInMonth, isDay } from '../values.js';
import { type Point, pointOf, UNKNOWN, type When } from '../when.js';
import { ALL, type Context, NOTHING, numberOf, type Resolved, resolved, shiftedPoint, YEAR, YEAR_AND_MONTH } from './context.js';

export function resolveDay(when: When, context: Context, outlook: Outlook, from: Point | undefined): Resolved {
  const { shift, weekday, year, month, day } = when;
  if (weekday !== undefined && day === undefined) return dayOf(when, ALL, findWeekday(when, context, outlook, from));
  if (shift === undefined) {
    if (month === undefined) return dayOf(when, YEAR_AND_MONTH, findDayOfMonth(when, context, outlook, from));
    if (year !== undefined) return dayOf(when, NOTHING, pointOf(year, month, day));
    return yearForDay(when, context, outlook, from);
  }
  const base = shiftedPoint(shift.unit, shift.count, shift.from, context);
  if (shift.unit === 'day') return dayOf(when, ALL, base);
  if (shift.unit === 'month') return dayOf(when, YEAR_AND_MONTH, checked(pointOf(base.year, base.month, day)));
  return dayOf(when, YEAR, checked(pointOf(base.year, month, day)));
}

function dayOf(when: When, implied: Resolved['implied'], point: Point, fileYear = false): Resolved {
  return resolved(dayText(point) + timeText(when), implied, point, undefined, fileYear);
}

function checked(point: Point): Point {
  if (point.year === undefined || point.month === undefined || point.day === undefined) return point;
  return isDay(point.year, point.month, point.day) ? point : pointOf(point.year, point.month);
}

function findWeekday(when: When, context: Context, outlook: Outlook, from: Point | undefined): Point {
  const { weekday, shift } = when;
  const base = shift?.from === 'line' || from !== undefined ? numberOf(from ?? context.line) : context.day;
  if (base === undefined) return UNKNOWN;
  if (shift !== undefined) {
    const { year, week } = isoWeek(base + shift.count * 7);
    return civilDay(mondayOf(year, week) + weekday! - 1);
  }
  const after = (weekday! - weekdayOf(base) + 7) % 7;
  if (when.side === 'ahead') return civilDay(base + (after === 0 ? 7 : after));
  if (when.side === 'behind') return civilDay(base + after - 7);
  if (from !== undefined || outlook !== 'none') return civilDay(base + after);
  return civilDay(base + (after === 0 ? 0 : after - 7));
}

/** `ngày 12`: of the line's month, or the nearest month that is past (ahead, where its words or the clause say so). */
function findDayOfMonth(when: When, context: Context, outlook: Outlook, from: Point | undefined): Point {
  const day = when.day!;
  const line = from ?? context.line;
  if (line?.month !== undefined && (when.side === undefined || context.day === undefined)) {
    return line.year !== undefined && isDay(line.year, line.month, day)
      ? pointOf(line.year, line.month, day)
      : pointOf(undefined, line.month, day);
  }
  if (context.day === undefined) return pointOf(undefined, undefined, day);
  const base = civilDay(context.day);
  const step = (when.side ?? (outlook === 'none' ? 'behind' : 'ahead')) === 'behind' ? -1 : 1;
  let months = base.year * 12 + base.month - 1;
  if (step < 0 ? day > base.day : day < base.day) months += step;
  while (day > daysInMonth(Math.floor(months / 12), (months % 12) + 1)) months += step;
  return pointOf(Math.floor(months / 12), (months % 12) + 1, day);
}

function yearForDay(when: When, context: Context, outlook: Outlook, from: Point | undefined): Resolved {
  const month = when.month!;
  const day = when.day!;
  const base = startOf(from) ?? context.day;
  if (base !== undefined) {
    const side = from !== undefined ? 'ahead' : sideOf(when, outlook, base);
    return dayOf(when, YEAR, civilDay(nearest(base, month, day, side === 'ahead' ? 1 : -1)));
  }
  if (from === undefined && context.anchor !== undefined) return dayOf(when, YEAR, civilDay(nearestTo(context.anchor, month, day)), true);
  return dayOf(when, YEAR, pointOf(undefined, month, day));
}

/** The first day that a point may be. */
function startOf(point: Point | undefined): number | undefined {
  return point?.year === undefined ? undefined : dayNumber(point.year, point.month ?? 1, point.day ?? 1);
}

/** A day so few days ahead is meant even where no word says so: `dịp 8/3` on 7 March. */
const SOON = 10;

/**
 * Behind the reference, unless the words beside the date say ahead, or the clause does and the day ahead is no farther than the
 * one behind. A plan may also lie a little behind.
 */
function sideOf(when: When, outlook: Outlook, base: number): 'ahead' | 'behind' {
  if (when.side === 'ahead' || when.side === 'behind') return when.side;
  const behind = base - nearest(base, when.month!, when.day!, -1);
  const ahead = nearest(base, when.month!, when.day!, 1) - base;
  if (when.side === 'nearest') return ahead < behind ? 'ahead' : 'behind';
  if (outlook === 'none') return ahead <= SOON && behind > 60 ? 'ahead' : 'behind';
  if (outlook === 'planned') return behind <= 15 && ahead > 60 ? 'behind' : 'ahead';
  return ahead <= behind ? 'ahead' : 'behind';
}

/** The nearest such day on or before (-1), or on or after (1) a day. */
function nearest(base: number, month: number, day: number, step: -1 | 1): number {
  let { year } = civilDay(base);
  for (;;) {
    if (isDay(year, month, day)) {
      const number = dayNumber(year, month, day);
      if (step < 0 ? number <= base : number >= base) return number;
    }
    year += step;
  }
}

function nearestTo(anchor: number, month: number, day: number): number {
  const behind = nearest(anchor, month, day, -1);
  const ahead = nearest(anchor, month, day, 1);
  return ahead - anchor < anchor - behind ? ahead : behind;
}
