import type { ByteSource } from './byte-source.js';
import { createDecoder, type Decoder } from './decode.js';
import { lineBlocks } from './line-blocks.js';
import type { ReadOptions, ReadSink } from './options.js';

const CARRIAGE_RETURN = 13;
const NEWLINE = 10;
/**
 * Bytes that become one string, of which the lines are slices. Larger strings go where each costs a system call; and a slice that
 * someone keeps holds the whole.
 */
const PIECE = 32 * 1024;

/** Takes a line without its end; both `\n` and `\r\n` are ends. */
export type TakeLine = (line: string, number: number) => void;

/**
 * Goes through the lines of a source, a block at a time: `take` is called for each line, then the generator yields. Lines over
 * `--max-line` are counted in `skipped` and named.
 */
export async function* eachLine(
  source: ByteSource,
  path: string,
  options: ReadOptions,
  sink: ReadSink,
  take: TakeLine,
): AsyncGenerator<void> {
  const { maxLine, range } = options;
  let number = range?.firstLine ?? 1;
  for await (const block of textBlocks(source, path, options, sink, () => number)) {
    if ('tooLong' in block) {
      number++;
      continue;
    }
    for (const text of block.pieces) {
      for (let start = 0; start < text.length; number++) {
        const newline = text.indexOf('\n', start);
        const next = newline < 0 ? text.length : newline + 1;
        let end = newline < 0 ? text.length : newline;
        if (newline > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
        if (isLonger(text, start, end, maxLine)) skipTooLong(sink, path, number, maxLine);
        else take(text.slice(start, end), number);
        start = next;
      }
    }
    yield;
  }
}

/** Whole lines, decoded piece by piece as they are asked for; or the place of one line that was left out, counted and named. */
export type Block<Text> = { readonly pieces: Iterable<Text> } | { readonly tooLong: true };

/**
 * The text of a source as strings. `line` tells the number of the line that comes next, for faults.
 *
 * @throws NewsError `INVALID_UTF8` under `--strict`, behind the lines before it
 */
export function textBlocks(source: ByteSource, path: string, options: ReadOptions, sink: ReadSink, line: () => number) {
  return blocks(source, path, options, sink, line, (decoder, bytes) => decoder.text(bytes, line()));
}

/** The same as UTF-16 codes. */
export function codeBlocks(source: ByteSource, path: string, options: ReadOptions, sink: ReadSink, line: () => number) {
  return blocks(source, path, options, sink, line, (decoder, bytes) => decoder.codes(bytes, line()));
}

async function* blocks<Text>(
  source: ByteSource,
  path: string,
  { maxLine, strict }: ReadOptions,
  sink: ReadSink,
  line: () => number,
  decode: (decoder: Decoder, bytes: Buffer) => Text,
): AsyncGenerator<Block<Text>> {
  const decoder = createDecoder(path, strict, sink);
  for await (const block of lineBlocks(source, maxLine)) {
    if ('tooLong' in block) {
      skipTooLong(sink, path, line(), maxLine);
      yield block;
    } else yield { pieces: piecesOf(block.bytes, decoder, decode) };
    if (decoder.failure) throw decoder.failure;
  }
}

function* piecesOf<Text>(bytes: Buffer, decoder: Decoder, decode: (decoder: Decoder, bytes: Buffer) => Text): Generator<Text> {
  for (let from = 0; from < bytes.length && !decoder.failure; ) {
    const to = endOfPiece(bytes, from);
    yield decode(decoder, bytes.subarray(from, to));
    from = to;
  }
}

/** Behind the last line end within a piece, or behind the first where the line is longer. */
export function endOfPiece(bytes: Buffer, from: number): number {
  if (bytes.length - from <= PIECE) return bytes.length;
  const last = bytes.lastIndexOf(NEWLINE, from + PIECE - 1);
  if (last >= from) return last + 1;
  const next = bytes.indexOf(NEWLINE, from + PIECE);
  return next < 0 ? bytes.length : next + 1;
}

/** Whether `text.slice(start, end)` is more than `limit` bytes of UTF-8. */
export function isLonger(text: string, start: number, end: number, limit: number): boolean {
  if ((end - start) * 3 <= limit) return false;
  return end - start > limit || Buffer.byteLength(text.slice(start, end)) > limit;
}

export function skipTooLong(sink: ReadSink, path: string, line: number, maxLine: number): void {
  skipRecord(sink, { code: 'TOO_LONG', message: `longer than ${maxLine} bytes (--max-line)`, path, line });
}

/** Leaves a record out: it is counted and named. */
export function skipRecord(sink: ReadSink, warning: { code: string; message: string; path: string; line: number }): void {
  sink.input.skipped++;
  sink.warn(warning);
}
