import { detached } from '../../text/detached.js';
import { comparisonKey } from '../../text/keys.js';
import { hashText, join } from './hash.js';

import { EDGE, isCapital, Shape, shapeOf, syllableClass } from './shape.js';
import { GAZETTEER_SEED, GLUE_SEED, longer, NAME_SEED, PART_SEED, type PhraseTable, TRIGGER_SEED, type WordTable } from './tables.js';

/** The attributes of a lexeme that are used beside it, as far as two units away, come first; the rest are used in place alone. */
export const NEAR_ATTRIBUTES = 9;

/** The distinct units met so far, with what the recogniser knows of each. Id 0 stands for what lies beyond the ends of a text. */
export interface Lexemes {
  readonly size: number;
  /** `hash` is `hashUnits(text, start, end)`. */
  idOf(text: string, start: number, end: number, hash: number): number;
  /** Hash of the unit's key: case and tone placement do not count. */
  readonly key: Int32Array;
  readonly shape: Uint8Array;
  /** Clusters of 50, 200 and 800; 0 is none. */
  readonly coarse: Uint8Array;
  readonly middle: Uint8Array;
  readonly fine: Int16Array;
  /** How often the word is capitalised in mid-sentence: 1 never to 8 always; 0 unknown. */
  readonly rate: Uint8Array;
  readonly capital: Uint8Array;
  /** What the phrase table says of the unit as a phrase of its own, of each sort. */
  readonly name: Uint8Array;
  readonly gazetteer: Uint8Array;
  readonly trigger: Uint8Array;
  readonly glue: Uint8Array;
  attributes(id: number): Int32Array;
}

export const LEXEME_LIMIT = 1 << 17;
const SLOTS = LEXEME_LIMIT * 2;

export function createLexemes(words: WordTable, phrases: PhraseTable): Lexemes & { clear(): void } {
  const slots = new Int32Array(SLOTS);
  const hashes = new Int32Array(LEXEME_LIMIT);
  const texts: string[] = [];
  const attributes: Int32Array[] = [];
  const columns = {
    key: new Int32Array(LEXEME_LIMIT),
    shape: new Uint8Array(LEXEME_LIMIT),
    coarse: new Uint8Array(LEXEME_LIMIT),
    middle: new Uint8Array(LEXEME_LIMIT),
    fine: new Int16Array(LEXEME_LIMIT),
    rate: new Uint8Array(LEXEME_LIMIT),
    capital: new Uint8Array(LEXEME_LIMIT),
    name: new Uint8Array(LEXEME_LIMIT),
    gazetteer: new Uint8Array(LEXEME_LIMIT),
    trigger: new Uint8Array(LEXEME_LIMIT),
    glue: new Uint8Array(LEXEME_LIMIT),
  };

  function add(text: string, hash: number): number {
    const id = texts.length;
    const shape = id === 0 ? EDGE : shapeOf(text);
    const key = id === 0 ? '' : lexemeKey(text, shape);
    const word = words.find(join(hashText(key), caseOf(shape)));
    texts.push(text);
    hashes[id] = hash;
    columns.key[id] = hashText(key);
    columns.shape[id] = shape;
    columns.capital[id] = isCapital(shape) ? 1 : 0;
    columns.fine[id] = words.fine(word);
    columns.middle[id] = words.middle(word);
    columns.coarse[id] = words.coarse(word);
    columns.rate[id] = words.rate(word);
    columns.name[id] = phrases.step(longer(NAME_SEED, columns.key[id]!));
    columns.gazetteer[id] = phrases.step(longer(GAZETTEER_SEED, columns.key[id]!));
    columns.trigger[id] = phrases.step(longer(TRIGGER_SEED, columns.key[id]!));
    columns.glue[id] = phrases.step(longer(GLUE_SEED, columns.key[id]!));
    const part = phrases.step(longer(PART_SEED, columns.key[id]!));
    attributes.push(attributesOf(id, text, key, part, columns));
    return id;
  }

  const lexemes = {
    ...columns,
    get size() {
      return texts.length;
    },
    attributes: (id: number) => attributes[id]!,
    idOf(text: string, start: number, end: number, hash: number): number {
      for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
        const id = slots[slot]!;
        if (id === 0) {
          if (texts.length === LEXEME_LIMIT) throw new RangeError('too many lexemes');
          const added = add(detached(text.slice(start, end)), hash);
          slots[slot] = added;
          return added;
        }
        if (hashes[id] === hash && isSame(texts[id]!, text, start, end)) return id;
      }
    },
    clear(): void {
      slots.fill(0);
      texts.length = 0;
      attributes.length = 0;
      add('', 0);
    },
  };
  lexemes.clear();
  return lexemes;
}

/** Words are told apart by case in the word table: lower, capitalised, all capitals. */
export function caseOf(shape: number): number {
  return isCapital(shape) ? (shape === Shape.Upper || shape === Shape.Single ? 2 : 1) : 0;
}

function isSame(known: string, text: string, start: number, end: number): boolean {
  const length = end - start;
  if (known.length !== length) return false;
  for (let i = 0; i < length; i++) if (known.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** What a unit is known by: numbers by their form, words without case and tone placement. */
export function lexemeKey(text: string, shape: number): string {
  return shape === Shape.Number ? numberKey(text) : comparisonKey(text);
}

/** Numbers of the same form are one: `4/12` is `0/00`. */
function numberKey(text: string): string {
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    key += unit >= 0x30 && unit <= 0x39 ? '0' : text[i]!;
  }
  return text.length <= 2 ? text : key;
}

const Slot = {
  Key: 1,
  Cased: 2,
  Shape: 3,
  Coarse: 4,
  Middle: 5,
  Fine: 6,
  Rate: 7,
  Syllable: 8,
  Prefix: 16,
  Suffix: 24,
  Pattern: 32,
  Length: 33,
  Part: 9,
  CasedFine: 34,
};

function attributesOf(
  id: number,
  text: string,
  key: string,
  part: number,
  columns: { [name: string]: { [id: number]: number } },
): Int32Array {
  const shape = columns.shape![id]!;
  const isWord = shape < Shape.Sign && shape !== Shape.Number;
  const values = [
    join(Slot.Key, columns.key![id]!),
    join(Slot.Cased, join(columns.key![id]!, shape)),
    join(Slot.Shape, shape),
    join(Slot.Coarse, columns.coarse![id]!),
    join(Slot.Middle, columns.middle![id]!),
    join(Slot.Fine, columns.fine![id]!),
    join(Slot.Rate, columns.rate![id]! * 64 + shape),
    join(Slot.Part, part * 64 + shape),
    join(Slot.Syllable, isWord ? syllableClass(key) * 64 + shape : 256 + shape),
  ];
  if (isWord) {
    values.push(join(Slot.Length, Math.min(key.length, 9) * 64 + shape), join(Slot.Pattern, hashText(patternOf(text))));
    if (shape !== Shape.Lower) {
      for (let size = 1; size <= 3 && size < key.length; size++) {
        values.push(join(Slot.Prefix + size, hashText(key.slice(0, size))), join(Slot.Suffix + size, hashText(key.slice(-size))));
      }
      if (key.length > 4) values.push(join(Slot.Suffix + 4, hashText(key.slice(-4))));
    }
  }
  return Int32Array.from(values);
}

function patternOf(text: string): string {
  let pattern = '';
  for (const letter of text) {
    const mark = letter >= '0' && letter <= '9' ? '0' : letter === letter.toLowerCase() ? 'x' : 'X';
    if (!pattern.endsWith(mark)) pattern += mark;
  }
  return pattern;
}
