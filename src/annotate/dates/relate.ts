import { KIND, type Lexemes } from './lexeme.js';
import { standsFree } from './neighbours.js';
import { timeText } from './time-text.js';
import { type Draft, draftOf, onDayOf, type When, withReading } from './when.js';

/** How many lexemes a list may run on from one of its days to the next. */
const LIST_GAP = 3;

/** What drafts of one line say of each other: lists share a month, appositions name one day. Bare numbers of lists become drafts. */
export function relate(drafts: readonly Draft[], lexemes: Lexemes): readonly Draft[] {
  if (drafts.length === 1 && !isListMark(lexemes.kind[drafts[0]!.behind]!)) return drafts;
  const related = lists(drafts, lexemes);
  appositions(related, lexemes);
  daysBehind(related, lexemes);
  clocksAhead(related, lexemes);
  return related;
}

const isDay = (kind: number) => kind === KIND.aDay || kind === KIND.aDayNumber;

/** `ngày 9, 10 và 12/3`, `tháng 10, 11 và …`: adds the bare numbers, and copies month and year from the day that has them. */
function lists(drafts: readonly Draft[], lexemes: Lexemes): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i]!;
    out.push(draft);
    if (draft.reading.is !== 'when') continue;
    const { when } = draft.reading;
    const next = drafts[i + 1];
    if (draft.kind === KIND.aDayNumber || (draft.kind === KIND.aTime && when.day !== undefined && when.month === undefined)) {
      out.push(...numbersBetween(draft, next, lexemes, 31, day => ({ grain: 'day', day })));
    } else if (when.grain === 'month' && when.month !== undefined && when.year === undefined && when.shift === undefined) {
      const { mod } = when;
      const months = numbersBetween(draft, next, lexemes, 12, month => ({ grain: 'month', month, mod }));
      const last = months.at(-1);
      if (last !== undefined && next !== undefined && last.behind === next.first && isYear(next)) {
        // `tháng 11 và 12 năm 2018`
        months[months.length - 1] = inYearOf(last, next);
        i++;
      }
      out.push(...months);
    }
  }
  for (let i = out.length - 2; i >= 0; i--) out[i] = shareBackwards(out[i]!, out[i + 1]!, lexemes);
  return out;
}

function isYear({ kind, reading }: Draft): boolean {
  return (kind === KIND.aYear || kind === KIND.aNearYear) && reading.is === 'when' && reading.when.mod === undefined;
}

function inYearOf(month: Draft, year: Draft): Draft {
  if (month.reading.is !== 'when' || year.reading.is !== 'when') return month;
  const { rule, kind, first } = month;
  return draftOf(rule, kind, { ...month.reading.when, ...yearOf(year.reading.when) }, first, year.behind);
}

function isListMark(kind: number): boolean {
  return kind === KIND.Comma || kind === KIND.CommaTight || kind === KIND.And;
}

/** The numbers of a list behind a draft: each after a comma or `và`, none with a noun behind it. */
function numbersBetween(
  draft: Draft,
  next: Draft | undefined,
  { kind, value, start, end, codes, length }: Lexemes,
  most: number,
  make: (number: number) => When,
): Draft[] {
  const found: Draft[] = [];
  const limit = next?.first ?? length;
  let at = draft.behind;
  for (;;) {
    if (!isListMark(kind[at]!)) break;
    const number = kind[at] === KIND.Comma && kind[at + 1] === KIND.And ? at + 2 : at + 1;
    if (number >= limit || kind[number] !== KIND.Number || value[number]! > most || value[number]! < 1) break;
    const after = number + 1 >= length ? KIND.Stop : kind[number + 1];
    const closed =
      after === KIND.Comma ||
      after === KIND.CommaTight ||
      after === KIND.And ||
      after === KIND.Stop ||
      after === KIND.Close ||
      number + 1 === limit;
    if (!closed || !(standsFree(codes, start[number]!, end[number]!) || after === KIND.CommaTight || kind[at] === KIND.CommaTight)) break;
    found.push(draftOf('list', draft.kind, make(value[number]!), number, number + 1));
    at = number + 1;
  }
  return found;
}

/** Copies month, year or shift from the next of a list to one that lacks it. */
function shareBackwards(draft: Draft, next: Draft, lexemes: Lexemes): Draft {
  if (draft.reading.is !== 'when' || !isListGap(draft.behind, next.first, lexemes)) return draft;
  const a = draft.reading.when;
  if (next.reading.is === 'amount') return isWeekday(a) ? weekly(draft, a, next) : draft;
  if (next.reading.is !== 'when') return draft;
  const b = next.reading.when;
  if (draft.kind === KIND.aPart)
    return b.part === undefined ? draft : withReading(draft, { ...b, part: a.part, mod: a.mod, clock: undefined });
  if (a.shift !== undefined || a.year !== undefined) return draft;
  if (b.lunar === true && b.month === 1 && a.month === undefined && a.day !== undefined && a.day >= 23) {
    return withReading(draft, { ...a, month: 12, lunar: true });
  }
  // `ngày mùng 3 và 14/8` are days of one month.
  if (a.lunar === true && a.month === undefined && b.lunar === undefined && b.month !== undefined && b.day !== undefined)
    return withReading(draft, { ...a, lunar: undefined, month: b.month, ...yearOf(b) });
  if (a.lunar !== b.lunar) return draft;
  if (a.grain === 'day' && b.grain === 'day' && a.day !== undefined && b.day !== undefined && b.month !== undefined) {
    if (a.month === undefined && (isDay(draft.kind) || a.part !== undefined))
      return withReading(draft, { ...a, month: b.month, ...yearOf(b) });
    if (a.month !== undefined && b.year !== undefined && a.month <= b.month) return withReading(draft, { ...a, year: b.year });
  }
  if (a.grain === 'month' && b.grain === 'month' && a.month !== undefined && b.month !== undefined)
    return withReading(draft, { ...a, ...yearOf(b) });
  if (a.grain === 'quarter' && b.grain === 'quarter' && a.ordinal !== undefined) return withReading(draft, { ...a, ...yearOf(b) });
  return draft;
}

/** `thứ Bảy, Chủ nhật hằng tuần`: the first recurs too. */
function weekly(draft: Draft, when: When, { reading }: Draft): Draft {
  if (reading.is !== 'amount' || reading.type !== 'SET' || !reading.value.startsWith('XXXX-WXX-')) return draft;
  const { rule, first, behind } = draft;
  const value = `XXXX-WXX-${when.weekday}${timeText(when)}`;
  return draftOf(rule, KIND.aSet, { is: 'amount', type: 'SET', value }, first, behind);
}

function yearOf(when: When): Partial<When> {
  return {
    ...(when.year !== undefined && { year: when.year }),
    ...(when.shift !== undefined && { shift: when.shift }),
    ...(when.side !== undefined && { side: when.side }),
  };
}

function isListGap(from: number, to: number, { kind }: Lexemes): boolean {
  if (to - from > LIST_GAP) return false;
  for (let at = from; at < to; at++) {
    const k = kind[at];
    if (
      k !== KIND.Comma &&
      k !== KIND.CommaTight &&
      k !== KIND.And &&
      k !== KIND.Dash &&
      k !== KIND.DashLoose &&
      k !== KIND.To &&
      k !== KIND.From
    )
      return false;
  }
  return true;
}

/** `hôm nay (13/11)`, `thứ Ba, ngày 5/2`, `rơi vào thứ Ba`: the day without a date of its own is the other's. */
function appositions(drafts: Draft[], { kind }: Lexemes): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const a = drafts[i]!;
    const b = drafts[i + 1]!;
    if (a.reading.is !== 'when' || b.reading.is !== 'when') continue;
    const gap = b.first - a.behind;
    if (
      isDeictic(a.reading.when) &&
      isExplicit(b.reading.when) &&
      (gap === 0 || (gap === 1 && opens(kind[a.behind]!)) || (gap === 2 && kind[a.behind] === KIND.Open))
    ) {
      drafts[i] = onDayOf(i + 1, a);
      if (a.reading.when.shift?.unit === 'day') drafts[i + 1] = withReading(b, { ...b.reading.when, side: 'nearest' });
    } else if (
      a.kind === KIND.aHoliday &&
      a.reading.when.year === undefined &&
      isExplicit(b.reading.when) &&
      isNamedBy(kind[a.behind]!, gap)
    ) {
      drafts[i] = onDayOf(i + 1, a);
    } else if (isLunar(a.reading.when) && isExplicit(b.reading.when) && glosses(kind[a.behind]!, gap)) {
      drafts[i] = onDayOf(i + 1, a);
    } else if (isExplicit(a.reading.when) && isLunar(b.reading.when) && glosses(kind[a.behind]!, gap)) {
      drafts[i + 1] = onDayOf(i, b);
    } else if (
      isDated(a.reading.when) &&
      isWeekday(b.reading.when) &&
      gap === 1 &&
      (kind[a.behind] === KIND.Falls || kind[a.behind] === KIND.Open || kind[a.behind] === KIND.Is)
    ) {
      drafts[i + 1] = onDayOf(i, b);
    }
  }
}

/** `lúc 11h36 và … lúc 19h33 ngày 26/12`: a clock before any day of the line takes the day of a later clock in its sentence. */
function clocksAhead(drafts: Draft[], { kind }: Lexemes): void {
  const firstDay = drafts.findIndex(
    ({ reading }) => reading.is === 'when' && reading.when.grain === 'day' && reading.when.day !== undefined,
  );
  // The nearest later clock with a day in the sentence, walking back from the first day of the line.
  let later = -1;
  for (let i = firstDay; i >= 0; i--) {
    const { reading, behind, sameAs } = drafts[i]!;
    if (i + 1 < drafts.length && i < firstDay && hasStop(kind, behind, drafts[i + 1]!.first)) return;
    if (reading.is !== 'when') continue;
    if (sameAs !== undefined && reading.when.grain === 'clock') later = sameAs;
    else if (reading.when.clock !== undefined && isDated(reading.when)) later = i;
    else if (reading.when.grain === 'clock' && later >= 0) drafts[i] = onDayOf(later, drafts[i]!);
  }
}

/** `16h30 (giờ địa phương) ngày 11/1`, `2h chiều theo giờ Mỹ hôm 5/3`: the day behind the name of a clock's zone is the clock's. */
function daysBehind(drafts: Draft[], { source, start, end }: Lexemes): void {
  for (let i = 0; i + 1 < drafts.length; i++) {
    const { reading, behind, sameAs } = drafts[i]!;
    if (reading.is !== 'when' || reading.when.grain !== 'clock' || reading.when.shift !== undefined || sameAs !== undefined) continue;
    for (let day = i + 1; day <= i + 2 && day < drafts.length; day++) {
      const other = drafts[day]!;
      if (other.reading.is !== 'when' || !isOneDay(other.reading.when)) continue;
      if (ZONE.test(source.text.slice(end[behind - 1]!, start[other.first]!))) drafts[i] = onDayOf(day, drafts[i]!);
      break;
    }
  }
}

/** What may stand between a clock and its day: a bracket, or whose time it is. */
const ZONE = /^(?:,?(?: theo)? giờ [^,.;()\d]{2,25}| ?\([^()]{2,60}\)|)(?:,? | ?\()(?:vào )?$/;

function isOneDay({ grain, day, shift, weekday, clock }: When): boolean {
  return grain === 'day' && clock === undefined && (day !== undefined || weekday !== undefined || shift?.unit === 'day');
}

function hasStop(kind: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kind[at] === KIND.Stop) return true;
  return false;
}

/** `Quốc khánh 4-7`, `Quốc khánh (4-7)`: not everyone's is on one day. */
function isNamedBy(kind: number, gap: number): boolean {
  return gap === 0 || (gap === 1 && kind === KIND.Open);
}

/** `(tức …`, `nhằm …` between a day and its name in the other calendar. */
function glosses(kind: number, gap: number): boolean {
  return gap > 0 && gap <= 2 && (kind === KIND.Open || kind === KIND.Falls);
}

function opens(kind: number): boolean {
  return kind === KIND.Open || kind === KIND.Comma || kind === KIND.Dash || kind === KIND.DashLoose || kind === KIND.Falls;
}

/** A day told by its distance or its weekday. */
function isDeictic({ grain, shift, weekday, day }: When): boolean {
  return grain === 'day' && day === undefined && (shift?.unit === 'day' || weekday !== undefined);
}

function isWeekday({ grain, weekday, day, shift }: When): boolean {
  return grain === 'day' && weekday !== undefined && day === undefined && shift === undefined;
}

function isExplicit({ grain, month, day, lunar }: When): boolean {
  return grain === 'day' && month !== undefined && day !== undefined && lunar === undefined;
}

function isDated({ grain, month, day }: When): boolean {
  return grain === 'day' && month !== undefined && day !== undefined;
}

function isLunar({ grain, lunar }: When): boolean {
  return grain === 'day' && lunar === true;
}
