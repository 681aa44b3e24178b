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
  readonly #ends: TermEnds;
  #snippets = 0;
  #matches = 0;

  /** `trie` is that of the terms. */
  constructor(terms: readonly FilterTerm[], trie: TermTrie, kernel: Kernel, window: WordWindow) {
    this.#finder = new WordFinder([terms], kernel, trie);
    this.#trie = trie;
    this.#window = window;
    this.#ends = createTermEnds(terms.length);
  }

  /** What was found in the lines that were not left since the last call. */
  take(): Found {
    const found = { snippets: this.#snippets, matches: this.#matches };
    this.#snippets = 0;
    this.#matches = 0;
    return found;
  }

  /** Lines that may match and are not counted. */
  candidates(chunk: Uint8Array, start: number, end: number, out: LineRanges): void {
    out.length = 0;
    const finder = this.#finder;
    const ends = this.#ends;
    /** Where each term's last hit ended: its hits do not overlap. */
    const last = new Map<number, number>();
    let lineEnd = start;
    let hits = 0;
    let hitEnd = 0;
    let given = false;
    const closeLine = (): void => {
      if (hits > 0) this.#snippets++;
      this.#matches += hits;
      hits = 0;
    };
    finder.each(chunk, start, end, place => {
      if (given && place < lineEnd) return;
      const from = finder.wordStart(chunk, start, place);
      if (from < 0) return;
      this.#trie.endsFrom(chunk, start, end, from, ends);
      if (ends.length === 0) return;
      if (from >= lineEnd) {
        closeLine();
        const newline = chunk.indexOf(NEWLINE, from);
        lineEnd = newline < 0 || newline > end ? end : newline + 1;
        given = false;
      }
      // Of hits that begin together the longest counts.
      for (let i = ends.length - 1; i >= 0; i--) {
        const term = ends.term[i]!;
        const stop = ends.end[i]!;
        if (from < (last.get(term) ?? 0)) continue;
        const isWord = this.#window.isWord(chunk, start, end, from, stop);
        if (isWord === undefined) {
          pushRange(out, lineAround(chunk, start, end, from));
          given = true;
          hits = 0;
          return;
        }
        if (!isWord) continue;
        last.set(term, stop);
        if (from < hitEnd) continue;
        hits++;
        hitEnd = stop;
      }
    });
    closeLine();
  }
}
