import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import { calendarDay, calendarMonth } from '../values.js';
import type { Reading, When } from '../when.js';
import { isFraction } from './bare-days.js';
import { free } from './calendar.js';

const TO = '(Dash | DashLoose | To | Toward)';
const HEAD = '(DayWord | HomWord)';

/** Ranges whose ends share what one of them alone says: `4-7/10`, `ngày 22 đến 24-8`, `tháng 3-5/2018`, `2012 - 2016`. */
export const RANGE_RULES: readonly DateRule[] = [
  {
    name: 'days-of-month',
    kind: 'aRange',
    pattern: `${HEAD}? Number:first ${TO} ${HEAD}? Number:last (Slash | Dash | MonthWord) Number:month`,
    read: (values, site) => (twoDashes(site) ? undefined : readDays(values, site)),
  },
  {
    name: 'days-of-month-year',
    kind: 'aRange',
    pattern: `${HEAD}? Number:first ${TO} ${HEAD}? Number:last (Slash | Dash | MonthWord) Number:month (Slash | Dash | YearWord) Number:year`,
    read: readDays,
  },
  {
    name: 'days-of-months',
    kind: 'aRange',
    pattern: `${HEAD}? Number:first Slash Number:firstMonth (Dash | DashLoose) ${HEAD}? Number:last Slash Number:month`,
    read: readDays,
  },
  {
    name: 'days-of-months-year',
    kind: 'aRange',
    pattern: `${HEAD}? Number:first Slash Number:firstMonth (Slash Number:firstYear)? (Dash | DashLoose) ${HEAD}? Number:last Slash Number:month Slash Number:year`,
    read: readDays,
  },
  { name: 'months-of-a-year', kind: 'aRange', pattern: `MonthWord Number:first ${TO} MonthWord? Number:last`, read: readMonths },
  {
    name: 'months-of-named-year',
    kind: 'aRange',
    pattern: `MonthWord Number:first ${TO} MonthWord? Number:last (Slash | Dash | YearWord) Number:year`,
    read: readMonths,
  },
  { name: 'years', kind: 'aRange', pattern: `YearWord? Number:first ${TO} Number:last`, read: readYears },
  {
    name: 'years-slash',
    kind: 'aRange',
    pattern: 'YearWord? Number:first (Slash | SlashLoose) Number:last',
    read: (values, site) => (isYearAfter(values) ? readYears(values, site) : undefined),
  },
  {
    name: 'centuries',
    kind: 'aRange',
    pattern: `CenturyWord WeekdayWord? (Number:first | Roman:first) ${TO} (CenturyWord WeekdayWord?)? (Number:last | Roman:last)`,
    read: ({ first, last }) =>
      first! < last! && last! <= 30 ? range({ grain: 'century', ordinal: first! }, { grain: 'century', ordinal: last! }) : undefined,
  },
  { name: 'days-number', kind: 'aRange', pattern: `DayWord Number:first (Dash | DashLoose) Number:last`, read: readDays },
];

function range(first: When | undefined, last: When | undefined): Reading | undefined {
  return first !== undefined && last !== undefined ? { is: 'range', first, last } : undefined;
}

function readDays({ first, firstMonth, firstYear, last, month, year }: Values, site: Site): Reading | undefined {
  if (!free(site) || (year !== undefined && (year < 1000 || year > 2999))) return undefined;
  if (month === undefined)
    return first! < last! && last! > 12 && last! <= 31 ? range({ grain: 'day', day: first! }, { grain: 'day', day: last! }) : undefined;
  if (firstMonth === undefined && first! >= last!) return undefined;
  // `bằng 1/2 - 1/3 giá cũ`
  if (firstMonth !== undefined && year === undefined && last! <= 4 && isFraction(site)) return undefined;
  return range(
    calendarDay(
      first,
      firstMonth ?? month,
      firstYear ?? (firstMonth !== undefined && year !== undefined && firstMonth > month ? year - 1 : year),
    ),
    calendarDay(last, month, year),
  );
}

function readMonths({ first, last, year }: Values, site: Site): Reading | undefined {
  if (!free(site) || first! >= last! || (year !== undefined && (year < 1000 || year > 2999)) || site.after(ROLE.Bound)) return undefined;
  return range(calendarMonth(first, year), calendarMonth(last, year));
}

/** `2012 - 2016`, `2018-19`. */
function readYears(values: Values, site: Site): Reading | undefined {
  const { first, last } = values;
  if (!free(site) || first! < 1000 || first! > 2100 || isCounted(values, site)) return undefined;
  const full = last! < 100 && site.digits(site.behind - site.first - 1) === 2 ? Math.floor(first! / 100) * 100 + last! : last!;
  if (full <= first! || full > 2200) return undefined;
  return range({ grain: 'year', year: first! }, { grain: 'year', year: full });
}

/** `2000 - 2500 chỉ tiêu`; but `năm học 2017-2018 thành phố có …`, `khoá 2016-2021`. */
function isCounted({ first, last }: Values, site: Site): boolean {
  const isNumber = first! < 1900 || (first! % 10 === 0 && last! % 10 === 0);
  return isNumber && site.lexemes.kind[site.first] !== KIND.YearWord
    ? site.after(ROLE.Counted) || site.before(ROLE.Numbered | ROLE.Approx)
    : site.before(ROLE.Approx);
}

function isYearAfter({ first, last }: Values): boolean {
  return last === first! + 1 || last === (first! + 1) % 100;
}

/** `2-4-6` is no range. */
function twoDashes({ lexemes, first, behind }: Site): boolean {
  const dashes = lexemes.kind.subarray(first, behind).filter(kind => kind === KIND.Dash);
  return dashes.length === 2;
}
