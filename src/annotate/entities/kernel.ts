import { mix } from './hash.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { findEntry, type Weights } from './tables.js';

/** Labels but label 0, whose score is always 0. */
export const SCORES = 16;
/** Room for the features of one unit. */
export const MOST_FEATURES = 192;

/** Sums rows of weights. The same sums come from WebAssembly SIMD and from plain JavaScript. */
export interface Kernel {
  /** Where features are written before a call: numbers that `mix` makes hashes. */
  readonly features: Int32Array;
  /** The scores of the unit in hand. */
  readonly scores: Int16Array;
  /** Keeps in `slot` the sum of the first `count` features, `plus` added to each. Slots begin at 0. */
  sumNear(slot: number, count: number, plus: number): void;
  /** Sets the scores to the sum of five slots. */
  addNear(a: number, b: number, c: number, d: number, e: number): void;
  /** Adds the first `count` features to the scores. */
  addFeatures(count: number): void;
}

/** @param slots how many slots there may be */
export function createKernel(weights: Weights, slots: number): Kernel {
  return createSimdKernel(weights, slots) ?? createScalarKernel(weights);
}

/** Plain JavaScript. */
export function createScalarKernel({ prints, rows }: Weights): Kernel {
  const bits = Math.log2(prints.length);
  const features = new Int32Array(MOST_FEATURES);
  const scores = new Int16Array(SCORES);
  let near = new Int16Array(4096 * SCORES);

  function addRows(count: number, plus: number, out: Int16Array, at: number): void {
    for (let feature = 0; feature < count; feature++) {
      const entry = findEntry(prints, bits, mix(features[feature]! + plus));
      if (entry < 0) continue;
      for (let i = 0; i < SCORES; i++) out[at + i]! += rows[entry * SCORES + i]! - 128;
    }
  }

  return {
    features,
    scores,
    sumNear(slot, count, plus) {
      const at = slot * SCORES;
      if (at >= near.length) {
        const old = near;
        near = new Int16Array(at * 2);
        near.set(old);
      }
      near.fill(0, at, at + SCORES);
      addRows(count, plus, near, at);
    },
    addNear(a, b, c, d, e) {
      for (let i = 0; i < SCORES; i++) {
        scores[i] = near[a * SCORES + i]! + near[b * SCORES + i]! + near[c * SCORES + i]! + near[d * SCORES + i]! + near[e * SCORES + i]!;
      }
    },
    addFeatures(count) {
      addRows(count, 0, scores, 0);
    },
  };
}

interface WebAssemblyApi {
  readonly Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Pick<Kernel, 'sumNear' | 'addNear' | 'addFeatures'> };
}

const PAGE = 64 * 1024;
const FEATURES_AT = 0;
/** Behind the features the kernel notes where their rows are. */
const SCORES_AT = FEATURES_AT + 2 * MOST_FEATURES * 4;
const PRINTS_AT = SCORES_AT + SCORES * 2;

/** `undefined` where WebAssembly, SIMD or memory for it is missing. */
export function createSimdKernel({ prints, rows }: Weights, slots: number): Kernel | undefined {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi };
  if (WebAssembly === undefined) return undefined;
  try {
    const rowsAt = PRINTS_AT + prints.byteLength;
    const near = rowsAt + rows.length + SCORES;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((near + slots * SCORES * 2) / PAGE) });
    const { buffer } = memory;
    new Uint16Array(buffer, PRINTS_AT, prints.length).set(prints);
    new Uint8Array(buffer, rowsAt, rows.length).set(rows);
    new Uint8Array(buffer, rowsAt + rows.length, SCORES).fill(128);
    const env = {
      memory,
      mask: prints.length - 1,
      shift: 35 - Math.log2(prints.length),
      features: FEATURES_AT,
      scores: SCORES_AT,
      prints: PRINTS_AT,
      rows: rowsAt,
      near,
    };
    const module = new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), letter => letter.charCodeAt(0)));
    const { sumNear, addNear, addFeatures } = new WebAssembly.Instance(module, { env }).exports;
    return {
      features: new Int32Array(buffer, FEATURES_AT, MOST_FEATURES),
      scores: new Int16Array(buffer, SCORES_AT, SCORES),
      sumNear,
      addNear,
      addFeatures,
    };
  } catch {
    return undefined;
  }
}
