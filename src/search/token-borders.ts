import type { Tokens } from '../model/tokens.js';
import { foldedUnits, SPACE } from './letters.js';

/** A string, or what can be asked for its units as one. */
export type UnitText = Pick<string, 'charCodeAt'>;

/** Where words begin and end, by the tokens of a text. */
export class TokenBorders {
  text: UnitText = '';
  readonly #tokens: Tokens;
  readonly #allCapitals: () => boolean;

  /** `tokens` may change; `allCapitals`: whether no letter of the text is lower case. */
  constructor(tokens: Tokens, allCapitals: () => boolean) {
    this.#tokens = tokens;
    this.#allCapitals = allCapitals;
  }

  isWord(start: number, end: number): boolean {
    return this.startsWord(start) && this.#endsWord(end);
  }

  startsWord(at: number): boolean {
    const token = this.tokenAt(at);
    if (token < 0) return false;
    return this.#tokens.start[token] === at || (this.#spaceAt(at - 1) && this.isName(token));
  }

  #endsWord(at: number): boolean {
    const token = this.tokenAt(at - 1);
    if (token < 0) return false;
    return this.#tokens.end[token] === at || (this.#spaceAt(at) && this.isName(token));
  }

  /** The token that holds the unit at `at`, or -1. */
  tokenAt(at: number): number {
    const { start, end, length } = this.#tokens;
    let low = 0;
    let high = length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (end[middle]! <= at) low = middle + 1;
      else if (start[middle]! > at) high = middle - 1;
      else return middle;
    }
    return -1;
  }

  /** Each of its syllables begins with a capital, and the text is not all capitals: then each syllable is a word too. */
  isName(token: number): boolean {
    const end = this.#tokens.end[token]!;
    for (let i = this.#tokens.start[token]!; i < end; i++) {
      if (!isCapital(this.text.charCodeAt(i))) return false;
      while (i < end && !this.#spaceAt(i)) i++;
      while (i + 1 < end && this.#spaceAt(i + 1)) i++;
    }
    return !this.#allCapitals();
  }

  #spaceAt(at: number): boolean {
    return foldedUnits()[this.text.charCodeAt(at)] === SPACE;
  }
}

export function isCapital(code: number): boolean {
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}
