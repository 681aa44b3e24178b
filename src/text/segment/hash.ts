import { CHARACTER } from './characters.js';

const LETTER_FACTOR = 0x9e3779b1;
const TONE_FACTOR = 0x85ebca6b;

/** One letter more; `info` is the letter's entry of `CHARACTER`. */
export const addLetter = (key: number, info: number): number => Math.imul(key + (info & 0xffff) + 1, LETTER_FACTOR);

/** Closes a key: `tones` is the sum of the letters' tones. */
export const closeKey = (key: number, tones: number): number => Math.imul((key ^ (key >>> 15)) + tones, TONE_FACTOR) | 0;

/** The key of a syllable: equal for upper and lower case, and wherever its tone is put. */
export function keyOf(syllable: string): number {
  let key = 0;
  let tones = 0;
  for (let i = 0; i < syllable.length; i++) {
    const info = CHARACTER[syllable.charCodeAt(i)]!;
    key = addLetter(key, info);
    tones += (info >>> 16) & 7;
  }
  return closeKey(key, tones);
}

/** Mixes 32 bits so that each bit of the input moves all bits of the result. */
export function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
}

/** The hash of two neighbouring syllables, by id. */
export const pairHash = (left: number, right: number): number => mix((left << 16) | right);

/** The hash of a span, one syllable more. */
export const spanHash = (span: number, next: number): number => mix(Math.imul(span, 0x2545f491) + next + 1);
