import { join } from './hash.js';
import { LABELS } from './labels.js';

/** Entries of a bucket: the home of a hash is a bucket, and an entry is told by 16 more bits of the hash. */
export const BUCKET = 8;

/** The first entry of the bucket of `hash` in a table of `entries` entries. */
export function bucketOf(hash: number, entries: number): number {
  return Math.floor(((hash >>> 0) / 0x100000000) * (entries / BUCKET)) * BUCKET;
}

/** 16 bits that tell apart what shares a bucket; never 0, which marks an empty entry. */
export function printOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 16 || 1;
}

/** The entry of `hash`, or -1. */
export function findEntry(prints: Uint16Array, hash: number): number {
  const first = bucketOf(hash, prints.length);
  const print = printOf(hash);
  for (let entry = first; entry < first + BUCKET; entry++) {
    const found = prints[entry]!;
    if (found === print) return entry;
    if (found === 0) return -1;
  }
  return -1;
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
export function createWordTable(prints: Uint16Array, facts: Uint16Array, parents: Uint8Array): WordTable {
  const fine = (entry: number) => (entry < 0 ? 0 : facts[entry]! & 0x7ff);
  return {
    find: hash => findEntry(prints, hash),
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

/** The hash of a phrase from that of its beginning and the key of its next unit. */
export const longer = join;

export function createPhraseTable(prints: Uint16Array, classes: Uint8Array): PhraseTable {
  return {
    step(hash) {
      const entry = findEntry(prints, hash);
      return entry < 0 ? 0 : classes[entry]!;
    },
  };
}

/** The trained weights. A feature's row begins at `entry * LABELS`. */
export interface Weights {
  readonly prints: Uint16Array;
  readonly rows: Int8Array;
  /** `[before * LABELS + after]`, in the same units as `rows`. */
  readonly transitions: Int16Array;
}

/** Adds the row of a feature to `scores` from `at` on. */
export function addRow(weights: Weights, hash: number, scores: Int32Array | Int16Array, at: number): void {
  const entry = findEntry(weights.prints, hash);
  if (entry < 0) return;
  const row = entry * LABELS;
  const { rows } = weights;
  for (let label = 0; label < LABELS; label++) scores[at + label]! += rows[row + label]!;
}
