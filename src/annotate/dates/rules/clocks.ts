import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { When } from '../when.js';
import { free } from './calendar.js';
import { MODS, PART_OF } from './near.js';

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
  {
    name: 'clock-gio',
    kind: 'aClock',
    pattern: `${HOUR} HourWord (Number:minute MinuteWord? | NumWord:minute MinuteWord | ${MINUTE} MinuteWord Number:second SecondWord)?`,
    read: readWords,
  },
  {
    name: 'clock-gio-half',
    kind: 'aClock',
    pattern: `${HOUR} (HourWord | HourMark)? AndHalf`,
    read: ({ hour }, site) =>
      site.kindBehind === KIND.PartOfDay || (site.behind - site.first === 3 && wantsClock(site, true)) ? clock(site, hour, 30) : undefined,
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
    name: 'clock-meridiem',
    kind: 'aClock',
    pattern: 'Number:hour ((Colon | HourMark) Number:minute | HourMark)? Meridiem:part',
    read: ({ hour, minute, part }, site) =>
      hour! <= 12 && (minute !== undefined || wantsClock(site, false)) ? clock(site, (hour! % 12) + part! * 12, minute ?? 0) : undefined,
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
    pattern: 'PartOfDay:part (DayWord? Number:day | NumWord:eve)',
    read: ({ part, day, eve }, site) =>
      eve !== undefined
        ? eve === 30 && part === 4
          ? { grain: 'day', month: 12, day: 30, lunar: true, part: 'NI' }
          : undefined
        : isDayBehind(day!, site)
          ? { grain: 'day', day: day!, part: PART_OF[part!]! }
          : undefined,
  },
  {
    name: 'part-of-day',
    kind: 'aPart',
    pattern: 'HourPart:which? PartOfDay:part',
    read: ({ part, which }) => ({ grain: 'day', part: PART_OF[part!]!, mod: which === undefined ? undefined : MODS[which] }),
  },
];

function clock(site: Site, hour: number | undefined, minute: number, second?: number): When | undefined {
  if (hour === undefined || hour > 24 || minute > 59 || (second ?? 0) > 59) return undefined;
  if (!(free(site) || touchesClock(site)) || isCode(site)) return undefined;
  return { grain: 'clock', clock: { hour, minute, second } };
}

/** `8h-10h` is a range: each of its clocks touches a dash. */
function touchesClock({ kindBefore, kindBehind, first, behind, lexemes: { kind } }: Site): boolean {
  return (kindBefore === KIND.Dash && kind[first - 2] !== KIND.Other) || (kindBehind === KIND.Dash && kind[behind + 1] === KIND.Number);
}

/** `JL-10H`, also where a space crept in before the dash: a number on a name. */
function isCode({ kindBefore, first, start, lexemes: { kind, end } }: Site): boolean {
  return kindBefore === KIND.DashLoose && kind[first - 2] === KIND.Other && end[first - 1] === start;
}

/** `18h`, `18h30`; `10g30` only with minutes or where a clock is wanted, since `20g` is also a weight. */
function readMark({ hour, mark, minute, second }: Values, site: Site): When | undefined {
  if (
    mark === 1 &&
    minute === undefined &&
    site.kindBefore !== KIND.At &&
    site.kindBehind !== KIND.PartOfDay &&
    site.kindBehind !== KIND.DayWord
  )
    return undefined;
  if (site.digits(0) > 2 || (minute !== undefined && site.digits(2) > 2)) return undefined;
  // The plate `16H1-207.93`.
  if (minute !== undefined && site.digits(2) === 1 && site.isCapital(1)) return undefined;
  if (
    minute === undefined &&
    (isAmount(site) || (hour! >= 24 && site.kindBefore !== KIND.At && site.kindBefore !== KIND.To && site.kindBefore !== KIND.Dash))
  )
    return undefined;
  return isClockAmount(site) || isRate(site) ? undefined : clock(site, hour, minute ?? 0, second);
}

/** `trong 3h30 phút`: minutes in words behind a word for an amount. */
export function isClockAmount(site: Site): boolean {
  const { kind, value } = site.lexemes;
  if (kind[site.behind - 1] !== KIND.MinuteWord || value[site.first]! >= 13) return false;
  const { kindBefore } = site;
  return kindBefore !== KIND.To && kindBefore !== KIND.Toward && kindBefore !== KIND.Approximate && isAmount(site);
}

/** `8-10 h / đêm`. */
function isRate({ kindBehind }: Site): boolean {
  return kindBehind === KIND.Slash || kindBehind === KIND.SlashLoose;
}

/** `10 giờ` is a clock where the words before want a point in time, an amount (a rule of its own) elsewhere. */
function readWords({ hour, minute, second }: Values, site: Site): When | undefined {
  if (!wantsClock(site, minute !== undefined)) return undefined;
  return clock(site, hour, minute ?? 0, second);
}

/** Whether bare hours are a clock: `lúc 10 giờ`, `10 giờ sáng`, `đến 10 giờ`; not `mất 10 giờ`, `10 giờ mỗi ngày`. */
function wantsClock(site: Site, withMinutes: boolean): boolean {
  const { kindBefore, kindBehind, first } = site;
  const { kind, value } = site.lexemes;
  if (namesDay(kindBehind)) return true;
  if (kindBefore === KIND.At || kindBefore === KIND.PartOfDay) return true;
  if (isAmount(site) || kindBehind === KIND.Each || value[first]! >= 24) return false;
  const spoken = kind[first] === KIND.NumWord;
  switch (kindBefore) {
    case KIND.From:
    case KIND.To:
    case KIND.Toward:
    case KIND.In:
    case KIND.Ago:
      return !spoken;
    case KIND.After:
      return !spoken && (value[first]! >= 13 || withMinutes);
    case KIND.Approximate:
      return !spoken && (withMinutes || kindBehind !== KIND.Other) && isClauseHead(first < 2 ? -1 : kind[first - 2]!);
    case -1:
    case KIND.Stop:
    case KIND.Quote:
      return spoken ? first === 0 && kindBehind === -1 : withMinutes || kindBehind !== KIND.Other;
    default:
      return (
        withMinutes &&
        !spoken &&
        (kindBefore === KIND.Comma || kindBefore === KIND.Open || kindBefore === KIND.DashLoose || kindBefore === KIND.And)
      );
  }
}

/** Whether a word begins what can only be the day of a time. */
export function namesDay(kind: number): boolean {
  switch (kind) {
    case KIND.PartOfDay:
    case KIND.DayWord:
    case KIND.HomWord:
    case KIND.NearDayWord:
    case KIND.LineDayWord:
    case KIND.WeekdayWord:
    case KIND.Sunday:
      return true;
    default:
      return false;
  }
}

function isClauseHead(kind: number): boolean {
  return kind === -1 || kind === KIND.Stop || kind === KIND.Comma || kind === KIND.Quote;
}

export function isAmount(site: Site): boolean {
  const { kindBehind } = site;
  if (namesDay(kindBehind)) return false;
  if (site.kindBefore === KIND.After && kindBehind !== KIND.Other && site.lexemes.value[site.first]! >= 13) return false;
  return site.before(ROLE.Lasting) || site.after(ROLE.Bound);
}

/** `21:30`; a score (`2:1`) has no two-digit minutes. */
function readColon({ hour, minute, second }: Values, site: Site): When | undefined {
  return site.digits(2) === 2 && hour! < 24 && site.kindBefore !== KIND.MinuteWord ? clock(site, hour, minute!, second) : undefined;
}

function readRange({ hour, last }: Values, site: Site) {
  const first = clock(site, hour, 0);
  const end = clock(site, last, 0);
  return first !== undefined && end !== undefined && hour! < last! && !isAmount(site) && !isRate(site)
    ? { is: 'range' as const, first, last: end }
    : undefined;
}

/** `đêm 23 rạng sáng 24/3`: a bare day number, with nothing behind it that it could count. */
function isDayBehind(day: number, site: Site): boolean {
  if (day < 1 || day > 31 || !free(site)) return false;
  const { kindBehind } = site;
  if (kindBehind === KIND.Tet || kindBehind === KIND.LunarMonth) return false;
  if (site.lexemes.kind[site.behind - 2] === KIND.DayWord)
    return (
      kindBehind !== KIND.Slash &&
      kindBehind !== KIND.Dash &&
      kindBehind !== KIND.DashLoose &&
      kindBehind !== KIND.SlashLoose &&
      kindBehind !== KIND.MonthWord
    );
  return kindBehind === KIND.PartOfDay || kindBehind === KIND.Comma || kindBehind === KIND.To || kindBehind === KIND.And;
}
