import { KIND } from '../lexeme.js';
import { type Draft, type When, whenOf } from '../when.js';
import type { Around } from './joins.js';

/** `30/4 tới`, `Tết vừa qua`: a day or period with the word for the side of the reference that it lies on. */
export function aside(day: Draft | number | undefined, side: Draft | number | undefined, around: Around): When | undefined {
  const when = whenOf(day);
  if (when === undefined || when.shift !== undefined || isOtherwise(day, around)) return undefined;
  return typeof side === 'number' && when.year === undefined ? { ...when, side: side > 0 ? 'ahead' : 'behind' } : when;
}

/**
 * Whether a bare `tới` or `qua` is another word: a verb before a name (`ngày 5/3 tới Hà Nội`), the `to` of a range before a time,
 * what a feast does or is kept by (`Tết tới gần`, `đón Tết qua mạng`); a date with its year needs no side.
 */
function isOtherwise(day: Draft | number | undefined, { source: { text }, end, kindBehind }: Around): boolean {
  const word = /(?:^|[^pa]) (tới|qua)$/i.exec(text.slice(Math.max(0, end - 5), end))?.[1]?.toLowerCase();
  if (word === undefined || text[end] !== ' ') return false;
  if (whenOf(day)?.year !== undefined) return true;
  const isFeast = typeof day === 'object' && (day.kind === KIND.aHoliday || day.kind === KIND.aLunarDay);
  if (isFeast && (kindBehind === KIND.Other || kindBehind === KIND.Approximate)) return true;
  const next = text[end + 1] ?? '';
  return word === 'tới' && (next !== next.toLowerCase() || ENDS.includes(kindBehind));
}

/** What the last end of a range begins with. */
const ENDS: readonly number[] = [
  KIND.Number,
  KIND.Start,
  KIND.Mid,
  KIND.End,
  KIND.aDay,
  KIND.aDayNumber,
  KIND.aNearDay,
  KIND.aLunarDay,
  KIND.aTime,
  KIND.aPart,
  KIND.aClock,
  KIND.aMonth,
  KIND.aNearMonth,
];
