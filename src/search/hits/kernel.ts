import { Diacritic, NORMAL_CLASS, Stable, Unusual } from '../../text/normal-classes.js';
import { PairClass } from '../../text/segment/model.js';
import type { StretchSegmenter } from '../../text/segment/segmenter.js';
import { OUTSIDE } from '../../text/segment/units.js';
import { instantiate } from '../../text/web-assembly.js';
import { type Kernel, type PlaceList, ROOM } from '../scan/kernel.js';
import type { TermTrie } from '../scan/trie.js';
import { isCapital } from '../token-borders.js';
import { COMPOSED, MARKS } from './composed.table.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';

/** What is said of a place. */
export const Look = { Hit: 1, NotTold: 2 } as const;

/** What is said of each place that may be a hit, in this order. */
export const Field = {
  Look: 0,
  Start: 1,
  End: 2,
  /** The number of the term. */
  Term: 3,
  /** Behind the line end. */
  LineEnd: 4,
} as const;
export const FIELDS = 5;

/** `kernel.wat` has the same numbers: bytes of an entry, its head, and how many entries there are. */
const ENTRY = 64;
const HEAD = 12;
const ENTRIES = 4096;
/** Entries that may be filled, so that a search for one that is not there ends soon. */
const FILLED = ENTRIES / 2;
/** In the table of kinds, beside the classes of normal text. */
const CAPITAL = 8;
const NEXT_LINE = 0x85;

/** What lies where, from the end of the scan's own room on. */
const KINDS_AT = 0;
const PATTERN_AT = KINDS_AT + 0x10000;
const SPELLINGS_AT = PATTERN_AT + 0x1000;
const PLACES_AT = SPELLINGS_AT + ENTRIES * ENTRY;
const RECORDS_AT = PLACES_AT + ROOM * 4;
const COMPOSED_AT = RECORDS_AT + ROOM * FIELDS * 4;
/** Codes from here on take no marks. */
const COMPOSING = 0x1f00;
const SPAN = COMPOSED_AT + COMPOSING * MARKS.length * 2;

interface Exports {
  readonly next: { readonly value: number };
  hits(places: number, next: number, count: number, out: number, base: number, from: number, to: number, letters: number): number;
}

/**
 * Decides what stands at most places without JavaScript: which word, by the trie and the spellings seen so far, and whether between
 * the borders of words, by the pieces around.
 */
export class HitKernel {
  readonly records: Int32Array;
  readonly #kernel: Kernel;
  readonly #trie: TermTrie;
  readonly #buffer: ArrayBuffer;
  readonly #at: number;
  readonly #places: Int32Array;
  readonly #exports: Exports;
  #filled = 0;

  /** `undefined` where the scan or the segmenter is plain JavaScript, or they do not share a memory. */
  static of(kernel: Kernel, stretches: StretchSegmenter, trie: TermTrie, pattern: Uint16Array): HitKernel | undefined {
    const { residence } = kernel;
    const cutter = stretches.kernel;
    if (residence === undefined || cutter === undefined || residence.memory !== cutter.memory) return undefined;
    if (residence.spareAt + SPAN > cutter.memory.buffer.byteLength || pattern.length > SPELLINGS_AT - PATTERN_AT) return undefined;
    const { codes, units, columns, counts, scan, decideBehind, memory } = cutter;
    const at = residence.spareAt;
    const all = new Uint8Array(memory.buffer);
    all.set(kinds(), at + KINDS_AT);
    all.set(trie.symbolsOf(pattern), at + PATTERN_AT);
    const composed = new Uint16Array(memory.buffer, at + COMPOSED_AT, COMPOSING * MARKS.length);
    for (let i = 0; i < COMPOSED.length; i += 3) composed[COMPOSED[i]! * MARKS.length + COMPOSED[i + 1]!] = COMPOSED[i + 2]!;
    const env = {
      memory,
      scan,
      decideBehind,
      scanAny: stretches.scan,
      symbols: residence.symbols,
      children: residence.children,
      pattern: at + PATTERN_AT,
      kinds: at + KINDS_AT,
      composed: at + COMPOSED_AT,
      spellings: at + SPELLINGS_AT,
      codes: codes.byteOffset,
      stretch: stretches.from,
      starts: units.start.byteOffset,
      ends: units.end.byteOffset,
      looks: units.look.byteOffset,
      pairs: columns.pairs.byteOffset,
      joins: columns.joins.byteOffset,
      counts: counts.byteOffset,
      outside: OUTSIDE,
      noGap: PairClass.NoGap,
    };
    return new HitKernel(kernel, trie, memory.buffer, at, instantiate(KERNEL_BASE64, env));
  }

  private constructor(kernel: Kernel, trie: TermTrie, buffer: ArrayBuffer, at: number, exports: Exports) {
    this.#kernel = kernel;
    this.#trie = trie;
    this.#buffer = buffer;
    this.#at = at;
    this.#places = new Int32Array(buffer, at + PLACES_AT, ROOM);
    this.records = new Int32Array(buffer, at + RECORDS_AT, ROOM * FIELDS);
    this.#exports = exports;
    // What another query has left.
    new Uint8Array(buffer, at + SPELLINGS_AT, ENTRIES * ENTRY).fill(0);
  }

  /**
   * Looks at places of `chunk[start, end)`, whole lines, each with so many letters of the only word before it; calls `take` when so many
   * of `records` are filled, ascending. `false` when the bytes or the trie do not lie in the kernel's memory.
   */
  look(
    chunk: Uint8Array,
    start: number,
    end: number,
    { places, length }: PlaceList,
    letters: number,
    take: (count: number) => void,
  ): boolean {
    if (chunk.buffer !== this.#buffer || !this.#kernel.holds(this.#trie.letters)) return false;
    this.#places.set(length < ROOM ? places.subarray(0, length) : places);
    const [at, out, base] = [this.#at + PLACES_AT, this.#at + RECORDS_AT, chunk.byteOffset];
    for (let next = 0; next < length; ) {
      let count = this.#exports.hits(at, next, length, out, base, base + start, base + end, letters);
      next = this.#exports.next.value;
      // It stopped at a new spelling, which is looked at again once it is known.
      if (next < length) {
        const last = (count - 1) * FIELDS;
        const [, from, stop, node] = this.records.subarray(last, last + FIELDS);
        if (this.#learn(chunk, from!, stop!, node!)) count--;
        else {
          this.records[last] = Look.NotTold;
          next++;
        }
      }
      take(count);
    }
    return true;
  }

  /** Remembers whose a new spelling is, while there is room. */
  #learn(chunk: Uint8Array, start: number, end: number, node: number): boolean {
    if (this.#filled === FILLED) return false;
    const spelled = chunk.subarray(start, end);
    let hash = spelled.length;
    for (const byte of spelled) hash = Math.imul(hash ^ byte, 0x01000193);
    let entry: Int32Array;
    for (let slot = hash; ; slot++) {
      entry = new Int32Array(this.#buffer, this.#at + SPELLINGS_AT + (slot & (ENTRIES - 1)) * ENTRY, HEAD / 4);
      if (entry[1] === 0) break;
    }
    entry.set([hash, spelled.length, this.#trie.spelledTerm(node, chunk, start, end)]);
    new Uint8Array(this.#buffer, entry.byteOffset + HEAD, spelled.length).set(spelled);
    this.#filled++;
    return true;
  }
}

/** By code: its class in normalization, whether it is a capital, and the number of a mark above that. */
function kinds(): Uint8Array {
  const table = NORMAL_CLASS.slice();
  table.fill(Unusual, 0x300, 0x370);
  MARKS.forEach((mark, number) => {
    table[mark] = Diacritic | (number << 4);
  });
  // White space to the segmenter, but not to those who look at bytes.
  table[NEXT_LINE] = Unusual;
  for (const [from, to] of CASED)
    for (let code = from; code < to; code++) if (table[code] === Stable && isCapital(code)) table[code] = CAPITAL;
  return table;
}

/** Where stable codes have case. */
const CASED: readonly (readonly [from: number, to: number])[] = [
  [0x41, 0x5b],
  [0xc0, 0x300],
  [0x1e00, 0x1f00],
];
