import { type Draft, type Reading, type When, whenOf } from '../when.js';
import { afternoon, type JoinRule, type Parts } from './joins.js';

const DAY = (name: string) =>
  `(aDay:${name} | aDayNumber:${name} | aNearDay:${name} | aLunarDay:${name} | aHoliday:${name} | aWeekday:${name} | aTime:${name})`;
const PERIOD = (name: string) =>
  `(aMonth:${name} | aNearMonth:${name} | aQuarter:${name} | aNearQuarter:${name} | aYear:${name} | aNearYear:${name} | aDecade:${name} | aCentury:${name} | aSeason:${name} | aNearWeek:${name})`;
const CLOCK = (name: string) => `(aClock:${name} | aTime:${name})`;
const TO = '(To | Toward)';
const DASH = '(Dash | DashLoose)';

/** Ranges over whole readings: `từ tháng 10/2017 đến tháng 3/2018`, `14h14 đến 15h`, `nay đến ngày 14-2`, `2016 đến nay`. */
export const SPAN_RULES: readonly JoinRule[] = [
  { name: 'day-to-day', kind: 'aRange', pattern: `${DAY('first')} ${TO} ${DAY('last')}`, read: between },
  {
    name: 'day-dash-day',
    kind: 'aRange',
    pattern: `(aDay:first | aLunarDay:first | aTime:first) ${DASH} (aDay:last | aLunarDay:last | aTime:last)`,
    read: parts => (whenOf(parts.first)?.day === undefined ? undefined : between(parts)),
  },
  { name: 'clock-to-clock', kind: 'aRange', pattern: `${CLOCK('first')} (${TO} | ${DASH}) ${CLOCK('last')}`, read: betweenClocks },
  { name: 'period-to-period', kind: 'aRange', pattern: `${PERIOD('first')} ${TO} ${PERIOD('last')}`, read: between },
  {
    name: 'period-dash-period',
    kind: 'aRange',
    pattern: `(aMonth:first | aYear:first | aQuarter:first) ${DASH} (aMonth:last | aYear:last | aQuarter:last)`,
    read: between,
  },
  { name: 'day-to-period', kind: 'aRange', pattern: `${DAY('first')} ${TO} ${PERIOD('last')}`, read: between },
  { name: 'period-to-day', kind: 'aRange', pattern: `${PERIOD('first')} ${TO} ${DAY('last')}`, read: between },
  {
    name: 'until-now',
    kind: 'aRange',
    pattern: `(${DAY('first')} | ${PERIOD('first')}) TillNow`,
    read: ({ first }) => range(whenOf(first), 'now'),
  },
  {
    name: 'from-now',
    kind: 'aRange',
    pattern: `Now ${TO} (${DAY('last')} | ${PERIOD('last')})`,
    read: ({ last }) => range('now', whenOf(last)),
  },
  { name: 'amount-to-amount', kind: 'aDuration', pattern: `aDuration:first To aDuration:last`, read: betweenAmounts },
  { name: 'part-to-part', kind: 'aRange', pattern: `aPart:first ${TO} aPart:last`, read: between },
];

function range(first: When | 'now' | undefined, last: When | 'now' | undefined): Reading | undefined {
  return first !== undefined && last !== undefined ? { is: 'range', first, last } : undefined;
}

/** `từ 6 tháng đến 3 năm`: two amounts, the greater one last. */
function betweenAmounts({ first, last }: Parts): Reading | undefined {
  if (typeof first !== 'object' || typeof last !== 'object') return undefined;
  const a = first.reading;
  const b = last.reading;
  if (a.is !== 'amount' || b.is !== 'amount' || !(daysIn(a.value) < daysIn(b.value))) return undefined;
  return { is: 'amount', type: 'DURATION', value: `${a.value}/${b.value}` };
}

const DAYS: Readonly<Record<string, number>> = {
  D: 1,
  W: 7,
  M: 30,
  Q: 91,
  Y: 365,
  DE: 3652,
  CE: 36524,
  TS: 1 / 86400,
  TM: 1 / 1440,
  TH: 1 / 24,
};

/** How long an amount is, roughly; `NaN` for an unknown number or a range. */
function daysIn(value: string): number {
  const [days = '', time = ''] = value.slice(1).split('T');
  let sum = value.includes('/') ? Number.NaN : 0;
  for (const [, count, unit] of days.matchAll(/([\d.]+|X)([A-Z]+)/g)) sum += Number(count) * DAYS[unit!]!;
  for (const [, count, unit] of time.matchAll(/([\d.]+|X)([A-Z])/g)) sum += Number(count) * DAYS[`T${unit}`]!;
  return sum;
}

function between({ first, last }: Parts): Reading | undefined {
  const a = whenOf(first);
  const b = whenOf(last);
  if (a === undefined || b === undefined || (a.clock !== undefined) !== (b.clock !== undefined)) return undefined;
  return range(a, b);
}

/** The day and the half of the day of one end serve both: `7h - 9h sáng 5/3`. */
function betweenClocks({ first, last }: Parts): Reading | undefined {
  const a = whenOf(first);
  const b = whenOf(last);
  if (a?.clock === undefined || b?.clock === undefined) return undefined;
  const aDay = a.grain === 'day';
  const bDay = b.grain === 'day';
  const start = sharesHalf(first, last) && a.clock.hour + 12 <= b.clock.hour ? { ...a.clock, hour: a.clock.hour + 12 } : a.clock;
  if (!aDay && bDay) {
    return range({ ...b, clock: start }, b);
  }
  if (aDay && !bDay) return range(a, { ...a, clock: b.clock.hour < a.clock.hour ? afternoon(b.clock, 'AF') : b.clock });
  return range({ ...a, clock: start }, b);
}

/** `2h đến 5h chiều`: only the last clock names its half of the day. */
function sharesHalf(first: Draft | number | undefined, last: Draft | number | undefined): boolean {
  if (typeof first !== 'object' || typeof last !== 'object') return false;
  return /^clock-(?:h|gio|colon)/.test(first.rule) && (last.rule === 'clock-part' || last.rule === 'clock-near-part');
}
