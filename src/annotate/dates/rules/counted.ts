import type { DateType } from '../../../model/date-mention.js';
import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { Reading, ShiftUnit, When } from '../when.js';
import { free } from './calendar.js';
import { isAmount } from './clocks.js';

const COUNT = '(Number:count | NumWord:count | BigNumber:count | Few:few | Many:many | Tens:many | Half:half | YearWord:five)';
const UNIT =
  '(SecondWord:second | MinuteWord:minute | HourWord:hour | HourMark:mark | Hours:hour | DayWord:day | DayNight:day | WeekWord:week | MonthWord:month | QuarterWord:quarter | YearWord:year | DecadeWord:decade | CenturyWord:century)';

/** Amounts of time, and days so many units away: `5 năm`, `20 ngày qua`, `cách đây ba tuần`, `hai ngày sau đó`. */
export const COUNTED_RULES: readonly DateRule[] = [
  { name: 'ago', kind: 'aNearDay', pattern: `AgoHead Approximate? ${COUNT} ${UNIT}`, read: values => away(values, -1, 'reference') },
  { name: 'units-ago', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} (Ago | AgoHere)`, read: readAgo },
  { name: 'units-before-that', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} BeforeThat`, read: values => away(values, -1, 'line') },
  { name: 'units-after', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} (After | AfterThat)`, read: readAfter },
  {
    name: 'that-units-after',
    kind: 'aNearDay',
    pattern: `(AfterThat:after | BeforeThat:before) Approximate? ${COUNT} ${UNIT}`,
    read: values => away(values, values.after === undefined ? -1 : 1, 'line'),
  },
  { name: 'units-more', kind: 'aNearDay', pattern: `${COUNT} ${UNIT} More`, read: readMore },
  {
    name: 'amount-past',
    kind: 'aDuration',
    pattern: `${COUNT} ${UNIT} (Past | Now | Toward | Next | JustPast | Recently | Following)`,
    read: readAmount,
  },
  { name: 'amount', kind: 'aDuration', pattern: `${COUNT} ${UNIT}`, read: readAmount },
  { name: 'amount-half', kind: 'aDuration', pattern: `${COUNT} ${UNIT} AndHalf:half`, read: readAmount },
  { name: 'amount-decimal', kind: 'aDuration', pattern: `Number:count CommaTight Number:fraction ${UNIT}`, read: readAmount },
  {
    name: 'amount-two-units',
    kind: 'aDuration',
    pattern:
      '(Number:count | NumWord:count) (YearWord:year | HourWord:hour | MonthWord:month | DayWord:day | MinuteWord:minute | Hours:hour) (And)? (Number:more | NumWord:more) (MonthWord:months | MinuteWord:minutes | DayWord:days | HourWord:hours | SecondWord:seconds)',
    read: readTwo,
  },
  {
    name: 'amount-range',
    kind: 'aDuration',
    pattern: `(Number:count | NumWord:count) (Dash | DashLoose | To | Toward) (Number:last | NumWord:last) ${UNIT}`,
    read: readRange,
  },
];

const LETTER: Readonly<Record<string, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
};
const UNITS = Object.keys(LETTER);

function unitOf(values: Values): string {
  return UNITS.find(unit => values[unit] !== undefined) ?? 'hour';
}

/** How many; `undefined` when the text does not say. */
function countOf({ count, five }: Values): number | undefined {
  return count ?? (five === undefined ? undefined : 5);
}

/** TIMEX3: `P3Y`, `PT2H`, `PXD` for an unknown number. */
export function amountValue(count: number | string, unit: string): string {
  return `${unit === 'second' || unit === 'minute' || unit === 'hour' ? 'PT' : 'P'}${count}${LETTER[unit]}`;
}

function amount(value: string, type: DateType = 'DURATION'): Reading {
  return { is: 'amount', type, value };
}

/** `50 năm mới có một lần` recurs. */
function isOnce({ lexemes: { kind }, behind }: Site): boolean {
  return kind[behind] === KIND.Other && kind[behind + 1] === KIND.Every;
}

function readAmount(values: Values, site: Site): Reading | undefined {
  if (!free(site) || isNoAmount(values, site)) return undefined;
  const unit = unitOf(values);
  const count = countOf(values);
  if (values.fraction !== undefined) return amount(amountValue(`${count}.${values.fraction}`, unit));
  if (count === undefined) return values.half !== undefined ? amount(halfOf(unit)) : amount(amountValue('X', unit));
  return amount(amountValue(values.half === undefined ? count : count + 0.5, unit), isOnce(site) ? 'SET' : 'DURATION');
}

function halfOf(unit: string): string {
  if (unit === 'year') return 'P6M';
  if (unit === 'hour') return 'PT30M';
  return amountValue(0.5, unit);
}

/** Ages, ordinals, pay and rates; `10 giờ` without a word that makes it an amount is a clock. */
function isNoAmount(values: Values, site: Site): boolean {
  const { kindBefore, kindBehind } = site;
  if (kindBehind === KIND.Number && (values.day !== undefined || values.month !== undefined || values.year !== undefined)) return true;
  if (/^ n(?:ào|ọ)(?: |$|,)/.test(site.text.slice(site.end, site.end + 5))) return true;
  if (site.after(ROLE.Bound) || kindBehind === KIND.WeekdayWord || kindBehind === KIND.First) return true;
  if (values.five !== undefined && values.year === undefined && values.day === undefined && values.week === undefined) return true;
  if (values.quarter !== undefined && values.count === undefined) return true;
  if (kindBefore === KIND.Slash || kindBefore === KIND.SlashLoose) return true;
  // `24h` is a name as often as an amount, `5h` a clock.
  if (values.mark !== undefined)
    return values.mark === 1 || (site.lexemes.kind[site.behind - 1] === KIND.HourMark && !site.before(ROLE.Lasting));
  return false;
}

function readTwo(values: Values, site: Site): Reading | undefined {
  if (!free(site)) return undefined;
  if ((values.hour !== undefined || values.mark !== undefined) && !isAmount(site) && values.count! < 24) return undefined;
  const unit = unitOf(values);
  const finer = ['months', 'days', 'hours', 'minutes', 'seconds'].find(name => values[name] !== undefined)!;
  const head = amountValue(values.count!, unit);
  const tail = amountValue(values.more!, finer.slice(0, -1));
  if (head.startsWith('PT')) return tail.startsWith('PT') ? amount(head + tail.slice(2)) : undefined;
  return amount(head + tail.slice(1));
}

function readRange(values: Values, site: Site): Reading | undefined {
  if (!free(site) || values.count! >= values.last! || site.after(ROLE.Bound)) return undefined;
  const unit = unitOf(values);
  if (unit === 'hour' && !site.before(ROLE.Lasting) && site.lexemes.kind[site.behind - 1] === KIND.HourWord) return undefined;
  return amount(`${amountValue(values.count!, unit)}/${amountValue(values.last!, unit)}`);
}

const SHIFTS: Readonly<Record<string, ShiftUnit>> = {
  second: 'hour',
  minute: 'hour',
  hour: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
};

/** So many units away, at the grain of the unit; unknown numbers leave it open. */
function away(values: Values, sign: number, from: 'reference' | 'line'): When | undefined {
  const unit = SHIFTS[unitOf(values)]!;
  const count = countOf(values);
  const grain = unit === 'hour' || unit === 'weekend' ? 'clock' : unit;
  return { grain, shift: { unit, count: count === undefined ? Number.NaN : sign * count, from } };
}

/** `3 năm trước` counts from the reference; `3 ngày trước trận đấu` is an amount. */
function readAgo(values: Values, site: Site): When | Reading | undefined {
  return free(site) && !hasComplement(site) ? away(values, -1, 'reference') : undefined;
}

/** `hai ngày sau` counts from something said before; followed by an event it is an amount. */
function readAfter(values: Values, site: Site): When | Reading | undefined {
  return free(site) && !hasComplement(site) ? away(values, 1, 'line') : undefined;
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
