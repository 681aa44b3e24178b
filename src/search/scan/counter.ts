import { FIELDS, Field, type HitKernel, Look } from '../hits/kernel.js';
import { type ByteFilter, type LineRanges, lineAround, pushRange } from './filter.js';
import { type FilterTerm, WordFinder } from './finder.js';
import type { Kernel } from './kernel.js';
import { createTermEnds, type TermEnds, type TermTrie } from './trie.js';
import type { WordWindow } from './word-window.js';

const NEWLINE = 10;

/** How many snippets match, and the hits in them. */
export interface Found {
  readonly snippets: number;
  readonly matches: number;
}

/** Counts the hits of words by bytes alone where these tell; other lines are left for a closer look. */
export class WordCounter implements ByteFilter {
  readonly #finder: WordFinder;
  readonly #trie: TermTrie;
  readonly #window: WordWindow;
  readonly #hitKernel: HitKernel | undefined;
  readonly #ends: TermEnds;
  /** By term: where its last hit ended; its hits do not overlap. */
  readonly #last: Int32Array;
  readonly #found = { snippets: 0, matches: 0 };
  /** The line that is looked at: behind its end, its hits so far, the end of the last, and whether it is left for a closer look. */
  #lineEnd = 0;
  #hits = 0;
  #hitEnd = 0;
  #left = false;

  /** `trie` is that of the terms; `hitKernel` decides what it can of them. */
  constructor(terms: readonly FilterTerm[], trie: TermTrie, kernel: Kernel, window: WordWindow, hitKernel?: HitKernel) {
    this.#finder = new WordFinder([terms], kernel, trie);
    this.#trie = trie;
    this.#window = window;
    this.#hitKernel = hitKernel;
    this.#ends = createTermEnds(terms.length);
    this.#last = new Int32Array(terms.length);
  }

  /** What was found in the lines that were not left since the last call. */
  take(): Found {
    const found = { ...this.#found };
    this.#found.snippets = 0;
    this.#found.matches = 0;
    return found;
  }

  /** Lines that may match and are not counted. */
  candidates(chunk: Uint8Array, start: number, end: number, out: LineRanges): void {
    out.length = 0;
    const finder = this.#finder;
    this.#last.fill(0);
    this.#lineEnd = start;
    this.#hitEnd = 0;
    this.#left = false;
    const take = (count: number): void => this.#take(count, chunk, start, end, out);
    finder.eachBatch(chunk, start, end, places => {
      if (this.#hitKernel?.look(chunk, start, end, places, finder.lettersBefore, take) === true) return;
      for (let i = 0; i < places.length; i++) this.#look(chunk, start, end, finder.wordStart(chunk, start, places.places[i]!), out);
    });
    this.#closeLine();
  }

  /** What the kernel has found. */
  #take(count: number, chunk: Uint8Array, start: number, end: number, out: LineRanges): void {
    const { records } = this.#hitKernel!;
    for (let at = 0; at < count * FIELDS; at += FIELDS) {
      const from = records[at + Field.Start]!;
      if (records[at] === Look.NotTold) {
        this.#look(chunk, start, end, from, out);
        continue;
      }
      if (from >= this.#lineEnd) this.#openLine(records[at + Field.LineEnd]!);
      const term = records[at + Field.Term]!;
      if (!this.#left && from >= this.#last[term]!) this.#count(term, from, records[at + Field.End]!);
    }
  }

  /** The terms that begin at `from`, which may be -1. */
  #look(chunk: Uint8Array, start: number, end: number, from: number, out: LineRanges): void {
    if (from < 0 || (this.#left && from < this.#lineEnd)) return;
    const ends = this.#ends;
    this.#trie.endsFrom(chunk, start, end, from, ends);
    if (ends.length === 0) return;
    if (from >= this.#lineEnd) {
      const newline = chunk.indexOf(NEWLINE, from);
      this.#openLine(newline < 0 || newline > end ? end : newline + 1);
    }
    // Of hits that begin together the longest counts.
    for (let i = ends.length - 1; i >= 0; i--) {
      const term = ends.term[i]!;
      const stop = ends.end[i]!;
      if (from < this.#last[term]!) continue;
      const isWord = this.#window.isWord(chunk, start, end, from, stop);
      if (isWord === undefined) {
        pushRange(out, lineAround(chunk, start, end, from));
        this.#left = true;
        this.#hits = 0;
        return;
      }
      if (isWord) this.#count(term, from, stop);
    }
  }

  #count(term: number, from: number, stop: number): void {
    this.#last[term] = stop;
    if (from < this.#hitEnd) return;
    this.#hits++;
    this.#hitEnd = stop;
  }

  #openLine(end: number): void {
    this.#closeLine();
    this.#lineEnd = end;
    this.#left = false;
  }

  #closeLine(): void {
    if (this.#hits > 0) this.#found.snippets++;
    this.#found.matches += this.#hits;
    this.#hits = 0;
  }
}
