import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { Reading } from '../when.js';
import { PART_OF } from './near.js';
import { amountValue, UNIT, unitOf } from './units.js';

/** What recurs: `mỗi ngày`, `hằng tuần`, `50 năm một lần`, `hai lần một năm`, `thứ Hai hằng tuần`, `mỗi sáng`. */
export const SET_RULES: readonly DateRule[] = [
  { name: 'units-on-end', kind: 'aDuration', pattern: `Each:which ${UNIT} (Past | Now)?`, read: readOnEnd },
  { name: 'every-unit', kind: 'aSet', pattern: `Each:which ${UNIT} Every?`, read: readUnit },
  { name: 'every-count', kind: 'aSet', pattern: `Each:which (Number:count | NumWord:count) ${UNIT} Every?`, read: readEvery },
  {
    name: 'every-part',
    kind: 'aSet',
    pattern: 'Each PartOfDay:part',
    read: ({ part }, site) =>
      isName(site) || site.kindBehind === KIND.Number || (part === 2 && !isAlone(site)) ? undefined : set(`XXXX-XX-XXT${PART_OF[part!]}`),
  },
  {
    name: 'every-weekday',
    kind: 'aSet',
    pattern:
      'Each:which (WeekdayWord (Number:weekday | NumWord:weekday | Fourth:weekday | YearWord:five) | Sunday:sunday) (Each WeekWord)?',
    read: readWeekday,
  },
  {
    name: 'weekday-every-week',
    kind: 'aSet',
    pattern: '(WeekdayWord (Number:weekday | NumWord:weekday | Fourth:weekday | YearWord:five) | Sunday:sunday) (Each WeekWord)',
    read: readWeekday,
  },
  {
    name: 'weekdays-every-week',
    kind: 'aSet',
    pattern: `WeekdayWord (Number:first | NumWord:first | Fourth:first) (To | Toward | Dash | DashLoose) (WeekdayWord? (Number:weekday | NumWord:weekday | Fourth:weekday | YearWord:five) | Sunday:sunday) Each WeekWord`,
    read: readWeekdays,
  },
  { name: 'units-once', kind: 'aSet', pattern: `(Number:count | NumWord:count) ${UNIT} Every`, read: readEvery },
  { name: 'times-a-unit', kind: 'aSet', pattern: `NumWord:count ${UNIT}`, read: readRate },
  {
    name: 'every-year-day',
    kind: 'aSet',
    pattern: '(DayWord | HomWord)? Number:day Slash Number:month Each YearWord',
    read: ({ day, month }) => set(`XXXX-${pad(month!)}-${pad(day!)}`),
  },
  {
    name: 'every-month-day',
    kind: 'aSet',
    pattern: '(DayWord | HomWord) Number:day Each MonthWord',
    read: ({ day }) => set(`XXXX-XX-${pad(day!)}`),
  },
  {
    name: 'every-year-month',
    kind: 'aSet',
    pattern: 'MonthWord Number:month Each YearWord',
    read: ({ month }) => set(`XXXX-${pad(month!)}`),
  },
];

/** `hàng` before a number is a row: `hàng thứ tư`. */
const ROW = 1;

/** `từng tiếng` are sounds. */
const ONE_BY_ONE = 2;

function set(value: string): Reading {
  return { is: 'amount', type: 'SET', value };
}

/** `bà Lê Thị Thu Hằng tối 19-7`. */
function isName(site: Site): boolean {
  return site.isCapital(0) && site.isNameBefore;
}

function readUnit(values: Values, site: Site): Reading | undefined {
  if (isName(site)) return undefined;
  if (values.which === ONE_BY_ONE && site.lexemes.kind[site.first + 1] === KIND.Hours) return undefined;
  return readEvery({ ...values, which: undefined }, site);
}

/** The hours of `hàng ngày, hàng giờ`. */
function isDaily({ first, kindBefore, lexemes: { kind } }: Site): boolean {
  return kindBefore === KIND.DayWord || (kindBefore === KIND.Comma && kind[first - 2] === KIND.DayWord);
}

/** `hàng giờ`, `hàng thập kỷ`, `hàng tháng trời`, `hàng tuần liền`: so many that nobody counts, not each. */
function readOnEnd(values: Values, site: Site): Reading | undefined {
  if (values.which !== ROW) return undefined;
  const unit = unitOf(values);
  const isLong = unit === 'decade' || unit === 'century' || (unit === 'hour' && !isDaily(site));
  const isStretch = site.kindBehind === KIND.OnEnd || /^ trời(?: |$|[.,])/.test(site.text.slice(site.end, site.end + 6));
  return isLong || isStretch ? { is: 'amount', type: 'DURATION', value: amountValue('X', unit) } : undefined;
}

function readEvery(values: Values, site: Site): Reading | undefined {
  if (site.after(ROLE.Bound) || values.which === ROW) return undefined;
  return set(amountValue(values.count ?? 1, unitOf(values)));
}

function readWeekday({ which, weekday, five, sunday }: Values): Reading | undefined {
  if (which === ROW) return undefined;
  const day = sunday ?? (five === undefined ? weekday! - 1 : 4);
  return day >= 1 && day <= 7 ? set(`XXXX-WXX-${day}`) : undefined;
}

function readWeekdays({ first, weekday, five, sunday }: Values): Reading | undefined {
  const last = sunday ?? (five === undefined ? weekday! - 1 : 4);
  return first! >= 2 && first! - 1 < last && last <= 7 ? set(`XXXX-WXX-${first! - 1}/XXXX-WXX-${last}`) : undefined;
}

/** `hai lần một năm`, `5 triệu đồng một tháng`: one unit behind times or money. */
function readRate(values: Values, site: Site): Reading | undefined {
  return values.count === 1 && site.before(ROLE.Rate) ? readEvery({ ...values, count: 1 }, site) : undefined;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** `mỗi chiều` inside a sentence may be each direction. */
function isAlone({ kindBefore, kindBehind }: Site): boolean {
  return kindBefore === -1 || kindBefore === KIND.Stop || kindBehind === KIND.Comma;
}
