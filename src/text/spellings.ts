import { createPairs, numberPair, type Pairs } from './pairs.js';

/**
 * Numbers stretches of text by how they are written, 0, 1, 2 … as they come. A spelling is known again by a 64-bit hash of its UTF-16
 * units: no string is made for it, and two share a number with a chance of about n²/2⁶⁵. Plain data.
 */
export type Spellings = Pairs;

export const createSpellings = createPairs;

/** The number of what stands from `start` to `end`: `size` as it was before the call where it is new. */
export function numberSpelling(spellings: Spellings, codes: Uint16Array, start: number, end: number): number {
  let first = end - start;
  let second = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) {
    const unit = codes[i]!;
    first = Math.imul(first ^ unit, 0x9e3779b1);
    first ^= first >>> 15;
    second = Math.imul(second ^ unit, 0x01000193);
  }
  first = Math.imul(first, 0x85ebca6b);
  first ^= first >>> 13;
  return numberPair(spellings, first, second);
}
