import { formatDay, mondayOf, pad } from './calendar-day.js';
import { dayText } from './time-text.js';
import { daysInMonth } from './values.js';

export interface Period {
  /** First and last day, `YYYY-MM-DD`, inclusive; `null` when unknown. */
  readonly from: string | null;
  readonly to: string | null;
}

const OPEN: Period = { from: null, to: null };

/** The days that a TIMEX3 value covers. `now` stands for `PRESENT_REF` at the end of a range. */
export function periodOf(value: string, now: string | undefined): Period {
  const slash = value.indexOf('/');
  if (slash >= 0) {
    const first = endOf(value.slice(0, slash), now).from;
    const last = endOf(value.slice(slash + 1), now).to;
    return first !== null && last !== null && first > last ? OPEN : { from: first, to: last };
  }
  return plain(value);
}

function endOf(value: string, now: string | undefined): Period {
  return value === 'PRESENT_REF' ? { from: now ?? null, to: now ?? null } : plain(value);
}

const SEASON_MONTHS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function plain(value: string): Period {
  if (value.includes('X') || !isDigit(value, 0) || !isDigit(value, 1)) return OPEN;
  if (isDigit(value, 5) && isDigit(value, 8)) {
    const day = value.slice(0, 10);
    return { from: day, to: day };
  }
  const year = Number(value.slice(0, 4));
  if (value.length === 2) return years(Number(value) * 100 + 1, Number(value) * 100 + 100);
  if (value.length === 3) return years(Number(value) * 10, Number(value) * 10 + 9);
  if (value.length === 4) return years(year, year);
  const rest = value.slice(5);
  if (rest.startsWith('W') && rest !== 'WI') {
    const monday = mondayOf(year, Number(rest.slice(1, 3)));
    if (rest.endsWith('-WE')) return days(monday + 5, monday + 6);
    return days(monday, monday + 6);
  }
  if (rest.startsWith('Q')) return months(year, Number(rest[1]) * 3 - 2, 3);
  if (rest.startsWith('H')) return months(year, Number(rest[1]) * 6 - 5, 6);
  const season = SEASON_MONTHS[rest];
  if (season !== undefined) return months(year, season, 3);
  return months(year, Number(rest), 1);
}

/** Days are the only values with digits in these places: `2024-12-05`. */
function isDigit(value: string, at: number): boolean {
  const unit = value.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

function years(first: number, last: number): Period {
  return { from: `${pad(first, 4)}-01-01`, to: `${pad(last, 4)}-12-31` };
}

function months(year: number, month: number, count: number): Period {
  const lastMonth = month + count - 1;
  const lastYear = year + (lastMonth > 12 ? 1 : 0);
  const last = lastMonth > 12 ? lastMonth - 12 : lastMonth;
  return { from: dayText({ year, month, day: 1 }), to: dayText({ year: lastYear, month: last, day: daysInMonth(lastYear, last) }) };
}

function days(first: number, last: number): Period {
  return { from: formatDay(first), to: formatDay(last) };
}
