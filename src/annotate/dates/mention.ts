import type { DateMention, DateReference, DateType } from '../../model/date-mention.js';
import { civilDay, parseDay } from './calendar-day.js';
import { type Outlook, outlook } from './clause.js';
import type { Lexemes } from './lexeme.js';
import { periodOf } from './period.js';
import { ALL, type Context, NOTHING, type Resolved, resolve, resolved } from './resolve/index.js';
import { dayText, timeText } from './time-text.js';
import { type Draft, type Point, type Reading, UNKNOWN, type When, whole } from './when.js';

type Range = Extract<Reading, { is: 'range' }>;

/** A line under way. */
interface Line {
  readonly source: Lexemes['source'];
  readonly drafts: readonly Draft[];
  readonly context: Context;
  /** The reference as it is written. */
  readonly today: string | undefined;
  /** By draft: the point that it was resolved to. */
  readonly points: (Point | undefined)[];
}

/** Turns drafts into mentions: values against the reference, in the order of the text. */
export function toMentions(drafts: readonly Draft[], { source, start, end }: Lexemes, reference: DateReference): DateMention[] {
  const line: Line = { source, drafts, context: contextOf(reference), today: reference.day, points: drafts.map(() => undefined) };
  return drafts.map(({ first, behind }, i) => mentionOf(line, i, start[first]!, end[behind - 1]!));
}

function contextOf({ day, anchor }: DateReference): Context {
  if (day !== undefined) return { day: parseDay(day), anchor: undefined, line: undefined };
  return { day: undefined, anchor: anchor === undefined ? undefined : parseDay(anchor), line: undefined };
}

function mentionOf(line: Line, place: number, start: number, end: number): DateMention {
  const { context } = line;
  const draft = line.drafts[place]!;
  const { reading, rule } = draft;
  if (reading.is === 'amount')
    return { start, end, type: reading.type, value: reading.value, from: null, to: null, implied: NOTHING, rule };
  if (reading.is === 'vague')
    return { start, end, type: 'DATE', value: reading.value, from: null, to: null, implied: NOTHING, rule, vague: true };
  const view: Outlook = context.day === undefined || isSettled(reading) ? 'none' : outlook(line.source.text, start, end);
  if (reading.is === 'range') return build(line, rule, start, end, typeOfRange(reading), resolveRange(reading, context, view), undefined);
  const { when } = reading;
  const other = draft.sameAs === undefined ? undefined : line.drafts[draft.sameAs]!.reading;
  const found =
    other?.is === 'when' ? resolveSame(when, line.points[draft.sameAs!], other.when, context, view) : resolve(when, context, view);
  const { point } = found;
  line.points[place] = point;
  if (point !== undefined && (point.year !== undefined || point.month !== undefined)) context.line = point;
  return build(line, rule, start, end, typeOf(when), found, when.mod);
}

/** The day of an apposition, with the time of the expression itself. */
function resolveSame(when: When, known: Point | undefined, other: When, context: Context, view: Outlook): Resolved {
  const point = known ?? resolve(other, context, view).point ?? UNKNOWN;
  const lunar = when.lunar === true ? resolve(when, context, view).lunar : undefined;
  return resolved(dayText(point) + timeText(when), ALL, point, lunar);
}

function resolveRange({ first, last }: Range, context: Context, view: Outlook): Resolved {
  const [a, b] = shareFields(first, last, context);
  const head = a === 'now' ? undefined : resolve(a, context, view);
  if (head?.point !== undefined) context.line = head.point;
  const from = head?.point ?? (a === 'now' && context.day !== undefined ? civilDay(context.day) : undefined);
  const bounded = b !== 'now' && b.year === undefined && b.shift === undefined && from?.year !== undefined;
  const tail = b === 'now' ? undefined : resolve(b, context, a === 'now' ? 'planned' : view, bounded ? from : undefined);
  if (tail?.point !== undefined) context.line = tail.point;
  const value = `${head?.value ?? 'PRESENT_REF'}/${tail?.value ?? 'PRESENT_REF'}`;
  const implied = both(head?.implied ?? NOTHING, tail?.implied ?? NOTHING);
  return resolved(value, implied, undefined, undefined, head?.fileYear === true || tail?.fileYear === true);
}

/** What either of them implies, that of the first before. */
function both(first: Resolved['implied'], last: Resolved['implied']): Resolved['implied'] {
  return first.length === 0 || first === last ? last : last.length === 0 ? first : [...new Set([...first, ...last])];
}

function build(line: Line, rule: string, start: number, end: number, type: DateType, found: Resolved, mod: When['mod']): DateMention {
  const { value, implied, fileYear, lunar } = found;
  const { from, to } = periodOf(value, line.today);
  const mention: { -readonly [Key in keyof DateMention]: DateMention[Key] } = {
    start,
    end,
    type,
    value,
    from,
    to,
    implied,
    rule: fileYear ? `${rule}+file-year` : rule,
  };
  if (mod !== undefined) mention.mod = mod;
  if (lunar !== undefined) mention.lunar = lunar;
  return mention;
}

/** Whether no clause can change what a reading means: its year is written, or it counts from somewhere. */
function isSettled(reading: Draft['reading']): boolean {
  if (reading.is === 'range') return reading.first !== 'now' && isSettledWhen(reading.first);
  return reading.is === 'when' && isSettledWhen(reading.when);
}

function isSettledWhen({ year, shift, grain, part, day, weekday, lunar, ordinal }: When): boolean {
  if (year !== undefined || shift !== undefined || grain === 'clock' || grain === 'decade' || grain === 'century') return true;
  return part !== undefined && day === undefined && weekday === undefined && lunar === undefined && ordinal === undefined;
}

function typeOf(when: When): DateType {
  return when.clock !== undefined || when.part !== undefined || when.grain === 'clock' ? 'TIME' : 'DATE';
}

function typeOfRange({ first, last }: Range): DateType {
  const when = first === 'now' ? last : first;
  return when === 'now' ? 'DATE' : typeOf(when);
}

/** Gives each end of a range what only the other says, so that the first does not follow the last. */
function shareFields(first: When | 'now', last: When | 'now', { day: today }: Context): [When | 'now', When | 'now'] {
  if (first === 'now' || last === 'now') return [first, last];
  let a = lunarLike(first, last);
  let b = last;
  // `từ đầu năm đến hết tháng 10-2017`, read later.
  if (
    a.mod === 'START' &&
    a.grain === 'year' &&
    a.shift?.count === 0 &&
    b.year !== undefined &&
    today !== undefined &&
    b.year < civilDay(today).year
  )
    a = whole({ ...a, shift: undefined, year: b.year });
  if (a.grain === 'day' && b.grain === 'day' && a.day !== undefined && b.day !== undefined) {
    if (a.month === undefined && b.month !== undefined) {
      a = whole({ ...a, month: b.month });
      if (b.shift !== undefined && a.shift === undefined) a = whole({ ...a, shift: b.shift });
    }
  }
  if (a.grain === 'month' || a.grain === 'day' || a.grain === 'quarter') {
    if (a.year === undefined && a.shift === undefined && a.month !== undefined && b.year !== undefined) {
      a = whole({ ...a, year: b.month !== undefined && order(a) > order(b) ? b.year - 1 : b.year });
    } else if (a.year === undefined && a.shift === undefined && a.grain === b.grain && b.shift?.unit === 'year')
      a = whole({ ...a, shift: order(a) > order(b) ? { ...b.shift, count: b.shift.count - 1 } : b.shift });
    else if (a.grain === 'quarter' && a.year === undefined && a.shift === undefined && b.year !== undefined)
      a = whole({ ...a, year: b.year });
  }
  if (a.year !== undefined && b.year === undefined && b.shift === undefined && b.month !== undefined)
    b = whole({ ...b, year: order(b) < order(a) ? a.year + 1 : a.year });
  return [a, b];
}

/** `ngày 4 đến 16 tháng Giêng`: the first day is of the lunar calendar too; one that is greater than the last, of the month before. */
function lunarLike(first: When, last: When): When {
  const { day, month } = first;
  if (last.lunar !== true || first.lunar === true || day === undefined || last.day === undefined) return first;
  if (first.grain !== 'day' || first.year !== undefined || first.shift !== undefined || last.month === undefined) return first;
  if (month !== undefined)
    return month === last.month && day < last.day ? whole({ ...first, lunar: true, year: last.year, cycle: last.cycle }) : first;
  if (day < last.day) return whole({ ...first, lunar: true, month: last.month, year: last.year, cycle: last.cycle });
  return whole({ ...first, lunar: true, month: last.month === 1 ? 12 : last.month - 1, year: last.year });
}

function order({ month = 0, day = 0 }: When): number {
  return month * 100 + day;
}
