import { civilDay } from './calendar-day.js';
import { LUNAR_YEARS } from './lunar.table.js';
import { computeLunarYear, type LunarMonth } from './lunar-astronomy.js';
import { unpackLunarYear } from './lunar-years.js';

const years = new Map<number, readonly LunarMonth[]>();

/** The months of a lunar year, from the first day of Tết on. */
export function lunarYear(year: number): readonly LunarMonth[] {
  let months = years.get(year);
  if (months === undefined) {
    months = unpackLunarYear(LUNAR_YEARS, year) ?? computeLunarYear(year);
    years.set(year, months);
  }
  return months;
}

/** The day number of a lunar date; day 0 is the month's last. `undefined` where the month has no such day. */
export function lunarDay(year: number, month: number, day: number): number | undefined {
  const found = lunarYear(year).find(m => m.month === month && !m.leap);
  if (found === undefined || day > found.days) return undefined;
  return found.first + (day === 0 ? found.days : day) - 1;
}

/** The lunar date of a day. */
export function toLunar(day: number): { year: number; month: number; day: number; leap: boolean } {
  const civil = civilDay(day).year;
  const year = day >= lunarYear(civil)[0]!.first ? civil : civil - 1;
  const found = lunarYear(year).findLast(m => m.first <= day)!;
  return { year, month: found.month, day: day - found.first + 1, leap: found.leap };
}
