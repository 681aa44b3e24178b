import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import { roleBefore, standsFree } from '../neighbours.js';
import type { DateRule, Site } from '../rule.js';
import { calendarDay, calendarMonth, yearOf } from '../values.js';
import type { When } from '../when.js';
import { isDayWanted, isFraction, isTimely } from './bare-days.js';

const HEAD = '(DayWord | HomWord | DayWord Mung | HomWord Mung | Mung)';
const SEPARATOR = '(Slash | Dash | Dot | SlashLoose | DashLoose)';
const YEAR = '(Slash | Dash | Dot | YearWord | Comma YearWord | SlashLoose | DashLoose | Of YearWord)';

/** Days, months and years that name themselves: `ngày 4/12`, `30 tháng 4 năm 1975`, `11/2018`, `năm 2012`. */
export const CALENDAR_RULES: readonly DateRule[] = [
  {
    name: 'day-month-year',
    kind: 'aDay',
    pattern: `Number:day ${SEPARATOR} Number:month ${SEPARATOR} Number:year`,
    read: ({ day, month, year }, site) => (sameSeparators(site, 0) ? literalDay(day, month, year, site, site.digits(4) === 2) : undefined),
  },
  {
    name: 'ngay-day-month-year',
    kind: 'aDay',
    pattern: `${HEAD} Number:day ${SEPARATOR} Number:month ${SEPARATOR} Number:year`,
    read: ({ day, month, year }, site) => literalDay(day, month, year, site, true),
  },
  {
    name: 'year-month-day',
    kind: 'aDay',
    pattern: 'Number:year (Dash | Slash) Number:month (Dash | Slash) Number:day',
    read: ({ day, month, year }, site) =>
      sameSeparators(site, 0) && site.digits(0) === 4 ? literalDay(day, month, year, site, false) : undefined,
  },
  {
    name: 'ngay-day-month-of-year',
    kind: 'aDay',
    pattern: `${HEAD}? Number:day ${SEPARATOR} Number:month (YearWord | Comma YearWord) Number:year`,
    read: ({ day, month, year }, site) => literalDay(day, month, year, site, false),
  },
  {
    name: 'ngay-thang-nam',
    kind: 'aDay',
    pattern: `${HEAD}? (Number:day | NumWord:day) Comma? (MonthWord | Slash MonthWord) (Number:month | NumWord:month | Fourth:month | YearWord:may) (${YEAR} Number:year | Open YearWord Number:year Close)`,
    read: ({ day, month, may, year }, site) =>
      isOrdinalDay(site) ? undefined : literalDay(day, may === undefined ? month : 5, year, site, false),
  },
  {
    name: 'ngay-thang',
    kind: 'aDay',
    pattern: `${HEAD}? (Number:day | NumWord:day) MonthWord (Number:month | NumWord:month | Fourth:month | YearWord:may)`,
    read: ({ day, month, may }, site) =>
      free(site) && isNamedMonth(site, may) ? calendarDay(day, may === undefined ? month : 5) : undefined,
  },
  {
    name: 'ngay-day-month',
    kind: 'aDay',
    pattern: `${HEAD} Number:day ${SEPARATOR} Number:month`,
    read: ({ day, month }, site) => (free(site) ? calendarDay(day, month) : undefined),
  },
  {
    name: 'day-month',
    kind: 'aDay',
    pattern: 'Number:day Slash Number:month',
    read: ({ day, month }, site) => (free(site) && !isFraction(site) ? calendarDay(day, month) : undefined),
  },
  {
    name: 'day-month-dash',
    kind: 'aDay',
    pattern: 'Number:day (Dash | Dot | DashLoose) Number:month',
    read: ({ day, month }, site) =>
      free(site) &&
      isTimely(site) &&
      (isDayWanted(site) || !site.after(ROLE.Counted)) &&
      !(isLoose(site) && site.kindBefore !== KIND.PartOfDay)
        ? calendarDay(day, month)
        : undefined,
  },
  {
    name: 'day-of-month',
    kind: 'aDayNumber',
    pattern: '(DayWord | HomWord) Number:day',
    read: ({ day }, site) =>
      free(site) && day! >= 1 && day! <= 31 && !site.after(ROLE.Counted) && isDayNumber(site) ? { grain: 'day', day: day! } : undefined,
  },
  {
    name: 'day-of-month-near',
    kind: 'aDay',
    pattern:
      '(DayWord | HomWord)? Mung Number:day MonthWord (This:which | Now:which | Past:which | Ago:which | After:which | Next:which | Toward:which)',
    read: ({ day, which }) => ({ grain: 'day', day: day!, shift: { unit: 'month', count: which!, from: 'reference' } }),
  },
  {
    name: 'month-year',
    kind: 'aMonth',
    pattern: `MonthWord (Number:month | NumWord:month | Fourth:month | YearWord:may) ((${YEAR} | Comma) Number:year | Open YearWord Number:year Close)`,
    read: ({ month, may, year }, site) =>
      free(site) && yearOf(year!) !== undefined ? calendarMonth(may === undefined ? month : 5, yearOf(year!)) : undefined,
  },
  {
    name: 'month',
    kind: 'aMonth',
    pattern: 'MonthWord (Number:month | NumWord:month | Fourth:month)',
    read: ({ month }, site) =>
      free(site) && site.kindBehind !== KIND.Times && !site.after(ROLE.Bound) && !isNamed(site) ? calendarMonth(month) : undefined,
  },
  {
    name: 'month-may',
    kind: 'aMonth',
    pattern: 'MonthWord YearWord',
    read: (_, site) => (site.isCapital(1) && site.kindBehind !== KIND.Number ? calendarMonth(5) : undefined),
  },
  {
    name: 'bare-month-year',
    kind: 'aMonth',
    pattern: 'Number:month (Slash | Dash) Number:year',
    read: ({ month, year }, site) =>
      free(site) &&
      site.digits(2) === 4 &&
      year! >= 1900 &&
      year! < 2100 &&
      !site.before(ROLE.Numbered) &&
      (site.lexemes.kind[site.first + 1] === KIND.Slash || isTimely(site))
        ? calendarMonth(month, year)
        : undefined,
  },
  {
    name: 'year',
    kind: 'aYear',
    pattern: 'YearWord Number:year',
    read: ({ year }, site) => (free(site) && site.digits(1) >= 3 ? { grain: 'year', year: year! } : undefined),
  },
  {
    name: 'year-era',
    kind: 'aYear',
    pattern: 'YearWord (Number:year | BigNumber:year) (BC:bc | AD)',
    read: ({ year, bc }) => yearOfEra(year!, bc !== undefined),
  },
  {
    name: 'bare-year-era',
    kind: 'aYear',
    pattern: '(Number:year | BigNumber:year) (BC:bc | AD)',
    read: ({ year, bc }, site) => (site.kindBehind === KIND.Number ? undefined : yearOfEra(year!, bc !== undefined)),
  },
  {
    name: 'bare-year',
    kind: 'aYear',
    pattern: 'Year:year',
    read: ({ year }, site) => (isBareYear(site) ? { grain: 'year', year: year! } : undefined),
  },
];

/** Years that nobody counts are numbers of something else. */
function yearOfEra(year: number, bc: boolean): When | undefined {
  if (year < 1 || year > (bc ? 99_999 : 9999)) return undefined;
  return { grain: 'year', year, bc: bc ? true : undefined };
}

function literalDay(
  day: number | undefined,
  month: number | undefined,
  written: number | undefined,
  site: Site,
  short: boolean,
): When | undefined {
  const year = yearOf(written!, short);
  return year !== undefined && free(site) ? calendarDay(day, month, year) : undefined;
}

/** Both separators are the same: `12/5/18`, not `12-5/18`. */
function sameSeparators({ lexemes, first }: Site, at: number): boolean {
  return lexemes.kind[first + at + 1] === lexemes.kind[first + at + 3];
}

export function free(site: Site): boolean {
  return standsFree(site.lexemes.codes, site.start, site.end);
}

/** `kỳ họp thứ 5 tháng 6-2018`: the number belongs to what is before it. */
function isOrdinalDay({ kindBefore, lexemes: { kind }, first }: Site): boolean {
  return kindBefore === KIND.WeekdayWord && (kind[first] === KIND.Number || kind[first] === KIND.NumWord);
}

/** `đường 23 tháng 10`, `phố 3 Tháng 2` are no days, and `9 tháng năm 2018` no day in May. */
function isNamedMonth(site: Site, may: number | undefined): boolean {
  const first = site.lexemes.kind[site.first]!;
  const headed = first !== KIND.Number && first !== KIND.NumWord;
  if (isOrdinalDay(site) || (!headed && site.isTitle(1) && !site.before(ROLE.Timely))) return false;
  if (may !== undefined && (site.kindBehind === KIND.Number || !(headed || site.isCapital(site.behind - site.first - 1)))) return false;
  // `hai tháng một lúc`
  if (first === KIND.NumWord) return site.before(ROLE.Timely);
  return headed || !site.before(ROLE.Numbered);
}

/** The month of a name: `đường 3 Tháng 2`, `Cách mạng tháng Tám`. */
function isNamed(site: Site): boolean {
  if (/cách mạng $/i.test(site.text.slice(Math.max(0, site.start - 10), site.start))) return true;
  if (site.kindBefore !== KIND.Number && site.kindBefore !== KIND.NumWord) return false;
  return site.isCapital(0) || (roleBefore(site.lexemes.codes, site.lexemes.start[site.first - 1]!) & ROLE.Numbered) !== 0;
}

function isLoose({ lexemes, first }: Site): boolean {
  return lexemes.kind[first + 1] === KIND.DashLoose;
}

/** A day of the month without its month needs something that follows a date, not a noun that it counts. */
function isDayNumber(site: Site): boolean {
  return site.kindBehind !== KIND.Slash && site.kindBehind !== KIND.Times && site.kindBehind !== KIND.Percent;
}

function isBareYear(site: Site): boolean {
  if (!free(site)) return false;
  // `Hoa hậu Việt Nam 2014 Kỳ Duyên`: a name is not counted.
  return (!site.after(ROLE.Counted) || site.isTitleBehind) && !site.before(ROLE.Numbered | ROLE.Approx);
}
