import { createTokens, type Tokens } from '../model/tokens.js';
import { Unit, unitClasses } from './letters.js';
import type { QueryOptions } from './query.js';
import { TokenBorders } from './token-borders.js';

export type SegmentAround = (text: string, start: number, end: number, tokens: Tokens) => void;

/** Where words begin and end in one text. Segments no more of it than is asked about. */
export class Borders {
  readonly #segmentAround: SegmentAround;
  readonly #syllable: boolean;
  readonly #substring: boolean;
  readonly #tokens = createTokens();
  readonly #words = new TokenBorders(this.#tokens, () => {
    this.#allCapitals ??= isAllCapitals(this.#text);
    return this.#allCapitals;
  });
  #text = '';
  #allCapitals: boolean | undefined;

  constructor(segmentAround: SegmentAround, options: QueryOptions) {
    this.#segmentAround = segmentAround;
    this.#syllable = options.syllable;
    this.#substring = options.substring;
  }

  reset(text: string): void {
    this.#text = text;
    this.#words.text = text;
    this.#tokens.length = 0;
    this.#allCapitals = undefined;
  }

  /** Whether a match may start and end here. */
  isWord(start: number, end: number): boolean {
    if (this.#substring) return true;
    if (this.#syllable) return this.#startsSyllable(start) && this.#endsSyllable(end);
    this.#segment(start, end);
    return this.#words.isWord(start, end);
  }

  /** Where the word ends whose beginning stands at `start` to `end`; -1 where no word starts. */
  wordEnd(start: number, end: number): number {
    if (this.#substring) return end;
    if (this.#syllable) return this.#startsSyllable(start) ? this.#syllableEnd(end) : -1;
    this.#segment(start, end);
    if (!this.#words.startsWord(start)) return -1;
    const token = this.#words.tokenAt(end - 1);
    if (token < 0) return -1;
    return this.#tokens.start[token]! === start || !this.#words.isName(token) ? this.#tokens.end[token]! : this.#syllableEnd(end);
  }

  #segment(start: number, end: number): void {
    const { length } = this.#tokens;
    if (length > 0 && this.#tokens.start[0]! <= start && this.#tokens.end[length - 1]! >= end) return;
    this.#segmentAround(this.#text, start, end, this.#tokens);
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
}

const isAllCapitals = (text: string): boolean => text === text.toUpperCase();
