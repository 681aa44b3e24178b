import { join } from './hash.js';

/** Entries of a bucket: the home of a hash is a bucket, and an entry is told by 16 more bits of the hash. */
export const BUCKET = 8;
/** Where a bucket is full the next one is used too. */
export const PROBES = 2 * BUCKET;

/** The first entry of the bucket of `hash` in a table of `2 ** bits` entries: the hash's upper bits. */
export function bucketOf(hash: number, bits: number): number {
  return (hash >>> (35 - bits)) << 3;
}

/** 16 bits that tell apart what shares a bucket; never 0, which marks an empty entry. */
export function printOf(hash: number): number {
  return hash & 0xffff || 1;
}

/** The entry of `hash`, or -1. */
export function findEntry(prints: Uint16Array, bits: number, hash: number): number {
  const first = (hash >>> (35 - bits)) << 3;
  const print = hash & 0xffff || 1;
  const mask = prints.length - 1;
  for (let probe = first; probe < first + PROBES; probe++) {
    const found = prints[probe & mask]!;
    if (found === print) return probe & mask;
    if (found === 0) return -1;
  }
  return -1;
}

/** What finds the entry of a hash, or -1. */
export type Finder = (hash: number) => number;

export function finderOf(prints: Uint16Array): Finder {
  const bits = Math.log2(prints.length);
  return hash => findEntry(prints, bits, hash);
}

/** What the news says of single words: their cluster and how often they are capitalised. */
export interface WordTable {
  /** The entry of a word by key and case, or -1. */
  find(hash: number): number;
  fine(entry: number): number;
  middle(entry: number): number;
  coarse(entry: number): number;
  rate(entry: number): number;
}

/** `facts`: 11 bits of cluster, 4 bits of rate. `parents`: for each fine cluster its middle and its coarse one. */
export function createWordTable(facts: Uint16Array, parents: Uint8Array, find: Finder): WordTable {
  const fine = (entry: number) => (entry < 0 ? 0 : facts[entry]! & 0x7ff);
  return {
    find,
    fine,
    middle: entry => parents[fine(entry) * 2] ?? 0,
    coarse: entry => parents[fine(entry) * 2 + 1] ?? 0,
    rate: entry => (entry < 0 ? 0 : facts[entry]! >>> 11),
  };
}

/** Names and triggers by the hashes of their units' keys, unit after unit. */
export interface PhraseTable {
  /** Bit 7: a longer phrase begins so. The rest is the phrase's class, 0 where it is none. */
  step(hash: number): number;
}

export const PHRASE_GOES_ON = 0x80;
export const NAME_SEED = 0x6e616d65;
export const TRIGGER_SEED = 0x74726967;
export const GAZETTEER_SEED = 0x67617a65;
/** Single words that are parts of people's names. */
export const PART_SEED = 0x70617274;

/** Two syllables that are written together in one word: class 1 often, 2 nearly always. */
export const GLUE_SEED = 0x676c7565;

/** Classes of the gazetteer: the index of the entity type times this, plus a number from 1. */
export const KINDS_OF_TYPE = 32;
/** Classes of learnt names: 1 for no kind, else 2 plus the index of the type (the last stands for none) times this, plus how sure it is. */
export const GRADES_OF_NAME = 9;

/** The hash of a phrase from that of its beginning and the key of its next unit. */
export const longer = join;

export function createPhraseTable(classes: Uint8Array, find: Finder): PhraseTable {
  return {
    step(hash) {
      const entry = find(hash);
      return entry < 0 ? 0 : classes[entry]!;
    },
  };
}

/** What is known of a word, number by number: its entry in the word table, then what the phrase table says of it as one of each sort. */
export const Known = { Word: 0, Name: 1, Listed: 2, Trigger: 3, Glue: 4, Part: 5 } as const;
export const KNOWN = 6;

/** Looks a word up by the hash of its key, and by that of key and case. What it gives holds until it is called again. */
export type Look = (key: number, cased: number) => Int32Array;

export function lookIn(words: WordTable, phrases: PhraseTable): Look {
  const known = new Int32Array(KNOWN);
  return (key, cased) => {
    known[Known.Word] = words.find(cased);
    known[Known.Name] = phrases.step(longer(NAME_SEED, key));
    known[Known.Listed] = phrases.step(longer(GAZETTEER_SEED, key));
    known[Known.Trigger] = phrases.step(longer(TRIGGER_SEED, key));
    known[Known.Glue] = phrases.step(longer(GLUE_SEED, key));
    known[Known.Part] = phrases.step(longer(PART_SEED, key));
    return known;
  };
}

/** The trained weights, each relative to that of label 0. */
export interface Weights {
  readonly prints: Uint16Array;
  /** The 16 weights of an entry, plus 128: begin, inside, end, single of each type. */
  readonly rows: Uint8Array;
  /** `[before * LABELS + after]`, in the same units as `rows`. */
  readonly transitions: Int16Array;
}
