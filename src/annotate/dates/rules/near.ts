import { ROLE } from '../context-words.js';
import { KIND } from '../lexeme.js';
import type { DateRule, Site, Values } from '../rule.js';
import type { Reading, When } from '../when.js';
import { free } from './calendar.js';
import { amountValue, UNITS } from './units.js';

export const WHICH =
  '(This:which | Now:which | Past:which | Ago:which | Already:which | After:which | Next:which | Toward:which | JustPast:which)';

/** Days and periods told by their distance: `hôm qua`, `tuần trước`, `năm ngoái`, `cuối tuần này`, `đầu năm`. */
export const NEAR_RULES: readonly DateRule[] = [
  {
    name: 'near-day',
    kind: 'aNearDay',
    pattern: 'NearDayWord:count',
    read: ({ count }) => ({ grain: 'day', shift: { unit: 'day', count: count!, from: 'reference' } }),
  },
  {
    name: 'line-day',
    kind: 'aNearDay',
    pattern: 'LineDayWord:count That?',
    read: ({ count }, site) => (isOne(site) ? { grain: 'day', shift: { unit: 'day', count: count!, from: 'line' } } : undefined),
  },
  {
    name: 'near-part-of-day',
    kind: 'aTime',
    pattern: '(PartOfDay:part | HourPart:which PartOfDay:part) (Now:count | Past:count | Tomorrow:count)',
    read: ({ part, count, which }) => partOfDay(part!, count!, which),
  },
  {
    name: 'line-day-after',
    kind: 'aNearDay',
    pattern: '(DayWord | HomWord) (BeforeThat:count | AfterThat:count)',
    read: ({ count }, site) => (isOne(site) ? { grain: 'day', shift: { unit: 'day', count: count!, from: 'line' } } : undefined),
  },
  { name: 'unit-until-now', kind: 'aDuration', pattern: '(WeekWord:unit | MonthWord:unit) (Now:which | Past:which)', read: readUntilNow },
  { name: 'near-week', kind: 'aNearWeek', pattern: `WeekWord ${WHICH}`, read: ({ which }, site) => nearOne('week', which!, site) },
  {
    name: 'line-week',
    kind: 'aNearWeek',
    pattern: '(WeekWord That | Same WeekWord)',
    read: (_, site) => (site.isTitle(1) ? undefined : { grain: 'week', shift: { unit: 'week', count: 0, from: 'line' } }),
  },
  {
    name: 'weekend',
    kind: 'aNearWeek',
    pattern: `End WeekWord ${WHICH}?`,
    read: ({ which }) => ({ grain: 'weekend', shift: { unit: 'weekend', count: which ?? 0, from: 'reference' } }),
  },
  {
    name: 'weekend-that',
    kind: 'aNearWeek',
    pattern: 'End WeekWord That',
    read: () => ({ grain: 'weekend', shift: { unit: 'weekend', count: 0, from: 'line' } }),
  },
  { name: 'near-month', kind: 'aNearMonth', pattern: `MonthWord ${WHICH}`, read: ({ which }, site) => nearOne('month', which!, site) },
  {
    name: 'line-month',
    kind: 'aNearMonth',
    pattern: '(MonthWord That | Same MonthWord)',
    read: () => ({ grain: 'month', shift: { unit: 'month', count: 0, from: 'line' } }),
  },
  {
    name: 'near-quarter',
    kind: 'aNearQuarter',
    pattern: `QuarterWord ${WHICH}`,
    read: ({ which }, site) => nearOne('quarter', which!, site),
  },
  {
    name: 'near-year',
    kind: 'aNearYear',
    pattern:
      '(YearWord (This:which | Now:which | Past:which | Ago:which | Already:which | After:which | Next:which | Toward:which | JustPast:which | LastYear:which))',
    read: ({ which }, site) => nearOne('year', which!, site),
  },
  {
    name: 'near-year-word',
    kind: 'aNearYear',
    pattern: 'NearYearWord:which',
    read: ({ which }) => near('year', which!),
  },
  {
    name: 'next-year',
    kind: 'aNearYear',
    pattern: 'Into YearWord',
    read: (_, site) =>
      site.kindBehind === KIND.Number || site.kindBehind === KIND.WeekdayWord || isNew(site) ? undefined : near('year', 1),
  },
  {
    name: 'line-year',
    kind: 'aNearYear',
    pattern: '(Same? YearWord That | Same YearWord)',
    read: (_, site) => (site.kindBehind === KIND.Number ? undefined : { grain: 'year', shift: { unit: 'year', count: 0, from: 'line' } }),
  },
  {
    name: 'year-after',
    kind: 'aNearYear',
    pattern: 'YearWord (BeforeThat:which | AfterThat:which)',
    read: ({ which }, site) => (isOne(site) ? { grain: 'year', shift: { unit: 'year', count: which!, from: 'line' } } : undefined),
  },
  {
    name: 'month-after',
    kind: 'aNearMonth',
    pattern: 'MonthWord (BeforeThat:which | AfterThat:which)',
    read: ({ which }, site) => (isOne(site) ? { grain: 'month', shift: { unit: 'month', count: which!, from: 'line' } } : undefined),
  },
  {
    name: 'week-after',
    kind: 'aNearWeek',
    pattern: 'WeekWord (BeforeThat:which | AfterThat:which)',
    read: ({ which }, site) => (isOne(site) ? { grain: 'week', shift: { unit: 'week', count: which!, from: 'line' } } : undefined),
  },
  {
    name: 'start-of-this',
    kind: 'aNearMonth',
    pattern: '(Start:start | Mid:mid | End:end) (MonthWord:month | YearWord:year | QuarterWord:quarter)',
    read: (values, site) => startOfThis(values, site),
  },
  {
    name: 'start-of-near',
    kind: 'aNearMonth',
    pattern: `(Start:start | Mid:mid | End:end) (MonthWord:month | YearWord:year | QuarterWord:quarter | WeekWord:week) (${WHICH} | LastYear:which)`,
    read: startOfNear,
  },
  {
    name: 'start-of-line',
    kind: 'aNearMonth',
    pattern: '(Start:start | Mid:mid | End:end) (MonthWord:month | YearWord:year | QuarterWord:quarter | WeekWord:week) That',
    read: values => ({ ...startOfNear({ ...values, which: 0 }), shift: { unit: unitOf(values), count: 0, from: 'line' } }),
  },
  {
    name: 'start-of-week',
    kind: 'aNearWeek',
    pattern: '(Start:start | Mid:mid) WeekWord',
    read: ({ start }) => ({ ...near('week', 0), mod: start === undefined ? 'MID' : 'START' }),
  },
];

export function near(unit: 'week' | 'month' | 'quarter' | 'year', count: number): When {
  return { grain: unit, shift: { unit, count, from: 'reference' } };
}

/** Not `những tuần sau`, nor `năm này qua năm khác`. */
function nearOne(unit: 'week' | 'month' | 'quarter' | 'year', count: number, site: Site): When | undefined {
  return free(site) && isOne(site) && !isOneAfterAnother(site) ? near(unit, count) : undefined;
}

/** `năm này qua năm khác`, `tháng này sang tháng khác`. */
function isOneAfterAnother({ kindBehind, first, behind, lexemes: { kind } }: Site): boolean {
  return (kindBehind === KIND.Past || kindBehind === KIND.Into) && kind[behind - 1] === KIND.This && kind[behind + 1] === kind[first];
}

/** `cả tháng nay`, `hơn tuần qua`: so long, up to now. */
function readUntilNow({ unit, which }: Values, site: Site): Reading | undefined {
  const isMeasured = site.kindBefore === KIND.Approximate;
  if (!free(site) || !isOne(site) || !(which === 0 || isMeasured)) return undefined;
  return { is: 'amount', type: 'DURATION', value: amountValue(1, UNITS[unit!]!) };
}

/** `sáng nay`, `tối qua`, `trưa mai`. */
function partOfDay(part: number, count: number, hours: number | undefined): When {
  return {
    grain: 'day',
    shift: { unit: 'day', count, from: 'reference' },
    part: PART_OF[part]!,
    mod: hours === undefined ? undefined : MODS[hours],
  };
}

/** By the value of `đầu giờ`, `giữa giờ`, `cuối giờ`. */
export const MODS = ['START', 'MID', 'END'] as const;

export const PART_OF = ['MO', 'MI', 'AF', 'EV', 'NI'] as const;

/** `ngày trước đó` is one day, `những ngày trước đó` are not. */
function isOne({ kindBefore }: Site): boolean {
  return kindBefore !== KIND.Those && kindBefore !== KIND.Few && kindBefore !== KIND.Many;
}

function modOf({ start, mid }: Values): 'START' | 'MID' | 'END' {
  return start !== undefined ? 'START' : mid !== undefined ? 'MID' : 'END';
}

function unitOf({ month, year, week }: Values): 'month' | 'year' | 'week' | 'quarter' {
  return month !== undefined ? 'month' : year !== undefined ? 'year' : week !== undefined ? 'week' : 'quarter';
}

/** `đầu năm sau`, `nửa cuối năm nay`; the end of a week is its weekend. */
function startOfNear(values: Values): When {
  const unit = unitOf(values);
  const count = values.which!;
  if (unit === 'year' && (values.start ?? values.end) === 1)
    return { grain: 'half', ordinal: values.start === undefined ? 2 : 1, shift: { unit, count, from: 'reference' } };
  if (unit === 'week' && values.end !== undefined) return { grain: 'weekend', shift: { unit: 'weekend', count, from: 'reference' } };
  return { ...near(unit, count), mod: modOf(values) };
}

/** `năm mới`. */
function isNew({ text, end }: Site): boolean {
  return /^ mới/i.test(text.slice(end, end + 4));
}

function startOfThis(values: Readonly<Record<string, number | undefined>>, site: Site): When | undefined {
  const { kindBehind } = site;
  if (kindBehind === KIND.Number || kindBehind === KIND.NumWord || kindBehind === KIND.Fourth || kindBehind === KIND.Roman)
    return undefined;
  // `đầu tháng Năm` is in May, `đầu năm mới` no date.
  if (site.after(ROLE.Bound) || isNew(site) || (kindBehind === KIND.YearWord && site.isCapital(site.behind - site.first))) return undefined;
  const mod = values.start !== undefined ? 'START' : values.mid !== undefined ? 'MID' : 'END';
  const unit = values.month !== undefined ? 'month' : values.year !== undefined ? 'year' : 'quarter';
  return { ...near(unit, 0), mod };
}
