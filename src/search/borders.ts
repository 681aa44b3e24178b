import { createTokens, type Tokens } from '../model/tokens.js';
import { foldedUnits, SPACE, Unit, unitClasses } from './letters.js';
import type { QueryOptions } from './query.js';

export type SegmentAround = (text: string, start: number, end: number, tokens: Tokens) => void;

/** Where words begin and end in one text. Segments no more of it than is asked about. */
export class Borders {
  readonly #segmentAround: SegmentAround;
  readonly #syllable: boolean;
  readonly #substring: boolean;
  readonly #tokens = createTokens();
  #text = '';
  #allCapitals: boolean | undefined;

  constructor(segmentAround: SegmentAround, options: QueryOptions) {
    this.#segmentAround = segmentAround;
    this.#syllable = options.syllable;
    this.#substring = options.substring;
  }

  reset(text: string): void {
    this.#text = text;
    this.#tokens.length = 0;
    this.#allCapitals = undefined;
  }

  /** Whether a match may start and end here. */
  isWord(start: number, end: number): boolean {
    if (this.#substring) return true;
    if (this.#syllable) return this.#startsSyllable(start) && this.#endsSyllable(end);
    this.#segment(start, end);
    return this.#startsWord(start) && this.#endsWord(end);
  }

  /** Where the word ends whose beginning stands at `start` to `end`; -1 where no word starts. */
  wordEnd(start: number, end: number): number {
    if (this.#substring) return end;
    if (this.#syllable) return this.#startsSyllable(start) ? this.#syllableEnd(end) : -1;
    this.#segment(start, end);
    if (!this.#startsWord(start)) return -1;
    const token = this.#tokenAt(end - 1);
    if (token < 0) return -1;
    return this.#tokens.start[token]! === start || !this.#isName(token) ? this.#tokens.end[token]! : this.#syllableEnd(end);
  }

  #segment(start: number, end: number): void {
    const { length } = this.#tokens;
    if (length > 0 && this.#tokens.start[0]! <= start && this.#tokens.end[length - 1]! >= end) return;
    this.#segmentAround(this.#text, start, end, this.#tokens);
  }

  #startsWord(at: number): boolean {
    const token = this.#tokenAt(at);
    if (token < 0) return false;
    return this.#tokens.start[token] === at || (this.#spaceAt(at - 1) && this.#isName(token));
  }

  #endsWord(at: number): boolean {
    const token = this.#tokenAt(at - 1);
    if (token < 0) return false;
    return this.#tokens.end[token] === at || (this.#spaceAt(at) && this.#isName(token));
  }

  /** The token that holds the unit at `at`, or -1. */
  #tokenAt(at: number): number {
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
  #isName(token: number): boolean {
    const end = this.#tokens.end[token]!;
    for (let i = this.#tokens.start[token]!; i < end; i++) {
      if (!isCapital(this.#text[i]!)) return false;
      while (i < end && !this.#spaceAt(i)) i++;
      while (i + 1 < end && this.#spaceAt(i + 1)) i++;
    }
    this.#allCapitals ??= isAllCapitals(this.#text);
    return !this.#allCapitals;
  }

  #startsSyllable(at: number): boolean {
    return (
      at === 0 || unitClasses()[this.#text.charCodeAt(at)] === Unit.Other || unitClasses()[this.#text.charCodeAt(at - 1)] === Unit.Other
    );
  }

  #endsSyllable(at: number): boolean {
    return at === this.#text.length || this.#startsSyllable(at);
  }

  #syllableEnd(at: number): number {
    let end = at;
    while (end < this.#text.length && unitClasses()[this.#text.charCodeAt(end)] !== Unit.Other) end++;
    return end;
  }

  #spaceAt(at: number): boolean {
    return foldedUnits()[this.#text.charCodeAt(at)] === SPACE;
  }
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
const isAllCapitals = (text: string): boolean => text === text.toUpperCase();
