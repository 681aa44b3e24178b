import type { Tokens } from '../../model/tokens.js';
import { classOf, Space } from './characters.js';

/** Bytes that grow: `bytes.subarray(0, length)` is what was written. */
export interface ByteSink {
  bytes: Uint8Array;
  length: number;
}

export function createByteSink(capacity = 1 << 16): ByteSink {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

/**
 * The UTF-8 of each UTF-16 unit: three bytes and, in the upper byte, how many of them count; 0 for surrogates and white space. Three
 * bytes are always stored: a branch on the length would be guessed wrong for every other letter of Vietnamese. Made at the first use.
 */
let encoded: Uint32Array | undefined;
const SPACE = 0x20;

/**
 * Writes the text that begins at `origin` as UTF-8, its tokens one space apart, white space inside a token as `_`, and `close` behind
 * them. A lone surrogate becomes U+FFFD.
 */
export function writeUnderscore(codes: Uint16Array, origin: number, tokens: Tokens, close: number, sink: ByteSink): void {
  const { start, end, length } = tokens;
  const units = length === 0 ? 0 : end[length - 1]! - start[0]!;
  const room = sink.length + units * 3 + length + 4;
  if (room > sink.bytes.length) grow(sink, room);
  encoded ??= encodedUnits();
  const table = encoded;
  const { bytes } = sink;
  let at = sink.length;
  for (let t = 0; t < length; t++) {
    const first = origin + start[t]!;
    const stop = origin + end[t]!;
    for (let i = first; i < stop; i++) {
      const encoded = table[codes[i]!]!;
      bytes[at] = encoded;
      bytes[at + 1] = encoded >>> 8;
      bytes[at + 2] = encoded >>> 16;
      const width = encoded >>> 24;
      at += width;
      if (width !== 0) continue;
      const code = codes[i]!;
      if (code < 0xd800 || code > 0xdfff) {
        if (i === first || !isSpace(codes[i - 1]!)) bytes[at++] = 0x5f;
        continue;
      }
      const low = codes[i + 1]!;
      if (code <= 0xdbff && i + 1 < stop && low >= 0xdc00 && low <= 0xdfff) {
        const point = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
        bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
        bytes[at++] = 0x80 | (point & 0x3f);
        i++;
      } else {
        bytes[at++] = 0xef;
        bytes[at++] = 0xbf;
        bytes[at++] = 0xbd;
      }
    }
    bytes[at++] = SPACE;
  }
  // The last token's space gives way.
  if (length > 0) at--;
  bytes[at++] = close;
  sink.length = at;
}

function isSpace(code: number): boolean {
  return classOf(code) === Space;
}

function encodedUnits(): Uint32Array {
  const table = new Uint32Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    if (code < 0x80) table[code] = code | (1 << 24);
    else if (code < 0x800) table[code] = 0xc0 | (code >> 6) | ((0x80 | (code & 0x3f)) << 8) | (2 << 24);
    else table[code] = 0xe0 | (code >> 12) | ((0x80 | ((code >> 6) & 0x3f)) << 8) | ((0x80 | (code & 0x3f)) << 16) | (3 << 24);
    if (isSpace(code)) table[code] = 0;
  }
  return table;
}

/** Appends bytes as they are. */
export function appendBytes(bytes: Uint8Array, sink: ByteSink): void {
  const room = sink.length + bytes.length;
  if (room > sink.bytes.length) grow(sink, room);
  sink.bytes.set(bytes, sink.length);
  sink.length = room;
}

function grow(sink: ByteSink, room: number): void {
  const grown = new Uint8Array(Math.max(room, sink.bytes.length * 2));
  grown.set(sink.bytes.subarray(0, sink.length));
  sink.bytes = grown;
}
