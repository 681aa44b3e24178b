import { FIRST_HASH, hashUnits, mix, nextHash } from './hash.js';
import { Letter, letterClass } from './letters.js';

/** The syllables, numbers and signs of a text as columns, reused from text to text: entries at and above `length` are stale. */
export interface Units {
  length: number;
  start: Int32Array;
  end: Int32Array;
  /** `hashUnits` of the unit. */
  hash: Int32Array;
}

export function createUnits(capacity = 512): Units {
  return { length: 0, start: new Int32Array(capacity), end: new Int32Array(capacity), hash: new Int32Array(capacity) };
}

/** Cuts a text into runs of letters and digits (`U23`, `A400M`), numbers (`5.580`, `4/12`) and single signs. */
export function scanUnits(text: string, units: Units): void {
  const length = text.length;
  let { start: starts, end: ends, hash: hashes } = units;
  let count = 0;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = letterClass(unit);
    if (kind === Letter.Space) {
      at++;
      continue;
    }
    let end = at + 1;
    let hash = 0;
    if (kind === Letter.Digit) {
      end = numberEnd(text, end, length);
      hash = hashUnits(text, at, end);
    } else {
      hash = nextHash(FIRST_HASH, unit);
      if (kind !== Letter.Other) {
        for (; end < length; end++) {
          const next = text.charCodeAt(end);
          if (letterClass(next) < Letter.Lower) break;
          hash = nextHash(hash, next);
        }
      }
      hash = mix(hash);
    }
    if (count === starts.length) {
      grow(units);
      ({ start: starts, end: ends, hash: hashes } = units);
    }
    starts[count] = at;
    ends[count] = end;
    hashes[count++] = hash;
    at = end;
  }
  units.length = count;
}

/** The units of a text, each by itself. */
export function unitsOf(text: string): string[] {
  const units = createUnits();
  scanUnits(text, units);
  return Array.from({ length: units.length }, (_, i) => text.slice(units.start[i]!, units.end[i]!));
}

function wordEnd(text: string, from: number, length: number): number {
  let at = from;
  while (at < length && letterClass(text.charCodeAt(at)) >= Letter.Lower) at++;
  return at;
}

/** Digits, with a dot, comma, slash or colon between two of them; letters behind make it a word (`4G`). */
function numberEnd(text: string, from: number, length: number): number {
  let at = from;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = letterClass(unit);
    if (kind === Letter.Digit) at++;
    else if (isNumberSign(unit) && at + 1 < length && letterClass(text.charCodeAt(at + 1)) === Letter.Digit) at += 2;
    else return kind >= Letter.Lower && kind <= Letter.Upper ? wordEnd(text, at, length) : at;
  }
  return at;
}

function isNumberSign(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x2f || unit === 0x3a;
}

function grow(units: Units): void {
  const capacity = units.start.length * 2;
  for (const column of ['start', 'end', 'hash'] as const) {
    const grown = new Int32Array(capacity);
    grown.set(units[column]);
    units[column] = grown;
  }
}
