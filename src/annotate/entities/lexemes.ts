import type { CodeSpan } from '../../model/snippet.js';
import { spelled } from '../../text/codes.js';
import { comparisonKey } from '../../text/keys.js';
import { BINDS, CAPITAL, STARTS_LISTED, STARTS_NAME, STARTS_TRIGGER } from './facts.js';
import { hashPart, hashText, join } from './hash.js';
import { createInts, pushInt } from './identity-columns.js';
import { MOST_FEATURES } from './kernel.js';
import { EDGE, isCapital, Shape, shapeOf, syllableClass } from './shape.js';
import { Known, type Look, lookIn, type PhraseTable, type WordTable } from './tables.js';
import type { Units } from './units.js';

/** The attributes of a lexeme that are used beside it, as far as two units away, come first; the rest are used in place alone. */
export const NEAR_ATTRIBUTES = 9;

/** The distinct units met so far, with what the recogniser knows of each. Id 0 stands for what lies beyond the ends of a text. */
export interface Lexemes {
  readonly size: number;
  /** Puts the lexemes of a text's units into columns, with so many edges before and behind. */
  identify(text: CodeSpan, units: Units, columns: LexemeColumns, edges: number): void;
  attributes(id: number): Int32Array;
  /** What the phrase table says of the unit as a phrase of its own: a byte each for names, the gazetteer and triggers. */
  starts(id: number): number;
  /** Forgets all but the edge. */
  clear(): void;
}

export interface LexemeColumns {
  readonly lexeme: Int32Array;
  /** Hash of the key: case and tone placement do not count. */
  readonly key: Int32Array;
  /** `Facts`. */
  readonly facts: Int32Array;
}

/** Entries of a record: the two hashes of how it is written (it is told by them alone, see `Spellings`), key, facts. */
const RECORD = 4;

export function createLexemes(words: WordTable, phrases: PhraseTable): Lexemes {
  let slots = new Int32Array(1 << 13);
  let records = new Int32Array(1 << 13);
  let size = 0;
  const look = lookIn(words, phrases);
  const read: Attributes = { slots: new Int32Array(MOST_FEATURES), values: new Int32Array(MOST_FEATURES), length: 0 };
  const starts = createInts();
  const attributes = createInts();
  const attributesEnd = createInts();

  function add(text: string, first: number, second: number): number {
    const id = size++;
    reserve();
    const lexeme = readLexeme(text, words, look, read);
    records.set([first, second, lexeme.key, lexeme.facts], id * RECORD);
    pushInt(starts, lexeme.starts);
    for (let i = 0; i < read.length; i++) pushInt(attributes, join(read.slots[i]!, read.values[i]!));
    pushInt(attributesEnd, attributes.length);
    if (id !== 0) enter(id);
    return id;
  }

  /** Makes room for the lexeme that has just been numbered. */
  function reserve(): void {
    if (size * RECORD > records.length) {
      const old = records;
      records = new Int32Array(old.length * 2);
      records.set(old);
    }
    if (size * 2 <= slots.length) return;
    slots = new Int32Array(slots.length * 2);
    for (let id = 1; id < size - 1; id++) enter(id);
  }

  function enter(id: number): void {
    const mask = slots.length - 1;
    let slot = records[id * RECORD]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id;
  }

  const lexemes: Lexemes = {
    get size() {
      return size;
    },
    identify({ codes, start: from }, { length, start, end, first, second }, { lexeme, key, facts }, edges) {
      let table = slots;
      let known = records;
      for (let i = -edges; i < length + edges; i++) {
        let id = 0;
        if (i >= 0 && i < length) {
          const one = first[i]!;
          const other = second[i]!;
          const mask = table.length - 1;
          let slot = one & mask;
          for (id = table[slot]!; id !== 0 && (known[id * RECORD] !== one || known[id * RECORD + 1] !== other); id = table[slot]!) {
            slot = (slot + 1) & mask;
          }
          if (id === 0) {
            id = add(spelled(codes, from + start[i]!, from + end[i]!), one, other);
            table = slots;
            known = records;
          }
        }
        const at = i + edges;
        lexeme[at] = id;
        key[at] = known[id * RECORD + 2]!;
        facts[at] = known[id * RECORD + 3]!;
      }
    },
    attributes: id => attributes.data.subarray(id === 0 ? 0 : attributesEnd.data[id - 1]!, attributesEnd.data[id]!),
    starts: id => starts.data[id]!,
    clear() {
      slots.fill(0);
      size = 0;
      starts.length = 0;
      attributes.length = 0;
      attributesEnd.length = 0;
      add('', 0, 0);
    },
  };
  lexemes.clear();
  return lexemes;
}

/** What the recogniser knows of a lexeme; a text that is empty stands for what lies beyond the ends of texts. */
export interface Lexeme {
  /** Hash of the key: case and tone placement do not count. */
  readonly key: number;
  /** `Facts`. */
  readonly facts: number;
  /** What the phrase table says of the unit as a phrase of its own: a byte each for names, the gazetteer and triggers. */
  readonly starts: number;
}

/** The attributes of a lexeme: number `i` is `join(slots[i], values[i])`. */
export interface Attributes {
  readonly slots: Int32Array;
  readonly values: Int32Array;
  length: number;
}

/** Reads a lexeme and writes its attributes. */
export function readLexeme(text: string, words: WordTable, look: Look, attributes: Attributes): Lexeme {
  const shape = text === '' ? EDGE : shapeOf(text);
  const key = text === '' ? '' : lexemeKey(text, shape);
  const hash = hashText(key);
  const known = look(hash, join(hash, caseOf(shape)));
  const word = known[Known.Word]!;
  const name = known[Known.Name]!;
  const listed = known[Known.Listed]!;
  const trigger = known[Known.Trigger]!;
  const coarse = words.coarse(word);
  const middle = words.middle(word);
  let facts = shape | (coarse << 8) | (middle << 16);
  if (isCapital(shape)) facts |= CAPITAL;
  if (known[Known.Glue] !== 0) facts |= BINDS;
  if (name !== 0) facts |= STARTS_NAME;
  if (listed !== 0) facts |= STARTS_LISTED;
  if (trigger !== 0) facts |= STARTS_TRIGGER;

  const isWord = shape < Shape.Sign && shape !== Shape.Number;
  attributes.length = 0;
  push(attributes, Slot.Key, hash);
  push(attributes, Slot.Cased, join(hash, shape));
  push(attributes, Slot.Shape, shape);
  push(attributes, Slot.Coarse, coarse);
  push(attributes, Slot.Middle, middle);
  push(attributes, Slot.Fine, words.fine(word));
  push(attributes, Slot.Rate, words.rate(word) * 64 + shape);
  push(attributes, Slot.Part, known[Known.Part]! * 64 + shape);
  push(attributes, Slot.Syllable, isWord ? syllableClass(key) * 64 + shape : 256 + shape);
  if (isWord) pushSpelling(attributes, text, key, shape);
  return { key: hash, facts, starts: name | (listed << 8) | (trigger << 16) };
}

function push(attributes: Attributes, slot: number, value: number): void {
  attributes.slots[attributes.length] = slot;
  attributes.values[attributes.length++] = value;
}

/** Words are told apart by case in the word table: lower, capitalised, all capitals. */
export function caseOf(shape: number): number {
  return isCapital(shape) ? (shape === Shape.Upper || shape === Shape.Single ? 2 : 1) : 0;
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
};

/** Attributes of how a word is written. */
function pushSpelling(attributes: Attributes, text: string, key: string, shape: number): void {
  push(attributes, Slot.Length, Math.min(key.length, 9) * 64 + shape);
  push(attributes, Slot.Pattern, shape === Shape.Lower && text === text.toLowerCase() ? LOWER_PATTERN : hashText(patternOf(text)));
  if (shape === Shape.Lower) return;
  for (let size = 1; size <= 3 && size < key.length; size++) {
    push(attributes, Slot.Prefix + size, hashPart(key, 0, size));
    push(attributes, Slot.Suffix + size, hashPart(key, key.length - size, key.length));
  }
  if (key.length > 4) push(attributes, Slot.Suffix + 4, hashPart(key, key.length - 4, key.length));
}

/** The pattern of a word whose letters are all small. */
const LOWER_PATTERN = hashText('x');

function patternOf(text: string): string {
  let pattern = '';
  // To ask a growing string how it ends would make it whole each time.
  let last = '';
  for (const letter of text) {
    const mark = letter >= '0' && letter <= '9' ? '0' : letter === letter.toLowerCase() ? 'x' : 'X';
    if (mark !== last) pattern += mark;
    last = mark;
  }
  return pattern;
}
