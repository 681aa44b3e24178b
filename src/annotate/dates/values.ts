import type { When } from './when.js';

/** A year as it is written: four digits, or (`short`) the last two. `undefined` where it is none. */
export function yearOf(number: number, short = false): number | undefined {
  if (number >= 1000 && number <= 2999) return number;
  if (!short || number >= 100) return undefined;
  return number <= 40 ? 2000 + number : 1900 + number;
}

/** A day of the calendar; `undefined` where it does not exist (31/2). Without a year, 29 February exists. */
export function calendarDay(day: number | undefined, month: number | undefined, year?: number): When | undefined {
  if (day === undefined || month === undefined || !isDay(year ?? 2000, month, day)) return undefined;
  return { grain: 'day', year, month, day };
}

export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function calendarMonth(month: number | undefined, year?: number): When | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined;
  return { grain: 'month', year, month };
}
