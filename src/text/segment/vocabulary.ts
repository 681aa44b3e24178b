import type { Vocabulary } from '../../model/tokens.js';
import { CodeBuffer, spelled } from '../codes.js';
import { comparisonKey } from '../keys.js';
import { CHARACTER, Space } from './characters.js';
import { mix } from './hash.js';

/** Numbers of a slot: two hashes and the form, counted from 1; the fourth is padding, so that a slot lies in one line of the cache. */
const SLOT = 4;
const SECOND = 1;
const FORM = 2;
const CLASS = 7 << 20;
const SPACE = Space << 20;

/** Numbers the forms of tokens as they come. A form is known again by two hashes of its spelling: no string is made for it. */
export class FormTable implements Vocabulary {
  #slots = new Int32Array(SLOT << 15);
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
    const table = CHARACTER;
    let first = 0;
    let second = 0x811c9dc5;
    let spaced = false;
    for (let i = start; i < end; i++) {
      const info = table[text[i]!]!;
      let code = info & 0x7ffff;
      if ((info & CLASS) === SPACE) {
        if (spaced) continue;
        code = 0x20;
        spaced = true;
      } else spaced = false;
      first = Math.imul(first + code + 1, 0x9e3779b1);
      second = Math.imul(second ^ code, 0x01000193);
    }
    first = mix(first);
    const slots = this.#slots;
    const mask = slots.length - SLOT;
    let at = Math.imul(first, SLOT) & mask;
    for (let form = slots[at + FORM]!; form !== 0; form = slots[at + FORM]!) {
      if (slots[at] === first && slots[at + SECOND] === second) return form - 1;
      at = (at + SLOT) & mask;
    }
    this.#spellings.push(spelled(text, start, end).toLowerCase().replace(/\s+/g, ' '));
    const form = this.#spellings.length;
    slots[at] = first;
    slots[at + SECOND] = second;
    slots[at + FORM] = form;
    if (form * SLOT * 2 > slots.length) this.#grow();
    return form - 1;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + FORM] === 0) continue;
      let at = Math.imul(old[from]!, SLOT) & mask;
      while (slots[at + FORM] !== 0) at = (at + SLOT) & mask;
      slots.set(old.subarray(from, from + SLOT), at);
    }
    this.#slots = slots;
  }
}
