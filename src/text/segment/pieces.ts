import { Kind } from '../../model/tokens.js';
import { CHARACTER, Digit, Letter, UPPER } from './characters.js';
import { addLetter, closeKey } from './hash.js';
import { Flag, Shape, UnitId } from './units.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;

/** What a piece of letters, digits and joining marks is. */
export interface Piece {
  readonly key: number;
  readonly kind: number;
  readonly unit: number;
  readonly shape: number;
  readonly flags: number;
  readonly digits: number;
  readonly uppers: number;
  /** Its first letter is upper case. */
  readonly capital: boolean;
  /** It has letters, all of them upper case. */
  readonly allUpper: boolean;
}

export function describePiece(text: Uint16Array, from: number, to: number): Piece {
  let key = 0;
  let tones = 0;
  let letters = 0;
  let uppers = 0;
  let digits = 0;
  let capital = false;
  for (let i = from; i < to; i++) {
    const info = TABLE[text[i]!]!;
    key = addLetter(key, info);
    tones += (info >>> 16) & 7;
    const kind = (info >>> 20) & 7;
    if (kind === Digit) digits++;
    if (kind !== Letter) continue;
    const upper = (info & UPPER) !== 0;
    if (letters === 0) capital = upper;
    letters++;
    if (upper) uppers++;
  }
  const allUpper = letters > 0 && uppers === letters;
  let flags = 0;
  if (letters > 0) flags |= Flag.Lettered;
  if (letters > 1) flags |= Flag.Long;
  if (capital) flags |= Flag.Capital;
  if (allUpper) flags |= Flag.AllUpper;
  if (uppers > (capital ? 1 : 0)) flags |= Flag.InnerUpper;
  const sort = digits > 0 ? withDigits(text, from, to, letters, capital) : withoutDigits(letters, uppers, capital, allUpper);
  const { kind, unit, shape } = sort;
  return { key: closeKey(key, tones), kind, unit, shape, flags, digits, uppers, capital, allUpper };
}

interface Sort {
  readonly kind: number;
  readonly unit: number;
  readonly shape: number;
}

function withoutDigits(letters: number, uppers: number, capital: boolean, allUpper: boolean): Sort {
  if (letters === 0) return { kind: Kind.Symbol, unit: UnitId.Symbol, shape: Shape.Border };
  const shape = allUpper && letters > 1 ? Shape.Upper : capital && uppers === 1 ? Shape.Initial : uppers > 0 ? Shape.Mixed : Shape.Lower;
  return { kind: Kind.Word, unit: UnitId.Unknown, shape };
}

function withDigits(text: Uint16Array, from: number, to: number, letters: number, capital: boolean): Sort {
  if (letters === 0) {
    if (isDate(text, from, to)) return { kind: Kind.Date, unit: UnitId.Date, shape: Shape.Number };
    const length = to - from;
    const whole = isAllDigits(text, from, to);
    const unit = whole && length <= 2 ? UnitId.ShortNumber : whole && length === 4 ? UnitId.Year : UnitId.Number;
    return { kind: Kind.Number, unit, shape: Shape.Number };
  }
  const startsWithDigit = isDigit(text[from]!);
  if (startsWithDigit && isClock(text, from, to)) return { kind: Kind.Date, unit: UnitId.Date, shape: Shape.Number };
  if (startsWithDigit) return { kind: Kind.Number, unit: UnitId.Mixed, shape: Shape.Number };
  return { kind: capital ? Kind.Abbr : Kind.Word, unit: UnitId.Unknown, shape: Shape.Mixed };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function isAllDigits(text: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDigit(text[i]!)) return false;
  return true;
}

/** `20-11`, `4/12`, `30/4/1975`, `7/2020`, `2024-12-04`. */
function isDate(text: Uint16Array, from: number, to: number): boolean {
  if (to - from > 10 || to - from < 3) return false;
  const end = digitsEnd(text, from, to);
  const separator = text[end];
  if (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) return false;
  const secondEnd = digitsEnd(text, end + 1, to);
  const thirdEnd = secondEnd < to && text[secondEnd] === separator ? digitsEnd(text, secondEnd + 1, to) : secondEnd;
  if (thirdEnd !== to) return false;
  const width = end - from;
  const secondWidth = secondEnd - end - 1;
  /** -1 without a third number. */
  const thirdWidth = to - secondEnd - 1;
  if (width === 0 || width > 4 || !isFieldWidth(secondWidth) || (thirdWidth >= 0 && !isFieldWidth(thirdWidth))) return false;
  const day = numberAt(text, from, end);
  const month = numberAt(text, end + 1, secondEnd);
  if (width > 2) return width === 4 && thirdWidth >= 0 && month >= 1 && month <= 12;
  if (separator === 0x2e) return thirdWidth === 4 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
  if (secondWidth === 4) return thirdWidth < 0 && day >= 1 && day <= 12 && month >= 1000 && month <= 2999;
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

const isFieldWidth = (width: number): boolean => width === 1 || width === 2 || width === 4;

function digitsEnd(text: Uint16Array, from: number, to: number): number {
  let end = from;
  while (end < to && isDigit(text[end]!)) end++;
  return end;
}

function numberAt(text: Uint16Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text[i]! - 0x30;
  return value;
}

/** `18h30`, `7h`, `23g15`. */
function isClock(text: Uint16Array, from: number, to: number): boolean {
  const at = digitsEnd(text, from, to);
  const letter = text[at]!;
  if (at - from > 2 || at === to || (letter !== 0x68 && letter !== 0x48 && letter !== 0x67)) return false;
  const end = digitsEnd(text, at + 1, to);
  const minutes = end - at - 1;
  if (minutes === 0 ? letter === 0x67 : minutes !== 2) return false;
  // `p`, `'`, `ph`: minutes.
  if (to - end > 2 || (to - end === 2 && text[end + 1] !== 0x68)) return false;
  if (end < to && text[end] !== 0x70 && (text[end] !== 0x27 || to - end > 1)) return false;
  return numberAt(text, from, at) <= 24 && numberAt(text, at + 1, end) < 60;
}
