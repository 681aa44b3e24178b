import { Kind, type Tokens } from '../../model/tokens.js';
import { CHARACTER, Letter, UPPER } from './characters.js';
import { SyllableFlag, type WordModel } from './model.js';
import { FIRST_SYLLABLE, Flag, idOf, kindOf, Shape, shapeOf, type Units } from './units.js';

/** By names of this module: in the bundle an import may be a call, and these are read for every letter and unit. */
const TABLE = CHARACTER;
const { Capital: CAPITAL, Lettered: LETTERED } = Flag;
const { Abbr: ABBR, Name: NAME, Punct: PUNCT, Symbol: SYMBOL, Word: WORD } = Kind;

/** Where units stand in a text. */
export interface Place {
  /** They begin the text. */
  readonly opens: boolean;
  /** The text has no lower-case letter: then capitals mark no names. */
  readonly capitals: boolean;
  /** Where the text begins in the codes: offsets of tokens count from there. */
  readonly origin: number;
}

/** Appends the tokens that `joins` makes of the units at and behind `from`; `tokens` has room for them. */
export function appendTokens(
  text: Uint16Array,
  units: Units,
  joins: Uint8Array,
  model: WordModel,
  tokens: Tokens,
  place: Place,
  from = 0,
): void {
  const { start, end, look, length } = units;
  const { start: starts, end: ends, syllables, lettered, kind: kinds } = tokens;
  const { capitals, origin } = place;
  let n = tokens.length;
  let sentenceStart = place.opens;
  let i = from;
  while (i < length) {
    const first = i;
    let all = look[i]!;
    let any = all;
    let sort = kindOf(all);
    while (joins[i] === 1) {
      i++;
      // A number in a name (`U23 Việt Nam`) has no case.
      const other = look[i]!;
      any |= other;
      if ((other & LETTERED) !== 0) all = (all & LETTERED) === 0 ? other : all & other;
    }
    starts[n] = start[first]! - origin;
    ends[n] = end[i]! - origin;
    syllables[n] = i === first ? 1 : Math.min(i - first + 1, 255);
    lettered[n] = (any & LETTERED) === 0 ? 0 : 1;
    if (sort === WORD || (i > first && sort !== PUNCT)) {
      sort = WORD;
      if ((all & CAPITAL) !== 0 && !capitals) {
        if (i > first) sort = NAME;
        else if (shapeOf(all) === Shape.Upper || text[end[i]! - 1] === 0x2e) sort = ABBR;
        else if (!sentenceStart || isProper(model, idOf(all))) sort = NAME;
      }
    }
    kinds[n] = sort;
    if (sort !== PUNCT && sort !== SYMBOL) sentenceStart = false;
    else if (shapeOf(look[i]!) === Shape.Border) sentenceStart = opensSentence(text[start[i]!]!, sentenceStart);
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

/** No lower-case letter in the whole text. */
export function isAllCapitals(text: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const info = TABLE[text[i]!]!;
    if (((info >>> 20) & 7) === Letter && (info & UPPER) === 0) return false;
  }
  return true;
}
