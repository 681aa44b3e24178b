import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { Clock, When } from '../when.js';
import { free } from './calendar.js';
import { PART_OF } from './near.js';

const HOUR = '(Number:hour | NumWord:hour)';
const MINUTE = '(Number:minute | NumWord:minute)';

/** Clocks and parts of a day: `10h45`, `21:30`, `2 giờ 30 phút chiều`, `8 giờ kém 15`, `rạng sáng`. */
export const CLOCK_RULES: readonly DateRule[] = [
  {
    name: 'clock-h',
    kind: 'aClock',
    pattern: `Number:hour HourMark:mark (Number:minute (MinuteMark | MinuteWord | Quote)?)?`,
    read: readMark,
  },
  {
    name: 'clock-h-second',
    kind: 'aClock',
    pattern: 'Number:hour HourMark:mark Number:minute (MinuteMark | MinuteWord | Quote) Number:second SecondWord?',
    read: readMark,
  },
  { name: 'clock-gio', kind: 'aClock', pattern: `${HOUR} HourWord (${MINUTE} MinuteWord? (Number:second SecondWord)?)?`, read: readWords },
  {
    name: 'clock-gio-half',
    kind: 'aClock',
    pattern: `${HOUR} (HourWord | HourMark) AndHalf:half`,
    read: ({ hour }, site) => clock(site, hour, 30),
  },
  {
    name: 'clock-gio-less',
    kind: 'aClock',
    pattern: `${HOUR} (HourWord | HourMark) Less (Number:less | NumWord:less) MinuteWord?`,
    read: ({ hour, less }, site) => clock(site, (hour! + 23) % 24, 60 - less!),
  },
  {
    name: 'clock-colon',
    kind: 'aClock',
    pattern: 'Number:hour Colon Number:minute (Colon Number:second)? (HourMark | HourWord)?',
    read: readColon,
  },
  {
    name: 'clock-range',
    kind: 'aRange',
    pattern: `Number:hour (Dash | DashLoose | To | Toward) Number:last (HourMark | HourWord)`,
    read: readRange,
  },
  {
    name: 'part-day-number',
    kind: 'aTime',
    pattern: 'PartOfDay:part (DayWord)? Number:day',
    read: ({ part, day }, site) => (isDayBehind(day!, site) ? { grain: 'day', day: day!, part: PART_OF[part!]! } : undefined),
  },
  {
    name: 'part-of-day',
    kind: 'aPart',
    pattern: 'HourStart? PartOfDay:part',
    read: ({ part }, site) => ({ grain: 'day', part: PART_OF[part!]!, ...(site.behind - site.first === 2 && { mod: 'START' as const }) }),
  },
];

function clock(site: Site, hour: number | undefined, minute: number, second?: number): When | undefined {
  if (hour === undefined || hour > 24 || minute > 59 || (second ?? 0) > 59 || !free(site)) return undefined;
  const time: Clock = { hour, minute, ...(second !== undefined && { second }) };
  return { grain: 'clock', clock: time };
}

/** `18h`, `18h30`; `10g30` only with minutes or where a clock is wanted, since `20g` is also a weight. */
function readMark({ hour, mark, minute, second }: Values, site: Site): When | undefined {
  if (mark === 1 && minute === undefined && site.kindBehind !== KIND.PartOfDay && site.kindBehind !== KIND.DayWord) return undefined;
  if (site.digits(0) > 2 || (minute !== undefined && site.digits(2) > 2)) return undefined;
  if (minute === undefined && isAmount(site)) return undefined;
  return clock(site, hour, minute ?? 0, second);
}

/** `10 giờ` is a clock unless the words before speak of an amount (`sau gần 10 giờ`); the amounts are rules of their own. */
function readWords({ hour, minute, second }: Values, site: Site): When | undefined {
  if (isAmount(site)) return undefined;
  return clock(site, hour, minute ?? 0, second);
}

export function isAmount(site: Site): boolean {
  const { kindBehind } = site;
  if (kindBehind === KIND.PartOfDay || kindBehind === KIND.DayWord || kindBehind === KIND.NearDayWord) return false;
  if (site.kindBefore === KIND.After && kindBehind !== KIND.Other) return false;
  return site.before(ROLE.Lasting) || site.after(ROLE.Bound);
}

/** `21:30`; a score (`2:1`) has no two-digit minutes. */
function readColon({ hour, minute, second }: Values, site: Site): When | undefined {
  return site.digits(2) === 2 && hour! < 24 ? clock(site, hour, minute!, second) : undefined;
}

function readRange({ hour, last }: Values, site: Site) {
  const first = clock(site, hour, 0);
  const end = clock(site, last, 0);
  return first !== undefined && end !== undefined && hour! < last! && !site.before(ROLE.Lasting)
    ? { is: 'range' as const, first, last: end }
    : undefined;
}

/** `đêm 23 rạng sáng 24/3`: a bare day number, with nothing behind it that it could count. */
function isDayBehind(day: number, site: Site): boolean {
  if (day < 1 || day > 31 || !free(site)) return false;
  const { kindBehind } = site;
  if (site.lexemes.kind[site.behind - 2] === KIND.DayWord)
    return kindBehind !== KIND.Slash && kindBehind !== KIND.Dash && kindBehind !== KIND.MonthWord;
  return kindBehind === KIND.PartOfDay || kindBehind === KIND.Comma || kindBehind === KIND.To || kindBehind === KIND.And;
}
