import type { DatePart } from '../../model/date-mention.js';
import { civilDay, dayNumber, isoWeek, mondayOf, pad, weekdayOf } from './calendar-day.js';
import type { Outlook } from './clause.js';
import { lunarDay, lunarYear, toLunar } from './lunar.js';
import { daysInMonth, isDay } from './values.js';
import type { When } from './when.js';

/** What a line's dates are read against, and what was read in it so far. */
export interface Context {
  /** The reference as a day number. */
  readonly day: number | undefined;
  /** Without a reference: the day that a missing year is put nearest to. */
  readonly anchor: number | undefined;
  /** The last point named in the line, for `hôm đó`, `hai tháng sau`. */
  line: Point | undefined;
}

/** A point as far as it is known. */
export interface Point {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** A resolved expression: its TIMEX3 value, and what had to be filled in. */
export interface Resolved {
  readonly value: string;
  readonly implied: readonly DatePart[];
  readonly fileYear?: true;
  readonly lunar?: string;
  /** For what comes later in the line. */
  readonly point?: Point;
}

const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;

/** Fills in what the text left out. `from` bounds the second end of a range: it lies on or after that day. */
export function resolve(when: When, context: Context, outlook: Outlook, from?: Point): Resolved {
  if (when.grain === 'clock' || (when.grain === 'day' && isOpenDay(when))) return resolveTime(when, context);
  if (when.lunar === true) return resolveLunar(when, context, outlook);
  if (when.grain === 'day') return resolveDay(when, context, outlook, from);
  if (when.grain === 'week' || when.grain === 'weekend') return resolveWeek(when, context);
  return resolvePeriod(when, context, outlook, from);
}

/** A part of day that names no day. */
function isOpenDay(when: When): boolean {
  return when.day === undefined && when.shift === undefined && when.weekday === undefined && when.lunar === undefined;
}

/** `10h45`, `buổi sáng`: the day is the line's, when it has named one. */
function resolveTime(when: When, context: Context): Resolved {
  // So many minutes or hours from something: the day and the hour stay open.
  if (when.shift !== undefined) return { value: 'XXXX-XX-XXTXX:XX', implied: ALL };
  const point = context.line?.day === undefined ? undefined : context.line;
  return { value: dayText(point ?? {}) + timeText(when), implied: ['year', 'month', 'day'] };
}

function resolveDay(when: When, context: Context, outlook: Outlook, from: Point | undefined): Resolved {
  const found = findDay(when, context, outlook, from);
  const point: Point = found.point;
  return { value: dayText(point) + timeText(when), implied: found.implied, point, ...(found.fileYear && { fileYear: true }) };
}

interface FoundDay {
  readonly point: Point;
  readonly implied: readonly DatePart[];
  readonly fileYear?: true;
}

const ALL: readonly DatePart[] = ['year', 'month', 'day'];

function findDay(when: When, context: Context, outlook: Outlook, from: Point | undefined): FoundDay {
  const { shift, weekday } = when;
  if (weekday !== undefined && when.day === undefined) return { point: findWeekday(when, context, outlook, from), implied: ALL };
  if (shift === undefined) {
    if (when.month === undefined) return { point: findDayOfMonth(when.day!, context, outlook, from), implied: ['year', 'month'] };
    if (when.year !== undefined) return { point: { year: when.year, month: when.month, day: when.day }, implied: [] };
    return yearForDay(when, context, outlook, from);
  }
  const base = shiftedPoint(shift.unit, shift.count, shift.from, context);
  if (shift.unit === 'day') return { point: base, implied: ALL };
  if (shift.unit === 'month') return { point: checked({ year: base.year, month: base.month, day: when.day }), implied: ['year', 'month'] };
  return { point: checked({ year: base.year, month: when.month, day: when.day }), implied: ['year'] };
}

function checked(point: Point): Point {
  if (point.year === undefined || point.month === undefined || point.day === undefined) return point;
  return isDay(point.year, point.month, point.day) ? point : { year: point.year, month: point.month };
}

/** A point some units from the reference or from the line; unknown fields where that is unknown. */
function shiftedPoint(unit: string, count: number, from: 'reference' | 'line', context: Context): Point {
  const base = from === 'reference' ? (context.day === undefined ? undefined : civilDay(context.day)) : context.line;
  if (base === undefined || base.year === undefined || Number.isNaN(count)) return {};
  if (unit === 'year') return { year: base.year + count, month: base.month, day: base.day };
  if (unit === 'decade' || unit === 'century') return { year: base.year + count * (unit === 'decade' ? 10 : 100) };
  if (base.month === undefined) return { year: base.year };
  if (unit === 'month' || unit === 'quarter') {
    const months = base.year * 12 + base.month - 1 + count * (unit === 'quarter' ? 3 : 1);
    return { year: Math.floor(months / 12), month: (months % 12) + 1, day: base.day };
  }
  if (base.day === undefined) return { year: base.year, month: base.month };
  return civilDay(dayNumber(base.year, base.month, base.day) + count * (unit === 'week' || unit === 'weekend' ? 7 : 1));
}

function findWeekday(when: When, context: Context, outlook: Outlook, from: Point | undefined): Point {
  const { weekday, shift } = when;
  const base = shift?.from === 'line' || from !== undefined ? numberOf(from ?? context.line) : context.day;
  if (base === undefined) return {};
  if (shift !== undefined) {
    const { year, week } = isoWeek(base + shift.count * 7);
    return civilDay(mondayOf(year, week) + weekday! - 1);
  }
  const after = (weekday! - weekdayOf(base) + 7) % 7;
  if (from !== undefined || when.side === 'ahead' || (when.side === undefined && outlook !== 'none')) return civilDay(base + after);
  return civilDay(base + (after === 0 ? 0 : after - 7));
}

function numberOf(point: Point | undefined): number | undefined {
  if (point?.year === undefined || point.month === undefined || point.day === undefined) return undefined;
  return dayNumber(point.year, point.month, point.day);
}

/** `ngày 12`: of the line's month, or the nearest month that is past (ahead, where the clause says so). */
function findDayOfMonth(day: number, context: Context, outlook: Outlook, from: Point | undefined): Point {
  const line = from ?? context.line;
  if (line?.month !== undefined && line.year !== undefined && isDay(line.year, line.month, day))
    return { year: line.year, month: line.month, day };
  if (line?.month !== undefined) return { month: line.month, day };
  if (context.day === undefined) return { day };
  const base = civilDay(context.day);
  const step = outlook === 'none' ? -1 : 1;
  let months = base.year * 12 + base.month - 1;
  if (step < 0 ? day > base.day : day < base.day) months += step;
  while (day > daysInMonth(Math.floor(months / 12), (months % 12) + 1)) months += step;
  return { year: Math.floor(months / 12), month: (months % 12) + 1, day };
}

function yearForDay(when: When, context: Context, outlook: Outlook, from: Point | undefined): FoundDay {
  const month = when.month!;
  const day = when.day!;
  const base = numberOf(from) ?? context.day;
  if (base !== undefined) {
    const side = from !== undefined ? 'ahead' : sideOf(when, outlook, base);
    return { point: civilDay(nearest(base, month, day, side === 'ahead' ? 1 : -1)), implied: ['year'] };
  }
  if (from === undefined && context.anchor !== undefined)
    return { point: civilDay(nearestTo(context.anchor, month, day)), implied: ['year'], fileYear: true };
  return { point: { month, day }, implied: ['year'] };
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

function resolveLunar(when: When, context: Context, outlook: Outlook): Resolved {
  const { month, day } = when;
  if (month === undefined)
    return { value: `XXXX-XX-XX${timeText(when)}`, implied: ALL, ...(day !== undefined && { lunar: `LXX-${pad(day, 2)}` }) };
  const base = context.day ?? context.anchor;
  const year = when.year ?? lunarYearOf(when, context, outlook, base);
  const ofText = when.year !== undefined;
  if (when.grain === 'month') {
    const found = year === undefined ? undefined : lunarYear(year).find(m => m.month === month && !m.leap);
    const lunar = `L${pad(month, 2)}`;
    if (found === undefined) return { value: 'XXXX-XX', implied: ofText ? ['month'] : ['year', 'month'], lunar };
    const first = civilDay(found.first);
    return { value: `${pad(first.year, 4)}-${pad(first.month, 2)}`, implied: ofText ? [] : ['year'], lunar };
  }
  // A year beside the twelfth month is the one that the reader lives in: `28 Tết 2019` is the eve of Tết 2019.
  const number =
    year === undefined ? undefined : lunarDay(month === 12 && ofText ? year - 1 : year, month, month === 12 && day === 30 ? 0 : day!);
  const point = number === undefined ? {} : civilDay(number);
  const last = day === 0 ? (number === undefined ? 30 : toLunar(number).day) : day!;
  const fileYear = context.day === undefined && !ofText && number !== undefined;
  return {
    value: dayText(point) + timeText(when),
    implied: ofText ? [] : ['year'],
    point,
    lunar: `L${pad(month, 2)}-${pad(last, 2)}`,
    ...(fileYear && { fileYear: true }),
  };
}

/** The lunar year whose day lies nearest to the reference. */
function lunarYearOf(when: When, context: Context, outlook: Outlook, base: number | undefined): number | undefined {
  if (when.cycle !== undefined) return cycleYear(when.cycle, base);
  if (base === undefined) return undefined;
  const { year } = civilDay(base);
  if (when.shift !== undefined) {
    const named = when.shift.from === 'line' ? context.line?.year : year;
    return named === undefined ? undefined : named + when.shift.count - (when.month === 12 ? 1 : 0);
  }
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of [year - 1, year, year + 1]) {
    const number = lunarDay(candidate, when.month!, when.grain === 'month' ? 15 : when.month === 12 && when.day === 30 ? 0 : when.day!);
    if (number === undefined) continue;
    const side = when.side ?? (outlook === 'planned' ? 'ahead' : undefined);
    if ((side === 'ahead' && number < base) || (side === 'behind' && number > base)) continue;
    if (Math.abs(number - base) < least) {
      least = Math.abs(number - base);
      best = candidate;
    }
  }
  return best;
}

function cycleYear(cycle: number, base: number | undefined): number | undefined {
  if (base === undefined) return undefined;
  const { year } = civilDay(base);
  const offset = (((year - 1984 - cycle) % 60) + 60) % 60;
  return offset <= 55 ? year - offset : year - offset + 60;
}

function resolveWeek(when: When, context: Context): Resolved {
  const { shift } = when;
  const base = shift?.from === 'line' ? numberOf(context.line) : context.day;
  if (base === undefined || shift === undefined || Number.isNaN(shift.count))
    return { value: `XXXX-WXX${when.grain === 'weekend' ? '-WE' : ''}`, implied: ALL };
  const { year, week } = isoWeek(base + shift.count * 7);
  return { value: `${pad(year, 4)}-W${pad(week, 2)}${when.grain === 'weekend' ? '-WE' : ''}`, implied: ALL };
}

function resolvePeriod(when: When, context: Context, outlook: Outlook, from: Point | undefined): Resolved {
  const { grain, shift, ordinal } = when;
  if (when.bc === true) return { value: grain === 'century' ? `BC${pad(ordinal!, 2)}` : `BC${pad(when.year!, 4)}`, implied: [] };
  if (grain === 'century') return century(when, context);
  if (grain === 'decade' && shift === undefined) return { value: String(ordinal), implied: [] };
  const year = findYear(when, context, outlook, from);
  const implied: DatePart[] = when.year === undefined ? ['year'] : [];
  const y = year.year === undefined ? 'XXXX' : pad(year.year, 4);
  switch (grain) {
    case 'decade':
      return { value: year.year === undefined ? 'XXX' : String(Math.floor(year.year / 10)), implied };
    case 'year':
      if (when.months === undefined) return { value: y, implied, point: year.year === undefined ? {} : { year: year.year } };
      return { value: `${y}-${pad(when.months[0], 2)}/${y}-${pad(when.months[1], 2)}`, implied };
    case 'half':
      return { value: `${y}-H${ordinal}`, implied };
    case 'season':
      return { value: `${y}-${SEASONS[ordinal!]}`, implied };
    case 'quarter': {
      if (ordinal !== undefined) return { value: `${y}-Q${ordinal}`, implied };
      return { value: year.month === undefined ? `${y}-QX` : `${y}-Q${Math.ceil(year.month / 3)}`, implied: ['year', 'month'] };
    }
    default: {
      const month = when.month ?? year.month;
      return {
        value: `${y}-${month === undefined ? 'XX' : pad(month, 2)}`,
        implied: when.month === undefined ? ['year', 'month'] : implied,
        point: { year: year.year, month },
      };
    }
  }
}

function century(when: When, context: Context): Resolved {
  if (when.shift === undefined) return { value: pad(when.ordinal! - 1, 2), implied: [] };
  if (context.day === undefined || Number.isNaN(when.shift.count)) return { value: 'XX', implied: ['year'] };
  return { value: pad(Math.ceil(civilDay(context.day).year / 100) - 1 + when.shift.count, 2), implied: ['year'] };
}

/** The year (and for shifts of a month the month) of a period. */
function findYear(when: When, context: Context, outlook: Outlook, from: Point | undefined): Point {
  if (when.year !== undefined) return { year: when.year };
  if (when.cycle !== undefined) return { year: cycleYear(when.cycle, context.day ?? context.anchor) };
  if (when.shift !== undefined) return shiftedPoint(when.shift.unit, when.shift.count, when.shift.from, context);
  const base =
    from?.year !== undefined && from.month !== undefined
      ? { year: from.year, month: from.month }
      : context.day === undefined
        ? undefined
        : civilDay(context.day);
  if (base === undefined) return {};
  const first =
    when.month ?? (when.grain === 'quarter' ? when.ordinal! * 3 - 2 : when.grain === 'season' ? [2, 5, 8, 11][when.ordinal!]! : 1);
  const ahead =
    from !== undefined ||
    when.side === 'ahead' ||
    (when.side === undefined && outlook === 'planned') ||
    (when.side === undefined && outlook === 'ahead' && (first - base.month + 12) % 12 <= 6);
  if (ahead) return { year: first >= base.month ? base.year : base.year + 1 };
  return { year: first <= base.month ? base.year : base.year - 1 };
}

export function dayText({ year, month, day }: Point): string {
  return `${year === undefined ? 'XXXX' : pad(year, 4)}-${month === undefined ? 'XX' : pad(month, 2)}-${day === undefined ? 'XX' : pad(day, 2)}`;
}

/** `T18:30`, `TMO`, or nothing. */
export function timeText({ clock, part }: When): string {
  if (clock !== undefined)
    return `T${pad(clock.hour % 24, 2)}:${pad(clock.minute, 2)}${clock.second === undefined ? '' : `:${pad(clock.second, 2)}`}`;
  return part === undefined ? '' : `T${part}`;
}
