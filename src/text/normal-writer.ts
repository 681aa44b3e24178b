/** Room that is kept from text to text, in UTF-16 units. */
const USUAL = 1 << 16;

/** Collects a normal text, unit by unit, and where in the original its units come from. */
export class NormalWriter {
  #codes = new Uint16Array(USUAL);
  #origin = new Int32Array(USUAL);
  #length = 0;
  #moved = false;
  #original = '';

  /** The first units are those of the original. */
  begin(original: string, same: number): void {
    this.#original = original;
    this.#length = 0;
    this.#moved = false;
    this.#reserve(original.length + 1);
    this.copy(0, same);
  }

  /** Units of the original that stay. */
  copy(start: number, end: number): void {
    this.#reserve(end - start);
    const [codes, origin, original] = [this.#codes, this.#origin, this.#original];
    let at = this.#length;
    if (at !== start) this.#moved = true;
    for (let from = start; from < end; from++, at++) {
      codes[at] = original.charCodeAt(from);
      origin[at] = from;
    }
    this.#length = at;
  }

  /** A unit that stands for what begins at `from` in the original. */
  unit(code: number, from: number): void {
    if (this.#length === this.#codes.length) this.#reserve(1);
    if (this.#length !== from) this.#moved = true;
    this.#codes[this.#length] = code;
    this.#origin[this.#length++] = from;
  }

  /** `origin` as `NormalText` has it. */
  end(): { readonly text: string; readonly origin: Int32Array | undefined } {
    const [length, original] = [this.#length, this.#original];
    const text = Buffer.from(this.#codes.buffer, 0, length * 2).toString('utf16le');
    let origin: Int32Array | undefined;
    if (this.#moved || length !== original.length) {
      this.#reserve(1);
      this.#origin[length] = original.length;
      origin = this.#origin.slice(0, length + 1);
    }
    this.#original = '';
    if (this.#codes.length > USUAL) {
      this.#codes = new Uint16Array(USUAL);
      this.#origin = new Int32Array(USUAL);
    }
    return { text, origin };
  }

  /** NFC of a code point has at most three times its units: more may come than the original has. */
  #reserve(count: number): void {
    const wanted = this.#length + count;
    if (wanted <= this.#codes.length) return;
    const room = Math.max(wanted, Math.ceil(this.#codes.length * 1.5));
    const codes = new Uint16Array(room);
    const origin = new Int32Array(room);
    codes.set(this.#codes.subarray(0, this.#length));
    origin.set(this.#origin.subarray(0, this.#length));
    this.#codes = codes;
    this.#origin = origin;
  }
}
