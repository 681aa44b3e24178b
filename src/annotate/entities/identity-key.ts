import { createNameWords, wordsOfSurface } from './identity-words.js';

let words = createNameWords();
/** So many words are kept from name to name. */
const KNOWN_LIMIT = 1 << 15;

/**
 * The key under which two names are spelling variants of one: case, tone placement, hyphens, dots, quotes and `và`/`&` do not count,
 * customary abbreviations are written out (`UBND`, `ĐH`, `TP`), and endings of transliterated names agree (`Zelenskyy`, `Zelensky`).
 * Words are one space apart.
 */
export function identityKey(surface: string): string {
  if (words.texts.length >= KNOWN_LIMIT) words = createNameWords();
  const { data, length } = wordsOfSurface(words, surface);
  let key = '';
  for (let i = 0; i < length; i++) key += (i === 0 ? '' : ' ') + words.texts[data[i]!]!;
  return key;
}
