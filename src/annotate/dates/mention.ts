import type { DateMention, DateReference, DateType } from '../../model/date-mention.js';
import { civilDay, formatDay, parseDay } from './calendar-day.js';
import { type Outlook, outlook } from './clause.js';
import type { Lexemes } from './lexeme.js';
import { periodOf } from './period.js';
import { type Context, type Resolved, resolve } from './resolve/index.js';
import { dayText, timeText } from './time-text.js';
import type { Draft, Point, When } from './when.js';

/** Turns drafts into mentions: values against the reference, in the order of the text. */
export function toMentions(drafts: readonly Draft[], lexemes: Lexemes, reference: DateReference): DateMention[] {
  const context: Context = {
    day: reference.day === undefined ? undefined : parseDay(reference.day),
    anchor: reference.day !== undefined || reference.anchor === undefined ? undefined : parseDay(reference.anchor),
    line: undefined,
  };
  const found: DateMention[] = [];
  const points: (Point | undefined)[] = [];
  drafts.forEach((draft, i) => {
    const start = lexemes.start[draft.first]!;
    const end = lexemes.end[draft.behind - 1]!;
    found.push(mention(draft, start, end, i));
  });
  return found;

  function mention(draft: Draft, start: number, end: number, place: number): DateMention {
    const { reading } = draft;
    if (reading.is === 'amount')
      return { start, end, type: reading.type, value: reading.value, from: null, to: null, implied: [], rule: draft.rule };
    if (reading.is === 'vague')
      return { start, end, type: 'DATE', value: reading.value, from: null, to: null, implied: [], rule: draft.rule, vague: true };
    const view: Outlook = context.day === undefined || isSettled(reading) ? 'none' : outlook(lexemes.text, start, end);
    if (reading.is === 'range') return range(reading.first, reading.last, draft, start, end, view);
    const { when } = reading;
    const other = draft.sameAs === undefined ? undefined : drafts[draft.sameAs];
    const resolved =
      other !== undefined && other.reading.is === 'when'
        ? sameAs(when, other.reading.when, draft.sameAs!, view)
        : resolve(when, context, view);
    points[place] = resolved.point;
    if (resolved.point !== undefined && (resolved.point.year !== undefined || resolved.point.month !== undefined))
      context.line = resolved.point;
    return build(draft.rule, start, end, typeOf(when), resolved, when);
  }

  /** The day of an apposition, with the time of the expression itself. */
  function sameAs(when: When, other: When, place: number, view: Outlook): Resolved {
    const point = points[place] ?? resolve(other, context, view).point ?? {};
    const lunar = when.lunar === true ? resolve(when, context, view).lunar : undefined;
    return { value: dayText(point) + timeText(when), implied: ['year', 'month', 'day'], point, ...(lunar !== undefined && { lunar }) };
  }

  function range(first: When | 'now', last: When | 'now', draft: Draft, start: number, end: number, view: Outlook): DateMention {
    const [a, b] = shareFields(first, last);
    const head = a === 'now' ? undefined : resolve(a, context, view);
    if (head?.point !== undefined) context.line = head.point;
    const from = head?.point ?? (a === 'now' && context.day !== undefined ? civilDay(context.day) : undefined);
    const bounded = b !== 'now' && b.year === undefined && b.shift === undefined && from?.year !== undefined;
    const tail = b === 'now' ? undefined : resolve(b, context, a === 'now' ? 'planned' : view, bounded ? from : undefined);
    if (tail?.point !== undefined) context.line = tail.point;
    const value = `${head?.value ?? 'PRESENT_REF'}/${tail?.value ?? 'PRESENT_REF'}`;
    const type = a !== 'now' ? typeOf(a) : b !== 'now' ? typeOf(b) : 'DATE';
    const implied = [...new Set([...(head?.implied ?? []), ...(tail?.implied ?? [])])];
    const file = head?.fileYear === true || tail?.fileYear === true;
    return build(draft.rule, start, end, type, { value, implied, ...(file && { fileYear: true }) }, undefined);
  }

  function build(rule: string, start: number, end: number, type: DateType, resolved: Resolved, when: When | undefined): DateMention {
    const period = periodOf(resolved.value, context.day === undefined ? undefined : formatDay(context.day));
    return {
      start,
      end,
      type,
      value: resolved.value,
      from: period.from,
      to: period.to,
      implied: resolved.implied,
      rule: resolved.fileYear === true ? `${rule}+file-year` : rule,
      ...(when?.mod !== undefined && { mod: when.mod }),
      ...(resolved.lunar !== undefined && { lunar: resolved.lunar }),
    };
  }
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

/** Gives each end of a range what only the other says, so that the first does not follow the last. */
function shareFields(first: When | 'now', last: When | 'now'): [When | 'now', When | 'now'] {
  if (first === 'now' || last === 'now') return [first, last];
  let a = first;
  let b = last;
  if (a.grain === 'day' && b.grain === 'day' && a.day !== undefined && b.day !== undefined) {
    if (a.month === undefined && b.month !== undefined) {
      a = { ...a, month: b.month };
      if (b.shift !== undefined && a.shift === undefined) a = { ...a, shift: b.shift };
    }
  }
  if (a.grain === 'month' || a.grain === 'day' || a.grain === 'quarter') {
    if (a.year === undefined && a.shift === undefined && a.month !== undefined && b.year !== undefined) {
      a = { ...a, year: order(a) > order(b) ? b.year - 1 : b.year };
    } else if (a.year === undefined && a.shift === undefined && a.grain === b.grain && b.shift?.unit === 'year')
      a = { ...a, shift: b.shift };
    else if (a.grain === 'quarter' && a.year === undefined && a.shift === undefined && b.year !== undefined) a = { ...a, year: b.year };
  }
  if (a.year !== undefined && b.year === undefined && b.shift === undefined && b.month !== undefined)
    b = { ...b, year: order(b) < order(a) ? a.year + 1 : a.year };
  return [a, b];
}

function order({ month = 0, day = 0 }: When): number {
  return month * 100 + day;
}
