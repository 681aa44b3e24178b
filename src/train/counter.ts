import { mix } from '../text/segment/hash.js';

/** Numbers 32-bit keys as they come, from 1 on; 0 stands for an unknown key. Open addressing: ten million keys are no burden. */
export class KeyTable {
  #keys = new Int32Array(1 << 16);
  #slots = new Int32Array(1 << 17);
  #size = 0;

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** The key with this number. */
  key(number: number): number {
    return this.#keys[number - 1]!;
  }

  find(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = mix(key) & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#keys[entry - 1] === key) return entry;
      slot = (slot + 1) & mask;
    }
    return 0;
  }

  add(key: number): number {
    const known = this.find(key);
    if (known !== 0) return known;
    if (this.#size === this.#keys.length) {
      const grown = new Int32Array(this.#keys.length * 2);
      grown.set(this.#keys);
      this.#keys = grown;
      this.#slots = new Int32Array(this.#slots.length * 2);
      for (let number = 1; number <= this.#size; number++) this.#place(number);
    }
    this.#keys[this.#size++] = key;
    this.#place(this.#size);
    return this.#size;
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = mix(this.#keys[number - 1]!) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number;
  }
}

/** A column that grows with the numbers of a `KeyTable`. */
export class Counts {
  #values = new Int32Array(1 << 16);

  get(number: number): number {
    return number < this.#values.length ? this.#values[number]! : 0;
  }

  add(number: number, amount: number): void {
    if (number >= this.#values.length) {
      const grown = new Int32Array(Math.max(number + 1, this.#values.length * 2));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[number]! += amount;
  }
}
