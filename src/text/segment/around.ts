import { reserveTokens, type Tokens } from '../../model/tokens.js';
import { CodeBuffer } from '../codes.js';
import { FOLLOWED_WITHIN } from './abbreviations.js';
import { CHARACTER, Letter, Space, UPPER } from './characters.js';
import { PairClass, type WordModel } from './model.js';
import type { Scanner } from './scan.js';
import { createGapColumns, decideFrom, isCertainCut, lookUpPairs } from './score.js';
import { appendTokens } from './tokens.js';
import { closeUnits, createUnits, type Units } from './units.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;

/** How many pieces between spaces are looked at first, to the left and to the right. */
const LEFT = 4;
const RIGHT = 4;
const WIDER = 4;

/** A part of a text, between white space. */
export interface Stretch {
  /** White space stands behind the last one that counts. */
  readonly codes: Uint16Array;
  readonly length: number;
  /** So many codes of the text can be seen, which is all of it or `FOLLOWED_WITHIN` behind the stretch. */
  readonly limit: number;
  /** It begins where the text does. */
  readonly opens: boolean;
  /** It ends where the text does. */
  readonly closes: boolean;
}

/** What has to be seen of a text to tell its words at a place. */
export type Sight = 'enough' | 'more before' | 'more behind';

/**
 * Segments no more of a text than the words at a place depend on: from a gap that is cut whatever stands before it, to the end of
 * the word behind which the next two units are known.
 */
export class PlaceSegmenter {
  readonly #model: WordModel;
  readonly #scanner: Scanner;
  readonly #units = createUnits(64);
  readonly #buffer = new CodeBuffer();
  #columns = createGapColumns(64);

  constructor(model: WordModel, scanner: Scanner) {
    this.#model = model;
    this.#scanner = scanner;
  }

  /** The tokens of the whole text that touch `[start, end)`, and perhaps some around them. Replaces what `tokens` held. */
  segment(text: string, start: number, end: number, tokens: Tokens): void {
    const capitals = hasNoLowerCase(text);
    let left = LEFT;
    let right = RIGHT;
    for (;;) {
      const from = piecesBefore(text, start, left);
      const to = piecesBehind(text, end, right);
      const limit = Math.min(text.length, to + FOLLOWED_WITHIN);
      const codes = this.#buffer.load(text, from, limit);
      const stretch = { codes, length: to - from, limit: limit - from, opens: from === 0, closes: to === text.length };
      const sight = this.segmentStretch(stretch, start - from, end - from, tokens, { capitals, origin: -from });
      if (sight === 'enough') return;
      if (sight === 'more before') left *= WIDER;
      else right *= WIDER;
    }
  }

  /** The same of a stretch, where that is enough to tell; `start` and `end` count from its beginning. */
  segmentStretch(
    { codes, length, limit, opens, closes }: Stretch,
    start: number,
    end: number,
    tokens: Tokens,
    text: { readonly capitals: boolean; readonly origin: number },
  ): Sight {
    const units = this.#units;
    units.length = 0;
    this.#scanner.scan(codes, 0, length, units, Number.POSITIVE_INFINITY, limit);
    closeUnits(units);
    if (units.length > this.#columns.joins.length) this.#columns = createGapColumns(units.start.length);
    lookUpPairs(this.#model, units, this.#columns);
    const first = opens ? 0 : this.#certainStart(units, start);
    if (first < 0) return 'more before';
    decideFrom(this.#model, units, this.#columns, first);
    const last = this.#lastUnit(units, end, closes);
    if (last < 0 && !(opens && closes)) return 'more behind';
    units.length = last + 1;
    tokens.length = 0;
    reserveTokens(tokens, units.length);
    appendTokens(codes, units, this.#columns.joins, this.#model, tokens, undefined, { opens, ...text }, first);
    return 'enough';
  }

  /** The unit at or before `start` that begins a word for certain; -1 when none is told. */
  #certainStart(units: Units, start: number): number {
    let i = 0;
    while (i < units.length && units.end[i]! <= start) i++;
    for (i = Math.min(i, units.length - 2) - 1; i > 0; i--) if (isCertainCut(this.#model, units, this.#columns, i)) return i + 1;
    return -1;
  }

  /** The unit at or behind the one before `end` that ends its word for certain; -1 when none is told. */
  #lastUnit(units: Units, end: number, atEnd: boolean): number {
    const { length } = units;
    const { joins, pairs } = this.#columns;
    let i = 0;
    while (i < length && units.end[i]! < end) i++;
    for (; i < length; i++) {
      const known = atEnd || i < length - 2 || (i < length - 1 && pairs[i] === PairClass.NoGap);
      if (!known) return -1;
      if (joins[i] === 0) return i;
    }
    return atEnd ? length - 1 : -1;
  }
}

/** The letters of Vietnamese are told without a look at the table. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x7f) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code >= 0x1e00 && code <= 0x1eff) return false;
  return ((TABLE[code]! >>> 20) & 7) === Space;
}

/** `isAllCapitals` of a string: of most texts the first or second letter tells. */
function hasNoLowerCase(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const info = TABLE[text.charCodeAt(i)]!;
    if (((info >>> 20) & 7) === Letter && (info & UPPER) === 0) return false;
  }
  return true;
}

/** Where the `count`th piece before the one at `at` begins; pieces stand between white space. */
function piecesBefore(text: string, at: number, count: number): number {
  let i = at;
  for (let left = count; ; left--) {
    while (i > 0 && !isSpace(text, i - 1)) i--;
    if (i === 0 || left === 0) return i;
    while (i > 0 && isSpace(text, i - 1)) i--;
  }
}

/** Where the `count`th piece behind the one before `at` ends, with a space. */
function piecesBehind(text: string, at: number, count: number): number {
  let i = at;
  for (let left = count; ; left--) {
    while (i < text.length && !isSpace(text, i)) i++;
    if (i === text.length) return i;
    if (left === 0) return i + 1;
    while (i < text.length && isSpace(text, i)) i++;
  }
}
