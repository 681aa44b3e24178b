import { UNITS } from './characters.js';

/** An odd multiplier that spreads over all bits. */
export const PRIME = 0x9e3779b1;

/** The hash of a word over its letters, case aside: `hash = Math.imul(hash ^ unit, PRIME)` for the unit of each, from 0. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ UNITS[text.charCodeAt(i)]!, PRIME);
  return hash;
}

/** Words as plain data: the hash of each, and a number above 0 for it. A hash stands for its word. */
export interface HashedWords {
  readonly hash: Int32Array;
  readonly value: Uint16Array;
}

/** @throws Error where two words have one hash */
export function hashedWords(words: ReadonlyMap<string, number>): HashedWords {
  const hash = Int32Array.from(words.keys(), word => hashOf(word));
  if (new Set(hash).size < hash.length) throw new Error('two words have one hash: change the multiplier');
  return { hash, value: Uint16Array.from(words.values()) };
}

/** Open addressing: what stands for a hash is at the slot of its highest bits, or in one of those behind. */
export class HashTable {
  readonly bits: number;
  readonly hash: Int32Array;
  readonly value: Uint16Array;

  constructor({ hash, value }: HashedWords, bits: number) {
    this.bits = bits;
    this.hash = new Int32Array(1 << bits);
    this.value = new Uint16Array(1 << bits);
    for (let i = 0; i < hash.length; i++) {
      let slot = hash[i]! >>> (32 - bits);
      while (this.value[slot] !== 0) slot = (slot + 1) & ((1 << bits) - 1);
      this.hash[slot] = hash[i]!;
      this.value[slot] = value[i]!;
    }
  }

  /** 0 for a word that the table does not hold. */
  find(hash: number): number {
    const last = (1 << this.bits) - 1;
    let slot = hash >>> (32 - this.bits);
    while (this.value[slot] !== 0 && this.hash[slot] !== hash) slot = (slot + 1) & last;
    return this.value[slot]!;
  }
}
