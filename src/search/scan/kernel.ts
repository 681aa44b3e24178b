import { KERNEL_BASE64 } from './kernel-bytes.js';

/** Bytes in a window. */
export const WINDOW = 3;
/** Lookup tables of a window: for each of its bytes 16 entries by the low half, then 16 by the high half; bits are patterns. */
export const TABLE_BYTES = WINDOW * 32;

/** Looks at bytes many at a time. The same results come from WebAssembly SIMD and from plain JavaScript. */
export interface Kernel {
  /** The bytes where the kernel sees them without copying, until the next call; the bytes themselves where that is not possible. */
  resident(bytes: Uint8Array): Uint8Array;
  /**
   * Appends to `out` the places in `[start, end)` whose window fits a pattern of `tables`, ascending, at most `out.room`. Bytes at and
   * behind `end` count as 0. Returns where to go on: `end` when all is seen.
   */
  windows(tables: Uint8Array, chunk: Uint8Array, start: number, end: number, out: PlaceList): number;
  /** How often `byte` stands in `[start, end)`. */
  count(byte: number, chunk: Uint8Array, start: number, end: number): number;
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

/** Bytes of a chunk that the kernel takes at once; a longer one is seen in pieces. */
const CHUNK = 1024 * 1024;
const TABLES_AT = 0;
const PLACES_AT = 128;
const CHUNK_AT = PLACES_AT + ROOM * 4;
const PAGE = 64 * 1024;
/** Bytes that a window at the last place of a stretch may read behind it, and then some. */
const SLACK = 64;

/** The kernel in WebAssembly where there is SIMD and memory for it, else in plain JavaScript. */
export function createKernel(): Kernel {
  return createSimdKernel() ?? scalarKernel;
}

/** Plain JavaScript. */
export const scalarKernel: Kernel = {
  resident: bytes => bytes,
  windows(tables, chunk, start, end, out) {
    const [first, second, third] = unpacked(tables);
    let at = start;
    for (; at < end && out.length < out.places.length; at++) {
      const bits = first[chunk[at]!]!;
      if (bits === 0) continue;
      const next = at + 1 < end ? chunk[at + 1]! : 0;
      const last = at + 2 < end ? chunk[at + 2]! : 0;
      if ((bits & second[next]! & third[last]!) !== 0) out.places[out.length++] = at;
    }
    return at;
  },
  count(byte, chunk, start, end) {
    let count = 0;
    for (let at = start; at < end; at++) if (chunk[at] === byte) count++;
    return count;
  },
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

interface KernelExports {
  readonly next: { readonly value: number };
  windows(tables: number, at: number, end: number, out: number, room: number): number;
  count(byte: number, at: number, end: number): number;
}

interface WebAssemblyApi {
  readonly Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: KernelExports };
}

/** `undefined` where WebAssembly, SIMD or memory for it is missing. */
export function createSimdKernel(): Kernel | undefined {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi };
  if (WebAssembly === undefined) return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((CHUNK_AT + CHUNK + SLACK) / PAGE) });
    const module = new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), letter => letter.charCodeAt(0)));
    return new SimdKernel(memory.buffer, new WebAssembly.Instance(module, { env: { memory } }).exports);
  } catch {
    return undefined;
  }
}

class SimdKernel implements Kernel {
  readonly #memory: Uint8Array;
  readonly #all: Uint8Array;
  readonly #places: Int32Array;
  readonly #exports: KernelExports;
  #tables: Uint8Array | undefined;

  constructor(buffer: ArrayBuffer, exports: KernelExports) {
    this.#all = new Uint8Array(buffer);
    this.#memory = new Uint8Array(buffer, CHUNK_AT, CHUNK);
    this.#places = new Int32Array(buffer, PLACES_AT, ROOM);
    this.#exports = exports;
  }

  resident(bytes: Uint8Array): Uint8Array {
    if (bytes.buffer === this.#all.buffer || bytes.length > CHUNK) return bytes;
    this.#memory.set(bytes);
    return this.#memory.subarray(0, bytes.length);
  }

  windows(tables: Uint8Array, chunk: Uint8Array, start: number, end: number, out: PlaceList): number {
    if (this.#tables !== tables) this.#all.set(tables, TABLES_AT);
    this.#tables = tables;
    let at = start;
    while (at < end && out.length < out.places.length) {
      const stop = Math.min(end, at + CHUNK);
      // The last places of a stretch are read one by one: their windows end behind it.
      const base = this.#place(chunk, at, stop) - at;
      const room = Math.min(ROOM, out.places.length - out.length);
      const found = room > 32 ? this.#exports.windows(TABLES_AT, base + at, base + stop - WINDOW, PLACES_AT, room) : 0;
      const next = room > 32 ? this.#exports.next.value - base : at;
      const offset = out.length;
      for (let i = 0; i < found; i++) out.places[offset + i] = this.#places[i]! - base;
      out.length += found;
      if (next === at && found === 0) return scalarKernel.windows(tables, chunk, at, end, out);
      at = next;
    }
    return at;
  }

  count(byte: number, chunk: Uint8Array, start: number, end: number): number {
    let count = 0;
    let at = start;
    while (at + 16 <= end) {
      const stop = Math.min(end, at + CHUNK);
      const base = this.#place(chunk, at, stop) - at;
      count += this.#exports.count(byte, base + at, base + stop);
      at = this.#exports.next.value - base;
    }
    return count + scalarKernel.count(byte, chunk, at, end);
  }

  /** Where `chunk[start]` stands in the memory; copies it in when it is not there. */
  #place(chunk: Uint8Array, start: number, end: number): number {
    if (chunk.buffer === this.#all.buffer) return chunk.byteOffset + start;
    this.#memory.set(chunk.subarray(start, end));
    return CHUNK_AT;
  }
}
