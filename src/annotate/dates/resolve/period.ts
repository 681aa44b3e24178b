import type { DatePart } from '../../../model/date-mention.js';
import { civilDay, isoWeek, pad } from '../calendar-day.js';
import type { Outlook } from '../clause.js';
import type { Point, When } from '../when.js';
import { ALL, type Context, cycleYear, isWritable, numberOf, type Resolved, shiftedPoint } from './context.js';

const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const;

export function resolveWeek(when: When, context: Context): Resolved {
  const { shift } = when;
  const base = shift?.from === 'line' ? numberOf(context.line) : context.day;
  const end = when.grain === 'weekend' ? '-WE' : '';
  if (base === undefined || shift === undefined || Number.isNaN(shift.count)) return { value: `XXXX-WXX${end}`, implied: ALL };
  const { year, week } = isoWeek(base + shift.count * 7);
  return { value: isWritable(year) ? `${pad(year, 4)}-W${pad(week, 2)}${end}` : `XXXX-WXX${end}`, implied: ALL };
}

export function resolvePeriod(when: When, context: Context, outlook: Outlook, from: Point | undefined): Resolved {
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
  const past = Math.ceil(civilDay(context.day).year / 100) - 1 + when.shift.count;
  return { value: past >= 0 && past <= 99 ? pad(past, 2) : 'XX', implied: ['year'] };
}

/** The year (and for shifts of a month the month) of a period. */
function findYear(when: When, context: Context, outlook: Outlook, from: Point | undefined): Point {
  if (when.year !== undefined) return { year: when.year };
  if (when.cycle !== undefined) return { year: cycleYear(when.cycle, context.day ?? context.anchor) };
  if (when.shift !== undefined) return shiftedPoint(when.shift.unit, when.shift.count, when.shift.from, context);
  const base =
    from?.year !== undefined ? { year: from.year, month: from.month ?? 1 } : context.day === undefined ? undefined : civilDay(context.day);
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
