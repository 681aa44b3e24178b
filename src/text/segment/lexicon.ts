import { keyOf } from './hash.js';
import { foldedHash, type WordModel } from './model.js';
import { FIRST_SYLLABLE } from './units.js';

/** The words and names that the model knows, by comparison key. */
export interface Lexicon {
  /** Whether a comparison key (syllables one space apart) is a known word or name. */
  has(key: string): boolean;
  /** Whether a folded key is a known word or name without its marks. */
  hasFolded(folded: string): boolean;
  readonly maxSyllables: number;
  /** All of them, in lower case. */
  words(): Iterable<string>;
}

export function createLexicon(model: WordModel, userWords: readonly { readonly key: string; readonly folded: string }[]): Lexicon {
  const own = new Set(userWords.map(word => word.key));
  const ownFolded = new Set(userWords.map(word => word.folded));
  const longest = Math.max(model.maxSyllables, ...userWords.map(word => word.key.split(' ').length));
  return {
    has: key => own.has(key) || (key !== '' && model.hasWord(key.split(' ').map(syllable => model.syllableOf(keyOf(syllable))))),
    hasFolded: folded => ownFolded.has(folded) || hasHash(model.foldedHashes, foldedHash(folded)),
    maxSyllables: longest,
    *words() {
      yield* spelledWords(model);
      yield* own;
    },
  };
}

function hasHash(sorted: Int32Array, hash: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle]!;
    if (value === hash) return true;
    if (value < hash) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function* spelledWords(model: WordModel): Iterable<string> {
  // A decoder refuses shared memory.
  const spellings = new TextDecoder().decode(model.spellings.slice()).split('\n');
  let word = '';
  for (const id of model.words) {
    if (id === 0) {
      if (word !== '') yield word;
      word = '';
    } else {
      word += (word === '' ? '' : ' ') + spellings[id - FIRST_SYLLABLE]!;
    }
  }
}
