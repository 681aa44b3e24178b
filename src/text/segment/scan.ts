import { Kind } from '../../model/tokens.js';
import { keepsDot } from './abbreviations.js';
import { CHARACTER, Digit, Letter, Punctuation, Space, UPPER } from './characters.js';
import { ChunkScanner } from './chunk.js';
import { addLetter, closeKey } from './hash.js';
import type { WordModel } from './model.js';
import { Flag, growUnits, Shape, UnitId, type Units } from './units.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;
const { Punct: PUNCT, Word: WORD } = Kind;
const CAPITAL_BIT = UPPER;

/**
 * Cuts a text into units. Most pieces between two spaces are letters with at most a mark behind them: they are read here, in one
 * pass; the others go to `ChunkScanner`.
 */
export class Scanner {
  readonly #chunks: ChunkScanner;

  constructor(model: WordModel) {
    this.#chunks = new ChunkScanner(model);
  }

  /** Appends the units of `text.slice(from, to)` until the text or, behind a mark, the room of `atMost` units ends; returns where. */
  scan(text: string, from: number, to: number, units: Units, atMost: number): number {
    let { start: starts, end: ends, key: keys, id: ids, shape: shapes, kind: kinds, flags: allFlags, spaced: spaces } = units;
    let i = from;
    let spaced = 1;
    while (i < to) {
      let info = TABLE[text.charCodeAt(i)]!;
      let kind = (info >>> 20) & 7;
      if (kind === Space) {
        spaced = 1;
        i++;
        continue;
      }
      if (kind !== Letter) {
        if (kind === Punctuation && !opensChunk(text, i, to)) {
          i = this.#chunks.mark(text, i, to, units, spaced);
          spaced = 0;
          if (units.length >= atMost) return i;
        } else {
          const end = kind === Digit ? wholeNumber(text, i, to) : i;
          if (end > i) this.#chunks.number(text, i, end, units, spaced);
          i = end > i ? end : this.#chunks.scan(text, i, to, units, spaced);
          spaced = 0;
        }
        continue;
      }
      const start = i;
      const first = info;
      let key = 0;
      let tones = 0;
      let uppers = 0;
      do {
        key = addLetter(key, info);
        tones += (info >>> 16) & 7;
        uppers += (info >>> 23) & 1;
        i++;
        if (i === to) {
          kind = Space;
          break;
        }
        info = TABLE[text.charCodeAt(i)]!;
        kind = (info >>> 20) & 7;
      } while (kind === Letter);
      if (kind !== Space && (kind !== Punctuation || !closes(text, start, i, to))) {
        i = this.#chunks.scan(text, start, to, units, spaced);
        spaced = 0;
        continue;
      }
      key = closeKey(key, tones);
      const n = units.length;
      if (n >= starts.length || starts !== units.start) {
        if (n === units.start.length) growUnits(units);
        ({ start: starts, end: ends, key: keys, id: ids, shape: shapes, kind: kinds, flags: allFlags, spaced: spaces } = units);
      }
      starts[n] = start;
      ends[n] = i;
      keys[n] = key;
      spaces[n] = spaced;
      const length = i - start;
      const capital = (first & CAPITAL_BIT) !== 0;
      let sort: number = WORD;
      let shape: number = Shape.Lower;
      let flags: number = length > 1 ? Flag.Lettered | Flag.Long : Flag.Lettered;
      if (uppers !== 0) {
        if (capital) flags |= Flag.Capital;
        if (uppers === length) flags |= Flag.AllUpper;
        if (uppers > (capital ? 1 : 0)) flags |= Flag.InnerUpper;
        shape = uppers === length && length > 1 ? Shape.Upper : capital && uppers === 1 ? Shape.Initial : Shape.Mixed;
      }
      let id: number = UnitId.Unknown;
      if (shape === Shape.Upper && length === 4 && isTreebankBracket(text, start)) {
        sort = PUNCT;
        id = UnitId.SentenceMark;
        shape = Shape.Border;
        flags = 0;
      }
      kinds[n] = sort;
      ids[n] = id;
      shapes[n] = shape;
      allFlags[n] = flags;
      units.length = n + 1;
      spaced = 0;
    }
    return i;
  }
}

/** The end of the digits from `at`, when white space follows them; else `at`: they may be a date, or have a unit. */
function wholeNumber(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (code < 0x30 || code > 0x39) return isSpace(code) ? end : at;
    end++;
  }
  return end;
}

/** A mark that may begin a number, an address, or a word: `'` of `'em`, `#`, `.5`. Those are read as a chunk. */
function opensChunk(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x40 && at + 1 < to;
}

/** Whether the mark at `at` ends the letters from `start`: nothing behind it may belong to them. */
function closes(text: string, start: number, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x2c || code === 0x3b || code === 0x21 || code === 0x3f || code === 0x22 || code === 0x28 || code === 0x29) return true;
  if (
    code === 0x2d ||
    code === 0x26 ||
    code === 0x5f ||
    code === 0x27 ||
    code === 0x2019 ||
    code === 0x2f ||
    code === 0x3a ||
    code === 0x25
  ) {
    return at + 1 === to || isSpace(text.charCodeAt(at + 1));
  }
  if (code !== 0x2e) return true;
  if (at + 1 === to) return true;
  return isSpace(text.charCodeAt(at + 1)) && !keepsDot(text, start, at);
}

/** `LBKT` and `RBKT`: how the Vietnamese treebank writes brackets. */
function isTreebankBracket(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  return (first === 0x4c || first === 0x52) && text.startsWith('BKT', at + 1);
}

const isSpace = (code: number): boolean => ((TABLE[code]! >>> 20) & 7) === Space;
