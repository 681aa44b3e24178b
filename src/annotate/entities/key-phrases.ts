import { hashText } from './hash.js';

/** A phrase by the hashes of its units' keys, and what it says. */
export interface KeyPhrase<Sense> {
  readonly keys: readonly number[];
  readonly sense: Sense;
}

/** Finds the longest of its phrases that begins at a place of a column of keys. */
export type PhraseFinder<Sense> = (key: Int32Array, at: number) => KeyPhrase<Sense> | undefined;

const SLOTS = 1 << 12;

/** @param phrases by what they say; apart by `, `, in at most four lower-case words each, so that no more than the padding is read */
export function createPhraseFinder<Sense extends string>(phrases: Readonly<Record<Sense, string>>): PhraseFinder<Sense> {
  const byFirst = new Map<number, KeyPhrase<Sense>[]>();
  /** Tells of most keys at once that no phrase begins with them. */
  const mayBegin = new Uint8Array(SLOTS);
  const all = (Object.keys(phrases) as Sense[]).flatMap(sense =>
    phrases[sense].split(', ').map((phrase): KeyPhrase<Sense> => ({ keys: phrase.split(' ').map(hashText), sense })),
  );
  for (const phrase of all.sort((a, b) => b.keys.length - a.keys.length)) {
    const first = phrase.keys[0]!;
    mayBegin[first & (SLOTS - 1)] = 1;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return (key, at) => {
    const first = key[at]!;
    if (mayBegin[first & (SLOTS - 1)] === 0) return undefined;
    const candidates = byFirst.get(first);
    if (candidates === undefined) return undefined;
    for (const phrase of candidates) {
      let word = 1;
      while (word < phrase.keys.length && key[at + word] === phrase.keys[word]) word++;
      if (word === phrase.keys.length) return phrase;
    }
    return undefined;
  };
}
