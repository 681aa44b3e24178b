import { civilDay, isoWeek, pad } from '../calendar-day.js';
import type { Outlook } from '../clause.js';
import { type Point, pointOf, UNKNOWN, type When } from '../when.js';
import {
  ALL,
  type Context,
  cycleYear,
  isWritable,
  NOTHING,
  numberOf,
  type Resolved,
  resolved,
  shiftedPoint,
  YEAR,
  YEAR_AND_MONTH,
} from './context.js';

const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;

export function resolveWeek(when: When, context: Context): Resolved {
  const { shift } = when;
  const base = shift?.from === 'line' ? numberOf(context.line) : context.day;
  const end = when.grain === 'weekend' ? '-WE' : '';
  if (base === undefined || shift === undefined || Number.isNaN(shift.count)) return resolved(`XXXX-WXX${end}`, ALL);
  const { year, week } = isoWeek(base + shift.count * 7);
  return resolved(isWritable(year) ? `${pad(year, 4)}-W${pad(week, 2)}${end}` : `XXXX-WXX${end}`, ALL);
}

export function resolvePeriod(when: When, context: Context, outlook: Outlook, from: Point | undefined): Resolved {
  const { grain, shift, ordinal } = when;
  if (when.bc === true) return resolved(grain === 'century' ? `BC${pad(ordinal!, 2)}` : `BC${pad(when.year!, 4)}`, NOTHING);
  if (grain === 'century') return century(when, context);
  if (grain === 'decade' && shift === undefined) return resolved(String(ordinal), NOTHING);
  const year = findYear(when, context, outlook, from);
  const implied = when.year === undefined ? YEAR : NOTHING;
  const y = year.year === undefined ? 'XXXX' : pad(year.year, 4);
  switch (grain) {
    case 'decade':
      return resolved(year.year === undefined ? 'XXX' : String(Math.floor(year.year / 10)), implied);
    case 'year':
      if (when.months === undefined) return resolved(y, implied, pointOf(year.year));
      return resolved(`${y}-${pad(when.months[0], 2)}/${y}-${pad(when.months[1], 2)}`, implied);
    case 'half':
      return resolved(`${y}-H${ordinal}`, implied);
    case 'season':
      return resolved(`${y}-${SEASONS[ordinal!]}`, implied);
    case 'quarter': {
      if (ordinal !== undefined) return resolved(`${y}-Q${ordinal}`, implied);
      return resolved(year.month === undefined ? `${y}-QX` : `${y}-Q${Math.ceil(year.month / 3)}`, YEAR_AND_MONTH);
    }
    default: {
      const month = when.month ?? year.month;
      const text = `${y}-${month === undefined ? 'XX' : pad(month, 2)}`;
      return resolved(text, when.month === undefined ? YEAR_AND_MONTH : implied, pointOf(year.year, month));
    }
  }
}

function century(when: When, context: Context): Resolved {
  if (when.shift === undefined) return resolved(pad(when.ordinal! - 1, 2), NOTHING);
  if (context.day === undefined || Number.isNaN(when.shift.count)) return resolved('XX', YEAR);
  const past = Math.ceil(civilDay(context.day).year / 100) - 1 + when.shift.count;
  return resolved(past >= 0 && past <= 99 ? pad(past, 2) : 'XX', YEAR);
}

/** The year (and for shifts of a month the month) of a period. */
function findYear(when: When, context: Context, outlook: Outlook, from: Point | undefined): Point {
  if (when.year !== undefined) return pointOf(when.year);
  if (when.cycle !== undefined) return pointOf(cycleYear(when.cycle, context.day ?? context.anchor));
  if (when.shift !== undefined) return shiftedPoint(when.shift.unit, when.shift.count, when.shift.from, context);
  const base =
    from?.year !== undefined ? { year: from.year, month: from.month ?? 1 } : context.day === undefined ? undefined : civilDay(context.day);
  if (base === undefined) return UNKNOWN;
  const first =
    when.month ?? (when.grain === 'quarter' ? when.ordinal! * 3 - 2 : when.grain === 'season' ? [2, 5, 8, 11][when.ordinal!]! : 1);
  const ahead =
    from !== undefined ||
    when.side === 'ahead' ||
    (when.side === undefined && outlook === 'planned') ||
    (when.side === undefined && outlook === 'ahead' && (first - base.month + 12) % 12 <= 6);
  if (ahead) return pointOf(first >= base.month ? base.year : base.year + 1);
  return pointOf(first <= base.month ? base.year : base.year - 1);
}
