import { PAD } from './context.js';
import { hashText } from './hash.js';
import { labelOf, OUTSIDE, Part, typeOf } from './labels.js';
import { Shape } from './shape.js';
import type { Tagger } from './tagger.js';

const keysOf = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashText));
const PHOTO = hashText('ảnh');
const COLON = hashText(':');
const DOT = hashText('.');
const COLLABORATORS = keysOf('ctv tl');
/** Words that only a person's name follows at once. */
const HONORIFICS = keysOf('ông bà chị cô');
const ĐÀN = keysOf('đàn phụ');

/** Mends the labels of the tagger's text where a rule of the guide is surer than what was learnt. */
export function applyRules(tagger: Tagger, length: number): void {
  const { context, lexemes, labels } = tagger;
  const keyAt = (i: number): number => lexemes.key[context.lexeme[i + PAD]!]!;
  const shapeAt = (i: number): number => lexemes.shape[context.lexeme[i + PAD]!]!;

  for (let i = 0; i < length; i++) {
    if (i >= 2 && keyAt(i - 1) === COLON && keyAt(i - 2) === PHOTO) dropCredit(i);
    if (labels[i] === labelOf('LOC', Part.Single) && i > 0 && HONORIFICS.has(keyAt(i - 1)) && !ĐÀN.has(keyAt(i - 2))) {
      if (shapeAt(i) === Shape.Title) labels[i] = labelOf('PER', Part.Single);
    }
  }

  /** A photo credit of initials alone, or of nobody in particular, names nobody. */
  function dropCredit(first: number): void {
    let end = first;
    while (end < length && (shapeAt(end) === Shape.Single || keyAt(end) === DOT)) end++;
    if (end === first && COLLABORATORS.has(keyAt(first))) end++;
    if (end < length && labels[end] !== OUTSIDE && typeOf(labels[end]!) === typeOf(labels[end - 1] || 1)) {
      const part = (labels[end]! - 1) & 3;
      if (part === Part.Inside || part === Part.End) return;
    }
    for (let i = first; i < end; i++) labels[i] = OUTSIDE;
  }
}
