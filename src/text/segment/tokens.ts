import { Casing, Kind, type Tokens } from '../../model/tokens.js';
import { CHARACTER, Letter, UPPER } from './characters.js';
import { SyllableFlag, type WordModel } from './model.js';
import { FIRST_SYLLABLE, Flag, Shape, type Units } from './units.js';
import type { FormTable } from './vocabulary.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;
const { Border: BORDER, Upper: UPPER_SHAPE } = Shape;
const { AllUpper: ALL_UPPER, Capital: CAPITAL, InnerUpper: INNER_UPPER, Lettered: LETTERED, Long: LONG } = Flag;
const { Abbr: ABBR, Name: NAME, Punct: PUNCT, Symbol: SYMBOL, Word: WORD } = Kind;
const CAPITAL_BIT = UPPER;

/**
 * Appends the tokens that `joins` makes of the units at and behind `from`; `tokens` has room for them. `opens`: they begin the text; `capitals`: see
 * `isAllCapitals`.
 */
export function appendTokens(
  text: string,
  units: Units,
  joins: Uint8Array,
  model: WordModel,
  tokens: Tokens,
  forms: FormTable | undefined,
  place: { readonly opens: boolean; readonly capitals: boolean },
  from = 0,
): void {
  const { start, end, kind, flags, shape, id, length } = units;
  let n = tokens.length;
  const { capitals } = place;
  let sentenceStart = place.opens;
  let i = from;
  while (i < length) {
    const first = i;
    let all = flags[i]!;
    let any = all;
    while (joins[i] === 1) {
      i++;
      // A number in a name (`U23 Việt Nam`) has no case.
      const flag = flags[i]!;
      any |= flag;
      if ((flag & LETTERED) !== 0) all = (all & LETTERED) === 0 ? flag : all & flag;
    }
    tokens.start[n] = start[first]!;
    tokens.end[n] = end[i]!;
    tokens.syllables[n] = Math.min(i - first + 1, 255);
    tokens.lettered[n] = any & LETTERED;
    let sort = kind[first]!;
    if (sort === WORD || (i > first && sort !== PUNCT)) {
      sort = WORD;
      if (!capitals && (all & CAPITAL) !== 0) {
        if (i > first) sort = NAME;
        else if (shape[i] === UPPER_SHAPE || text.charCodeAt(end[i]! - 1) === 0x2e) sort = ABBR;
        else if (!sentenceStart || isProper(model, id[i]!)) sort = NAME;
      }
    }
    tokens.kind[n] = sort;
    if (forms !== undefined) {
      tokens.casing[n] = casingOf(all, any, flags[first]!, i > first, anyCapitalBehind(flags, first, i));
      tokens.form[n] = forms.form(text, start[first]!, end[i]!);
    }
    if (sort !== PUNCT && sort !== SYMBOL) sentenceStart = false;
    else if (shape[i] === BORDER) sentenceStart = opensSentence(text.charCodeAt(start[i]!), sentenceStart);
    n++;
    i++;
  }
  tokens.length = n;
}

/** Behind these marks a capital says nothing. */
function opensSentence(code: number, already: boolean): boolean {
  return (
    already ||
    code === 0x2e ||
    code === 0x3f ||
    code === 0x21 ||
    code === 0x3a ||
    code === 0x22 ||
    code === 0x201c ||
    code === 0x2026 ||
    code === 0x2d ||
    code === 0x2013
  );
}

function isProper(model: WordModel, id: number): boolean {
  return id < FIRST_SYLLABLE || (model.syllableFlags[id]! & SyllableFlag.Proper) !== 0;
}

/** No lower-case letter in the whole text: then capitals mark no names. */
export function isAllCapitals(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const info = TABLE[text.charCodeAt(i)]!;
    if (((info >>> 20) & 7) === Letter && (info & CAPITAL_BIT) === 0) return false;
  }
  return true;
}

function anyCapitalBehind(flags: Uint8Array, first: number, last: number): boolean {
  for (let i = first + 1; i <= last; i++) if ((flags[i]! & CAPITAL) !== 0) return true;
  return false;
}

function casingOf(all: number, any: number, first: number, several: boolean, capitalBehind: boolean): number {
  if ((any & (CAPITAL | INNER_UPPER)) === 0) return Casing.Lower;
  if ((all & ALL_UPPER) !== 0 && (several || (any & LONG) !== 0)) return Casing.Upper;
  if ((any & INNER_UPPER) !== 0) return Casing.Mixed;
  if ((first & CAPITAL) === 0) return (all & CAPITAL) !== 0 && several ? Casing.Title : Casing.Mixed;
  if (!several || !capitalBehind) return Casing.Initial;
  return (all & CAPITAL) !== 0 ? Casing.Title : Casing.Mixed;
}
