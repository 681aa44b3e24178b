import type { Doc } from '../model/doc.js';
import { createByteSink, writeUnderscore } from '../text/segment/underscore.js';

const NEWLINE = 0x0a;

/** Snippets as the treebanks write them, one a line, in UTF-8: tokens one space apart, the syllables of a word joined by `_`. */
export class UnderscoreText {
  readonly #sink = createByteSink();

  add({ snippet, tokens }: Doc): void {
    const sink = this.#sink;
    writeUnderscore(snippet.text, tokens, sink);
    if (sink.length === sink.bytes.length) {
      const grown = new Uint8Array(sink.length * 2);
      grown.set(sink.bytes);
      sink.bytes = grown;
    }
    sink.bytes[sink.length++] = NEWLINE;
  }

  /** What was added since the last call. */
  take(): Uint8Array<ArrayBuffer> {
    const text = this.#sink.bytes.slice(0, this.#sink.length);
    this.#sink.length = 0;
    return text;
  }
}
