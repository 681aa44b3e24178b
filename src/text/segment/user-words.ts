import { CodeBuffer } from '../codes.js';
import { mix } from './hash.js';
import type { Scanner } from './scan.js';
import { createUnits, Flag, type Units } from './units.js';

/** Words that hold together whatever the model thinks, as a set of hashes over the keys of their units. */
export class UserWords {
  readonly #prefixes = new Set<number>();
  readonly #words = new Set<number>();
  readonly #firsts = new Set<number>();
  #longest = 0;

  constructor(words: readonly string[], scanner: Scanner) {
    const units = createUnits(16);
    const codes = new CodeBuffer();
    for (const word of words) {
      units.length = 0;
      scanner.scan(codes.load(word), 0, word.length, units);
      if (units.length === 0) continue;
      let hash = 0;
      for (let i = 0; i < units.length; i++) {
        hash = step(hash, units, i);
        if (i === 0) this.#firsts.add(units.key[0]!);
        this.#prefixes.add(hash);
      }
      this.#words.add(hash);
      this.#longest = Math.max(this.#longest, units.length);
    }
  }

  /** Forces the gaps in and around each user word; the leftmost, then the longest, wins. */
  apply(units: Units, joins: Uint8Array): void {
    if (this.#words.size === 0) return;
    let i = 0;
    while (i < units.length) {
      const end = this.#firsts.has(units.key[i]!) ? this.#match(units, i) : i;
      if (end === i) {
        i++;
        continue;
      }
      if (i > 0) joins[i - 1] = 0;
      for (let k = i; k < end - 1; k++) joins[k] = 1;
      joins[end - 1] = 0;
      i = end;
    }
  }

  /** The end of the longest word that begins at `from`. */
  #match(units: Units, from: number): number {
    let hash = 0;
    let end = from;
    const last = Math.min(units.length, from + this.#longest);
    for (let i = from; i < last; i++) {
      hash = step(hash, units, i);
      if (!this.#prefixes.has(hash)) break;
      if (this.#words.has(hash)) end = i + 1;
    }
    return end;
  }
}

/** Of marks and symbols the key is the character; they must be spaced as in the word. */
function step(hash: number, units: Units, i: number): number {
  return mix(Math.imul(hash, 31) + units.key[i]! + (hash !== 0 && (units.look[i]! & Flag.Spaced) === 0 ? 1 : 0));
}
