import { mix } from './hash.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { BUCKET, findEntry, type Weights } from './tables.js';

/** Labels but label 0, whose score is always 0. */
export const SCORES = 16;
/** Room for the features of one unit. */
export const MOST_FEATURES = 192;

/** Sums rows of weights. The same sums come from WebAssembly SIMD and from plain JavaScript. */
export interface Kernel {
  /** Makes room for so many slots; the columns may be others then. */
  reserve(slots: number): void;
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

export function createKernel(weights: Weights): Kernel {
  return createSimdKernel(weights) ?? createScalarKernel(weights);
}

/** Plain JavaScript. */
export function createScalarKernel({ prints, rows }: Weights): Kernel {
  const bits = Math.log2(prints.length);
  const features = new Int32Array(MOST_FEATURES);
  const scores = new Int16Array(SCORES);
  let near = new Int16Array(0);

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
    reserve(slots) {
      if (slots * SCORES <= near.length) return;
      const old = near;
      near = new Int16Array(slots * SCORES * 2);
      near.set(old);
    },
    sumNear(slot, count, plus) {
      const at = slot * SCORES;
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

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface WebAssemblyApi {
  readonly Memory: new (descriptor: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Pick<Kernel, 'sumNear' | 'addNear' | 'addFeatures'> };
}

const PAGE = 64 * 1024;
const FEATURES_AT = 0;
/** Behind the features the kernel notes where their rows are. */
const SCORES_AT = FEATURES_AT + 2 * MOST_FEATURES * 4;
const PRINTS_AT = SCORES_AT + SCORES * 2;

/** `undefined` where WebAssembly, SIMD or memory for it is missing. */
export function createSimdKernel({ prints, rows }: Weights): Kernel | undefined {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi };
  if (WebAssembly === undefined) return undefined;
  try {
    // Behind the last bucket the first one comes again.
    const rowsAt = PRINTS_AT + prints.byteLength + BUCKET * 2;
    // Behind the rows stands one for features that are unknown.
    const near = rowsAt + rows.length + SCORES;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(near / PAGE) });
    new Uint16Array(memory.buffer, PRINTS_AT, prints.length).set(prints);
    new Uint16Array(memory.buffer, rowsAt - BUCKET * 2, BUCKET).set(prints.subarray(0, BUCKET));
    new Uint8Array(memory.buffer, rowsAt, rows.length).set(rows);
    new Uint8Array(memory.buffer, rowsAt + rows.length, SCORES).fill(128);
    const shift = 35 - Math.log2(prints.length);
    const env = { memory, mask: prints.length - 1, shift, features: FEATURES_AT, scores: SCORES_AT, prints: PRINTS_AT, rows: rowsAt, near };
    const module = new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), letter => letter.charCodeAt(0)));
    const { sumNear, addNear, addFeatures } = new WebAssembly.Instance(module, { env }).exports;
    const columns = () => ({
      features: new Int32Array(memory.buffer, FEATURES_AT, MOST_FEATURES),
      scores: new Int16Array(memory.buffer, SCORES_AT, SCORES),
    });
    const kernel = {
      ...columns(),
      sumNear,
      addNear,
      addFeatures,
      reserve(slots: number): void {
        const missing = near + slots * SCORES * 2 - memory.buffer.byteLength;
        if (missing <= 0) return;
        memory.grow(Math.ceil((missing + memory.buffer.byteLength / 4) / PAGE));
        Object.assign(kernel, columns());
      },
    };
    return kernel;
  } catch {
    return undefined;
  }
}
