import { mix } from './hash.js';
import { BEAM, BLOCK, GIVE_UP, type Kernel, LOW, MOST_FEATURES, NEAR, ORIGINS, SCORES, SPREAD } from './kernel.js';
import { CLOSED, LABELS, OPEN, OPENING, OUTSIDE, PARTS, Part } from './labels.js';
import { checksum, type EntityModel } from './model.js';
import { finderOf } from './tables.js';

/** Of the sums of single lexemes: the begins of the four types, and the second type's single. */
const STARTS: readonly number[] = [0, 4, 7, 8, 12];

/** The kernel in plain JavaScript. */
export function createScalarKernel({ bytes, weights }: EntityModel): Kernel {
  const { prints, rows, transitions } = weights;
  const entryOf = finderOf(prints);
  const features = new Int32Array(MOST_FEATURES);
  const lexemes = new Int32Array(BLOCK + 2 * NEAR);
  const scores = new Int16Array(BLOCK * SCORES);
  const starts = new Int32Array(BLOCK);
  const state = new Int32Array(LABELS);
  const packedOrigins = new Int32Array(ORIGINS);
  const origins = new Uint8Array(packedOrigins.buffer);
  const before = new Int32Array(LABELS);
  let near = new Int16Array(0);

  function addRows(count: number, plus: number, out: Int16Array, at: number): void {
    for (let feature = 0; feature < count; feature++) {
      const entry = entryOf(mix(features[feature]! + plus));
      if (entry < 0) continue;
      for (let i = 0; i < SCORES; i++) out[at + i]! += rows[entry * SCORES + i]! - 128;
    }
  }

  /** Labels that begin names, and `outside`, from those that end names or stand outside and are good enough. */
  function beginNames(): void {
    let least = before[OUTSIDE]!;
    for (const label of CLOSED) least = Math.max(least, before[label]!);
    least -= BEAM;
    for (const label of OPENING) state[label] = LOW * 2;
    for (const previous of CLOSED) {
      if (before[previous]! < least) continue;
      for (const label of OPENING) {
        const score = before[previous]! + transitions[previous * LABELS + label]!;
        if (score <= state[label]!) continue;
        state[label] = score;
        origins[label] = previous;
      }
    }
  }

  /** Inside and end of each type from begin and inside. */
  function goOn(): void {
    for (let begin = 1; begin < LABELS; begin += PARTS) {
      const inside = begin + Part.Inside;
      for (let label = inside; label <= begin + Part.End; label++) {
        const first = before[begin]! + transitions[begin * LABELS + label]!;
        const second = before[inside]! + transitions[inside * LABELS + label]!;
        state[label] = Math.max(first, second);
        origins[label] = second > first ? inside : begin;
      }
    }
  }

  return {
    features,
    lexemes,
    scores,
    starts,
    state,
    origins: packedOrigins,
    checksum: () => checksum(bytes),
    finder: finderOf,
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
    addNear(units) {
      for (let unit = 0; unit < units; unit++) {
        const own = unit * SCORES;
        scores.fill(0, own, own + SCORES);
        for (let offset = 0; offset < SPREAD; offset++) {
          const at = (lexemes[unit + offset]! * SPREAD + offset) * SCORES;
          for (let i = 0; i < SCORES; i++) scores[own + i]! += near[at + i]!;
        }
        starts[unit] = STARTS.reduce((best, i) => Math.max(best, scores[own + i]!), LOW);
      }
    },
    take(unit, count, isFirst) {
      const own = unit * SCORES;
      addRows(count, 0, scores, own);
      before.set(state);
      beginNames();
      if (isFirst) for (const label of OPENING) state[label] = 0;
      goOn();
      for (let label = 1; label < LABELS; label++) state[label] = Math.max(state[label]! + scores[own + label - 1]!, LOW);
      return OPEN.some(label => state[label]! > state[OUTSIDE]! - GIVE_UP);
    },
  };
}
