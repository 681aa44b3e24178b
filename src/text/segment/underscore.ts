import type { Tokens } from '../../model/tokens.js';

/** Bytes that grow: `bytes.subarray(0, length)` is what was written. */
export interface ByteSink {
  bytes: Uint8Array;
  length: number;
}

export function createByteSink(capacity = 1 << 16): ByteSink {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

/** Writes a text as UTF-8, its tokens one space apart, white space inside a token as `_`; no line end. A lone surrogate becomes U+FFFD. */
export function writeUnderscore(text: string, tokens: Tokens, sink: ByteSink): void {
  const count = tokens.length;
  if (count === 0) return;
  const { start, end } = tokens;
  const room = sink.length + (end[count - 1]! - start[0]!) * 3 + count;
  if (room > sink.bytes.length) grow(sink, room);
  const bytes = sink.bytes;
  let at = sink.length;
  for (let t = 0; t < count; t++) {
    if (t > 0) bytes[at++] = 0x20;
    const stop = end[t]!;
    for (let i = start[t]!; i < stop; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        if (code > 0x20) bytes[at++] = code;
        else if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) {
          if (bytes[at - 1] !== 0x5f || i === start[t] || !isAsciiSpace(text.charCodeAt(i - 1))) bytes[at++] = 0x5f;
        } else bytes[at++] = code;
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || code > 0xdfff) {
        if (isWideSpace(code)) {
          bytes[at++] = 0x5f;
          continue;
        }
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else {
        const low = text.charCodeAt(i + 1);
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
    }
  }
  sink.length = at;
}

const isAsciiSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isWideSpace = (code: number): boolean => (code >= 0x2000 && code <= 0x200a) || code === 0x3000 || code === 0x202f || code === 0x205f;

function grow(sink: ByteSink, room: number): void {
  const grown = new Uint8Array(Math.max(room, sink.bytes.length * 2));
  grown.set(sink.bytes.subarray(0, sink.length));
  sink.bytes = grown;
}
