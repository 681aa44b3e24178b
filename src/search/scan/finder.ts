import type { ByteLetter } from './byte-spellings.js';
import { createKernel, createPlaceList, type Kernel, type PlaceList } from './kernel.js';
import type { WordTest } from './letter-trie.js';
import { type ByteTerm, TermTrie } from './trie.js';
import { type Anchor, anchorsOf, sharesIn, windowPatterns, windowTables } from './windows.js';

/** A word with its possible bytes. */
export interface FilterTerm extends ByteTerm {
  readonly letters: readonly ByteLetter[];
}

/** One of these words is needed. */
export type AnyOf = readonly FilterTerm[];

/** How much text is looked at to choose the windows. */
const SAMPLE = 32 * 1024;
/** Up to so many words the windows are told apart finely. */
const FEW = 4;

/** How the kernel looks for some words. */
interface Scan {
  readonly terms: AnyOf;
  readonly anchor: Anchor;
  readonly tables: Uint8Array;
  /** `undefined` when the words have more different letters than the kernel can tell apart. */
  readonly trie: TermTrie | undefined;
  readonly test: WordTest | undefined;
}

/** Finds where a word of each of some lists may stand: of the list that is rarest in the first chunk. */
export class WordFinder {
  readonly #alternatives: readonly AnyOf[];
  readonly #kernel: Kernel;
  readonly #known: TermTrie | undefined;
  readonly #places = createPlaceList();
  #scan: Scan | undefined;

  /** `known`: the trie of the only list, where there is one already. */
  constructor(alternatives: readonly AnyOf[], kernel: Kernel = createKernel(), known?: TermTrie) {
    this.#alternatives = alternatives;
    this.#kernel = kernel;
    this.#known = known;
  }

  /** Calls `look` for places in `chunk[start, end)`, ascending, by which every word can be told. */
  each(chunk: Uint8Array, start: number, end: number, look: (place: number) => void): void {
    this.eachBatch(chunk, start, end, ({ places, length }) => {
      for (let i = 0; i < length; i++) look(places[i]!);
    });
  }

  /** The same, many places at a time. */
  eachBatch(chunk: Uint8Array, start: number, end: number, look: (places: PlaceList) => void): void {
    if (start >= end) return;
    this.#scan ??= this.#rarest(chunk, start, Math.min(end, start + SAMPLE));
    const { tables, anchor, test } = this.#scan;
    const found = this.#places;
    // The window that begins before the first byte.
    found.length = anchor.before ? 1 : 0;
    found.places[0] = start - 1;
    for (let at = start; at < end; found.length = 0) {
      at = this.#kernel.windows(tables, chunk, at, end, found, test);
      if (anchor.before) shift(found, end);
      if (found.length > 0) look(found);
    }
  }

  /** How many letters of the only word stand before a place. */
  get lettersBefore(): number {
    return this.#scan?.anchor.letter ?? 0;
  }

  /** Where the word begins that is told by a place; -1 when there is none. */
  wordStart(chunk: Uint8Array, start: number, place: number): number {
    const { terms, anchor, trie } = this.#scan!;
    if (anchor.letter === 0 || trie === undefined) return place;
    return trie.startBefore(terms[0]!.pattern, anchor.letter, chunk, start, place);
  }

  /** What tells the words that are looked for by their letters. */
  get trie(): TermTrie | undefined {
    return this.#scan?.trie;
  }

  /** The words and the window of them that fit the least places of a sample. */
  #rarest(chunk: Uint8Array, start: number, end: number): Scan {
    const shares = sharesIn(chunk.subarray(start, end));
    let best: Pick<Scan, 'terms' | 'anchor' | 'tables'> | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const terms of this.#alternatives) {
      for (const anchor of sharedAnchors(terms)) {
        const patterns = terms.flatMap(({ letters }) => windowPatterns(letters, anchor, terms.length <= FEW));
        const tables = windowTables(patterns, shares);
        const count = this.#count(tables, chunk, start, end, fewest);
        if (count >= fewest) continue;
        fewest = count;
        best = { terms, anchor, tables };
      }
    }
    const { terms, anchor, tables } = best!;
    const trie = this.#known ?? TermTrie.of(terms);
    return { terms, anchor, tables, trie, test: trie?.testBehind(anchor.letter, anchor.before ? 1 : 0) };
  }

  /** Places that fit; it may stop at `enough`. */
  #count(tables: Uint8Array, chunk: Uint8Array, start: number, end: number, enough: number): number {
    let count = 0;
    for (let at = start; at < end && count < enough; ) {
      this.#places.length = 0;
      at = this.#kernel.windows(tables, chunk, at, end, this.#places);
      count += this.#places.length;
    }
    return count;
  }
}

/** From the byte before a word to its first. */
function shift(found: PlaceList, end: number): void {
  const { places } = found;
  for (let i = 0; i < found.length; i++) places[i]!++;
  if (places[found.length - 1] === end) found.length--;
}

/** A word by itself may be found by any part of it; several are found by their beginnings. */
function sharedAnchors(terms: AnyOf): readonly Anchor[] {
  const [first] = terms;
  if (terms.length === 1) return anchorsOf(first!.letters, first!.startsWord);
  const all = terms.map(({ letters, startsWord }) => anchorsOf(letters, startsWord));
  const before = all.every(anchors => anchors[0]!.before);
  return [{ letter: 0, before: false }, ...(before ? [{ letter: 0, before: true }] : [])];
}
