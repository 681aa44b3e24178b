import type { Tokens, Vocabulary } from '../../model/tokens.js';
import { CodeBuffer, spelled } from '../codes.js';
import { comparisonKey } from '../keys.js';
import { hasOwnKey, LONGEST_PIECE, writePlainKey } from '../plain-key.js';
import { mix } from './hash.js';
import { hashSpelling, type SpellingHash, type SpellingHashes } from './spelling-hash.js';

/** What is known of a form: the two hashes of its spelling, the form of its key, and the key's length, 0 where it hangs on what stands around the word. */
export const Fact = { First: 0, Second: 1, Key: 2, KeyLength: 3 } as const;
export const FACTS = 4;

/** Numbers the words of texts as they come. A form is known again by two hashes of its spelling: no string is made for it. */
export class FormTable implements Vocabulary {
  /** Forms, counted from 1, where their hashes say. */
  #slots = new Int32Array(1 << 13);
  #facts = new Int32Array(FACTS << 12);
  readonly #spellings: string[] = [];
  readonly #key = new Uint16Array(LONGEST_PIECE);
  readonly #codes = new CodeBuffer();
  readonly #hash: SpellingHash = { first: 0, second: 0 };

  get size(): number {
    return this.#spellings.length;
  }

  /** `FACTS` numbers a form, in the order of `Fact`; replaced as forms come. */
  get facts(): Int32Array {
    return this.#facts;
  }

  spelling(form: number): string {
    return this.#spellings[form]!;
  }

  keyForm(form: number): number {
    return this.#facts[form * FACTS + Fact.Key]!;
  }

  /** Fills `form` and `key` of the words behind the first `from` tokens of a text that begins at `origin`, by the hashes of their spellings. */
  number(text: Uint16Array, origin: number, tokens: Tokens, from: number, { first, second }: SpellingHashes): void {
    const { start, end, lettered, form: forms, key: keys, length } = tokens;
    for (let t = from; t < length; t++) {
      if (lettered[t] === 0) continue;
      const slot = this.#slotOf(first[t - from]!, second[t - from]!);
      let form = this.#slots[slot]! - 1;
      if (form < 0) form = this.#add(slot, text, start[t]! + origin, end[t]! + origin, first[t - from]!, second[t - from]!);
      forms[t] = form;
      keys[t] = this.#facts[form * FACTS + Fact.Key]!;
    }
  }

  /** Where the form of these hashes is, or has its place. */
  #slotOf(first: number, second: number): number {
    const slots = this.#slots;
    const facts = this.#facts;
    const mask = slots.length - 1;
    let slot = mix(first) & mask;
    for (let form = slots[slot]!; form !== 0; form = slots[slot]!) {
      const at = (form - 1) * FACTS;
      if (facts[at + Fact.First] === first && facts[at + Fact.Second] === second) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Adds the form of a stretch of codes at a free slot. */
  #add(slot: number, text: Uint16Array, start: number, end: number, first: number, second: number): number {
    const form = this.#spellings.length;
    this.#slots[slot] = form + 1;
    const spelling = spelled(text, start, end);
    const plain = writePlainKey(text, start, end, this.#key);
    this.#spellings.push(plain < 0 ? spelling.replace(/\s+/g, ' ') : spelling);
    this.#facts[form * FACTS + Fact.First] = first;
    this.#facts[form * FACTS + Fact.Second] = second;
    this.#grow();
    if (plain >= 0) this.#setKey(form, this.#key, plain, true);
    else {
      const key = comparisonKey(spelling);
      this.#setKey(form, this.#codes.load(key), key.length, hasOwnKey(spelling, key));
    }
    return form;
  }

  #setKey(form: number, key: Uint16Array, length: number, own: boolean): void {
    hashSpelling(key, 0, length, this.#hash);
    const { first, second } = this.#hash;
    const slot = this.#slotOf(first, second);
    const known = this.#slots[slot]! - 1;
    const keyForm = known < 0 ? this.#add(slot, key, 0, length, first, second) : known;
    this.#facts[form * FACTS + Fact.Key] = keyForm;
    this.#facts[form * FACTS + Fact.KeyLength] = own ? length : 0;
  }

  /** Makes room for the next form. */
  #grow(): void {
    const count = this.#spellings.length;
    if ((count + 1) * FACTS > this.#facts.length) {
      const facts = this.#facts;
      this.#facts = new Int32Array(facts.length * 2);
      this.#facts.set(facts);
    }
    if (count * 2 <= this.#slots.length) return;
    const facts = this.#facts;
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let form = 0; form < count; form++) {
      let slot = mix(facts[form * FACTS + Fact.First]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = form + 1;
    }
    this.#slots = slots;
  }
}
