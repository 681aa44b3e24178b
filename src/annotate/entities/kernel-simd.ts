import { BEAM, BLOCK, GIVE_UP, type Kernel, LOW, MOST_FEATURES, NEAR, ORIGINS, SCORES } from './kernel.js';
import { KERNEL_BASE64 } from './kernel-bytes.js';
import { CLOSED, LABELS, OUTSIDE, PARTS, Part } from './labels.js';
import { CHECKED_FROM, type EntityModel } from './model.js';
import { BUCKET, type Finder } from './tables.js';

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface Exports extends Pick<Kernel, 'sumNear' | 'addNear'> {
  checksum(from: number, to: number): number;
  take(scores: number, count: number, outer: number): number;
  find(prints: number, mask: number, shift: number, hash: number): number;
}

interface WebAssemblyApi {
  readonly Memory: new (descriptor: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
}

const PAGE = 64 * 1024;
const LINE = 64;
/** Numbers of the steps from one label: those to all labels of the four types, and that to `outside`; four are padding. */
const OUTER_STEPS = 20;

/** What lies where, in bytes. Behind the model lie the slots. */
const FEATURES_AT = 0;
const PLACES_AT = FEATURES_AT + 4 * MOST_FEATURES;
const LEXEMES_AT = PLACES_AT + 4 * MOST_FEATURES;
const STARTS_AT = LEXEMES_AT + 4 * (BLOCK + 2 * NEAR);
const SCORES_AT = STARTS_AT + 4 * BLOCK;
/** Bytes of a unit's scores. */
const ROW = 2 * SCORES;
const STATE_AT = SCORES_AT + ROW * BLOCK;
const ORIGINS_AT = STATE_AT + 80;
/** A row of zeros for features that are unknown. */
const NOTHING_AT = ORIGINS_AT + 32;
const INNER_AT = NOTHING_AT + SCORES;
const OUTER_AT = INNER_AT + 128;
const FIRST_OUTER_AT = OUTER_AT + CLOSED.length * OUTER_STEPS * 4;
const HEAD = FIRST_OUTER_AT + CLOSED.length * OUTER_STEPS * 4;

/** The kernel in WebAssembly; `undefined` where that, SIMD or memory for it is missing. */
export function createSimdKernel({ bytes, weights: { prints, rows, transitions } }: EntityModel): Kernel | undefined {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: WebAssemblyApi };
  if (WebAssembly === undefined) return undefined;
  try {
    // A bucket lies in one line of the processor's cache.
    const printsAt = aligned(HEAD + prints.byteOffset - bytes.byteOffset);
    const modelAt = printsAt - (prints.byteOffset - bytes.byteOffset);
    const near = aligned(modelAt + bytes.length);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(near / PAGE) });
    const all = new Uint8Array(memory.buffer);
    all.set(bytes, modelAt);
    all.fill(128, NOTHING_AT, NOTHING_AT + SCORES);
    new Int32Array(memory.buffer, INNER_AT, PARTS * 8).set(innerSteps(transitions));
    new Int32Array(memory.buffer, OUTER_AT, CLOSED.length * OUTER_STEPS).set(outerSteps(transitions));
    const env = {
      memory,
      mask: prints.length - 1,
      shift: shiftOf(prints),
      features: FEATURES_AT,
      places: PLACES_AT,
      lexemes: LEXEMES_AT,
      starts: STARTS_AT,
      scores: SCORES_AT,
      state: STATE_AT,
      origins: ORIGINS_AT,
      nothing: NOTHING_AT,
      inner: INNER_AT,
      outer: OUTER_AT,
      prints: printsAt,
      rows: modelAt + rows.byteOffset - bytes.byteOffset,
      near,
      low: LOW,
      beam: BEAM,
      giveUp: GIVE_UP,
    };
    const module = new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), letter => letter.charCodeAt(0)));
    const { checksum, find, sumNear, addNear, take } = new WebAssembly.Instance(module, { env }).exports;
    const columns = () => ({
      features: new Int32Array(memory.buffer, FEATURES_AT, MOST_FEATURES),
      lexemes: new Int32Array(memory.buffer, LEXEMES_AT, BLOCK + 2 * NEAR),
      scores: new Int16Array(memory.buffer, SCORES_AT, BLOCK * SCORES),
      starts: new Int32Array(memory.buffer, STARTS_AT, BLOCK),
      state: new Int32Array(memory.buffer, STATE_AT, LABELS),
      origins: new Int32Array(memory.buffer, ORIGINS_AT, ORIGINS),
    });
    const kernel = {
      ...columns(),
      checksum: (): number => checksum(modelAt + CHECKED_FROM, modelAt + bytes.length) >>> 0,
      finder(table: Uint16Array): Finder {
        const [at, mask, shift] = [modelAt + table.byteOffset - bytes.byteOffset, table.length - 1, shiftOf(table)];
        return hash => find(at, mask, shift, hash);
      },
      sumNear,
      addNear,
      take: (unit: number, count: number, isFirst: boolean): boolean =>
        take(SCORES_AT + unit * ROW, count, isFirst ? FIRST_OUTER_AT : OUTER_AT) !== 0,
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

/** How far a hash is shifted to be the number of a bucket. */
function shiftOf(prints: Uint16Array): number {
  return 32 - Math.log2(prints.length / BUCKET);
}

function aligned(at: number): number {
  return Math.ceil(at / LINE) * LINE;
}

/** For each type: the steps from begin to its four labels, then those from inside. */
function innerSteps(transitions: Int16Array): number[] {
  const steps: number[] = [];
  for (let begin = 1; begin < LABELS; begin += PARTS) {
    for (const previous of [begin, begin + Part.Inside]) {
      for (let label = begin; label < begin + PARTS; label++) steps.push(transitions[previous * LABELS + label]!);
    }
  }
  return steps;
}

function outerSteps(transitions: Int16Array): number[] {
  const steps: number[] = [];
  for (const previous of CLOSED) {
    for (let label = 1; label < LABELS; label++) steps.push(transitions[previous * LABELS + label]!);
    steps.push(transitions[previous * LABELS + OUTSIDE]!, 0, 0, 0);
  }
  return steps;
}
