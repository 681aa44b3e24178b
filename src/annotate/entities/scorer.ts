import { type Context, PAD } from './context.js';
import { MOST_FEATURES, NEAR, nearFeatures, placeFeatures } from './features.js';
import type { Lexemes } from './lexemes.js';
import { findEntry, PROBES, type Weights } from './tables.js';

/** Labels but label 0, whose score is always 0. */
export const SCORES = 16;
const SPREAD = 2 * NEAR + 1;
/** Sums of two labels share a 32-bit number; the features of a unit and its neighbours are too few to overflow 16 bits. */
const LANES = 8;
const LANE = 0x00ff00ff;

/** Sums the weights of units. What follows from single lexemes is summed once a lexeme. */
export interface Scorer {
  /** Forgets the lexemes. */
  clear(): void;
  /** Makes ready for lexemes that are new. */
  prepare(): void;
  /** Puts the `SCORES` scores of unit `i` of the text into `out` from `at` on. */
  score(i: number, out: Int32Array, at: number): void;
  /** How much better unit `i` begins a name than it stands outside, as far as single lexemes say. */
  start(i: number): number;
}

export function createScorer(weights: Weights, lexemes: Lexemes, context: Context): Scorer {
  const { prints, rows } = weights;
  const bits = Math.log2(prints.length);
  const shift = 35 - bits;
  const mask = prints.length - 1;
  const buffer = new Int32Array(MOST_FEATURES);
  let sums = new Int32Array(4096 * SPREAD * LANES);
  let counts = new Uint8Array(4096 * SPREAD);
  let ready = 0;

  function sumNear(id: number, offset: number): void {
    const slot = id * SPREAD + offset + NEAR;
    const at = slot * LANES;
    sums.fill(0, at, at + LANES);
    const count = nearFeatures(lexemes, id, offset, buffer, 0);
    let hits = 0;
    for (let i = 0; i < count; i++) {
      const entry = findEntry(prints, bits, buffer[i]!);
      if (entry < 0) continue;
      hits++;
      for (let type = 0; type < 4; type++) {
        const row = rows[entry * 4 + type]!;
        sums[at + type * 2]! += row & LANE;
        sums[at + type * 2 + 1]! += (row >>> 8) & LANE;
      }
    }
    counts[slot] = hits;
  }

  return {
    clear() {
      ready = 0;
    },
    prepare() {
      if (lexemes.size * SPREAD > counts.length) {
        const capacity = lexemes.size * 2;
        sums = grown(sums, new Int32Array(capacity * SPREAD * LANES));
        counts = grown(counts, new Uint8Array(capacity * SPREAD));
      }
      for (; ready < lexemes.size; ready++) {
        for (let offset = -NEAR; offset <= NEAR; offset++) sumNear(ready, offset);
      }
    },
    start(i) {
      let hits = 0;
      let person = 0;
      let place = 0;
      let body = 0;
      let other = 0;
      let single = 0;
      const { lexeme } = context;
      for (let offset = 0; offset < SPREAD; offset++) {
        const slot = lexeme[i + PAD - NEAR + offset]! * SPREAD + offset;
        const from = slot * LANES;
        hits += counts[slot]!;
        person += sums[from]!;
        place += sums[from + 2]!;
        body += sums[from + 4]!;
        other += sums[from + 6]!;
        single += sums[from + 3]!;
      }
      const begin = Math.max(person & 0xffff, place & 0xffff, body & 0xffff, other & 0xffff);
      return Math.max(begin, single >>> 16) - hits * 128;
    },
    score(i, out, at) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      let f = 0;
      let g = 0;
      let h = 0;
      let hits = 0;
      const { lexeme } = context;
      for (let offset = 0; offset < SPREAD; offset++) {
        const slot = lexeme[i + PAD - NEAR + offset]! * SPREAD + offset;
        const from = slot * LANES;
        hits += counts[slot]!;
        a += sums[from]!;
        b += sums[from + 1]!;
        c += sums[from + 2]!;
        d += sums[from + 3]!;
        e += sums[from + 4]!;
        f += sums[from + 5]!;
        g += sums[from + 6]!;
        h += sums[from + 7]!;
      }
      const count = placeFeatures(context, lexemes, i + PAD, buffer, 0);
      for (let feature = 0; feature < count; feature++) {
        const hash = buffer[feature]!;
        const print = hash & 0xffff || 1;
        let entry = (hash >>> shift) << 3;
        let found = prints[entry]!;
        for (let left = PROBES; found !== print && found !== 0 && left > 1; left--) {
          entry = (entry + 1) & mask;
          found = prints[entry]!;
        }
        if (found !== print) continue;
        hits++;
        const row = entry << 2;
        const first = rows[row]!;
        const second = rows[row + 1]!;
        const third = rows[row + 2]!;
        const fourth = rows[row + 3]!;
        a += first & LANE;
        b += (first >>> 8) & LANE;
        c += second & LANE;
        d += (second >>> 8) & LANE;
        e += third & LANE;
        f += (third >>> 8) & LANE;
        g += fourth & LANE;
        h += (fourth >>> 8) & LANE;
      }
      const bias = hits * 128;
      spread(out, at, a, b, bias);
      spread(out, at + 4, c, d, bias);
      spread(out, at + 8, e, f, bias);
      spread(out, at + 12, g, h, bias);
    },
  };
}

function spread(out: Int32Array, at: number, even: number, odd: number, bias: number): void {
  out[at] = (even & 0xffff) - bias;
  out[at + 1] = (odd & 0xffff) - bias;
  out[at + 2] = (even >>> 16) - bias;
  out[at + 3] = (odd >>> 16) - bias;
}

function grown<Column extends Int32Array | Uint8Array>(old: Column, column: Column): Column {
  column.set(old);
  return column;
}
