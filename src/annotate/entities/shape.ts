import { withoutMarks } from '../../text/keys.js';
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

const SYLLABLE = /^(?:ngh?|nh|kh|gh?|gi|ph|th|tr|ch|qu|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/;

/** 0: not built like a Vietnamese syllable; 1: it could be one, and has no mark; 2: it could be one, and has marks; 3: foreign with marks. */
export function syllableClass(key: string): number {
  const plain = withoutMarks(key);
  if (SYLLABLE.test(plain)) return plain === key ? 1 : 2;
  return plain === key ? 0 : 3;
}
