import { normalizeText } from '../../text/normalize.js';
import { ANY_BYTE, type ByteSet } from './byte-spellings.js';
import { type LineRanges, lineAround } from './filter.js';
import { createPlaceList, type Kernel } from './kernel.js';
import { patternOf, sharesIn, windowTables } from './windows.js';

const NEWLINE = 10;

const bytes = (...parts: readonly (number | readonly [from: number, to: number])[]): ByteSet =>
  new Set(
    parts.flatMap(part => (typeof part === 'number' ? [part] : Array.from({ length: part[1] - part[0] + 1 }, (_, i) => part[0] + i))),
  );

/** A line that begins with white space, as far as the first two bytes tell. */
const mayBeBlank = (): readonly (readonly ByteSet[])[] => [
  [bytes(NEWLINE), bytes([0x09, 0x0d], 0x20), ANY_BYTE],
  [bytes(NEWLINE), bytes(0xc2), bytes(0xa0)],
  [bytes(NEWLINE), bytes(0xe1), bytes(0x9a)],
  [bytes(NEWLINE), bytes(0xe2), bytes(0x80, 0x81)],
  [bytes(NEWLINE), bytes(0xe3), bytes(0x80)],
  [bytes(NEWLINE), bytes(0xef), bytes(0xbb)],
];

/** All letters but those of Latin script and usual punctuation: what may change under normalization is among them. */
const mayBeUnstable = (): readonly (readonly ByteSet[])[] => [
  [bytes([0xcc, 0xcf]), ANY_BYTE, ANY_BYTE],
  [bytes([0xd0, 0xdf]), ANY_BYTE, ANY_BYTE],
  [bytes(0xe0, [0xe3, 0xef]), ANY_BYTE, ANY_BYTE],
  [bytes([0xf0, 0xf7]), ANY_BYTE, ANY_BYTE],
  [bytes(0xe1), bytes([0x80, 0xb7], [0xbc, 0xbf]), ANY_BYTE],
  [bytes(0xe2), bytes(0x80), bytes([0x80, 0x8f], [0xa8, 0xaf])],
  [bytes(0xe2), bytes(0x81), bytes([0x9f, 0xbf])],
  [bytes(0xe2), bytes(0x82), bytes([0x80, 0x9f])],
  [bytes(0xe2), bytes([0x83, 0x85], [0x88, 0xbf]), ANY_BYTE],
  [bytes(0xe2), bytes(0x86), bytes([0x80, 0x8f])],
];

/** What the figures of an input say of its lines, from their bytes: valid UTF-8, whole lines, of which the last may lack its `\n`. */
export class LineScanner {
  readonly #kernel: Kernel;
  readonly #places = createPlaceList();
  #blankTables: Uint8Array | undefined;
  #unstableTables: Uint8Array | undefined;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** How many `\n` stand in `[start, end)`. */
  newlines(chunk: Uint8Array, start: number, end: number): number {
    return this.#kernel.count(NEWLINE, chunk, start, end);
  }

  lines(chunk: Uint8Array): number {
    const { length } = chunk;
    return this.newlines(chunk, 0, length) + (length > 0 && chunk[length - 1] !== NEWLINE ? 1 : 0);
  }

  /** Lines of nothing but white space. */
  blank(chunk: Uint8Array): number {
    this.#blankTables ??= windowTables(mayBeBlank().map(patternOf), sharesIn(chunk));
    let count = chunk.length > 0 && isBlank(chunk, 0) ? 1 : 0;
    this.#each(this.#blankTables, chunk, at => {
      if (at + 1 < chunk.length && isBlank(chunk, at + 1)) count++;
    });
    return count;
  }

  /** Lines that are not NFC, those of `known` (ascending, of this chunk) left out. */
  notNfc(chunk: Uint8Array, known: LineRanges): number {
    this.#unstableTables ??= windowTables(mayBeUnstable().map(patternOf), sharesIn(chunk));
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let count = 0;
    let seen = 0;
    let next = 0;
    this.#each(this.#unstableTables, chunk, at => {
      if (at < seen) return;
      const { start, end } = lineAround(chunk, seen, chunk.length, at);
      seen = end + 1;
      while (next < known.length && known.start[next]! < start) next++;
      if (next < known.length && known.start[next] === start) return;
      if (normalizeText(decoder.decode(chunk.subarray(start, end))).nonNfc) count++;
    });
    return count;
  }

  #each(tables: Uint8Array, chunk: Uint8Array, look: (at: number) => void): void {
    for (let at = 0; at < chunk.length; ) {
      this.#places.length = 0;
      at = this.#kernel.windows(tables, chunk, at, chunk.length, this.#places);
      for (let i = 0; i < this.#places.length; i++) look(this.#places.places[i]!);
    }
  }
}

/** Whether the line at `start` is white space alone, as `String.trim` has it. */
export function isBlank(chunk: Uint8Array, start: number): boolean {
  for (let i = start; i < chunk.length && chunk[i] !== NEWLINE; ) {
    const width = spaceWidth(chunk[i]!, chunk[i + 1]!, chunk[i + 2]!);
    if (width === 0) return false;
    i += width;
  }
  return true;
}

function spaceWidth(first: number, second: number, third: number): number {
  if (first === 0x20 || (first >= 0x09 && first <= 0x0d)) return 1;
  switch (first) {
    case 0xc2:
      return second === 0xa0 ? 2 : 0;
    case 0xe1:
      return second === 0x9a && third === 0x80 ? 3 : 0;
    case 0xe2:
      if (second === 0x81) return third === 0x9f ? 3 : 0;
      return second === 0x80 && (third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf) ? 3 : 0;
    case 0xe3:
      return second === 0x80 && third === 0x80 ? 3 : 0;
    case 0xef:
      return second === 0xbb && third === 0xbf ? 3 : 0;
    default:
      return 0;
  }
}
