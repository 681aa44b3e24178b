import type { CodeSpan } from '../model/snippet.js';

/** A line end: white space, so that no word runs on into what an array held before. */
export const SENTINEL = 0x0a;

/** Below this many units a loop is done before a call of the system's own copy has begun. */
const SHORT = 24;

/**
 * The UTF-16 codes of a text, in an array that is reused from text to text. To read an array is half the work of asking a string, and
 * a third of it where the string is a slice of another.
 */
export class CodeBuffer {
  #codes: Uint16Array<ArrayBuffer>;
  /** The same memory. */
  #bytes: Buffer;

  /** In `codes` as long as a text fits. */
  constructor(codes = new Uint16Array(1024)) {
    this.#codes = codes;
    this.#bytes = Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength);
  }

  /** The codes of `text.slice(from, to)`, with a line end behind them. */
  load(text: string, from = 0, to = text.length): Uint16Array {
    const length = to - from;
    if (length >= this.#codes.length) this.#grow(length + 1);
    const codes = this.#codes;
    if (length < SHORT) for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(from + i);
    else this.#bytes.write(length === text.length ? text : text.slice(from, to), 'utf16le');
    codes[length] = SENTINEL;
    return codes;
  }

  /** The whole text; it holds until the next one comes. */
  span(text: string): CodeSpan {
    return { codes: this.load(text), start: 0, end: text.length };
  }

  #grow(wanted: number): void {
    const length = Math.max(wanted, this.#codes.length * 2);
    this.#codes = new Uint16Array(length);
    this.#bytes = Buffer.from(this.#codes.buffer);
  }
}

/** A text's codes for good. */
export function codesOf(text: string): CodeSpan {
  return new CodeBuffer(new Uint16Array(text.length + 1)).span(text);
}

/** So many codes become a string at a time: they are arguments of a call. */
const PIECE = 4096;

/** The string of `codes.slice(from, to)`, which is short as a rule. */
export function spelled(codes: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += PIECE) {
    text += String.fromCharCode.apply(null, codes.subarray(at, Math.min(at + PIECE, to)) as unknown as number[]);
  }
  return text;
}
