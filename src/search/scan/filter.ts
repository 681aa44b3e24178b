import type { Span } from '../../model/span.js';
import type { WordFinder } from './finder.js';

const NEWLINE = 10;

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

/** The lines in which words stand that a query needs. */
export class WordFilter implements ByteFilter {
  readonly #finder: WordFinder;

  constructor(finder: WordFinder) {
    this.#finder = finder;
  }

  candidates(chunk: Uint8Array, start: number, end: number, out: LineRanges): void {
    out.length = 0;
    const finder = this.#finder;
    let lineEnd = start;
    finder.each(chunk, start, end, place => {
      if (place < lineEnd) return;
      const from = finder.wordStart(chunk, start, place);
      if (from < 0 || finder.trie?.matches(chunk, start, end, from) === false) return;
      const line = lineAround(chunk, Math.max(start, lineEnd), end, place);
      pushRange(out, line);
      lineEnd = line.end + 1;
    });
  }
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
