import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { Site } from '../rule.js';

/** `2/3 số phiếu`, `đường 3/2`, `hơn 2/3`: numbers with a slash that are no day. */
export function isFraction(site: Site): boolean {
  if (isDayWanted(site)) return false;
  if (isAlwaysOpen(site) && !site.before(ROLE.Timely)) return true;
  if (looksLikeFraction(site)) {
    if (site.before(ROLE.Approx)) return true;
    if (!isTimely(site) && site.kindBefore !== KIND.Open && site.kindBefore !== -1) return true;
  }
  if (site.after(ROLE.Counted) || (site.kindBehind === KIND.Is && site.kindBefore === KIND.Other)) return true;
  return site.before(ROLE.Numbered | ROLE.Approx) && !site.before(ROLE.Timely);
}

/** Halves to tenths: `gãy 1/3 xương chày`. */
function looksLikeFraction({ lexemes: { value }, first }: Site): boolean {
  const day = value[first]!;
  const month = value[first + 2]!;
  return day < month && day <= 4 && (month <= 5 || month === 8 || month === 10);
}

/** `24/7`: all day, all week. */
function isAlwaysOpen({ lexemes: { value }, first }: Site): boolean {
  return value[first] === 24 && value[first + 2] === 7;
}

/** Whether what stands right before can only be followed by a day: `chiều 31-5`, `hôm nay 3/6`, `từ 1/4 đến 10/4`. */
export function isDayWanted({ kindBefore, lexemes: { kind }, first }: Site): boolean {
  if (kindBefore === KIND.To) return kind[first - 2] === KIND.Number;
  if (kindBefore === KIND.Now || kindBefore === KIND.Past || kindBefore === KIND.Tomorrow) return kind[first - 2] === KIND.PartOfDay;
  if (kind[first - 2] === KIND.WeekdayWord || kindBefore === KIND.Sunday) return true;
  return (
    kindBefore === KIND.PartOfDay || kindBefore === KIND.NearDayWord || kindBefore === KIND.LineDayWord || kindBefore === KIND.HourMark
  );
}

/** Whether the words before want a day, so that `13-11` is no score. */
export function isTimely(site: Site): boolean {
  const kind = site.kindBefore;
  if (isDayWanted(site)) return true;
  if (kind === KIND.PartOfDay || kind === KIND.From || kind === KIND.To || kind === KIND.HourMark || kind === KIND.HourWord) return true;
  if (isListed(site)) return true;
  if (kind === KIND.Comma) return isDeicticDay(site.lexemes.kind, site.first - 1) && !site.after(ROLE.Counted);
  if (kind === KIND.Open)
    return site.kindBehind === KIND.Close && (isNoScore(site) || isDeicticEnd(site.first < 2 ? -1 : site.lexemes.kind[site.first - 2]!));
  return site.before(ROLE.Timely);
}

/** Behind a comma or `và`, and a number that follows a day word or another such number. */
export function isListed({ kindBefore, lexemes: { kind }, first }: Site): boolean {
  if ((kindBefore !== KIND.And && kindBefore !== KIND.Comma) || kind[first - 2] !== KIND.Number) return false;
  const before = kind[first - 3];
  return (
    before === KIND.Slash ||
    before === KIND.Dash ||
    before === KIND.MonthWord ||
    before === KIND.DayWord ||
    before === KIND.HomWord ||
    before === KIND.Comma ||
    before === KIND.CommaTight ||
    before === KIND.And ||
    before === KIND.PartOfDay
  );
}

/** `(15-11)`: few games are won by so much. */
function isNoScore({ lexemes: { value }, first }: Site): boolean {
  return value[first]! > 12;
}

/** Whether `hôm nay`, `chiều qua`, `tuần trước` end before `behind`, so that the date of it may follow: `sáng nay, 1-6`. */
function isDeicticDay(kind: Uint8Array, behind: number): boolean {
  switch (kind[behind - 1]) {
    case KIND.NearDayWord:
    case KIND.LineDayWord:
      return true;
    case KIND.Now:
    case KIND.Past:
    case KIND.Tomorrow:
      return kind[behind - 2] === KIND.PartOfDay;
    case KIND.This:
    case KIND.Ago:
    case KIND.After:
      return kind[behind - 2] === KIND.WeekWord;
    default:
      return false;
  }
}

/** The last word of `hôm nay`, `thứ Hai`, `tuần này`: a bracket behind it holds its date. */
function isDeicticEnd(kind: number): boolean {
  switch (kind) {
    case KIND.NearDayWord:
    case KIND.LineDayWord:
    case KIND.Now:
    case KIND.Past:
    case KIND.This:
    case KIND.Ago:
    case KIND.After:
    case KIND.Next:
    case KIND.Toward:
    case KIND.JustPast:
    case KIND.Tomorrow:
    case KIND.Sunday:
    case KIND.NumWord:
    case KIND.Fourth:
    case KIND.Number:
    case KIND.YearWord:
    case KIND.Tet:
      return true;
    default:
      return false;
  }
}
