import { CodeBuffer, spelled } from './codes.js';
import { comparisonKey } from './keys.js';
import { mix } from './segment/hash.js';
import { VARIANT_PAIRS } from './spelling-variants.js';

/** A 64-bit hash, as two unsigned halves. */
export interface Fingerprint {
  low: number;
  high: number;
}

/**
 * Fingerprints a normal text, given as UTF-16 codes, by its `comparisonKey`: texts with equal keys get equal fingerprints, others equal ones only by chance.
 * The key itself is built only for texts in other scripts and for those with a syllable whose spelling hangs on its neighbours
 * (`công ti`); else each syllable is looked up.
 */
export function fingerprint(codes: Uint16Array, start: number, end: number, out: Fingerprint): void {
  if (foldSyllables(codes, start, end, false, out)) return;
  const key = comparisonKey(spelled(codes, start, end));
  foldSyllables(keyCodes.load(key), 0, key.length, true, out);
}

const keyCodes = new CodeBuffer();

/** `false` when the text needs its key. `isKey`: it is one, and every syllable stands for itself. */
function foldSyllables(codes: Uint16Array, from: number, to: number, isKey: boolean, out: Fingerprint): boolean {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  let spaced = false;
  let units = 0;
  for (let i = from; i < to; ) {
    const code = codes[i]!;
    const kind = code < KINDS.length ? KINDS[code]! : wideKind(code);
    if (kind === SPACE) {
      spaced = units > 0;
      i++;
      continue;
    }
    let first = code;
    let second = code;
    const start = i++;
    if (kind === LETTER) {
      for (; i < to; i++) {
        const next = codes[i]!;
        if (next >= KINDS.length || KINDS[next] !== LETTER) break;
        first = Math.imul(first, 0x9e3779b1) + next;
        second = Math.imul(second, 0x01000193) ^ next;
      }
      first = mix(first);
      if (!isKey) {
        const entry = entryOf(codes, start, i, first, second);
        first = entries[entry + KEY_FIRST]!;
        second = entries[entry + KEY_SECOND]!;
        if (first === 0 && second === 0) return false;
      }
    } else if (kind === FOREIGN && !isKey) return false;
    if (spaced) {
      low = Math.imul(low ^ 0x20, 0x01000193);
      high = Math.imul(high + 0x20, 0x9e3779b1);
      spaced = false;
    }
    low = Math.imul(low ^ first, 0x01000193);
    low ^= low >>> 15;
    high = Math.imul((high << 5) - high + second, 0x9e3779b1) ^ (high >>> 15);
    units++;
  }
  out.low = mix(low ^ units) >>> 0;
  out.high = mix(high) >>> 0;
  return true;
}

const ENTRY = 4;
const MASK = (1 << 14) - 1;
const WRITTEN_FIRST = 0;
const WRITTEN_SECOND = 1;
const KEY_FIRST = 2;
const KEY_SECOND = 3;
/**
 * The syllables seen last, each where its hash says: two hashes of what is written, two of its key. The latter are 0 where the key hangs
 * on the neighbours.
 */
const entries = new Int32Array((MASK + 1) * ENTRY);

function entryOf(codes: Uint16Array, start: number, end: number, first: number, second: number): number {
  const entry = (first & MASK) * ENTRY;
  if (entries[entry + WRITTEN_FIRST] === first && entries[entry + WRITTEN_SECOND] === second) return entry;
  const key = comparisonKey(spelled(codes, start, end));
  entries[entry + WRITTEN_FIRST] = first;
  entries[entry + WRITTEN_SECOND] = second;
  let hash = 0;
  let other = 0;
  if (!VARIANT_PAIRS.has(key)) {
    hash = key.charCodeAt(0);
    other = hash;
    for (let i = 1; i < key.length; i++) {
      hash = Math.imul(hash, 0x9e3779b1) + key.charCodeAt(i);
      other = Math.imul(other, 0x01000193) ^ key.charCodeAt(i);
    }
    hash = mix(hash);
  }
  entries[entry + KEY_FIRST] = hash;
  entries[entry + KEY_SECOND] = other;
  return entry;
}

/** Stands for itself in a key. */
const PLAIN = 0;
const SPACE = 1;
/** A Latin letter whose lower case is one too. */
const LETTER = 2;
/** Whatever only `comparisonKey` knows. */
const FOREIGN = 3;

const KINDS = new Uint8Array(0x2100).fill(FOREIGN);
for (const [from, to, kind] of [
  [0x00, 0xbf, PLAIN],
  [0x09, 0x0d, SPACE],
  [0x20, 0x20, SPACE],
  [0x41, 0x5a, LETTER],
  [0x61, 0x7a, LETTER],
  [0x85, 0x85, SPACE],
  [0xa0, 0xa0, FOREIGN],
  [0xc0, 0x12f, LETTER],
  [0xd7, 0xd7, PLAIN],
  [0xf7, 0xf7, PLAIN],
  [0x131, 0x17f, LETTER],
  [0x1a0, 0x1a1, LETTER],
  [0x1af, 0x1b0, LETTER],
  [0x300, 0x36f, PLAIN],
  [0x1e00, 0x1eff, LETTER],
  [0x2010, 0x2027, PLAIN],
  [0x2028, 0x2029, SPACE],
  [0x2030, 0x205e, PLAIN],
  [0x20a0, 0x20bf, PLAIN],
] as const) {
  KINDS.fill(kind, from, to + 1);
}

/** Arrows, signs and emoji stand for themselves. */
function wideKind(code: number): number {
  const isPlain = (code >= 0x2190 && code <= 0x23ff) || (code >= 0x2500 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e);
  return isPlain || (code >= 0xdc00 && code <= 0xdfff) || code === 0xfffd ? PLAIN : FOREIGN;
}
