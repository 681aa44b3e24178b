import { spelled } from '../../text/codes.js';
import { comparisonKey } from '../../text/keys.js';
import { VARIANT_PAIRS } from '../../text/spelling-variants.js';
import { createSpellings, numberSpelling, type Spellings } from '../../text/spellings.js';
import { createInts, type Ints, pushInt } from './identity-columns.js';
import { AND, PHRASES, SHORT_HEADS } from './identity-phrases.js';
import { comparedWords } from './identity-surface.js';
import { syllableOf, unifiedWord } from './identity-word.js';

/** The words of names, numbered. Plain data. */
export interface NameWords {
  /** By number, as a `comparisonKey` or an `identityKey` has it; and back. */
  readonly texts: string[];
  readonly index: Map<string, number>;
  /** What an `identityKey` has for a word of a `comparisonKey`; `JOINED` where its neighbours have a say; `UNREAD` before it is asked. */
  readonly standard: Ints;
  /** What `syllableOf` says of it; `UNREAD` before it is asked. */
  readonly syllable: Ints;
  /** The phrases that begin with a word of a `comparisonKey`. */
  readonly phrases: Map<number, readonly WordPhrase[]>;
  /** Words as they stand in the text, and their word of a `comparisonKey`; `OPEN` where that hangs on their neighbours. */
  readonly written: Spellings;
  readonly compared: Ints;
}

interface WordPhrase {
  /** The words after the first. */
  readonly rest: readonly number[];
  readonly standsFor: readonly number[];
}

const UNREAD = -1;
const JOINED = -2;
const OPEN = -1;

export function createNameWords(): NameWords {
  const [standard, syllable, compared] = [createInts(), createInts(), createInts()];
  return { texts: [], index: new Map(), standard, syllable, phrases: new Map(), written: createSpellings(), compared };
}

export function addWord({ texts, index, standard, syllable }: NameWords, text: string): number {
  let word = index.get(text);
  if (word === undefined) {
    word = texts.length;
    texts.push(text);
    index.set(text, word);
    pushInt(standard, UNREAD);
    pushInt(syllable, UNREAD);
  }
  return word;
}

/** Whether a word of a key is built like a Vietnamese syllable: 0 no, 1 yes, 2 yes and with marks. */
export function syllableOfWord({ texts, syllable }: NameWords, word: number): number {
  if (syllable.data[word] === UNREAD) syllable.data[word] = syllableOf(texts[word]!);
  return syllable.data[word]!;
}

/** The words of the name last read. */
const found = createInts();

/**
 * The words of the `identityKey` of what stands from `start` to `end`, good until the next are read; `undefined` where that takes more
 * than to cut it at spaces and signs: foreign letters, quotes, odd spaces, spellings that hang on a neighbour.
 */
export function readWords(words: NameWords, codes: Uint16Array, start: number, end: number): Ints | undefined {
  found.length = 0;
  let spaced = true;
  for (let at = start; at < end; ) {
    const kind = kindOf(codes[at]!);
    if (kind === Kind.Word) {
      const from = at++;
      while (at < end && kindOf(codes[at]!) === Kind.Word) at++;
      const compared = comparedWord(words, codes, from, at);
      if (compared === OPEN) return undefined;
      pushInt(found, compared);
      spaced = false;
      continue;
    }
    const isSpace = kind === Kind.Space;
    if (kind === Kind.Other || (isSpace && spaced) || (kind === Kind.Hyphen && isDigit(codes[at + 1]!))) return undefined;
    spaced = isSpace;
    at++;
  }
  return spaced || found.length === 0 ? undefined : standardized(words);
}

/** The same for any name as it is shown. */
export function wordsOfSurface(words: NameWords, surface: string): Ints {
  const compared = comparedWords(surface);
  found.length = 0;
  for (const text of compared) pushInt(found, addWord(words, text));
  return standardized(words) ?? wordsOfKey(words, comparisonKey(surface));
}

/** The words of an `identityKey`, good until the next are read. */
export function wordsOfKey(words: NameWords, key: string): Ints {
  found.length = 0;
  for (const text of key.split(' ')) pushInt(found, addWord(words, text));
  return found;
}

function comparedWord(words: NameWords, codes: Uint16Array, start: number, end: number): number {
  const written = numberSpelling(words.written, codes, start, end);
  if (written === words.compared.length) {
    const key = comparisonKey(spelled(codes, start, end));
    const isOpen = key.split(NO_LETTERS).some(syllable => VARIANT_PAIRS.has(syllable));
    pushInt(words.compared, isOpen ? OPEN : addWord(words, key));
  }
  return words.compared.data[written]!;
}

/** Between the syllables of a `comparisonKey`. */
const NO_LETTERS = /[^a-z\u00df-\u024f\u1e00-\u1eff]+/;

/** The words found, as an `identityKey` has them; `undefined` where none is left. */
function standardized(words: NameWords): Ints | undefined {
  const { data, length } = found;
  let isJoined = false;
  for (let i = 0; i < length; i++) if (standardOf(words, data[i]!) === JOINED) isJoined = true;
  if (isJoined) return joined(words);
  for (let i = 0; i < length; i++) data[i] = words.standard.data[data[i]!]!;
  return found;
}

function standardOf(words: NameWords, word: number): number {
  if (words.standard.data[word] === UNREAD) {
    const text = words.texts[word]!;
    const phrases = PHRASES.get(text);
    const standard = phrases === undefined && text !== AND && !SHORT_HEADS.has(text) ? addWord(words, unifiedWord(text)) : JOINED;
    words.standard.data[word] = standard;
    if (phrases !== undefined) {
      const numbers = (texts: readonly string[]): number[] => texts.map(next => addWord(words, next));
      words.phrases.set(
        word,
        phrases.map(({ rest, standsFor }) => ({ rest: numbers(rest), standsFor: numbers(standsFor) })),
      );
    }
  }
  return words.standard.data[word]!;
}

const out = createInts();

/** The words found, where some ask their neighbours what they are. */
function joined(words: NameWords): Ints | undefined {
  const { data, length } = found;
  const { texts } = words;
  out.length = 0;
  const head = length > 1 && isWide(texts[data[1]!]!) ? SHORT_HEADS.get(texts[data[0]!]!) : undefined;
  for (const text of head ?? []) pushInt(out, addWord(words, text));
  for (let i = head === undefined ? 0 : 1; i < length; i++) {
    const word = data[i]!;
    const standard = words.standard.data[word]!;
    if (standard !== JOINED) {
      pushInt(out, standard);
      continue;
    }
    const phrase = words.phrases
      .get(word)
      ?.find(({ rest }) => i + rest.length < length && rest.every((next, j) => data[i + 1 + j] === next));
    if (phrase !== undefined) {
      for (const next of phrase.standsFor) pushInt(out, next);
      i += phrase.rest.length;
    } else if (texts[word] !== AND || length === 1) pushInt(out, addWord(words, unifiedWord(texts[word]!)));
  }
  return out.length === 0 ? undefined : out;
}

const isWide = (word: string): boolean => word.length > 1 || isDigit(word.charCodeAt(0));

/** What a UTF-16 unit is to the words of names. */
const Kind = { Other: 0, Word: 1, Space: 2, Sign: 3, Hyphen: 4 } as const;

const KINDS = kindTable();

function kindOf(code: number): number {
  return code < KINDS.length ? KINDS[code]! : Kind.Other;
}

/** Words are of letters that are normal as they are, one in lower case too, and of signs that a key keeps. */
function kindTable(): Uint8Array {
  const kinds = new Uint8Array(0x2016);
  const fill = (from: number, to: number, kind: number) => kinds.fill(kind, from, to + 1);
  fill(0x21, 0x7e, Kind.Word);
  fill(0xc0, 0x12f, Kind.Word);
  fill(0x131, 0x17f, Kind.Word);
  fill(0x1a0, 0x1a1, Kind.Word);
  fill(0x1af, 0x1b0, Kind.Word);
  fill(0x1e00, 0x1eff, Kind.Word);
  for (const code of [0x22, 0x27, 0x60, 0xd0, 0xd7, 0xf0, 0xf7]) kinds[code] = Kind.Other;
  for (const code of [0x26, 0x28, 0x29, 0x2c, 0x2e]) kinds[code] = Kind.Sign;
  fill(0x2010, 0x2015, Kind.Hyphen);
  kinds[0x2d] = Kind.Hyphen;
  kinds[0x20] = Kind.Space;
  return kinds;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
