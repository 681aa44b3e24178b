import { Kind } from '../../model/tokens.js';
import { dotBeforeName, joinsDot, keepsDot } from './abbreviations.js';
import { addressEnd } from './addresses.js';
import { CHARACTER, Digit, Letter, Mark, Punctuation, Space, UPPER } from './characters.js';
import { addLetter, closeKey } from './hash.js';
import type { WordModel } from './model.js';
import { describePiece } from './pieces.js';
import { FIRST_SYLLABLE, idOf, lookOf, pushUnit, Shape, UnitId, type Units } from './units.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;

const COMMA = lookOf(UnitId.Comma, Shape.Comma, Kind.Punct, 0);
const SENTENCE_MARK = lookOf(UnitId.SentenceMark, Shape.Border, Kind.Punct, 0);
const SYMBOL = lookOf(UnitId.Symbol, Shape.Border, Kind.Symbol, 0);

const classAt = (text: Uint16Array, at: number): number => (TABLE[text[at]!]! >>> 20) & 7;
const isWordy = (kind: number): boolean => kind === Letter || kind === Digit || kind === Mark;

/** Reads what stands between two spaces and is more than letters: numbers, dates, addresses, abbreviations, symbols, and marks among them. */
export class ChunkScanner {
  readonly #model: WordModel;

  constructor(model: WordModel) {
    this.#model = model;
  }

  /** Appends the units from `from` to the next white space or `to`; returns where that is. Each unit of text is looked at a bounded number of times. */
  scan(text: Uint16Array, from: number, to: number, limit: number, units: Units, spaced: number): number {
    let i = from;
    let gap = spaced;
    let noAddressBefore = from;
    while (i < to) {
      const kind = classAt(text, i);
      if (kind === Space) break;
      if (isWordy(kind)) {
        if (i >= noAddressBefore) {
          const address = addressEnd(text, i, to);
          if (address.end > i) {
            pushUnit(units, i, address.end, 0, lookOf(UnitId.Address, Shape.Mixed, address.email ? Kind.Email : Kind.Url, 0) | gap);
            i = address.end;
            gap = 0;
            continue;
          }
          noAddressBefore = address.tried;
        }
        const end = this.#pieceEnd(text, i, to, limit, previous(units, gap));
        this.#piece(text, i, end, units, gap);
        i = end;
      } else if (kind === Punctuation) {
        i = this.mark(text, i, to, units, gap);
      } else {
        i = symbol(text, i, to, units, gap);
      }
      gap = 0;
    }
    return i;
  }

  /** Appends a number of digits alone. */
  number(text: Uint16Array, from: number, end: number, units: Units, spaced: number): void {
    const length = end - from;
    let key = 0;
    for (let i = from; i < end; i++) key = addLetter(key, TABLE[text[i]!]!);
    const id = length <= 2 ? UnitId.ShortNumber : length === 4 ? UnitId.Year : UnitId.Number;
    pushUnit(units, from, end, closeKey(key, 0), lookOf(id, Shape.Number, Kind.Number, 0) | spaced);
  }

  /** Appends a mark; a run of one mark (`...`, `--`) is one. */
  mark(text: Uint16Array, from: number, to: number, units: Units, spaced: number): number {
    const code = text[from]!;
    let end = from + 1;
    while (end < to && text[end]! === code && code !== 0x28 && code !== 0x29) end++;
    pushUnit(units, from, end, code, (code === 0x2c || code === 0x2f ? COMMA : SENTENCE_MARK) | spaced);
    return end;
  }

  /** Letters and digits, and what joins them: `5.580`, `20-11`, `TT-BVHTT`, `O'Neal`, `47%`. */
  #pieceEnd(text: Uint16Array, from: number, to: number, limit: number, previous: number): number {
    let start = from;
    let before = previous;
    let end = wordEnd(text, from, to);
    while (end < to) {
      const code = text[end]!;
      if (code === 0x25 || code === 0x2030 || code === 0xb0) {
        // Per cent and degrees close a number.
        if (classAt(text, end - 1) === Digit) end = wordEnd(text, end + 1, to);
        break;
      }
      if (end + 1 >= to || !isWordy(classAt(text, end + 1)) || !this.#joins(text, start, end, to, before)) break;
      before = 0;
      start = end + 1;
      end = wordEnd(text, start, to);
    }
    if (end < to && text[end]! === 0x2e) {
      const spaceBehind = end + 1 < to && classAt(text, end + 1) === Space;
      if (spaceBehind && keepsDot(text, start, end, limit)) return end + 1;
      if (end + 1 < to && dotBeforeName(text, start, end)) return end + 1;
    }
    return end;
  }

  /** Whether the character between two wordy stretches makes one token of them. */
  #joins(text: Uint16Array, start: number, at: number, to: number, before: number): boolean {
    const left = classAt(text, at - 1);
    const right = classAt(text, at + 1);
    switch (text[at]) {
      case 0x2e:
        return left === Digit && right === Digit ? true : joinsDot(text, start, at, at + 1, to);
      case 0x2c:
      case 0x3a:
        return left === Digit && right === Digit;
      case 0x27:
      case 0x2019:
        return left === Letter && right === Letter;
      case 0x5f:
        return true;
      case 0x26:
        return isUpperAt(text, at - 1) && isUpperAt(text, at + 1);
      case 0x2f:
        return joinsSlash(text, start, at, to);
      case 0x2d:
      case 0x2011:
        return this.#joinsHyphen(text, start, at, to, before);
      case 0x2013:
        return left === Digit && right === Digit;
      default:
        return false;
    }
  }

  /** `Covid-19`, `TT-BVHTT`, `Jong-un`, `cà-rem` are one token; `Nga-Ukraine`, `kinh tế-xã hội` (`tế` belongs to `kinh`) are two and a mark. */
  #joinsHyphen(text: Uint16Array, start: number, at: number, to: number, before: number): boolean {
    const end = wordEnd(text, at + 1, to);
    const left = describePiece(text, start, at);
    const right = describePiece(text, at + 1, end);
    if (left.digits > 0 || right.digits > 0) return true;
    if (left.allUpper && (right.allUpper || right.uppers > 1)) return true;
    if (right.capital) return false;
    if (left.capital) return !left.allUpper || at - start === 1;
    const first = this.#model.syllableOf(left.key);
    const second = this.#model.syllableOf(right.key);
    if (first === 0 || second === 0 || this.#model.joinsMostly(first, second)) return true;
    return before === 0 || !this.#model.joinsMostly(before, first);
  }

  #piece(text: Uint16Array, from: number, end: number, units: Units, spaced: number): void {
    const piece = describePiece(text, from, end);
    const id = piece.unit === UnitId.Unknown ? this.#model.syllableOf(piece.key) || UnitId.Unknown : piece.unit;
    pushUnit(units, from, end, piece.key, lookOf(id, piece.shape, piece.kind, piece.flags) | spaced);
  }
}

function joinsSlash(text: Uint16Array, from: number, at: number, to: number): boolean {
  let start = from;
  const left = classAt(text, at - 1);
  if (left === Digit && classAt(text, at + 1) === Digit) return true;
  // A decree: 41/2018/NĐ-CP.
  if (left === Digit) return isUpperAt(text, at + 1) && isUpperAt(text, at + 2);
  if (left !== Letter && left !== Mark) return false;
  // A unit of measure: km/h, kg/m2, 120km/h.
  const end = wordEnd(text, at + 1, to);
  while (start < at && classAt(text, start) === Digit) start++;
  return at > start && at - start <= 3 && end - at - 1 <= 3 && isAsciiLower(text, start, at) && isAsciiLower(text, at + 1, end);
}

function isAsciiLower(text: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text[i]!;
    if (!(code >= 0x61 && code <= 0x7a) && !(code >= 0x30 && code <= 0x39) && code !== 0xb2 && code !== 0xb3) return false;
  }
  return true;
}

const isUpperAt = (text: Uint16Array, at: number): boolean => (TABLE[text[at]!]! & UPPER) !== 0;

/** The syllable before a chunk, white space between; 0 when there is none. */
function previous(units: Units, spaced: number): number {
  const last = units.length - 1;
  if (spaced === 0 || last < 0) return 0;
  const id = idOf(units.look[last]!);
  return id >= FIRST_SYLLABLE ? id : 0;
}

function wordEnd(text: Uint16Array, from: number, to: number): number {
  let end = from;
  while (end < to && isWordy(classAt(text, end))) end++;
  return end;
}

/** One symbol, or an emoji with all that belongs to it. */
function symbol(text: Uint16Array, from: number, to: number, units: Units, spaced: number): number {
  let end = from + 1;
  const first = text[from]!;
  if (first >= 0xd800 && first <= 0xdfff) {
    while (end < to && extendsEmoji(text[end]!, text[end - 1]!)) end++;
  } else {
    while (end < to && classAt(text, end) === Mark) end++;
  }
  pushUnit(units, from, end, first, SYMBOL | spaced);
  return end;
}

const extendsEmoji = (code: number, before: number): boolean =>
  (code >= 0xdc00 && code <= 0xdfff) || code === 0xfe0f || code === 0x200d || before === 0x200d || code === 0xd83c;
