import type { Span } from '../../model/span.js';
import type { ByteLetter } from './byte-spellings.js';
import { createKernel, createPlaceList, type Kernel } from './kernel.js';
import type { WordTest } from './letter-trie.js';
import { type ByteTerm, TermTrie } from './trie.js';
import { type Anchor, anchorsOf, byteFrequencies, chanceOf, type WindowPattern, windowPatterns, windowTables } from './windows.js';

/** Lines by their bytes, `\n` left out. Columns; entries at and above `length` are stale. */
export interface LineRanges {
  length: number;
  start: Int32Array;
  end: Int32Array;
}

export function createLineRanges(capacity = 1024): LineRanges {
  return { length: 0, start: new Int32Array(capacity), end: new Int32Array(capacity) };
}

/** Tells, from bytes alone, which lines a query may match. */
export interface ByteFilter {
  /**
   * Puts into `out` the lines of `chunk[start, end)` that may match, ascending; it never misses one. The stretch holds whole lines of
   * valid UTF-8 (the last one may lack its `\n`).
   */
  candidates(chunk: Uint8Array, start: number, end: number, out: LineRanges): void;
}

/** A word with its possible bytes. */
export interface FilterTerm extends ByteTerm {
  readonly letters: readonly ByteLetter[];
}

/** One of these words is needed. */
export type AnyOf = readonly FilterTerm[];

/** How much text is looked at to choose the windows. */
const SAMPLE = 64 * 1024;
const NEWLINE = 10;
/** Up to so many words the windows are told apart finely. */
const FEW = 4;
/** So many windows of a word are tried on the sample. */
const TRIED = 3;

/** How the kernel looks for some words. */
interface Scan {
  readonly terms: AnyOf;
  readonly anchor: Anchor;
  readonly tables: Uint8Array;
}

/** A filter for a query that needs a word of each of `alternatives`: the one that is rarest in the first chunk is looked for. */
export class WordFilter implements ByteFilter {
  readonly #alternatives: readonly AnyOf[];
  readonly #kernel: Kernel;
  readonly #places = createPlaceList();
  #scan: Scan | undefined;
  #trie: TermTrie | undefined;
  #test: WordTest | undefined;

  constructor(alternatives: readonly AnyOf[], kernel: Kernel = createKernel()) {
    this.#alternatives = alternatives;
    this.#kernel = kernel;
  }

  candidates(chunk: Uint8Array, start: number, end: number, out: LineRanges): void {
    out.length = 0;
    if (start >= end) return;
    this.#scan ??= this.#rarest(chunk, start, Math.min(end, start + SAMPLE));
    this.#trie ??= TermTrie.of(this.#scan.terms);
    const { tables, anchor } = this.#scan;
    const shift = anchor.before ? 1 : 0;
    this.#test ??= this.#trie?.testBehind(anchor.letter, shift);
    let lineEnd = start;
    const look = (at: number): void => {
      if (at >= lineEnd && this.#matches(chunk, start, end, at)) lineEnd = pushLine(chunk, start, end, at, lineEnd, out);
    };
    // The window that begins before the first byte.
    if (anchor.before) look(start);
    for (let at = start; at < end; ) {
      this.#places.length = 0;
      at = this.#kernel.windows(tables, chunk, at, end, this.#places, this.#test);
      const { places, length } = this.#places;
      for (let i = 0; i < length; i++) look(places[i]! + shift);
    }
  }

  #matches(chunk: Uint8Array, start: number, end: number, at: number): boolean {
    const { anchor, terms } = this.#scan!;
    if (at >= end) return false;
    const trie = this.#trie;
    if (trie === undefined) return true;
    const from = anchor.letter === 0 ? at : trie.startBefore(terms[0]!.pattern, anchor.letter, chunk, start, at);
    return from >= 0 && trie.matches(chunk, start, end, from);
  }

  /** The words and the window of them that fit the least places of a sample. */
  #rarest(chunk: Uint8Array, start: number, end: number): Scan {
    const frequencies = byteFrequencies(chunk.subarray(start, end));
    let best: Scan | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const terms of this.#alternatives) {
      for (const { anchor, patterns } of likeliest(terms, frequencies)) {
        const scan = { terms, anchor, tables: windowTables(patterns, frequencies) };
        const count = this.#count(scan.tables, chunk, start, end);
        if (count >= fewest) continue;
        fewest = count;
        best = scan;
      }
    }
    const { terms, anchor } = best!;
    return terms.length > FEW ? best! : { terms, anchor, tables: windowTables(patternsAt(anchor, terms, true), frequencies) };
  }

  #count(tables: Uint8Array, chunk: Uint8Array, start: number, end: number): number {
    let count = 0;
    for (let at = start; at < end; ) {
      this.#places.length = 0;
      at = this.#kernel.windows(tables, chunk, at, end, this.#places);
      count += this.#places.length;
    }
    return count;
  }
}

/** The anchors worth a try, with their windows. */
function likeliest(
  terms: AnyOf,
  frequencies: Float64Array,
): readonly { readonly anchor: Anchor; readonly patterns: readonly WindowPattern[] }[] {
  return sharedAnchors(terms)
    .map(anchor => {
      const patterns = patternsAt(anchor, terms, false);
      return { anchor, patterns, chance: chanceOf(patterns, frequencies) };
    })
    .sort((a, b) => a.chance - b.chance)
    .slice(0, TRIED);
}

function patternsAt(anchor: Anchor, terms: AnyOf, fine: boolean): WindowPattern[] {
  return terms.flatMap(({ letters }) => windowPatterns(letters, anchor, fine));
}

/** A word by itself may be found by any part of it; several are found by their beginnings. */
function sharedAnchors(terms: AnyOf): readonly Anchor[] {
  const [first] = terms;
  if (terms.length === 1) return anchorsOf(first!.letters, first!.startsWord);
  const all = terms.map(({ letters, startsWord }) => anchorsOf(letters, startsWord));
  const before = all.every(anchors => anchors[0]!.before);
  return [{ letter: 0, before: false }, ...(before ? [{ letter: 0, before: true }] : [])];
}

/** Appends the line around `at`; returns where the next begins. */
function pushLine(chunk: Uint8Array, start: number, end: number, at: number, from: number, out: LineRanges): number {
  const line = lineAround(chunk, Math.max(start, from), end, at);
  pushRange(out, line);
  return line.end + 1;
}

export function pushRange(out: LineRanges, { start, end }: Span): void {
  if (out.length === out.start.length) {
    out.start = doubled(out.start);
    out.end = doubled(out.end);
  }
  out.start[out.length] = start;
  out.end[out.length++] = end;
}

/** The line that holds the byte at `at`, inside `[from, to)`, without its `\n`. */
export function lineAround(chunk: Uint8Array, from: number, to: number, at: number): Span {
  let start = at;
  while (start > from && chunk[start - 1] !== NEWLINE) start--;
  const newline = chunk.indexOf(NEWLINE, at);
  return { start, end: newline < 0 || newline > to ? to : newline };
}

function doubled(column: Int32Array): Int32Array {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}
