import { SPACE, Unit, unitClasses } from '../letters.js';
import { ANY_BYTE, type ByteLetter, type ByteSet, bytePaths } from './byte-spellings.js';
import { TABLE_BYTES, WINDOW } from './kernel.js';

/** What the bytes of a window may be; where all three are in their sets, the window may be one. */
export type WindowPattern = readonly ByteSet[];

/** Where a window stands in a word. */
export interface Anchor {
  /** How many letters of the word stand before the window. */
  readonly letter: number;
  /** The window begins with the byte before the letter. */
  readonly before: boolean;
}

const ASCII_LETTERS = new Set([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => letter.charCodeAt(0)));
const NO_ASCII_LETTER: ByteSet = new Set([...ANY_BYTE].filter(byte => !ASCII_LETTERS.has(byte)));

/** Where windows of a word may stand. */
export function anchorsOf(letters: readonly ByteLetter[], startsWord: boolean): Anchor[] {
  const anchors: Anchor[] = [];
  if (startsWord && unitClasses()[letters[0]!.unit] === Unit.Letter) anchors.push({ letter: 0, before: true });
  for (let letter = 0; letter < letters.length; letter++) {
    // A run of spaces, or none of it: which one it begins with is not told.
    if (letters[letter]!.unit !== SPACE) anchors.push({ letter, before: false });
  }
  return anchors;
}

/** `fine` keeps patterns apart that begin alike: fewer other bytes fit, at the price of more patterns. */
export function windowPatterns(letters: readonly ByteLetter[], { letter, before }: Anchor, fine: boolean): WindowPattern[] {
  const size = before ? WINDOW - 1 : WINDOW;
  const numbers = new Map<ByteSet, number>();
  const numberOf = (set: ByteSet): number => {
    if (!numbers.has(set)) numbers.set(set, numbers.size);
    return numbers.get(set)!;
  };
  const byHead = new Map<number, (readonly ByteSet[])[]>();
  for (const path of bytePaths(letters, letter, size)) {
    const head = fine ? numberOf(path[0]!) * 0x10000 + numberOf(path[1]!) : numberOf(path[0]!);
    const alike = byHead.get(head);
    if (alike === undefined) byHead.set(head, [path]);
    else alike.push(path);
  }
  return Array.from(byHead.values(), paths => {
    const sets = Array.from({ length: size }, (_, i) => union(new Set(paths.map(path => path[i]!))));
    return before ? [NO_ASCII_LETTER, ...sets] : sets;
  });
}

function union(sets: ReadonlySet<ByteSet>): ByteSet {
  const [first] = sets;
  if (sets.size === 1) return first!;
  if (sets.has(ANY_BYTE)) return ANY_BYTE;
  return new Set([...sets].flatMap(set => [...set]));
}

/** How often one of the patterns would fit if bytes stood side by side by chance. */
export function chanceOf(patterns: readonly WindowPattern[], frequencies: Float64Array): number {
  let chance = 0;
  for (const pattern of patterns) {
    let product = 1;
    for (const set of pattern) {
      if (set === ANY_BYTE) continue;
      let share = 0;
      for (const byte of set) share += frequencies[byte]!;
      product *= share;
    }
    chance += product;
  }
  return chance;
}

/** A union of patterns as the kernel sees it: for each byte, which halves there are. */
interface Bucket {
  readonly low: number[];
  readonly high: number[];
  cost: number;
}

const BUCKETS = 8;
const ALL_HALVES = 0xffff;

/** How much text is looked at for frequencies. */
const SAMPLE = 8 * 1024;

/** The share of each byte in the beginning of a text. */
export function byteFrequencies(text: Uint8Array): Float64Array {
  const frequencies = new Float64Array(256);
  const size = Math.min(text.length, SAMPLE);
  for (let i = 0; i < size; i++) frequencies[text[i]!]! += 1 / size;
  return frequencies;
}

/**
 * Tables for the kernel: the patterns are laid into eight buckets, so that as little else as possible fits; `frequencies` are those
 * of the 256 bytes in a sample of the text.
 */
export function windowTables(patterns: readonly WindowPattern[], frequencies: Float64Array): Uint8Array {
  const buckets: Bucket[] = [];
  const distinct = new Map<string, Bucket>();
  for (const pattern of patterns) {
    const bucket = bucketOf(pattern, frequencies);
    distinct.set([...bucket.low, ...bucket.high].join(), bucket);
  }
  // The frequent ones first: they leave the rare ones room to themselves.
  for (const bucket of [...distinct.values()].sort((a, b) => b.cost - a.cost)) place(bucket, buckets, frequencies);
  const tables = new Uint8Array(TABLE_BYTES);
  buckets.forEach(({ low, high }, number) => {
    for (let i = 0; i < WINDOW; i++) {
      for (let half = 0; half < 16; half++) {
        if (((low[i]! >> half) & 1) !== 0) tables[i * 32 + half]! |= 1 << number;
        if (((high[i]! >> half) & 1) !== 0) tables[i * 32 + 16 + half]! |= 1 << number;
      }
    }
  });
  return tables;
}

function place(bucket: Bucket, buckets: Bucket[], frequencies: Float64Array): void {
  if (buckets.length < BUCKETS) {
    buckets.push(bucket);
    return;
  }
  let best: Bucket | undefined;
  let at = 0;
  for (const [i, other] of buckets.entries()) {
    const merged = joined(bucket, other, frequencies);
    if (best === undefined || merged.cost - other.cost < best.cost - buckets[at]!.cost) {
      best = merged;
      at = i;
    }
  }
  buckets[at] = best!;
}

function bucketOf(pattern: WindowPattern, frequencies: Float64Array): Bucket {
  const low = pattern.map(set => [...set].reduce((bits, byte) => bits | (1 << (byte & 15)), 0));
  const high = pattern.map(set => [...set].reduce((bits, byte) => bits | (1 << (byte >> 4)), 0));
  return { low, high, cost: costOf(low, high, frequencies) };
}

function joined(a: Bucket, b: Bucket, frequencies: Float64Array): Bucket {
  const low = a.low.map((bits, i) => bits | b.low[i]!);
  const high = a.high.map((bits, i) => bits | b.high[i]!);
  return { low, high, cost: costOf(low, high, frequencies) };
}

/** How often a bucket's pattern would fit by chance. */
function costOf(low: readonly number[], high: readonly number[], frequencies: Float64Array): number {
  let cost = 1;
  for (let i = 0; i < WINDOW; i++) {
    if (low[i] === ALL_HALVES && high[i] === ALL_HALVES) continue;
    let share = 0;
    for (let tops = high[i]!; tops !== 0; tops &= tops - 1) {
      const top = (31 - Math.clz32(tops & -tops)) * 16;
      for (let bottoms = low[i]!; bottoms !== 0; bottoms &= bottoms - 1) share += frequencies[top + 31 - Math.clz32(bottoms & -bottoms)]!;
    }
    cost *= share;
  }
  return cost;
}
