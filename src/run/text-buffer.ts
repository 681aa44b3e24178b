/** The most bytes of UTF-8 that a UTF-16 unit can take. */
const BYTES_A_UNIT = 3;

/**
 * Text gathered as UTF-8. Each piece is encoded when it comes: a long string that grows by `+=` would live through several garbage
 * collections, and they would cost more than the work itself.
 */
export class TextBuffer {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(text: string | Uint8Array): void {
    if (typeof text === 'string') this.#addText(text);
    else this.#addBytes(text);
  }

  /** What was gathered since the last call, good until the next `add`. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** The same as bytes of their own, whose memory may be given away. */
  takeCopy(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.take());
  }

  #addText(text: string): void {
    this.#reserve(text.length * BYTES_A_UNIT);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  #addBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(room: number): void {
    const wanted = this.#length + room;
    if (wanted <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(wanted, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
