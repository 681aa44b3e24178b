import { comparisonKey } from '../../text/keys.js';
import { normalizeText } from '../../text/normalize.js';
import { PHRASES, type Phrase } from './identity-phrases.js';
import { syllableClass } from './shape.js';

/** A surface form as it is shown: NFC, nothing invisible, one space at a time. */
export function surfaceForm(text: string): string {
  const normal = normalizeText(text).text;
  return hasOddSpace(normal) ? normal.trim().replace(/\s+/g, ' ') : normal;
}

function hasOddSpace(text: string): boolean {
  let previous = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x85 || code === 0x2028 || code === 0x2029) return true;
    const space = code === 0x20;
    if (space && previous) return true;
    previous = space;
  }
  return previous;
}

/**
 * The key under which two names are spelling variants of one: case, tone placement, hyphens, dots, quotes and `và`/`&` do not count,
 * customary abbreviations are written out (`UBND`, `ĐH`, `TP`), and endings of transliterated names agree (`Zelenskyy`, `Zelensky`).
 * Words are one space apart.
 */
export function identityKey(surface: string): string {
  const key = comparisonKey(surface);
  const words = hasSigns(key) ? wordsOf(key) : key.split(' ');
  if (words.length > 1 && (words[1]!.length > 1 || isDigit(words[1]!.charCodeAt(0)))) words[0] = SHORT_HEADS.get(words[0]!) ?? words[0]!;
  let out = '';
  for (let i = 0; i < words.length; i++) {
    const word = wordOf(words[i]!);
    const phrase = word.phrases?.find(({ rest }) => rest.every((next, j) => words[i + 1 + j] === next));
    if (phrase === undefined && word.joins && words.length > 1) continue;
    if (out !== '') out += ' ';
    out += phrase === undefined ? word.unified : phrase.standsFor;
    if (phrase !== undefined) i += phrase.rest.length;
  }
  return out === '' ? key : out;
}

/** Only at the start, and not before another initial: `Q.Bình Tân`, `H. Củ Chi`. */
const SHORT_HEADS = new Map([
  ['q', 'quận'],
  ['p', 'phường'],
  ['h', 'huyện'],
  ['tx', 'thị xã'],
]);

function hasSigns(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code !== 0x20 && (isSeparator(code) || isQuote(code))) return true;
  }
  return false;
}

/** Cuts at signs, which do not count; a hyphen before a digit joins (`F-16`, `F16`). */
function wordsOf(key: string): string[] {
  const words: string[] = [];
  let word = '';
  let start = 0;
  for (let i = 0; i <= key.length; i++) {
    const code = i === key.length ? 0x20 : key.charCodeAt(i);
    if (!isSeparator(code) && !isQuote(code)) continue;
    word += key.slice(start, i);
    start = i + 1;
    if (isQuote(code) || (isHyphen(code) && word !== '' && !endsInDigit(word) && isDigit(key.charCodeAt(i + 1)))) continue;
    if (word !== '') words.push(word);
    word = '';
  }
  return words.length === 0 ? [key] : words;
}

function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x2e || code === 0x2c || code === 0x26 || isHyphen(code) || code === 0x28 || code === 0x29;
}

const isHyphen = (code: number): boolean => code === 0x2d || (code >= 0x2010 && code <= 0x2015);
const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || (code >= 0x2018 && code <= 0x201f) || code === 0x60;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const endsInDigit = (word: string): boolean => isDigit(word.charCodeAt(word.length - 1));

/** What is known of one word of a key. */
interface Word {
  /** As the key has it. */
  readonly unified: string;
  /** It counts for nothing: `Văn hóa và Thể thao` is `Văn hóa, Thể thao`. */
  readonly joins: boolean;
  readonly phrases: readonly Phrase[] | undefined;
  /** Built like a Vietnamese syllable: 0 no, 1 yes, 2 yes and with marks. */
  readonly syllable: number;
}

const known = new Map<string, Word>();
const KNOWN_LIMIT = 1 << 15;

function wordOf(text: string): Word {
  let word = known.get(text);
  if (word === undefined) {
    const kind = text.length > LONGEST_SYLLABLE ? FOREIGN : syllableClass(text);
    word = {
      unified: withCommonEnding(kind === FOREIGN && !isAscii(text) ? folded(text) : text),
      joins: text === 'và',
      phrases: PHRASES.get(text),
      syllable: kind === FOREIGN ? 0 : kind,
    };
    if (known.size === KNOWN_LIMIT) known.clear();
    known.set(text, word);
  }
  return word;
}

/** Whether a word of a key is built like a Vietnamese syllable: 0 no, 1 yes, 2 yes and with marks. */
export function syllableOf(word: string): number {
  return wordOf(word).syllable;
}

const ENDINGS = ['yy', 'iy', 'yi', 'ij', 'ii', 'ey', 'ei'];
const LONGEST_SYLLABLE = 7;
/** `syllableClass` of a word with letters or marks that no Vietnamese syllable has. */
const FOREIGN = 3;

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

function withCommonEnding(word: string): string {
  const last = word[word.length - 1];
  if (word.length < 5 || (last !== 'y' && last !== 'i' && last !== 'j')) return word;
  if (ENDINGS.includes(word.slice(-2))) return `${word.slice(0, -2)}y`;
  return word.endsWith('ski') ? `${word.slice(0, -1)}y` : word;
}

const SPECIAL = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
]);

/** `đ` is a letter of its own. */
function folded(word: string): string {
  let out = '';
  for (const letter of word) out += SPECIAL.get(letter) ?? letter.normalize('NFD')[0]!;
  return out;
}
