import type { Captures } from '../captures.js';
import type { Row } from '../grammar.js';
import { KIND, type KindName } from '../lexeme.js';
import { timeText } from '../time-text.js';
import { type Clock, type Draft, type Reading, type When, whenOf } from '../when.js';
import { aside } from './aside.js';

/** What a join reads: drafts by capture, and the value of a captured lexeme as a number. */
export type Parts = Captures<Draft | number>;

/** The text, and where the match ends in it. */
export interface Around {
  readonly source: { readonly text: string };
  readonly end: number;
  /** The kind of the reading or lexeme behind; -1 at the text's end. */
  readonly kindBehind: number;
}

/** Readings side by side that are one expression: `7h sáng 29/11`, `tháng 10 năm ngoái`, `đầu năm sau`. */
export interface JoinRule extends Row {
  readonly kind: KindName;
  readonly read: (parts: Parts, around: Around) => When | Reading | undefined;
}

const DAY = '(aDay:day | aDayNumber:day | aNearDay:day | aLunarDay:day | aHoliday:day)';
const TIME = '(aClock:clock | aPart:part | aClock:clock Comma? aPart:part)';
const PERIOD =
  '(aWeek:period | aNearWeek:period | aMonth:period | aNearMonth:period | aQuarter:period | aNearQuarter:period | aYear:period | aNearYear:period | aDecade:period | aCentury:period | aSeason:period | aLunarMonth:period)';
const SIDE = '(JustPast:side | Toward:side | Next:side | Past:side)';

export const JOIN_RULES: readonly JoinRule[] = [
  { name: 'clock-part', kind: 'aClock', pattern: 'aClock:clock aPart:part', read: ({ clock, part }) => atTime(undefined, clock, part) },
  { name: 'time-day', kind: 'aTime', pattern: `${TIME} (Comma | At)? ${DAY}`, read: ({ clock, part, day }) => atTime(day, clock, part) },
  {
    name: 'time-weekday-day',
    kind: 'aTime',
    pattern: `${TIME} (Comma | At)? aWeekday Comma? ${DAY}`,
    read: ({ clock, part, day }) => atTime(day, clock, part),
  },
  {
    name: 'time-weekday',
    kind: 'aTime',
    pattern: `${TIME} (Comma | At)? aWeekday:day`,
    read: ({ clock, part, day }) => atTime(day, clock, part),
  },
  {
    name: 'clock-near-part',
    kind: 'aTime',
    pattern: 'aClock:clock Comma? aTime:day',
    read: ({ clock, day }) => atTime(day, clock, undefined),
  },
  {
    name: 'day-time',
    kind: 'aTime',
    pattern: `(aDay:day | aNearDay:day | aLunarDay:day | aHoliday:day | aWeekday:day | aTime:day) (Comma | At | Comma At)? aClock:clock aPart:part?`,
    read: ({ day, clock, part }, { kindBehind }) => (ownsTime(kindBehind) ? undefined : atTime(day, clock, part)),
  },
  {
    name: 'clock-range-part',
    kind: 'aRange',
    pattern: `aRange:range (aPart:part | aTime:day | aPart:part? Comma? ${DAY})`,
    read: ({ range, part, day }) => rangeOfDay(range, part, day),
  },
  { name: 'part-of-set', kind: 'aSet', pattern: 'aSet:range (aWeekday:day)', read: ({ range, day }) => weekdayOfSet(range, day) },
  { name: 'weekday-day', kind: 'aDay', pattern: 'aWeekday Comma? (aDay:day | aDayNumber:day)', read: ({ day }) => whenOf(day) },
  {
    name: 'day-of-near-year',
    kind: 'aDay',
    pattern: '(aDay:day | aLunarDay:day | aHoliday:day) Comma? aNearYear:year',
    read: ({ day, year }) => inYear(day, year),
  },
  {
    name: 'day-of-year',
    kind: 'aDay',
    pattern: '(aDay:day | aLunarDay:day | aHoliday:day) Comma? aYear:year',
    read: ({ day, year }) => inYear(day, year),
  },
  {
    name: 'time-day-of-year',
    kind: 'aTime',
    pattern: `${TIME} (Comma | At)? (aDay:day | aLunarDay:day | aHoliday:day) (aYear:year | aNearYear:year)`,
    read: ({ clock, part, day, year }) => withTime(inYear(day, year), clock, part),
  },
  {
    name: 'month-of-near-year',
    kind: 'aMonth',
    pattern: '(aMonth:month | aLunarMonth:month) ((Comma | Of)? aNearYear:year | aYear:year)',
    read: ({ month, year }) => inYear(month, year),
  },
  {
    name: 'quarter-of-near-year',
    kind: 'aQuarter',
    pattern: 'aQuarter:quarter (Comma | Of)? (aNearYear:year | aYear:year)',
    read: ({ quarter, year }) => inYear(quarter, year),
  },
  { name: 'time-of-set', kind: 'aSet', pattern: `${TIME} Comma? aSet:day`, read: ({ clock, part, day }) => timeOfSet(day, clock, part) },
  {
    name: 'part-to-end',
    kind: 'aRange',
    pattern: '(Start:start | Mid:mid | End:end) aRange:range (Comma? (aNearYear:year | aYear:year))?',
    read: parts => fromPart(parts),
  },
  {
    name: 'range-in-year',
    kind: 'aRange',
    pattern: 'aRange:range Comma? (aNearYear:year | aYear:year)',
    read: ({ range, year }) => rangeInYear(range, year),
  },
  {
    name: 'day-of-near-month',
    kind: 'aDay',
    pattern: 'aDayNumber:day (aNearMonth:month | aMonth:month)',
    read: ({ day, month }) => ofMonth(day, month),
  },
  {
    name: 'day-aside',
    kind: 'aDay',
    pattern: `(aDay:day | aDayNumber:day | aLunarDay:day | aHoliday:day) ${SIDE}`,
    read: ({ day, side }, around) => aside(day, side, around),
  },
  {
    name: 'time-day-aside',
    kind: 'aTime',
    pattern: `${TIME} (Comma | At)? (aDay:day | aDayNumber:day) ${SIDE}`,
    read: ({ clock, part, day, side }, around) => withTime(aside(day, side, around), clock, part),
  },
  {
    name: 'month-aside',
    kind: 'aMonth',
    pattern: `(aMonth:day | aQuarter:day) (${SIDE} | This)`,
    read: ({ day, side }, around) => aside(day, side, around),
  },
  { name: 'part-of-period', kind: 'aMonth', pattern: `(Start:start | Mid:mid | End:end) (Of)? ${PERIOD}`, read: partOfPeriod },
  {
    name: 'part-of-month-of-year',
    kind: 'aMonth',
    pattern: '(Start:start | Mid:mid | End:end) (Of)? (aMonth:month | aQuarter:month | aLunarMonth:month) (aNearYear:year | aYear:year)',
    read: parts => withMod(inYear(parts.month, parts.year), parts),
  },
  {
    name: 'part-of-period-aside',
    kind: 'aMonth',
    pattern: `(Start:start | Mid:mid | End:end) (Of)? (aMonth:day | aQuarter:day) (${SIDE} | This)`,
    read: (parts, around) => withMod(aside(parts.day, parts.side, around), parts),
  },
];

/** A day with a clock, a part of the day, or both: the part says which half the hour lies in. */
function atTime(day: Draft | number | undefined, clock: Draft | number | undefined, part: Draft | number | undefined): When | undefined {
  return withTime(day === undefined ? { grain: 'clock' } : whenOf(day), clock, part);
}

function withTime(day: When | undefined, clock: Draft | number | undefined, part: Draft | number | undefined): When | undefined {
  // `vài phút sau đó, vào lúc 8h44` are two times.
  if (day === undefined || ((day.clock !== undefined || day.shift?.unit === 'hour') && clock !== undefined)) return undefined;
  const time = whenOf(clock);
  const piece = whenOf(part);
  const half = piece?.part ?? day.part;
  if (time?.clock === undefined) return { ...day, part: half, mod: piece?.mod ?? day.mod };
  const grain = day.grain === 'clock' ? 'clock' : 'day';
  return { ...day, grain, part: undefined, clock: afternoon(time.clock, time.part ?? half) };
}

/** `2h chiều` is 14:00, `7h tối` 19:00, `11h đêm` 23:00, `12h đêm` 0:00. */
export function afternoon(clock: Clock, part: string | undefined): Clock {
  const { hour } = clock;
  if (part === 'AF' && hour < 12) return { ...clock, hour: hour + 12 };
  if (part === 'EV' && hour >= 4 && hour < 12) return { ...clock, hour: hour + 12 };
  if (part === 'NI' && hour >= 7 && hour < 12) return { ...clock, hour: hour + 12 };
  if (part === 'NI' && hour === 12) return { ...clock, hour: 0 };
  if (part === 'MI' && hour >= 1 && hour <= 3) return { ...clock, hour: hour + 12 };
  return clock;
}

/** `19h50 thứ Bảy hàng tuần`: the time of what recurs on a day of the week. */
function timeOfSet(
  set: Draft | number | undefined,
  clock: Draft | number | undefined,
  part: Draft | number | undefined,
): Reading | undefined {
  if (typeof set !== 'object' || set.reading.is !== 'amount' || !set.reading.value.startsWith('XXXX-WXX-')) return undefined;
  const time = withTime({ grain: 'clock' }, clock, part);
  return time === undefined ? undefined : { ...set.reading, value: set.reading.value + timeText(time) };
}

/** Whether the time before belongs to this kind of reading rather than to a day before the time. */
function ownsTime(kind: number): boolean {
  switch (kind) {
    case KIND.aDay:
    case KIND.aDayNumber:
    case KIND.aNearDay:
    case KIND.aWeekday:
    case KIND.aLunarDay:
    case KIND.aHoliday:
    case KIND.aTime:
    case KIND.aPart:
      return true;
    default:
      return false;
  }
}

/** `8-10h sáng mai`: the clocks of a range lie on one day, and in one half of it. */
function rangeOfDay(
  range: Draft | number | undefined,
  part: Draft | number | undefined,
  day: Draft | number | undefined,
): Reading | undefined {
  if (typeof range !== 'object' || range.reading.is !== 'range') return undefined;
  const { first, last } = range.reading;
  const on = day === undefined ? ({ grain: 'clock' } as const) : whenOf(day);
  if (first === 'now' || last === 'now' || first.clock === undefined || last.clock === undefined || on?.clock !== undefined)
    return undefined;
  const half = whenOf(part)?.part ?? on?.part;
  const grain = on?.grain === 'clock' ? 'clock' : 'day';
  const at = (clock: Clock): When => ({ ...on, grain, part: undefined, clock: afternoon(clock, half) });
  return { is: 'range', first: at(first.clock), last: at(last.clock) };
}

/** `mỗi tối thứ Sáu`. */
function weekdayOfSet(set: Draft | number | undefined, day: Draft | number | undefined): Reading | undefined {
  const weekday = whenOf(day)?.weekday;
  const daily = 'XXXX-XX-XX';
  if (typeof set !== 'object' || set.reading.is !== 'amount' || !set.reading.value.startsWith(`${daily}T`) || weekday === undefined)
    return undefined;
  return { ...set.reading, value: `XXXX-WXX-${weekday}${set.reading.value.slice(daily.length)}` };
}

/** A day, month or quarter in a year that stands behind it. */
function inYear(inner: Draft | number | undefined, year: Draft | number | undefined): When | undefined {
  const when = whenOf(inner);
  const outer = whenOf(year);
  if (when === undefined || outer === undefined || when.year !== undefined || when.shift !== undefined || outer.months !== undefined)
    return undefined;
  if (outer.mod !== undefined) return undefined;
  // A year of the sixty-year cycle is one of the lunar calendar.
  const lunar = outer.cycle !== undefined && when.day !== undefined ? true : when.lunar;
  return { ...when, side: undefined, year: outer.year, shift: outer.shift, cycle: outer.cycle ?? when.cycle, lunar };
}

/** `giữa tháng 5 đến tháng 7`: the part is of the first end. */
function fromPart(parts: Parts): Reading | undefined {
  const { range, year } = parts;
  const reading = year !== undefined ? rangeInYear(range, year) : typeof range === 'object' ? range.reading : undefined;
  if (reading?.is !== 'range' || reading.first === 'now') return undefined;
  const { grain } = reading.first;
  return grain === 'day' || grain === 'clock' ? undefined : { ...reading, first: withMod(reading.first, parts)! };
}

/** `tháng 1-5 năm nay`: both ends lie in the year. */
function rangeInYear(range: Draft | number | undefined, year: Draft | number | undefined): Reading | undefined {
  const outer = whenOf(year);
  if (typeof range !== 'object' || range.reading.is !== 'range' || outer === undefined || outer.mod !== undefined) return undefined;
  const { first, last } = range.reading;
  if (first === 'now' || last === 'now' || first.month === undefined || last.month === undefined) return undefined;
  if (first.year !== undefined || last.year !== undefined) return undefined;
  const { year: of, shift } = outer;
  return {
    is: 'range',
    first: { ...first, year: of, shift: shift ?? first.shift },
    last: { ...last, year: of, shift: shift ?? last.shift },
  };
}

/** `ngày 15 tháng trước`, `ngày 9 tháng Giêng`. */
function ofMonth(day: Draft | number | undefined, month: Draft | number | undefined): When | undefined {
  const when = whenOf(day);
  const outer = whenOf(month);
  if (when === undefined || outer === undefined || outer.mod !== undefined) return undefined;
  return { ...outer, grain: 'day', day: when.day! };
}

function partOfPeriod(parts: Parts): When | undefined {
  const period = whenOf(parts.period);
  if (period === undefined || period.mod !== undefined) return undefined;
  const half = parts.start === 1 || parts.end === 1;
  if (half && period.grain === 'year') return { ...period, grain: 'half', ordinal: parts.start === undefined ? 2 : 1 };
  if (parts.end !== undefined && period.grain === 'week')
    return { ...period, grain: 'weekend', shift: period.shift && { ...period.shift, unit: 'weekend' } };
  return withMod(period, parts);
}

function withMod(when: When | undefined, { start, mid }: Parts): When | undefined {
  if (when === undefined) return undefined;
  return { ...when, mod: start !== undefined ? 'START' : mid !== undefined ? 'MID' : 'END' };
}
