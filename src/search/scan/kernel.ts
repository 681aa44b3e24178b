import { createMemory, instantiate, inWebAssembly, type Memory } from '../../text/web-assembly.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { type LetterTrie, leads, type WordTest } from './letter-trie.js';

/** Bytes in a window. */
export const WINDOW = 3;
/** Lookup tables of a window: for each of its bytes 16 entries by the low half, then 16 by the high half; bits are patterns. */
export const TABLE_BYTES = WINDOW * 32;

/** Looks at bytes many at a time. The same results come from WebAssembly SIMD and from plain JavaScript. */
export interface Kernel {
  /** Where others find what it holds; `spareAt` is where its own ends. `undefined` in plain JavaScript. */
  readonly residence: Residence | undefined;
  /**
   * Bytes to read into, where the kernel sees them without copying; there is one such place, and it is given again and again.
   * `undefined` when so many have no room in it.
   */
  place(size: number): Uint8Array<ArrayBuffer> | undefined;
  /** The bytes where the kernel sees them without copying, until the next call; the bytes themselves where that is not possible. */
  resident(bytes: Uint8Array): Uint8Array;
  /**
   * Appends to `out` the places in `[start, end)` whose window fits a pattern of `tables`, ascending, at most `out.room`. Bytes at and
   * behind `end` count as 0. With `test` only those where a word may begin; near `end` it may let others pass. Returns where to go on:
   * `end` when all is seen.
   */
  windows(tables: Uint8Array, chunk: Uint8Array, start: number, end: number, out: PlaceList, test?: WordTest): number;
  /** How often `byte` stands in `[start, end)`. */
  count(byte: number, chunk: Uint8Array, start: number, end: number): number;
  /** Brings a trie where the kernel sees it; `false` when it has no room. */
  holds(trie: LetterTrie): boolean;
}

export interface PlaceList {
  readonly places: Int32Array;
  length: number;
}

/** Room in a place list. */
export const ROOM = 16 * 1024;

export function createPlaceList(): PlaceList {
  return { places: new Int32Array(ROOM), length: 0 };
}

/** The kernel in WebAssembly where there is SIMD and memory for it, else in plain JavaScript. */
export function createKernel(room?: Room): Kernel {
  return createSimdKernel(room) ?? scalarKernel;
}

/** A memory with room for the kernel, and for those that look at what it holds: `SPAN` bytes, and what these need. */
export interface Room {
  readonly memory: Memory;
  readonly spareAt: number;
}

/** Where things lie in the memory of a kernel, in bytes. */
export interface Residence extends Room {
  readonly symbols: number;
  readonly children: number;
}

/** Plain JavaScript. */
export const scalarKernel: Kernel = {
  residence: undefined,
  place: () => undefined,
  resident: bytes => bytes,
  windows(tables, chunk, start, end, out, test) {
    const [first, second, third] = unpacked(tables);
    let at = start;
    for (; at < end && out.length < out.places.length; at++) {
      const bits = first[chunk[at]!]!;
      if (bits === 0) continue;
      const next = at + 1 < end ? chunk[at + 1]! : 0;
      const last = at + 2 < end ? chunk[at + 2]! : 0;
      if ((bits & second[next]! & third[last]!) === 0) continue;
      if (test === undefined || leads(test, chunk, at, end)) out.places[out.length++] = at;
    }
    return at;
  },
  count(byte, chunk, start, end) {
    let count = 0;
    for (let at = start; at < end; at++) if (chunk[at] === byte) count++;
    return count;
  },
  holds: () => false,
};

let packed: Uint8Array | undefined;
let byByte: readonly [Uint8Array, Uint8Array, Uint8Array] | undefined;

/** The tables by whole byte; those of the last query are kept. */
function unpacked(tables: Uint8Array): readonly [Uint8Array, Uint8Array, Uint8Array] {
  if (packed !== tables || byByte === undefined) {
    packed = tables;
    byByte = [0, 1, 2].map(position =>
      Uint8Array.from({ length: 256 }, (_, byte) => tables[position * 32 + (byte & 15)]! & tables[position * 32 + 16 + (byte >> 4)]!),
    ) as unknown as readonly [Uint8Array, Uint8Array, Uint8Array];
  }
  return byByte;
}

const MEBIBYTE = 1024 * 1024;
/** Bytes of a chunk that the kernel takes at once; a longer one is seen in pieces. */
const CHUNK = MEBIBYTE;
/** Bytes that may be read behind the last place of a stretch, and then some. */
const SLACK = 64;
/** A trie with more children than have room is not looked at here. */
const CHILDREN = MEBIBYTE / 4;

/** The memory of the kernel, from the beginning of its room. */
const PLACES_AT = 128;
const SYMBOLS_AT = PLACES_AT + ROOM * 4;
const CHILDREN_AT = SYMBOLS_AT + 0x10000;
/** What is read into it. The byte before is a line end. */
const READ_AT = CHILDREN_AT + CHILDREN * 4 + SLACK;
/** What is copied into it. The byte before is a line end here too. */
const COPY_AT = READ_AT + CHUNK + SLACK;
const SPAN = COPY_AT + CHUNK + SLACK;
const NEWLINE = 10;

interface KernelExports {
  readonly next: { readonly value: number };
  readonly symbols: { value: number };
  readonly children: { value: number };
  windows(tables: number, at: number, end: number, out: number, room: number): number;
  words(out: number, count: number, shift: number, end: number, node: number, starts: number, ends: number): number;
  count(byte: number, at: number, end: number): number;
}

/** `undefined` where WebAssembly, SIMD or memory for it is missing. */
export function createSimdKernel(room?: Room): Kernel | undefined {
  return inWebAssembly(() => {
    const { memory, spareAt } = room ?? { memory: createMemory(SPAN), spareAt: 0 };
    return new SimdKernel(memory, spareAt, instantiate(KERNEL_BASE64, { memory }));
  });
}

class SimdKernel implements Kernel {
  readonly residence: Residence;
  readonly #base: number;
  readonly #all: Uint8Array<ArrayBuffer>;
  readonly #copy: Uint8Array;
  readonly #places: Int32Array;
  readonly #exports: KernelExports;
  #tables: Uint8Array | undefined;
  #trie: LetterTrie | undefined;

  /** `base`: where its room in the memory begins. */
  constructor(memory: Room['memory'], base: number, exports: KernelExports) {
    const { buffer } = memory;
    this.residence = { memory, symbols: base + SYMBOLS_AT, children: base + CHILDREN_AT, spareAt: base + SPAN };
    this.#base = base;
    this.#all = new Uint8Array(buffer);
    this.#all[base + READ_AT - 1] = NEWLINE;
    this.#all[base + COPY_AT - 1] = NEWLINE;
    this.#copy = new Uint8Array(buffer, base + COPY_AT, CHUNK);
    this.#places = new Int32Array(buffer, base + PLACES_AT, ROOM);
    this.#exports = exports;
    exports.symbols.value = this.residence.symbols;
    exports.children.value = this.residence.children;
  }

  place(size: number): Uint8Array<ArrayBuffer> | undefined {
    const at = this.#base + READ_AT;
    return size > CHUNK ? undefined : this.#all.subarray(at, at + size);
  }

  resident(bytes: Uint8Array): Uint8Array {
    if (bytes.buffer === this.#all.buffer || bytes.length > CHUNK) return bytes;
    this.#copy.set(bytes);
    return this.#copy.subarray(0, bytes.length);
  }

  windows(tables: Uint8Array, chunk: Uint8Array, start: number, end: number, out: PlaceList, test?: WordTest): number {
    if (this.#tables !== tables) this.#all.set(tables, this.#base);
    this.#tables = tables;
    const tested = test !== undefined && this.holds(test.trie);
    let at = start;
    while (at < end && out.length < out.places.length) {
      const stop = Math.min(end, at + CHUNK);
      // The last places of a stretch are read one by one: their windows end behind it.
      const base = this.#address(chunk, at, stop) - at;
      const room = Math.min(ROOM, out.places.length - out.length);
      const found = room > 32 ? this.#exports.windows(this.#base, base + at, base + stop - WINDOW, this.#base + PLACES_AT, room) : 0;
      const next = room > 32 ? this.#exports.next.value - base : at;
      const kept = tested && found > 0 ? this.#words(test, found, base + stop) : found;
      const offset = out.length;
      for (let i = 0; i < kept; i++) out.places[offset + i] = this.#places[i]! - base;
      out.length += kept;
      if (next === at && found === 0) return scalarKernel.windows(tables, chunk, at, end, out, test);
      at = next;
    }
    return at;
  }

  count(byte: number, chunk: Uint8Array, start: number, end: number): number {
    let count = 0;
    for (let at = start; at < end; at += CHUNK) {
      const stop = Math.min(end, at + CHUNK);
      const address = this.#address(chunk, at, stop);
      count += this.#exports.count(byte, address, address + stop - at);
    }
    return count;
  }

  #words({ node, shift, startsWord, endsWord }: WordTest, found: number, end: number): number {
    return this.#exports.words(this.#base + PLACES_AT, found, shift, end, node, startsWord ? 1 : 0, endsWord ? 1 : 0);
  }

  holds(trie: LetterTrie): boolean {
    if (this.#trie === trie) return true;
    if (trie.children.length > CHILDREN) return false;
    this.#all.set(trie.symbols, this.residence.symbols);
    new Int32Array(this.#all.buffer, this.residence.children, CHILDREN).set(trie.children);
    this.#trie = trie;
    return true;
  }

  /** Where `chunk[start]` stands in the memory; copies it in when it is not there. */
  #address(chunk: Uint8Array, start: number, end: number): number {
    if (chunk.buffer === this.#all.buffer) return chunk.byteOffset + start;
    this.#copy.set(chunk.subarray(start, end));
    return this.#base + COPY_AT;
  }
}
