import { Letter, letterClass } from './letters.js';

/** How a unit is written. From `Sign` on, signs each have a number of their own. */
export const Shape = { Lower: 0, Title: 1, Upper: 2, Single: 3, Mixed: 4, Number: 5, UpperDigit: 6, LowerDigit: 7, Sign: 8 } as const;
export const SIGNS = '.,-()"“”\'‘’:;/…–—&?!%[]';
export const SHAPES = Shape.Sign + SIGNS.length + 2;
/** Beyond the ends of a text. */
export const EDGE = SHAPES - 1;

export function shapeOf(text: string): number {
  const first = letterClass(text.charCodeAt(0));
  if (first === Letter.Other) {
    const sign = SIGNS.indexOf(text);
    return Shape.Sign + (sign < 0 || text === '' ? SIGNS.length : sign);
  }
  let upper = 0;
  let lower = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = letterClass(text.charCodeAt(i));
    if (kind === Letter.Upper) upper++;
    else if (kind === Letter.Lower) lower++;
    else if (kind === Letter.Digit) digits++;
  }
  if (upper + lower === 0) return Shape.Number;
  if (digits > 0) return upper > 0 ? Shape.UpperDigit : Shape.LowerDigit;
  if (upper === 0) return Shape.Lower;
  if (lower === 0) return upper === 1 ? Shape.Single : Shape.Upper;
  return upper === 1 && first === Letter.Upper ? Shape.Title : Shape.Mixed;
}

/** A unit with a capital letter. */
export function isCapital(shape: number): boolean {
  return (shape >= Shape.Title && shape <= Shape.Mixed) || shape === Shape.UpperDigit;
}

const CONSONANTS = ['ngh', 'ng', 'nh', 'kh', 'gh', 'gi', 'ph', 'th', 'tr', 'ch', 'qu', ...'bcdđghklmnpqrstvx', ''];
const CODAS = ['ch', 'nh', 'ng', 'c', 'm', 'n', 'p', 't', ''];
const PLAIN_VOWELS = 'aeiouy';

/** 0: not built like a Vietnamese syllable; 1: it could be one, and has no mark; 2: it could be one, and has marks; 3: foreign with marks. */
export function syllableClass(key: string): number {
  let plain = '';
  let marked = false;
  for (const letter of key) {
    const base = letter === 'đ' ? 'd' : letter.normalize('NFD')[0]!;
    if (base !== letter) marked = true;
    plain += base;
  }
  const fits = CONSONANTS.some(onset => plain.startsWith(onset) && CODAS.some(coda => isNucleus(plain, onset.length, coda)));
  return fits ? (marked ? 2 : 1) : marked ? 3 : 0;
}

function isNucleus(plain: string, from: number, coda: string): boolean {
  if (!plain.endsWith(coda)) return false;
  const length = plain.length - from - coda.length;
  if (length < 1 || length > 3) return false;
  for (let i = from; i < from + length; i++) if (!PLAIN_VOWELS.includes(plain[i]!)) return false;
  return true;
}
