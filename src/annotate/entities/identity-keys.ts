import { createPairs, findPair, numberPair, type Pairs } from '../../text/pairs.js';
import { createInts, type Ints, pushInt } from './identity-columns.js';
import { addWord, createNameWords, type NameWords, syllableOfWord, wordsOfKey } from './identity-words.js';

/**
 * `identityKey`s, numbered. A key is its first word and the key of the words behind that, so that the end of a name is a key itself, found
 * without a look at letters. Plain data.
 */
export interface NameKeys {
  readonly words: NameWords;
  /** Word, and key of the rest or `NO_KEY`. */
  readonly nodes: Pairs;
  /** By key: how many words it has. */
  readonly length: Ints;
}

export const NO_KEY = -1;

export function createNameKeys(): NameKeys {
  return { words: createNameWords(), nodes: createPairs(), length: createInts() };
}

/** The key that begins with `word` and goes on with the key `rest`. */
export function addKey({ nodes, length }: NameKeys, word: number, rest: number): number {
  const key = numberPair(nodes, word, rest);
  if (key === length.length) pushInt(length, rest === NO_KEY ? 1 : length.data[rest]! + 1);
  return key;
}

export function addKeyOfWords(keys: NameKeys, words: Ints): number {
  let key = NO_KEY;
  for (let i = words.length - 1; i >= 0; i--) key = addKey(keys, words.data[i]!, key);
  return key;
}

export function addKeyText(keys: NameKeys, text: string): number {
  return addKeyOfWords(keys, wordsOfKey(keys.words, text));
}

export function keyText(keys: NameKeys, key: number): string {
  let text = firstWord(keys, key);
  for (let rest = restOf(keys, key); rest !== NO_KEY; rest = restOf(keys, rest)) text += ` ${firstWord(keys, rest)}`;
  return text;
}

export function firstWord({ words, nodes }: NameKeys, key: number): string {
  return words.texts[nodes.first[key]!]!;
}

/** What `syllableOf` says of the first word. */
export function firstSyllable({ words, nodes }: NameKeys, key: number): number {
  return syllableOfWord(words, nodes.first[key]!);
}

/** The key without its first word; `NO_KEY` where it has no other. */
export function restOf({ nodes }: NameKeys, key: number): number {
  return nodes.second[key]!;
}

/** The key of so many last words; `NO_KEY` where it has no more than these. */
export function endOf({ nodes, length }: NameKeys, key: number, words: number): number {
  let left = length.data[key]! - words;
  if (left <= 0) return NO_KEY;
  let end = key;
  for (; left > 0; left--) end = nodes.second[end]!;
  return end;
}

/** The key of the first word alone, where there are others and it is more than a letter; `NO_KEY` where no name has it. */
export function startOf(keys: NameKeys, key: number): number {
  return restOf(keys, key) === NO_KEY || firstWord(keys, key).length < 2 ? NO_KEY : findPair(keys.nodes, keys.nodes.first[key]!, NO_KEY);
}

/** Whether a full name ends with the partial one, or begins with it where it is one word. */
export function isPartOf(keys: NameKeys, partial: number, full: number): boolean {
  const words = keys.length.data[partial]!;
  return endOf(keys, full, words) === partial || (words === 1 && startOf(keys, full) === partial);
}

/** By key of `later` the key in `earlier`, which is given all of them. */
export function absorbKeys(earlier: NameKeys, later: NameKeys): Int32Array {
  const words = later.words.texts.map(text => addWord(earlier.words, text));
  const { first, second, size } = later.nodes;
  const keys = new Int32Array(size);
  for (let key = 0; key < size; key++) {
    const rest = second[key]!;
    keys[key] = addKey(earlier, words[first[key]!]!, rest === NO_KEY ? NO_KEY : keys[rest]!);
  }
  return keys;
}
