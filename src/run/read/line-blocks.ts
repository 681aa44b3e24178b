import type { ByteSource } from './byte-source.js';
import { LONGEST_LINE } from './options.js';

/** What is read at once, as a rule. */
const BLOCK = 512 * 1024;
/** What is read at once by those who do little with each byte: what a read costs beside the bytes is half as much. */
export const LONG_BLOCK = 1024 * 1024;
/** Most files of a folder of many are no longer than this. */
const FIRST_BLOCK = 64 * 1024;
const NEWLINE = 10;

/** What a file falls into: whole lines, or one line that was too long to be kept. */
export type LineBlock =
  /** Ends with a newline but at the end of the file; valid until the next block is asked for. */
  { readonly bytes: Buffer } | { readonly tooLong: true };

/**
 * Cuts a source at line ends, about `blockSize` at a time. A line of more than `maxLine` bytes is passed over without being
 * held: memory is bounded by `maxLine`. (A line somewhat longer may still come out; whoever decodes it measures it exactly.)
 *
 * `allocate` may give the same place again and again.
 *
 * @throws what the source throws, behind the whole lines before it
 */
export async function* lineBlocks(
  source: ByteSource,
  maxLine: number,
  allocate: (size: number) => Buffer = Buffer.allocUnsafeSlow,
  blockSize = BLOCK,
): AsyncGenerator<LineBlock> {
  const longest = Math.min(maxLine, LONGEST_LINE);
  let buffer = allocate(FIRST_BLOCK);
  let filled = 0;
  /** No newline before this. */
  let scanned = 0;
  let skipping = false;
  for (;;) {
    let count: number;
    try {
      count = await source.read(buffer, filled);
    } catch (error) {
      const end = skipping ? 0 : endOfLines(buffer, scanned, filled);
      if (end > 0) yield { bytes: buffer.subarray(0, end) };
      throw error;
    }
    if (count === 0) break;
    filled += count;
    if (skipping) {
      const newline = buffer.subarray(0, filled).indexOf(NEWLINE);
      if (newline >= 0) {
        skipping = false;
        yield { tooLong: true };
      }
      filled = newline < 0 ? 0 : moveToFront(buffer, newline + 1, filled);
    }
    if (skipping || (!source.live && filled < buffer.length)) continue;
    const end = endOfLines(buffer, scanned, filled);
    if (end > 0) {
      yield { bytes: buffer.subarray(0, end) };
      filled = moveToFront(buffer, end, filled);
    }
    scanned = filled;
    skipping = filled > longest + 1;
    if (skipping) {
      filled = 0;
      scanned = 0;
    }
    const wanted =
      filled < buffer.length ? (filled < blockSize ? blockSize : buffer.length) : Math.min(buffer.length * 2, longest + 2 + blockSize);
    if (wanted !== buffer.length) {
      const other = allocate(wanted);
      buffer.copy(other, 0, 0, filled);
      buffer = other;
    }
  }
  if (skipping) yield { tooLong: true };
  else if (filled > 0) yield { bytes: buffer.subarray(0, filled) };
}

/** Behind the last newline at or after `from`; 0 without one. */
function endOfLines(buffer: Buffer, from: number, filled: number): number {
  const newline = buffer.subarray(from, filled).lastIndexOf(NEWLINE);
  return newline < 0 ? 0 : from + newline + 1;
}

/** Returns how many bytes were moved. */
function moveToFront(buffer: Buffer, start: number, end: number): number {
  buffer.copyWithin(0, start, end);
  return end - start;
}
