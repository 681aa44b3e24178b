import type { LunarMonth } from './lunar-astronomy.js';

/** Lunar years end to end, as plain data. */
export interface LunarYears {
  readonly firstYear: number;
  /** By year: the day number of Tết. */
  readonly tet: Int32Array;
  /** By year: a bit for each month of 30 days, the first month lowest, and above them the number of the leap month, 0 without one. */
  readonly months: Int32Array;
}

const MOST_MONTHS = 13;

export function packLunarYears(firstYear: number, lastYear: number, monthsOf: (year: number) => readonly LunarMonth[]): LunarYears {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => monthsOf(firstYear + i));
  return {
    firstYear,
    tet: Int32Array.from(years, months => months[0]!.first),
    months: Int32Array.from(years, months => {
      const long = months.reduce((bits, { days }, i) => (days === 30 ? bits | (1 << i) : bits), 0);
      return long | ((months.find(({ leap }) => leap)?.month ?? 0) << MOST_MONTHS);
    }),
  };
}

/** The months of one of the years; `undefined` for another year. */
export function unpackLunarYear({ firstYear, tet, months }: LunarYears, year: number): LunarMonth[] | undefined {
  const packed = months[year - firstYear];
  if (packed === undefined) return undefined;
  const leapMonth = packed >> MOST_MONTHS;
  const unpacked: LunarMonth[] = [];
  let first = tet[year - firstYear]!;
  const add = (month: number, leap: boolean) => {
    const days = 29 + ((packed >> unpacked.length) & 1);
    unpacked.push({ month, leap, first, days });
    first += days;
  };
  for (let month = 1; month <= 12; month++) {
    add(month, false);
    if (month === leapMonth) add(month, true);
  }
  return unpacked;
}
