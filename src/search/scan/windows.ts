import { SPACE, Unit, unitClasses } from '../letters.js';
import { ANY_BYTE, type ByteLetter, type ByteSet, bytePaths } from './byte-spellings.js';
import { TABLE_BYTES, WINDOW } from './kernel.js';

/** What a byte may be by its halves: bit `n` for a lower half of `n`, bit `16 + n` for an upper one. */
type Halves = number;

/** What the bytes of a window may be; where the halves of all are among these, the window may be one. */
export type WindowPattern = readonly Halves[];

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

const halvesOfSets = new WeakMap<ByteSet, Halves>();

function halvesOf(set: ByteSet): Halves {
  let halves = halvesOfSets.get(set);
  if (halves === undefined) {
    halves = 0;
    for (const byte of set) halves |= (1 << (byte & 15)) | (0x10000 << (byte >> 4));
    halvesOfSets.set(set, halves);
  }
  return halves;
}

export const patternOf = (sets: readonly ByteSet[]): WindowPattern => sets.map(halvesOf);

/** `fine` keeps patterns apart that begin alike: fewer other bytes fit, at the price of more patterns. */
export function windowPatterns(letters: readonly ByteLetter[], { letter, before }: Anchor, fine: boolean): WindowPattern[] {
  const byHead = new Map<string, Halves[]>();
  const head = before ? [halvesOf(NO_ASCII_LETTER)] : [];
  for (const path of bytePaths(letters, letter, WINDOW - head.length)) {
    const key = fine ? `${halvesOf(path[0]!)} ${halvesOf(path[1]!)}` : `${halvesOf(path[0]!)}`;
    let pattern = byHead.get(key);
    if (pattern === undefined) {
      pattern = [...head, ...path.map(() => 0)];
      byHead.set(key, pattern);
    }
    for (let i = 0; i < path.length; i++) pattern[head.length + i]! |= halvesOf(path[i]!);
  }
  return [...byHead.values()];
}

/** A union of patterns as the kernel sees it. */
interface Bucket {
  readonly halves: WindowPattern;
  /** How often it would fit if bytes stood side by side by chance. */
  readonly cost: number;
}

const BUCKETS = 8;

/** How much text is looked at for frequencies. */
const SAMPLE = 2 * 1024;

/** How many of a text's bytes have such halves: a share, from its beginning. */
export type Shares = (halves: Halves) => number;

export function sharesIn(text: Uint8Array): Shares {
  const size = Math.min(text.length, SAMPLE);
  const counts = new Uint16Array(256);
  for (let i = 0; i < size; i++) counts[text[i]!]!++;
  const known = new Map<Halves, number>();
  return halves => {
    let share = known.get(halves);
    if (share === undefined) {
      share = 0;
      for (let upper = 0; upper < 16; upper++) {
        if (((halves >>> (16 + upper)) & 1) === 0) continue;
        for (let lower = 0; lower < 16; lower++) if (((halves >>> lower) & 1) !== 0) share += counts[upper * 16 + lower]! / size;
      }
      known.set(halves, share);
    }
    return share;
  };
}

/** Tables for the kernel: the patterns are laid into eight buckets, so that as little else as possible fits; `shares` are those of the text. */
export function windowTables(patterns: readonly WindowPattern[], shares: Shares): Uint8Array {
  const bucketOf = (halves: WindowPattern): Bucket => ({ halves, cost: halves.reduce((cost, half) => cost * shares(half), 1) });
  const distinct = new Map(patterns.map(pattern => [pattern.join(), pattern]));
  const buckets: Bucket[] = [];
  // The frequent ones first: they leave the rare ones room to themselves.
  for (const bucket of Array.from(distinct.values(), bucketOf).sort((a, b) => b.cost - a.cost)) {
    if (buckets.length < BUCKETS) {
      buckets.push(bucket);
      continue;
    }
    const unions = buckets.map(other => bucketOf(other.halves.map((halves, i) => halves | bucket.halves[i]!)));
    const added = unions.map(({ cost }, i) => cost - buckets[i]!.cost);
    const at = added.indexOf(Math.min(...added));
    buckets[at] = unions[at]!;
  }
  return tablesOf(buckets);
}

function tablesOf(buckets: readonly Bucket[]): Uint8Array {
  const tables = new Uint8Array(TABLE_BYTES);
  buckets.forEach(({ halves }, number) => {
    for (let i = 0; i < WINDOW; i++) {
      for (let bits = halves[i]!; bits !== 0; bits &= bits - 1) tables[i * 32 + 31 - Math.clz32(bits & -bits)]! |= 1 << number;
    }
  });
  return tables;
}
