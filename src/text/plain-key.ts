import { CHARACTER, Letter, Space, UPPER } from './segment/characters.js';
import { VARIANT_PAIRS, VARIANT_SYLLABLES } from './spelling-variants.js';

const TABLE = CHARACTER;
const CLASS = 7 << 20;
const LETTER = Letter << 20;
const SPACE = Space << 20;
const TONE = 7 << 16;
const BASE = 0xffff;

/** 1: of a unit that has its lower case in the key of its text, whatever stands around it. */
const SIMPLE = new Uint8Array(0x2100);
for (const [from, to] of [
  [0x00, 0x9f],
  [0xa1, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0x12f],
  [0x131, 0x177],
  [0x179, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x36f],
  [0x1e00, 0x1e9d],
  [0x1e9f, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
] as const) {
  SIMPLE.fill(1, from, to + 1);
}

/** Vietnamese letters, digits, marks, arrows, signs and emoji; what becomes of a letter of another script may hang on the next. */
function isSimple(code: number): boolean {
  if (code < SIMPLE.length) return SIMPLE[code] === 1;
  const isSign = (code >= 0x2190 && code <= 0x23ff) || (code >= 0x2500 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e);
  return isSign || (code >= 0xdc00 && code <= 0xdfff) || code === 0xfffd;
}

/** Whether the key of a piece of normal text is this in every text of simple units that has the piece between white space or marks. */
export function hasOwnKey(piece: string, key: string): boolean {
  for (let i = 0; i < piece.length; i++) if (!isSimple(piece.charCodeAt(i))) return false;
  return key.length <= LONGEST_PIECE && !key.split(/[^a-zß-öø-ɏḀ-ỿ]+/).some(syllable => VARIANT_PAIRS.has(syllable));
}

/** The longest piece that has a key by itself. */
export const LONGEST_PIECE = 63;

/** Whether a unit stands for itself in the key of its text, between syllables. */
export const isPlainMark = (code: number): boolean => isSimple(code) && (TABLE[code]! & CLASS) !== LETTER;

/**
 * Writes the lower case of a piece of normal text where that is its part of the comparison key of every text of simple units that has the
 * piece between white space or marks; returns its length. -1 where it may be otherwise, as for `Hòa` (`hoà`) and `ti` (`ty` in `công ti`).
 */
export function writePlainKey(codes: Uint16Array, start: number, end: number, out: Uint16Array): number {
  if (end - start > out.length) return -1;
  let syllable = 0;
  let letters = 0;
  let before = 0;
  for (let i = start; i < end; i++) {
    const code = codes[i]!;
    const info = TABLE[code]!;
    if (!isSimple(code)) return -1;
    if ((info & CLASS) !== LETTER) {
      if ((info & CLASS) === SPACE && (code !== 0x20 || before === 0x20)) return -1;
      if (isSuspect(syllable, letters)) return -1;
      out[i - start] = code;
      syllable = 0;
      letters = 0;
      before = code;
      continue;
    }
    const lower = (info & UPPER) === 0 ? code : code < 0x100 ? code + 0x20 : code + 1;
    if (movesTone(i > start + 1 ? codes[i - 2]! : 0, before, lower)) return -1;
    syllable = nextOf(syllable, lower);
    letters++;
    out[i - start] = lower;
    before = lower;
  }
  return isSuspect(syllable, letters) ? -1 : end - start;
}

/** `óa`, `ụy`, `qúi`: a tone that keys may put on the second letter. */
function movesTone(before: number, first: number, second: number): boolean {
  const toned = TABLE[first]!;
  if ((toned & TONE) === 0) return false;
  const isWide = second === 0x61 || second === 0x65;
  if ((toned & BASE) === 0x6f) return isWide;
  if ((toned & BASE) !== 0x75) return false;
  return second === 0x79 || ((before | 0x20) === 0x71 && (isWide || second === 0x69 || second === 0x6f));
}

/** A syllable with one of the hashes of those that have variants. */
const isSuspect = (syllable: number, letters: number): boolean => letters <= LONGEST_VARIANT && SUSPECTS[syllable & MASK] === 1;
const nextOf = (syllable: number, letter: number): number => Math.imul(syllable, 31) + letter;

const LONGEST_VARIANT = 4;
const MASK = 0x7ff;
const SUSPECTS = new Uint8Array(MASK + 1);
for (const syllable of [...VARIANT_SYLLABLES.keys(), ...VARIANT_PAIRS.keys()]) {
  let hash = 0;
  for (let i = 0; i < syllable.length; i++) hash = nextOf(hash, syllable.charCodeAt(i));
  SUSPECTS[hash & MASK] = 1;
}
