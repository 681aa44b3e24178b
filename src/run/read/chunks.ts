import type { InputFile } from '../find/input-file.js';
import { createDecoder } from './decode.js';
import { type LineBlock, LONG_BLOCK, lineBlocks } from './line-blocks.js';
import { skipTooLong } from './lines.js';
import { reading } from './open-text.js';
import type { ReadOptions, ReadSink } from './options.js';
import { isBlank } from './txt.js';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Whole lines of a txt file as valid UTF-8, line ends included; the bytes are good until the next chunk is asked for. */
export interface Chunk {
  readonly bytes: Buffer;
  /** The number of its first line, 1-based. */
  readonly firstLine: number;
}

/**
 * A txt file as bytes, for those who decode only what they need. Figures and warnings are those of `readSnippets`; a chunk may hold
 * blank lines.
 *
 * @throws NewsError as `readSnippets`
 */
export function readChunks(
  file: InputFile,
  options: ReadOptions,
  sink: ReadSink,
  count: CountLines = countLines,
  allocate?: (size: number) => Buffer,
): AsyncGenerator<Chunk> {
  return reading(file, options, sink, source =>
    chunks(lineBlocks(source, options.maxLine, allocate, LONG_BLOCK), file.path, options, sink, count),
  );
}

/** How many lines there are, and how many of them are blank; the last may lack its newline. */
export type CountLines = (bytes: Buffer) => { readonly lines: number; readonly blank: number };

async function* chunks(
  blocks: AsyncIterable<LineBlock>,
  path: string,
  options: ReadOptions,
  sink: ReadSink,
  count: CountLines,
): AsyncGenerator<Chunk> {
  const { maxLine, range, strict } = options;
  const decoder = createDecoder(path, strict, sink);
  let line = range?.firstLine ?? 1;
  for await (const block of blocks) {
    if ('tooLong' in block) {
      skipTooLong(sink, path, line++, maxLine);
      continue;
    }
    for (const piece of cutAtLongLines(decoder.clean(block.bytes, line), maxLine)) {
      if ('tooLong' in piece) {
        skipTooLong(sink, path, line++, maxLine);
        continue;
      }
      const { lines, blank } = count(piece.bytes);
      sink.input.snippets += lines - blank;
      if (lines > 0) yield { bytes: piece.bytes, firstLine: line };
      line += lines;
    }
    if (decoder.failure) throw decoder.failure;
  }
}

/** The stretches of lines between those that are too long; nothing is looked at where no line can be. */
function* cutAtLongLines(bytes: Buffer, maxLine: number): Generator<{ readonly bytes: Buffer } | { readonly tooLong: true }> {
  let from = 0;
  if (bytes.length > maxLine) {
    for (let start = 0; start < bytes.length; ) {
      const newline = bytes.indexOf(NEWLINE, start);
      const next = newline < 0 ? bytes.length : newline + 1;
      let end = newline < 0 ? bytes.length : newline;
      if (newline > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
      if (end - start > maxLine) {
        yield { bytes: bytes.subarray(from, start) };
        yield { tooLong: true };
        from = next;
      }
      start = next;
    }
  }
  yield { bytes: bytes.subarray(from) };
}

/** The last line may lack its newline. */
export function countLines(bytes: Buffer): { lines: number; blank: number } {
  let lines = 0;
  let blank = 0;
  for (let start = 0; start < bytes.length; lines++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    if (mayBeBlank(bytes, start) && isBlank(bytes.toString('utf8', start, end))) blank++;
    start = end + 1;
  }
  return { lines, blank };
}

/** White space begins with one of few bytes; letters of Vietnamese that share one are told by the second. */
function mayBeBlank(bytes: Buffer, at: number): boolean {
  const first = bytes[at]!;
  if (first <= 0x20) return true;
  if (first < 0xc2) return false;
  const second = bytes[at + 1];
  switch (first) {
    case 0xc2:
      return second === 0xa0;
    case 0xe1:
      return second === 0x9a;
    case 0xe2:
      return second === 0x80 || second === 0x81;
    case 0xe3:
      return second === 0x80;
    case 0xef:
      return second === 0xbb;
    default:
      return false;
  }
}
