import type { Vocabulary } from '../../model/tokens.js';
import { CodeBuffer, spelled } from '../codes.js';
import { comparisonKey } from '../keys.js';
import { CHARACTER, Space } from './characters.js';
import { mix } from './hash.js';

/** By a name of this module: in the bundle an import may be a call, and these are read for every letter. */
const TABLE = CHARACTER;

/** Numbers the forms of tokens as they come. A form is known again by two hashes of its spelling: no string is made for it. */
export class FormTable implements Vocabulary {
  #first = new Int32Array(1 << 14);
  #second = new Int32Array(1 << 14);
  #slots = new Int32Array(1 << 15);
  #keyForms: number[] = [];
  readonly #spellings: string[] = [];
  readonly #codes = new CodeBuffer();

  get size(): number {
    return this.#spellings.length;
  }

  spelling(form: number): string {
    return this.#spellings[form]!;
  }

  keyForm(form: number): number {
    const known = this.#keyForms[form];
    if (known !== undefined) return known;
    const key = comparisonKey(this.#spellings[form]!);
    const keyForm = key === this.#spellings[form] ? form : this.form(this.#codes.load(key), 0, key.length);
    this.#keyForms[form] = keyForm;
    return keyForm;
  }

  /** The form of a stretch of codes. */
  form(text: Uint16Array, start: number, end: number): number {
    let first = 0;
    let second = 0x811c9dc5;
    for (let i = start; i < end; i++) {
      const info = TABLE[text[i]!]!;
      let code = info & 0x7ffff;
      if (((info >>> 20) & 7) === Space) {
        if (i > start && ((TABLE[text[i - 1]!]! >>> 20) & 7) === Space) continue;
        code = 0x20;
      }
      first = Math.imul(first + code + 1, 0x9e3779b1);
      second = Math.imul(second ^ code, 0x01000193);
    }
    const mask = this.#slots.length - 1;
    first = mix(first);
    let slot = first & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#first[entry - 1] === first && this.#second[entry - 1] === second) return entry - 1;
      slot = (slot + 1) & mask;
    }
    const form = this.#spellings.length;
    this.#spellings.push(spelled(text, start, end).toLowerCase().replace(/\s+/g, ' '));
    if (form === this.#first.length) this.#grow();
    this.#first[form] = first;
    this.#second[form] = second;
    if (this.#spellings.length * 2 > this.#slots.length) this.#rehash();
    else this.#slots[slot] = form + 1;
    return form;
  }

  #grow(): void {
    const wider = (column: Int32Array) => {
      const grown = new Int32Array(column.length * 2);
      grown.set(column);
      return grown;
    };
    this.#first = wider(this.#first);
    this.#second = wider(this.#second);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let form = 0; form < this.#spellings.length; form++) {
      let slot = this.#first[form]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = form + 1;
    }
  }
}
