/** The lengths of period that a series can have. */
export const PERIOD_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A period of the calendar: its name, first and last day (`YYYY-MM-DD`, inclusive). */
export interface CalendarPeriod {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** The period that holds a day: `2024-11-05`, `2024-W45` (ISO, Monday first), `2024-11`, `2024-Q4`, `2024`. */
export function periodOfDay(day: string, unit: PeriodUnit): CalendarPeriod {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  switch (unit) {
    case 'day':
      return { period: day, from: day, to: day };
    case 'week': {
      const at = millis(day);
      const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS;
      // The week belongs to the year of its Thursday.
      const thursday = monday + 3 * DAY_MS;
      const weekYear = new Date(thursday).getUTCFullYear();
      const week = Math.floor((thursday - millis(`${padded(weekYear, 4)}-01-01`)) / DAY_MS / 7) + 1;
      return { period: `${padded(weekYear, 4)}-W${padded(week, 2)}`, from: dayText(monday), to: dayText(monday + 6 * DAY_MS) };
    }
    case 'month':
      return { period: day.slice(0, 7), ...monthsOf(year, month, 1) };
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return { period: `${padded(year, 4)}-Q${quarter}`, ...monthsOf(year, quarter * 3 - 2, 3) };
    }
    case 'year':
      return { period: padded(year, 4), ...monthsOf(year, 1, 12) };
  }
}

/** The period that holds a stretch of days whole; `undefined` where the stretch is longer or crosses a border. */
export function periodOfRange(from: string, to: string, unit: PeriodUnit): CalendarPeriod | undefined {
  const found = periodOfDay(from, unit);
  return to <= found.to ? found : undefined;
}

/** Every period from the one that holds `first` to the one that holds `last`. */
export function periodsBetween(first: string, last: string, unit: PeriodUnit): CalendarPeriod[] {
  const periods: CalendarPeriod[] = [];
  let period = periodOfDay(first, unit);
  while (period.from <= last) {
    periods.push(period);
    if (period.to === '9999-12-31') break;
    period = periodOfDay(dayText(millis(period.to) + DAY_MS), unit);
  }
  return periods;
}

function monthsOf(year: number, month: number, count: number): { from: string; to: string } {
  const from = `${padded(year, 4)}-${padded(month, 2)}-01`;
  const next =
    month + count > 12 ? `${padded(year + 1, 4)}-${padded(month + count - 12, 2)}-01` : `${padded(year, 4)}-${padded(month + count, 2)}-01`;
  return { from, to: year === 9999 && month + count > 12 ? '9999-12-31' : dayText(millis(next) - DAY_MS) };
}

function millis(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
