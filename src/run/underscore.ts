import type { Doc } from '../model/doc.js';
import { createTextSink, writeUnderscore } from '../text/segment/underscore.js';

/** Snippets as the treebanks write them, one a line, in UTF-8: tokens one space apart, the syllables of a word joined by `_`. */
export class UnderscoreText {
  readonly #sink = createTextSink();

  add({ snippet, tokens }: Doc): void {
    writeUnderscore(snippet.text, tokens, this.#sink);
  }

  /** What was added since the last call. */
  take(): Uint8Array<ArrayBuffer> {
    const { bytes, length } = this.#sink;
    this.#sink.length = 0;
    return bytes.slice(0, length);
  }
}
