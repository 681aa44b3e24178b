import type { CodeSpan } from '../../model/snippet.js';
import { isWordUnit, UNIT, UNITS } from './characters.js';
import { HashTable, PRIME } from './hash-table.js';
import { reserveColumns } from './lexeme.js';
import { LEXICON } from './lexicon.table.js';
import { Raw, raw } from './raw.js';

const { hint, isMark } = LEXICON;

/** Known syllables. Sparse, so that most of the others are told apart at their first slot. */
export const SYLLABLES = new HashTable(LEXICON.syllables, 13);
const { hash: slotHash, value: slotId, bits: SLOT_BITS } = SYLLABLES;
const LAST_SLOT = (1 << SLOT_BITS) - 1;

/** Where the scan of a text stands, when `raw` is full. */
let place = 0;
let count = 0;
let behind = 0;
let hints = 0;

/** Fills `raw`, and says whether anything in the text can belong to a date. */
export function scan({ codes, start, end }: CodeSpan): boolean {
  const length = end - start;
  place = start;
  count = 0;
  behind = 0;
  hints = 0;
  while (!fill(codes, start, end)) reserveColumns(raw, count + 2);
  raw.kind[count] = Raw.End | behind;
  raw.start[count] = length;
  raw.end[count] = length;
  raw.length = count + 1;
  return (hints & 1) !== 0 || (hints & (hints >>> 1) & 0x2aaaaaaa) !== 0;
}

/** Goes on from `place`; false when `raw` has no room left for two more. Offsets count from `base`. */
function fill(codes: Uint16Array, base: number, end: number): boolean {
  const { kind: kinds, value: values, start: starts, end: ends } = raw;
  const room = kinds.length - 2;
  let at = place;
  let n = count;
  let after = behind;
  let found = hints;
  let full = false;
  while (at < end) {
    const first = codes[at]!;
    let unit = UNITS[first]!;
    if (unit === UNIT.Space) {
      at++;
      continue;
    }
    if (n >= room) {
      full = true;
      break;
    }
    const start = at;
    if (unit < UNIT.Digit) {
      let hash = 0;
      do {
        hash = Math.imul(hash ^ unit, PRIME);
        if (++at >= end) {
          unit = UNIT.Space;
          break;
        }
        unit = UNITS[codes[at]!]!;
      } while (((unit - 1) & 0xff) < UNIT.Foreign);
      let slot = hash >>> (32 - SLOT_BITS);
      while (slotId[slot] !== 0 && slotHash[slot] !== hash) slot = (slot + 1) & LAST_SLOT;
      const id = slotId[slot]!;
      if (unit === UNIT.Digit && !(isMark[id] === 1 && n > 0 && (kinds[n - 1]! & 3) === Raw.Digits && ends[n - 1] === start - base)) {
        // `U23`, `A320neo`
        after = Raw.Behind;
        while (at < end && isWordUnit(codes[at]!)) at++;
        continue;
      }
      if (id === 0) {
        after = Raw.Behind;
        continue;
      }
      found |= hint[id]!;
      kinds[n] = Raw.Syllable | after;
      values[n] = id;
    } else if (unit === UNIT.Digit) {
      do at++;
      while (at < end && UNITS[codes[at]!] === UNIT.Digit);
      found |= 1;
      kinds[n] = Raw.Digits | after;
      values[n] = first;
    } else {
      at++;
      kinds[n] = Raw.Punct | after;
      values[n] = first;
    }
    starts[n] = start - base;
    ends[n++] = at - base;
    after = 0;
  }
  place = at;
  count = n;
  behind = after;
  hints = found;
  return !full;
}
