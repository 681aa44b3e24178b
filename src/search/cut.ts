import { comparisonKey, foldedKey } from '../text/keys.js';
import type { Lexicon } from '../text/segment/lexicon.js';
import type { QueryOptions, TypedWord } from './query.js';
import { carriesMarks, type Piece, tidied } from './spelling.js';

/**
 * Cuts words that stand side by side as text is cut: the longest entry of the lexicon first. Words without marks meet entries
 * without regard to marks, as far as the options let them fold. `literal` keeps the punctuation that hangs on a word.
 */
export function cutWords(words: readonly TypedWord[], lexicon: Lexicon, options: QueryOptions, literal = false): Piece[] {
  const typed = words.map(word => (literal ? tidied(word.text) : bare(tidied(word.text))));
  const pieces: Piece[] = [];
  for (let i = 0; i < typed.length; ) {
    let size = Math.min(lexicon.maxSyllables, typed.length - i);
    while (size > 1 && !isEntry(typed.slice(i, i + size).join(' '), lexicon, options)) size--;
    pieces.push(piece(typed.slice(i, i + Math.max(size, 1)), lexicon, options));
    i += Math.max(size, 1);
  }
  return pieces;
}

/** One word, never cut: a prefix, a name. */
export function wholeWord(text: string, lexicon: Lexicon, options: QueryOptions): Piece {
  return piece(tidied(text).split(' '), lexicon, options);
}

function piece(syllables: readonly string[], lexicon: Lexicon, options: QueryOptions): Piece {
  const text = syllables.join(' ');
  return { text, syllables: syllables.length, folds: folds(text, lexicon, options) };
}

/**
 * Smart: a word that carries marks, or is a word as typed, is exact. Any other folds: it is a word only with marks added, or is
 * unknown, and then folding can only help.
 */
function folds(text: string, lexicon: Lexicon, { match }: QueryOptions): boolean {
  if (match !== 'smart') return match === 'fold';
  return /[a-z]/i.test(text) && !carriesMarks(text) && !lexicon.has(comparisonKey(text));
}

function isEntry(text: string, lexicon: Lexicon, { match }: QueryOptions): boolean {
  if (lexicon.has(comparisonKey(text))) return true;
  if (match === 'exact' || (match === 'smart' && carriesMarks(text))) return false;
  return lexicon.hasFolded(foldedKey(text));
}

/** Without the punctuation that a sentence hangs on a word; a sign by itself stays. */
function bare(word: string): string {
  const stripped = word.replace(/^['‘’]+|[,;:!?…'‘’]+$/g, '').replace(/^([^.]+)\.+$/, '$1');
  return stripped === '' ? word : stripped;
}
