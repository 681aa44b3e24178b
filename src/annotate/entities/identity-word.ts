import { syllableClass } from './shape.js';

/** A word of a name as it is compared: foreign letters without marks, endings of transliterated names as one. */
export function unifiedWord(word: string): string {
  return withCommonEnding(!isAscii(word) && classOf(word) === FOREIGN ? folded(word) : word);
}

/** Whether a word of a key is built like a Vietnamese syllable: 0 no, 1 yes, 2 yes and with marks. */
export function syllableOf(word: string): number {
  const kind = classOf(word);
  return kind === FOREIGN ? 0 : kind;
}

const LONGEST_SYLLABLE = 7;
/** `syllableClass` of a word with letters or marks that no Vietnamese syllable has. */
const FOREIGN = 3;

function classOf(word: string): number {
  return word.length > LONGEST_SYLLABLE ? FOREIGN : syllableClass(word);
}

const ENDINGS = ['yy', 'iy', 'yi', 'ij', 'ii', 'ey', 'ei'];
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
