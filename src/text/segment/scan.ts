import { Kind } from '../../model/tokens.js';
import { keepsDot } from './abbreviations.js';
import { CHARACTER, Digit, DOT, INNER, Letter, Punctuation, Space, UPPER } from './characters.js';
import { ChunkScanner } from './chunk.js';
import { addLetter, closeKey } from './hash.js';
import type { Kernel } from './kernel.js';
import type { WordModel } from './model.js';
import { Flag, growUnits, lookOf, Shape, UnitId, type Units } from './units.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;
const CLASS = 7 << 20;
const LETTER = Letter << 20;
const SPACE = Space << 20;
const PUNCTUATION = Punctuation << 20;
const { Spaced: SPACED } = Flag;
const UNKNOWN = UnitId.Unknown;

/** The looks of words but for the id: a letter, several, and the treebank's brackets. */
const ONE_LETTER = lookOf(0, Shape.Lower, Kind.Word, Flag.Lettered);
const LETTERS = lookOf(0, Shape.Lower, Kind.Word, Flag.Lettered | Flag.Long);
const BRACKET = lookOf(UnitId.SentenceMark, Shape.Border, Kind.Punct, 0);

/** The sums of so many letters' tones and capitals stay apart. */
const LONGEST_SUM = 256;

/**
 * Cuts a text into units. Most pieces between two spaces are letters with at most a mark behind them: they are read here, in one
 * pass; the others go to `ChunkScanner`.
 */
export class Scanner {
  readonly #model: WordModel;
  readonly #chunks: ChunkScanner;
  readonly #kernel: Kernel | undefined;

  /** With a kernel, texts and units are to be its own. */
  constructor(model: WordModel, kernel?: Kernel) {
    this.#model = model;
    this.#chunks = new ChunkScanner(model);
    this.#kernel = kernel;
  }

  /**
   * Appends the units from `from` on until `to` or, behind a mark, the room of `atMost` units ends; returns where. No letters run on
   * over `to`: white space stands before it or at it. `limit` is where the whole text ends.
   */
  scan(text: Uint16Array, from: number, to: number, units: Units, atMost = Number.POSITIVE_INFINITY, limit = to): number {
    const { syllables, syllableMask } = this.#model;
    const chunks = this.#chunks;
    const kernel = this.#kernel;
    let { start: starts, end: ends, key: keys, look: looks } = units;
    let i = from;
    let spaced: number = SPACED;
    while (i < to) {
      if (kernel !== undefined) {
        i = kernel.scan(i, to, units.length, spaced);
        units.length = kernel.counts[0]!;
        spaced = kernel.counts[1]!;
        if (i >= to) break;
      }
      const start = i;
      const first = TABLE[text[i]!]!;
      let info = first;
      if ((info & CLASS) === SPACE) {
        spaced = SPACED;
        i++;
        continue;
      }
      if ((info & CLASS) !== LETTER) {
        if ((info & CLASS) === PUNCTUATION && !opensChunk(text, i, to)) {
          i = chunks.mark(text, i, to, units, spaced);
          spaced = 0;
          if (units.length >= atMost) return i;
        } else {
          const end = (info & CLASS) === Digit << 20 ? wholeNumber(text, i, to) : i;
          if (end > i) chunks.number(text, i, end, units, spaced);
          i = end > i ? end : chunks.scan(text, i, to, limit, units, spaced);
          spaced = 0;
        }
        continue;
      }
      let key = 0;
      let sum = 0;
      do {
        key = addLetter(key, info);
        sum += info >>> 16;
        info = TABLE[text[++i]!]!;
      } while ((info & CLASS) === LETTER);
      const length = i - start;
      if (((info & CLASS) !== SPACE && ((info & CLASS) !== PUNCTUATION || !closes(text, start, i, to, limit))) || length > LONGEST_SUM) {
        i = chunks.scan(text, start, to, limit, units, spaced);
        spaced = 0;
        continue;
      }
      // Each letter's class is in the sum too.
      sum -= length * (LETTER >>> 16);
      key = closeKey(key, sum & 0xfff);
      let slot = key & syllableMask;
      let entry = syllables[slot]!;
      while (entry !== 0 && (entry ^ key) >>> 16 !== 0) {
        slot = (slot + 1) & syllableMask;
        entry = syllables[slot]!;
      }
      const id = entry & 0xffff || UNKNOWN;
      const n = units.length;
      if (n >= starts.length || starts !== units.start) {
        if (n === units.start.length) growUnits(units);
        ({ start: starts, end: ends, key: keys, look: looks } = units);
      }
      starts[n] = start;
      ends[n] = i;
      keys[n] = key;
      const look = sum < 0x1000 ? (length > 1 ? LETTERS : ONE_LETTER) | id : withCapitals(text, start, length, sum >>> 12, id, first);
      looks[n] = look | spaced;
      units.length = n + 1;
      spaced = 0;
    }
    return i;
  }
}

/** The look of letters of which some are upper case. */
function withCapitals(text: Uint16Array, start: number, length: number, uppers: number, id: number, first: number): number {
  const capital = (first & UPPER) !== 0;
  let shape: number = capital && uppers === 1 ? Shape.Initial : Shape.Mixed;
  if (uppers === length && length > 1) {
    if (length === 4 && isTreebankBracket(text, start)) return BRACKET;
    shape = Shape.Upper;
  }
  let flags: number = length > 1 ? Flag.Lettered | Flag.Long : Flag.Lettered;
  if (capital) flags |= Flag.Capital;
  if (uppers === length) flags |= Flag.AllUpper;
  if (uppers > (capital ? 1 : 0)) flags |= Flag.InnerUpper;
  return lookOf(id, shape, Kind.Word, flags);
}

/** The end of the digits from `at`, when white space follows them; else `at`: they may be a date, or have a unit. */
function wholeNumber(text: Uint16Array, at: number, to: number): number {
  let end = at + 1;
  while (end < to) {
    const code = text[end]!;
    if (code < 0x30 || code > 0x39) return isSpace(code) ? end : at;
    end++;
  }
  return end;
}

/** A mark that may begin an address. */
function opensChunk(text: Uint16Array, at: number, to: number): boolean {
  return text[at] === 0x40 && at + 1 < to;
}

/** Whether the mark at `at` ends the letters from `start`: nothing behind it may belong to them. */
function closes(text: Uint16Array, start: number, at: number, to: number, limit: number): boolean {
  const info = TABLE[text[at]!]!;
  if ((info & (INNER | DOT)) === 0 || at + 1 === to) return true;
  return isSpace(text[at + 1]!) && ((info & DOT) === 0 || !keepsDot(text, start, at, limit));
}

/** `LBKT` and `RBKT`: how the Vietnamese treebank writes brackets. */
function isTreebankBracket(text: Uint16Array, at: number): boolean {
  const first = text[at];
  return (first === 0x4c || first === 0x52) && text[at + 1] === 0x42 && text[at + 2] === 0x4b && text[at + 3] === 0x54;
}

const isSpace = (code: number): boolean => ((TABLE[code]! >>> 20) & 7) === Space;
