import type { Doc } from '../model/doc.js';
import type { CodeSpan } from '../model/snippet.js';
import { CodeBuffer } from '../text/codes.js';
import type { Segmenter } from '../text/segment/segmenter.js';
import { appendBytes, createByteSink, writeUnderscore } from '../text/segment/underscore.js';

const NEWLINE = 0x0a;

/** Snippets as the treebanks write them, one a line, in UTF-8: tokens one space apart, the syllables of a word joined by `_`. */
export class UnderscoreText {
  readonly #segmenter: Segmenter;
  readonly #sink = createByteSink();
  readonly #buffer = new CodeBuffer();
  /** Bytes at the front of the segmenter's own memory that are to follow those in the sink. */
  #ahead = 0;

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter;
  }

  /** What is in normal form as it was read is joined where it is cut; of the rest only the tokens know their places in it. */
  add(doc: Doc): void {
    const { normalCodes } = doc.snippet;
    if (normalCodes !== undefined && this.#join(normalCodes)) return;
    this.#settle();
    if (normalCodes === undefined) this.#write(this.#buffer.load(doc.snippet.text), 0, doc);
    else if (!this.#join(normalCodes)) this.#write(normalCodes.codes, normalCodes.start, doc);
  }

  /** What was added since the last call, good until the next `add`. */
  take(): Uint8Array {
    this.#settle();
    const text = this.#sink.bytes.subarray(0, this.#sink.length);
    this.#sink.length = 0;
    return text;
  }

  /** The same as bytes of their own, whose memory may be given away. */
  takeCopy(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.take());
  }

  /** `false` where there is no room. */
  #join({ codes, start, end }: CodeSpan): boolean {
    const behind = this.#segmenter.joinCodes(codes, start, end, NEWLINE, this.#ahead);
    if (behind < 0) return false;
    this.#ahead = behind;
    return true;
  }

  #write(codes: Uint16Array, start: number, { tokens }: Doc): void {
    writeUnderscore(codes, start, tokens, NEWLINE, this.#sink);
  }

  #settle(): void {
    appendBytes(this.#segmenter.joined.subarray(0, this.#ahead), this.#sink);
    this.#ahead = 0;
  }
}
