import type { CodeSpan } from '../../model/snippet.js';
import { codesOf, spelled } from '../../text/codes.js';
import { mix } from './hash.js';
import { Letter, letterClass } from './letters.js';

/** Where the syllables, numbers and signs of a text stand; columns are reused from text to text, entries at and above `length` stale. */
export interface UnitSpans {
  readonly length: number;
  /** Offsets from where the text begins. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

export interface Units extends UnitSpans {
  length: number;
  start: Int32Array;
  end: Int32Array;
  /** 64 bits that tell how the unit is written. */
  first: Int32Array;
  second: Int32Array;
}

export function createUnits(capacity = 512): Units {
  const column = () => new Int32Array(capacity);
  return { length: 0, start: column(), end: column(), first: column(), second: column() };
}

/** Cuts a text into runs of letters and digits (`U23`, `A400M`), numbers (`5.580`, `4/12`) and single signs. */
export function scanUnits({ codes, start: from, end: to }: CodeSpan, units: Units): void {
  let { start: starts, end: ends, first: firsts, second: seconds } = units;
  let count = 0;
  let at = from;
  while (at < to) {
    const code = codes[at]!;
    const kind = letterClass(code);
    if (kind === Letter.Space) {
      at++;
      continue;
    }
    if (count === starts.length) {
      grow(units);
      ({ start: starts, end: ends, first: firsts, second: seconds } = units);
    }
    let first = code;
    let second = code;
    const start = at++;
    if (kind === Letter.Digit) {
      const end = numberEnd(codes, at);
      for (; at < end; at++) {
        first = Math.imul(first, FIRST_FACTOR) + codes[at]!;
        second = Math.imul(second, SECOND_FACTOR) ^ codes[at]!;
      }
    } else if (kind !== Letter.Other) {
      for (let next = codes[at]!; letterClass(next) >= Letter.Lower; next = codes[++at]!) {
        first = Math.imul(first, FIRST_FACTOR) + next;
        second = Math.imul(second, SECOND_FACTOR) ^ next;
      }
    }
    starts[count] = start - from;
    ends[count] = at - from;
    firsts[count] = mix(first);
    seconds[count++] = second;
  }
  units.length = count;
}

const FIRST_FACTOR = 0x9e3779b1;
const SECOND_FACTOR = 0x01000193;

/** The units of a text, each by itself. */
export function unitsOf(text: string): string[] {
  const units = createUnits();
  const span = codesOf(text);
  scanUnits(span, units);
  return Array.from({ length: units.length }, (_, i) => spelled(span.codes, units.start[i]!, units.end[i]!));
}

/** Digits, with a dot, comma, slash or colon between two of them; letters behind make it a word (`4G`). Behind the text is white space. */
function numberEnd(codes: Uint16Array, from: number): number {
  let at = from;
  for (;;) {
    const code = codes[at]!;
    const kind = letterClass(code);
    if (kind === Letter.Digit) at++;
    else if (isNumberSign(code) && letterClass(codes[at + 1]!) === Letter.Digit) at += 2;
    else return kind >= Letter.Lower && kind <= Letter.Upper ? wordEnd(codes, at) : at;
  }
}

function wordEnd(codes: Uint16Array, from: number): number {
  let at = from;
  while (letterClass(codes[at]!) >= Letter.Lower) at++;
  return at;
}

function isNumberSign(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x2f || code === 0x3a;
}

function grow(units: Units): void {
  const capacity = units.start.length * 2;
  for (const column of ['start', 'end', 'first', 'second'] as const) {
    const grown = new Int32Array(capacity);
    grown.set(units[column]);
    units[column] = grown;
  }
}
