import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site } from '../rule.js';
import type { Reading, When } from '../when.js';
import { free } from './calendar.js';
import { PART_OF } from './near.js';

const DAY = '(Number:day | NumWord:day)';
const MONTH = '(Number:month | NumWord:month | Fourth:month)';

/** Days of the lunar calendar, and feasts: `mùng 9 Tết`, `28 Tết`, `rằm tháng Giêng`, `giao thừa`, `đêm Giáng sinh`. */
export const FEAST_RULES: readonly DateRule[] = [
  {
    name: 'days-of-lunar-month',
    kind: 'aRange',
    pattern: '(DayWord | HomWord)? Number:first (Dash | DashLoose | To) Number:last LunarMonth:month LunarWord?',
    read: ({ first, last, month }) => lunarDays(first!, last!, month!),
  },
  {
    name: 'mung-tet',
    kind: 'aLunarDay',
    pattern: `(DayWord | HomWord)? Mung ${DAY} MonthWord? Tet (CanChi:cycle Number:year | CanChi:cycle)?`,
    read: ({ day, cycle, year }) => dayOfTet(day!, cycle, year),
  },
  {
    name: 'day-tet',
    kind: 'aLunarDay',
    pattern: `(DayWord | HomWord)? ${DAY} Tet (CanChi:cycle Number:year | CanChi:cycle)?`,
    read: ({ day, cycle, year }) => (day! <= 10 || (day! >= 20 && day! <= 30) ? dayOfTet(day!, cycle, year) : undefined),
  },
  {
    name: 'mung',
    kind: 'aLunarDay',
    pattern: `(DayWord | HomWord)? Mung ${DAY} LunarWord?`,
    read: ({ day }, site) => (day! <= 10 && site.kindBehind !== KIND.MonthWord ? lunar(undefined, day!) : undefined),
  },
  {
    name: 'lunar-named-month',
    kind: 'aLunarDay',
    pattern: `(DayWord | HomWord)? Mung? ${DAY} LunarMonth:month LunarWord?`,
    read: ({ day, month }) => lunar(month, day!),
  },
  {
    name: 'ram',
    kind: 'aLunarDay',
    pattern: `(DayWord | HomWord)? Ram (LunarMonth:month | MonthWord ${MONTH})? LunarWord?`,
    read: ({ month }, site) => (site.behind - site.first > 1 ? lunar(month, 15) : undefined),
  },
  {
    name: 'lunar-day-month',
    kind: 'aLunarDay',
    pattern: `(DayWord | HomWord)? Mung? ${DAY} (Slash | Dash | MonthWord) ${MONTH} (LunarWord | Open LunarWord Close)`,
    read: ({ day, month }) => lunar(month, day!),
  },
  {
    name: 'lunar-day-month-year',
    kind: 'aLunarDay',
    pattern: `(DayWord | HomWord)? Mung? ${DAY} (Slash | Dash | MonthWord) ${MONTH} (Slash | Dash | YearWord) Number:year (LunarWord | Open LunarWord Close)`,
    read: ({ day, month, year }) => {
      const date = lunar(month, day!);
      return date && year! >= 1000 ? { ...date, year: year! } : undefined;
    },
  },
  {
    name: 'lunar-month',
    kind: 'aLunarMonth',
    pattern: `(LunarMonth:month LunarWord? | MonthWord ${MONTH} LunarWord)`,
    read: ({ month }, site) => (site.digits(0) > 5 ? { grain: 'month', month: month!, lunar: true } : undefined),
  },
  { name: 'tet-eve', kind: 'aLunarDay', pattern: 'TetEve', read: () => ({ grain: 'day', month: 12, day: 0, lunar: true }) },
  { name: 'tet', kind: 'aHoliday', pattern: 'Tet', read: (_, site) => (namesTime(site) ? lunar(1, 1) : undefined) },
  {
    name: 'tet-cycle',
    kind: 'aHoliday',
    pattern: 'Tet CanChi:cycle (Number:year)?',
    read: ({ cycle, year }, site) => (free(site) ? { ...lunar(1, 1)!, year, cycle: year === undefined ? cycle : undefined } : undefined),
  },
  {
    name: 'year-cycle',
    kind: 'aYear',
    pattern: '(YearWord | Season | SeasonShort) CanChi:cycle',
    read: ({ cycle }) => ({ grain: 'year', cycle: cycle! }),
  },
  {
    name: 'year-cycle-number',
    kind: 'aYear',
    pattern: '(YearWord | Season | SeasonShort)? CanChi:cycle (Number:year | Open Number:year Close | DashLoose Number:year)',
    read: ({ year, cycle }) => (year! >= 1000 ? { grain: 'year', year: year!, cycle: cycle! } : undefined),
  },
  {
    name: 'holiday',
    kind: 'aHoliday',
    pattern: 'Holiday:date',
    read: ({ date }, site) => (namesTime(site) ? { grain: 'day', month: Math.floor(date! / 100), day: date! % 100 } : undefined),
  },
  {
    name: 'lunar-holiday',
    kind: 'aHoliday',
    pattern: 'LunarHoliday:date',
    read: ({ date }, site) => (namesTime(site) ? lunar(Math.floor(date! / 100), date! % 100) : undefined),
  },
  {
    name: 'night-feast',
    kind: 'aHoliday',
    pattern: '(PartOfDay:part | DayWord) (Holiday:date | LunarHoliday:lunar)',
    read: ({ part, date, lunar: moon }) => nightOf(part, date, moon),
  },
];

/** `ngày 25-26 tháng Chạp`. */
function lunarDays(from: number, to: number, month: number): Reading | undefined {
  const first = lunar(month, from);
  const last = lunar(month, to);
  return first !== undefined && last !== undefined && from < to ? { is: 'range', first, last } : undefined;
}

function lunar(month: number | undefined, day: number): When | undefined {
  if (day < 1 || day > 30 || (month !== undefined && (month < 1 || month > 12))) return undefined;
  return { grain: 'day', month, day, lunar: true };
}

/** Days from 20 on lie before the first of the year that is named, so in the twelfth month of the year before. */
function dayOfTet(day: number, cycle: number | undefined, year: number | undefined): When | undefined {
  if (year !== undefined && year < 1000) return undefined;
  const date = lunar(day >= 20 ? 12 : 1, day);
  if (date === undefined || year !== undefined) return date && { ...date, year: year! };
  return cycle === undefined ? date : { ...date, cycle: day >= 20 ? (cycle + 59) % 60 : cycle };
}

/** A feast is a time only where the words around take it as one (`dịp Tết`), not where it qualifies a noun (`mức thưởng Tết`). */
function namesTime(site: Site): boolean {
  if (!free(site)) return false;
  if (site.before(ROLE.Occasion)) return true;
  const { kindBefore, kindBehind } = site;
  if (kindBefore === -1 && kindBehind === -1) return true;
  if (kindBehind === KIND.This) return !/bánh $/i.test(site.text.slice(Math.max(0, site.start - 5), site.start));
  return kindBehind === KIND.YearWord || kindBehind === KIND.Number || kindBehind === KIND.CanChi;
}

function nightOf(part: number | undefined, date: number | undefined, moon: number | undefined): When | undefined {
  // Christmas night is that of the eve.
  const number = date === 1225 && part === 4 ? 1224 : (date ?? moon!);
  return {
    grain: 'day',
    month: Math.floor(number / 100),
    day: number % 100,
    lunar: moon === undefined ? undefined : true,
    part: part === undefined ? undefined : PART_OF[part]!,
  };
}
