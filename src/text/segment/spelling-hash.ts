import type { Tokens } from '../../model/tokens.js';
import { LONGEST_PIECE } from '../plain-key.js';
import { CHARACTER, Space } from './characters.js';

/**
 * 64 bits of hash in two halves, each a polynomial over the UTF-16 units of a spelling: that of two pieces side by side follows from
 * theirs. A run of white space counts as one space.
 */
export interface SpellingHash {
  first: number;
  second: number;
}

/** The hashes of several spellings. */
export interface SpellingHashes {
  first: Int32Array;
  second: Int32Array;
}

export function createSpellingHashes(capacity = 256): SpellingHashes {
  return { first: new Int32Array(capacity), second: new Int32Array(capacity) };
}

const CLASS = 7 << 20;
const SPACE = Space << 20;
const FIRST_FACTOR = 0x9e3779b1;
const SECOND_FACTOR = 0x85ebca6b;

export const firstStep = (hash: number, code: number): number => Math.imul(hash + code + 1, FIRST_FACTOR);
export const secondStep = (hash: number, code: number): number => Math.imul(hash + (Math.imul(code, code) >>> 3) + 1, SECOND_FACTOR);

export function hashSpelling(codes: Uint16Array, start: number, end: number, out: SpellingHash): void {
  const table = CHARACTER;
  let first = 0;
  let second = 0;
  let spaced = false;
  for (let i = start; i < end; i++) {
    let code = codes[i]!;
    if ((table[code]! & CLASS) === SPACE) {
      if (spaced) continue;
      code = 0x20;
      spaced = true;
    } else spaced = false;
    first = firstStep(first, code);
    second = secondStep(second, code);
  }
  out.first = first;
  out.second = second;
}

/** Hashes the tokens that are words, behind the first `from` of a text that begins at `origin`; that of the first of them stands in front. */
export function hashWords(text: Uint16Array, origin: number, tokens: Tokens, from: number, out: SpellingHashes): void {
  const { start, end, lettered, length } = tokens;
  if (length - from > out.first.length) Object.assign(out, createSpellingHashes(2 * (length - from)));
  for (let t = from; t < length; t++) {
    if (lettered[t] === 0) continue;
    hashSpelling(text, start[t]! + origin, end[t]! + origin, word);
    out.first[t - from] = word.first;
    out.second[t - from] = word.second;
  }
}

const word: SpellingHash = { first: 0, second: 0 };

/** What a hash is multiplied by to make room for a piece, by the piece's length, `LONGEST_PIECE` at most. */
export const FIRST_SHIFT = shifts(FIRST_FACTOR);
export const SECOND_SHIFT = shifts(SECOND_FACTOR);

function shifts(factor: number): Int32Array {
  const table = new Int32Array(LONGEST_PIECE + 1).fill(1);
  for (let length = 1; length <= LONGEST_PIECE; length++) table[length] = Math.imul(table[length - 1]!, factor);
  return table;
}
