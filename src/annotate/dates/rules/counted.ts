import type { DateType } from '../../../model/date-mention.js';
import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { Reading, When } from '../when.js';
import { isListed } from './bare-days.js';
import { free } from './calendar.js';
import { isAmount, isClockAmount, namesDay } from './clocks.js';
import { amountValue, COUNT, HALF, UNIT, UNITS, type Unit, unitOf } from './units.js';

/** Amounts of time, and days so many units away: `5 năm`, `20 ngày qua`, `cách đây ba tuần`, `hai ngày sau đó`. */
export const COUNTED_RULES: readonly DateRule[] = [
  {
    name: 'ago',
    kind: 'aNearDay',
    pattern: `AgoHead:which Approximate? ${COUNT} ${UNIT} AndHalf:half?`,
    read: (values, site) => (isDayTime(values, site) ? undefined : away(values, -1, values.which === THEN ? 'line' : 'reference')),
  },
  { name: 'units-ago', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} AndHalf:half? (Ago | AgoHere)`, read: readAgo },
  { name: 'units-before-that', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} BeforeThat`, read: values => away(values, -1, 'line') },
  { name: 'units-after', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} AndHalf:half? (After | AfterThat)`, read: readAfter },
  {
    name: 'that-units-after',
    kind: 'aNearDay',
    pattern: `(AfterThat:after | BeforeThat:before) Approximate? ${COUNT} ${UNIT}`,
    read: (values, site) => (isDayTime(values, site) ? undefined : away(values, values.after === undefined ? -1 : 1, 'line')),
  },
  { name: 'units-more', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} AndHalf:half? More`, read: readMore },
  { name: 'days-more', kind: 'aNearDay', pattern: `${COUNT} HomWord More`, read: values => dayAway(values, 1, 'reference') },
  { name: 'days-aside', kind: 'aNearDay', pattern: `${COUNT} LineDayWord:side`, read: readDaysAside },
  {
    name: 'amount-past',
    kind: 'aDuration',
    pattern: `${COUNT} ${UNIT} AndHalf:half? (Past | Now | Toward | Next | JustPast | Recently | Following)`,
    read: readAmount,
  },
  { name: 'amount', kind: 'aDuration', pattern: `${COUNT} ${UNIT}`, read: readAmount },
  { name: 'amount-half', kind: 'aDuration', pattern: `${COUNT} ${UNIT} AndHalf:half`, read: readAmount },
  { name: 'amount-decimal', kind: 'aDuration', pattern: `Number:count CommaTight Number:fraction ${UNIT}`, read: readAmount },
  {
    name: 'amount-clock',
    kind: 'aDuration',
    pattern: 'Number:count HourMark:mark Number:more MinuteWord',
    read: ({ count, more }, site) => (isClockAmount(site) ? amount(`PT${count}H${more}M`) : undefined),
  },
  {
    name: 'days-and-nights',
    kind: 'aDuration',
    pattern: '(Number:count | NumWord:count) DayWord (Number:more | NumWord:more) PartOfDay:part',
    read: ({ count, more, part }) => (part === 4 && Math.abs(count! - more!) <= 1 ? amount(`P${count}D`) : undefined),
  },
  {
    name: 'amount-two-units',
    kind: 'aDuration',
    pattern:
      '(Number:count | NumWord:count) (YearWord:unit | HourWord:unit | MonthWord:unit | DayWord:unit | MinuteWord:unit | Hours:unit) And? (Number:more | NumWord:more) (MonthWord:finer | MinuteWord:finer | DayWord:finer | HourWord:finer | SecondWord:finer)',
    read: readTwo,
  },
  {
    name: 'amount-range',
    kind: 'aDuration',
    pattern: `(Number:count | NumWord:count) (Dash | DashLoose | To | Toward) (Number:last | NumWord:last) ${UNIT} (Past | Now | Toward | Next | JustPast | Recently | Following)?`,
    read: readRange,
  },
];

/** `cách đó hai năm` counts from the line. */
const THEN = 1;

/** How many; `undefined` when the text does not say. */
function countOf({ count, five }: Values): number | undefined {
  if (five !== undefined) return 5;
  return count! < 0 ? undefined : count;
}

function amount(value: string, type: DateType = 'DURATION'): Reading {
  return { is: 'amount', type, value };
}

/** `50 năm mới có một lần` recurs. */
function isOnce({ lexemes: { kind }, behind }: Site): boolean {
  return kind[behind] === KIND.Other && kind[behind + 1] === KIND.Every;
}

function readAmount(values: Values, site: Site): Reading | undefined {
  if (!free(site) || isNoAmount(values, site) || isOnTheWay(site)) return undefined;
  const unit = unitOf(values);
  const count = countOf(values);
  if (values.fraction !== undefined) return amount(amountValue(Number(`${count}.${values.fraction}`), unit));
  if (count === undefined) return values.count === HALF ? amount(halfOf(unit)) : amount(amountValue('X', unit));
  return amount(amountValue(values.half === undefined ? count : count + 0.5, unit), isOnce(site) ? 'SET' : 'DURATION');
}

/** `mất 3 giờ tới Hà Nội`: the last word is a verb. */
function isOnTheWay(site: Site): boolean {
  if (site.lexemes.kind[site.behind - 1] !== KIND.Toward || !site.hasBehind(' ')) return false;
  const next = site.text[site.end + 1] ?? '';
  return next !== next.toLowerCase();
}

function halfOf(unit: Unit): string {
  if (unit === 'year') return 'P6M';
  if (unit === 'hour') return 'PT30M';
  if (unit === 'decade') return 'P5Y';
  if (unit === 'century') return 'P50Y';
  return amountValue(0.5, unit);
}

/** `trước đó khoảng 18h ngày 25-11`: a clock with its day. */
function isDayTime(values: Values, site: Site): boolean {
  return (values.mark !== undefined || unitOf(values) === 'hour') && namesDay(site.kindBehind);
}

/** `lúc 17h sau …`. */
function isClockAt({ mark }: Values, { kindBefore }: Site): boolean {
  return mark !== undefined && kindBefore === KIND.At;
}

/** `Ba Tháng Hai`, `ngã ba Tuần`, `60 Phút` are names. */
function isName(values: Values, site: Site): boolean {
  return values.mark === undefined && site.isTitle(values.fraction === undefined ? 1 : 3);
}

/** `vào một ngày`, `là một ngày buồn`: some day. */
function isSomeDay(site: Site): boolean {
  const { kindBefore, first, lexemes } = site;
  const { kind, value, start } = lexemes;
  if (kind[first] !== KIND.NumWord || value[first] !== 1) return false;
  return kindBefore === KIND.Is || (kindBefore === KIND.In && /^vào/i.test(site.text.slice(start[first - 1], start[first])));
}

/** `hai ngày cuối tuần` is the weekend. */
function isWeekend({ kindBehind, behind, lexemes: { kind } }: Site): boolean {
  return kindBehind === KIND.End && kind[behind + 1] === KIND.WeekWord;
}

/** Ages, ordinals, pay and rates; `10 giờ` without a word that makes it an amount is a clock. */
function isNoAmount(values: Values, site: Site): boolean {
  const { kindBefore, kindBehind } = site;
  const unit = unitOf(values);
  // `lần thứ 69 ngày Cộng hòa` is no amount.
  if (kindBefore === KIND.WeekdayWord) return true;
  if (kindBehind === KIND.Number && (unit === 'day' || unit === 'month' || unit === 'year')) return true;
  if (site.hasBehind(' n') && /^ n(?:ào|ọ)(?: |$|,)/.test(site.text.slice(site.end, site.end + 5))) return true;
  if (site.after(ROLE.Bound) || kindBehind === KIND.WeekdayWord || kindBehind === KIND.First) return true;
  if (isName(values, site) || (unit === 'day' && (isSomeDay(site) || isWeekend(site)))) return true;
  if (values.five !== undefined && unit !== 'year' && unit !== 'day' && unit !== 'week') return true;
  if (unit === 'quarter' && countOf(values) === undefined) return true;
  if (kindBefore === KIND.Slash || kindBefore === KIND.SlashLoose) return true;
  // `hai tiếng "Việt Nam"` are words.
  if (kindBehind === KIND.Quote && site.lexemes.kind[site.behind - 1] === KIND.Hours && site.text.endsWith('tiếng', site.end)) return true;
  // `24h` is a name as often as an amount, `5h` a clock.
  return values.mark !== undefined && !isHours(values, site);
}

/** Whether the number on an `h` counts hours. */
function isHours({ count, mark }: Values, site: Site): boolean {
  if (mark === 1 || (count! > 24 && site.isCapital(1))) return false;
  return (
    site.lexemes.kind[site.behind - 1] !== KIND.HourMark || site.before(ROLE.Lasting) || (count! > 24 && site.kindBehind === KIND.Other)
  );
}

function readTwo(values: Values, site: Site): Reading | undefined {
  if (!free(site)) return undefined;
  const unit = unitOf(values);
  // `24 giờ và 48 giờ`, `7 ngày hay một tháng` are two amounts.
  if (values.finer! >= UNITS.indexOf(unit)) return undefined;
  const head = amountValue(values.count!, unit);
  const tail = amountValue(values.more!, UNITS[values.finer!]!);
  if (head.startsWith('PT')) return tail.startsWith('PT') ? amount(head + tail.slice(2)) : undefined;
  return amount(head + tail.slice(1));
}

function readRange(values: Values, site: Site): Reading | undefined {
  if (!free(site) || values.count! >= values.last! || site.after(ROLE.Bound) || isOnTheWay(site)) return undefined;
  const unit = unitOf(values);
  if (isListed(site) || (unit === 'hour' && !isAmount(site) && site.lexemes.kind[site.behind - 1] === KIND.HourWord)) return undefined;
  // `70-170 g` is a weight, `29-2017 năm nay` no stretch of years.
  if (values.mark === 1 || (unit === 'year' && values.last! >= 1900)) return undefined;
  return amount(`${amountValue(values.count!, unit)}/${amountValue(values.last!, unit)}`);
}

/** So many units away, at the grain of the unit; unknown numbers leave it open. Halves of a year are told in months. */
function away(values: Values, sign: number, from: 'reference' | 'line'): When | undefined {
  // `4G nữa`, `17g sau` are no hours.
  if (values.mark === 1) return undefined;
  const named = unitOf(values);
  const unit = named === 'second' || named === 'minute' ? 'hour' : named;
  const count = countOf(values) ?? (values.count === HALF ? 0 : Number.NaN);
  const hasHalf = values.half !== undefined || values.count === HALF;
  if (unit === 'hour') return { grain: 'clock', shift: { unit, count: sign * count, from } };
  if (hasHalf && unit === 'year') return { grain: 'month', shift: { unit: 'month', count: sign * (count * 12 + 6), from } };
  return { grain: unit, shift: { unit, count: hasHalf ? Number.NaN : sign * count, from } };
}

function dayAway(values: Values, sign: number, from: 'reference' | 'line'): When {
  return { grain: 'day', shift: { unit: 'day', count: sign * (countOf(values) ?? Number.NaN), from } };
}

/** `hai hôm trước`, `vài hôm sau`; not the day of `hôm đó`. */
function readDaysAside(values: Values): When | undefined {
  if (values.side === 0) return undefined;
  return values.side! < 0 ? dayAway(values, -1, 'reference') : dayAway(values, 1, 'line');
}

/** `3 năm trước` counts from the reference; `3 ngày trước trận đấu` is an amount. */
function readAgo(values: Values, site: Site): When | Reading | undefined {
  return free(site) && !hasComplement(site) ? away(values, -1, 'reference') : undefined;
}

/** `hai ngày sau` counts from something said before; followed by an event it is an amount. */
function readAfter(values: Values, site: Site): When | Reading | undefined {
  return free(site) && !hasComplement(site) && !isClockAt(values, site) ? away(values, 1, 'line') : undefined;
}

/** Whether what follows `trước` or `sau` is what it is before or after. */
function hasComplement(site: Site): boolean {
  switch (site.kindBehind) {
    case KIND.TetEve:
    case KIND.Tet:
    case KIND.DayWord:
    case KIND.HomWord:
    case KIND.NearDayWord:
    case KIND.MonthWord:
    case KIND.YearWord:
    case KIND.Holiday:
    case KIND.LunarHoliday:
    case KIND.Mung:
    case KIND.Number:
    case KIND.HourWord:
    case KIND.LineDayWord:
      return true;
    default:
      return site.after(ROLE.Event);
  }
}

function readMore(values: Values): When | Reading | undefined {
  return away(values, 1, 'reference');
}
