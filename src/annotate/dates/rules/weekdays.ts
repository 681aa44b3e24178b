import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { When } from '../when.js';
import { free } from './calendar.js';
import { PART_OF, WHICH } from './near.js';

const WEEKDAY = '(DayWord | HomWord)? (WeekdayWord (Number:weekday | NumWord:weekday | Fourth:weekday | YearWord:five) | Sunday:sunday)';

/** Days of the week: `thứ Sáu`, `chủ nhật tuần trước`, `thứ Bảy tới`; `thứ hai` may as well be the second. */
export const WEEKDAY_RULES: readonly DateRule[] = [
  {
    name: 'weekday',
    kind: 'aWeekday',
    pattern: '(DayWord | HomWord)? WeekdayWord (Number:weekday | NumWord:weekday | Fourth:weekday | YearWord:five)',
    read: ({ weekday, five }, site) => dayOfWeek(five === undefined ? weekday! : 5, site),
  },
  {
    name: 'sunday',
    kind: 'aWeekday',
    pattern: '(DayWord | HomWord)? Sunday',
    read: (_, site) => (isBareSunday(site) ? { grain: 'day', weekday: 7 } : undefined),
  },
  {
    name: 'near-weekday',
    kind: 'aWeekday',
    pattern: `${WEEKDAY} Comma? WeekWord ${WHICH}`,
    read: (values, site) => weekdayOfWeek(values, site),
  },
  {
    name: 'weekday-aside',
    kind: 'aWeekday',
    pattern: `${WEEKDAY} (Toward:which | Next:which | JustPast:which | Ago:which)`,
    read: (values, site) => weekdayAside(values, site),
  },
  { name: 'weekday-this', kind: 'aWeekday', pattern: `${WEEKDAY} This:which`, read: (values, site) => weekdayThis(values, site) },
];

/** `thứ hai` is Monday where nothing before makes it the second, and nothing behind counts on. */
function dayOfWeek(number: number, site: Site): When | undefined {
  if (number < 2 || number > 7 || !free(site) || isOrdinal(site)) return undefined;
  return { grain: 'day', weekday: number - 1 };
}

function isOrdinal(site: Site): boolean {
  const { kindBefore, kindBehind } = site;
  if (kindBefore === KIND.PartOfDay && !isNight(site)) return false;
  if (kindBehind === KIND.Is || kindBehind === KIND.Of || kindBehind === KIND.Times || isInRow(kindBehind)) return true;
  if (kindBefore === KIND.YearWord || kindBefore === KIND.Each) return true;
  // `(thứ ba từ trái qua)` under a photograph.
  if (kindBefore === KIND.Open && (kindBehind === KIND.From || kindBehind === KIND.Comma || kindBehind === KIND.Other)) return true;
  if (isInRow(kindBefore)) return true;
  if (site.lexemes.kind[site.first] !== KIND.WeekdayWord) return site.after(ROLE.Bound) || isCountedDay(site);
  if (site.before(ROLE.Ordinal)) return true;
  if (site.isCapital(1)) return false;
  // `Thứ hai, …` at the head of a sentence enumerates; `Thứ 2 …` does not.
  const isHead = kindBefore === -1 || kindBefore === KIND.Stop || kindBefore === KIND.Quote || kindBefore === KIND.DashLoose;
  if (isHead) return kindBehind === KIND.Comma || (kindBehind === KIND.Other && site.lexemes.kind[site.behind - 1] !== KIND.Number);
  return kindBefore === KIND.Other && !site.before(ROLE.Timely);
}

/** `thứ hai liên tiếp`, `tuần tiếp theo thứ hai`. */
function isInRow(kind: number): boolean {
  return kind === KIND.Following || kind === KIND.OnEnd;
}

/** `đêm thứ hai` may be the second. */
function isNight({ lexemes: { value }, first }: Site): boolean {
  return value[first - 1] === PART_OF.indexOf('NI');
}

/** `sang ngày thứ 3` counts days; a weekday in digits behind `ngày` wants a preposition or its date. */
function isCountedDay(site: Site): boolean {
  const { kind } = site.lexemes;
  if (kind[site.first] !== KIND.DayWord || kind[site.behind - 1] !== KIND.Number) return false;
  if (site.kindBehind === KIND.Open || site.kindBehind === KIND.Comma || site.kindBehind === KIND.Number) return false;
  return !site.before(ROLE.Timely) && site.kindBefore !== -1;
}

/** `Công chúa Nhật`, `ông chủ Nhật Cường` are people. */
function isBareSunday(site: Site): boolean {
  const isPerson = /ch(?:úa|ủ) Nhật$/.test(site.text.slice(site.end - 9, site.end));
  if (isPerson && site.lexemes.kind[site.first] === KIND.Sunday && (site.kindBefore === KIND.Other || site.kindBehind === KIND.Other))
    return false;
  return !site.before(ROLE.Numbered) || site.before(ROLE.Timely);
}

/** ISO: Monday is 1; `undefined` where the number is no weekday's. */
function weekdayIn({ weekday, five, sunday }: Values): number | undefined {
  const number = sunday ?? (five === undefined ? weekday! - 1 : 4);
  return number >= 1 && number <= 7 ? number : undefined;
}

function weekdayOfWeek(values: Values, site: Site): When | undefined {
  const weekday = weekdayIn(values);
  if (weekday === undefined || (isBareOrdinal(site) && site.before(ROLE.Ordinal))) return undefined;
  return { grain: 'day', weekday, shift: { unit: 'week', count: values.which!, from: 'reference' } };
}

/** `thứ Bảy tới` is the next Saturday, whatever its week; `thứ Ba vừa qua` the last Tuesday. */
function weekdayAside(values: Values, site: Site): When | undefined {
  const weekday = weekdayIn(values);
  if (weekday === undefined || (isBareOrdinal(site) && isOrdinal(site))) return undefined;
  return { grain: 'day', weekday, side: values.which! > 0 ? 'ahead' : 'behind' };
}

function weekdayThis(values: Values, site: Site): When | undefined {
  const weekday = weekdayIn(values);
  if (weekday === undefined || (isBareOrdinal(site) && isOrdinal(site))) return undefined;
  return { grain: 'day', weekday, shift: { unit: 'week', count: 0, from: 'reference' } };
}

/** `thứ tư` without `ngày`, `hôm` before it, which may as well be the fourth. */
function isBareOrdinal({ lexemes, first }: Site): boolean {
  return lexemes.kind[first] === KIND.WeekdayWord;
}
