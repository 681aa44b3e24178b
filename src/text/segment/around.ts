import { reserveTokens, type Tokens } from '../../model/tokens.js';
import { FOLLOWED_WITHIN } from './abbreviations.js';
import { CHARACTER, Letter, Space, UPPER } from './characters.js';
import { type Kernel, STRETCH } from './kernel.js';
import { PairClass, type WordModel } from './model.js';
import { Scanner } from './scan.js';
import { createGapColumns, decideFrom, type GapColumns, isCertainCut, lookUpPairs } from './score.js';
import { appendTokens } from './tokens.js';
import { closeUnits, createUnits, type Units } from './units.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;

/** How many pieces between spaces are looked at first, to the left and to the right. */
const LEFT = 4;
const RIGHT = 4;
const WIDER = 4;
/** More codes than this are not looked at. */
const ROOM = 4096;
/** White space, so that no word runs on into what an array held before. */
const SENTINEL = 0x0a;

/** A part of a text, between white space: `codes.subarray(from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /**
   * So far the codes can be seen: to the end of the text, or behind the next letter, which more than `FOLLOWED_WITHIN` white space may
   * stand for. White space stands there.
   */
  readonly limit: number;
  /** It begins where the text does. */
  readonly opens: boolean;
  /** It ends where the text does. */
  readonly closes: boolean;
}

/** What has to be seen of a text to tell its words at a place. */
export type Sight = 'enough' | 'more before' | 'more behind';

/** What stretches are cut up on. */
export interface PlaceBench {
  /** Stretches lie in `codes.subarray(from, to)`. */
  readonly codes: Uint16Array;
  readonly from: number;
  readonly to: number;
  readonly scanner: Scanner;
  readonly units: Units;
  readonly joins: Uint8Array;
  /** The kind of gap between a unit and the next. */
  readonly pairs: Int32Array;
  /** As the kernel's. */
  decideBehind(first: number, opens: boolean): number;
}

export function plainPlaceBench(model: WordModel, scanner: Scanner): PlaceBench {
  const units = createUnits(ROOM);
  const columns = createGapColumns(ROOM);
  return {
    codes: new Uint16Array(ROOM),
    from: 0,
    to: ROOM,
    scanner,
    units,
    ...columns,
    decideBehind: (first, opens) => {
      lookUpPairs(model, units, columns);
      const start = opens ? 0 : certainStart(model, units, columns, first);
      if (start >= 0) decideFrom(model, units, columns, start);
      return start;
    },
  };
}

export function kernelPlaceBench(kernel: Kernel): PlaceBench {
  const { codes, units, columns } = kernel;
  return {
    codes,
    ...STRETCH,
    scanner: new Scanner(kernel.model, kernel),
    units,
    ...columns,
    decideBehind: (first, opens) => kernel.decideBehind(first, units.length, opens ? 1 : 0),
  };
}

/** The last unit up to `first` that begins a word for certain; -1 when none is told. */
function certainStart(model: WordModel, units: Units, columns: GapColumns, first: number): number {
  for (let i = first - 1; i > 0; i--) if (isCertainCut(model, units, columns, i)) return i + 1;
  return -1;
}

/**
 * Segments no more of a text than the words at a place depend on: from a gap that is cut whatever stands before it, to the end of
 * the word behind which the next two units are known.
 */
export class PlaceSegmenter {
  readonly bench: PlaceBench;
  readonly #model: WordModel;
  readonly #bytes: Buffer;

  constructor(model: WordModel, bench: PlaceBench) {
    const { codes, from, to } = bench;
    this.bench = bench;
    this.#model = model;
    this.#bytes = Buffer.from(codes.buffer, codes.byteOffset + 2 * from, 2 * (to - from));
  }

  /** The tokens of the whole text that touch `[start, end)`, and perhaps some around them; `false` when that takes too much of it. */
  segment(text: string, start: number, end: number, tokens: Tokens): boolean {
    const capitals = hasNoLowerCase(text);
    const base = this.bench.from;
    let left = LEFT;
    let right = RIGHT;
    for (;;) {
      const from = piecesBefore(text, start, left);
      const to = piecesBehind(text, end, right);
      const limit = Math.min(text.length, to + FOLLOWED_WITHIN);
      if (base + limit - from >= this.bench.to) return false;
      const move = base - from;
      this.#bytes.write(text.slice(from, limit), 'utf16le');
      this.bench.codes[limit + move] = SENTINEL;
      const stretch = { from: base, to: to + move, limit: limit + move, opens: from === 0, closes: to === text.length };
      const sight = this.segmentStretch(stretch, start + move, end + move, tokens, { capitals, origin: move });
      if (sight === 'enough') return true;
      if (sight === 'more before') left *= WIDER;
      else right *= WIDER;
    }
  }

  /** Makes units of a stretch, and says how many. */
  scan(from: number, to: number, limit: number): number {
    const { codes, scanner, units } = this.bench;
    units.length = 0;
    scanner.scan(codes, from, to, units, Number.POSITIVE_INFINITY, limit);
    closeUnits(units);
    return units.length;
  }

  /** The same of a stretch, where that is enough to tell; replaces what `tokens` held. */
  segmentStretch(
    { from, to, limit, opens, closes }: Stretch,
    start: number,
    end: number,
    tokens: Tokens,
    text: { readonly capitals: boolean; readonly origin: number },
  ): Sight {
    const { codes, units, joins } = this.bench;
    this.scan(from, to, limit);
    let at = 0;
    while (at < units.length && units.end[at]! <= start) at++;
    const first = this.bench.decideBehind(Math.min(at, units.length - 2), opens);
    if (first < 0) return 'more before';
    const last = this.#lastUnit(end, closes);
    if (last < 0 && !(opens && closes)) return 'more behind';
    units.length = last + 1;
    tokens.length = 0;
    reserveTokens(tokens, units.length);
    appendTokens(codes, units, joins, this.#model, tokens, { opens, capitals: text.capitals, origin: text.origin }, first);
    return 'enough';
  }

  /** The unit at or behind the one before `end` that ends its word for certain; -1 when none is told. */
  #lastUnit(end: number, atEnd: boolean): number {
    const { units, joins, pairs } = this.bench;
    const { length } = units;
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
