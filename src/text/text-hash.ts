import type { Tokens } from '../model/tokens.js';
import { CodeBuffer, spelled } from './codes.js';
import { comparisonKey } from './keys.js';
import { isPlainMark } from './plain-key.js';
import { mix } from './segment/hash.js';
import { FIRST_SHIFT, firstStep, hashSpelling, SECOND_SHIFT, type SpellingHash, secondStep } from './segment/spelling-hash.js';
import { FACTS, Fact, type FormTable } from './segment/vocabulary.js';

const SPACE = 0x20;
const keyCodes = new CodeBuffer();
const hash: SpellingHash = { first: 0, second: 0 };

/**
 * Hashes a normal text, `codes.subarray(start, end)`, by its `comparisonKey`: texts with equal keys get equal hashes, others equal ones only
 * by chance. The key itself is built only for texts in other scripts and for those with a syllable whose spelling hangs on its
 * neighbours (`công ti`); else it is set together from those of the words.
 */
export function hashText(codes: Uint16Array, start: number, end: number, tokens: Tokens, forms: FormTable): void {
  if (!hashWordByWord(codes, start, tokens, forms)) {
    const key = comparisonKey(spelled(codes, start, end));
    hashSpelling(keyCodes.load(key), 0, key.length, hash);
  }
  tokens.textLow = mix(hash.first);
  tokens.textHigh = mix(hash.second);
}

/** `false` when the text needs its key. */
function hashWordByWord(codes: Uint16Array, origin: number, tokens: Tokens, { facts }: FormTable): boolean {
  const { start, end, lettered, form, key, length } = tokens;
  let first = 0;
  let second = 0;
  let behind = 0;
  for (let t = 0; t < length; t++) {
    const from = start[t]!;
    if (from > behind && t > 0) {
      first = firstStep(first, SPACE);
      second = secondStep(second, SPACE);
    }
    const to = end[t]!;
    if (lettered[t] === 1) {
      const size = facts[form[t]! * FACTS + Fact.KeyLength]!;
      if (size === 0 || (from === behind && t > 0 && lettered[t - 1] === 1)) return false;
      const ofKey = key[t]! * FACTS;
      first = Math.imul(first, FIRST_SHIFT[size]!) + facts[ofKey + Fact.First]!;
      second = Math.imul(second, SECOND_SHIFT[size]!) + facts[ofKey + Fact.Second]!;
    } else {
      for (let i = from; i < to; i++) {
        const code = codes[i + origin]!;
        // An address has letters.
        if (!isPlainMark(code)) return false;
        first = firstStep(first, code);
        second = secondStep(second, code);
      }
    }
    behind = to;
  }
  hash.first = first | 0;
  hash.second = second | 0;
  return true;
}
