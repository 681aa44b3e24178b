import { mix } from './hash.js';
import { BEAM, GIVE_UP, type Kernel, LOW, MOST_FEATURES, SCORES } from './kernel.js';
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
  const scores = new Int16Array(SCORES);
  const state = new Int32Array(LABELS);
  const origins = new Uint8Array(LABELS);
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
    scores,
    state,
    origins,
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
    addNear(a, b, c, d, e) {
      for (let i = 0; i < SCORES; i++) {
        scores[i] = near[a * SCORES + i]! + near[b * SCORES + i]! + near[c * SCORES + i]! + near[d * SCORES + i]! + near[e * SCORES + i]!;
      }
      let best = scores[0]!;
      for (let i = 1; i < STARTS.length; i++) best = Math.max(best, scores[STARTS[i]!]!);
      return best;
    },
    take(count, isFirst) {
      addRows(count, 0, scores, 0);
      before.set(state);
      beginNames();
      if (isFirst) for (const label of OPENING) state[label] = 0;
      goOn();
      for (let label = 1; label < LABELS; label++) state[label] = Math.max(state[label]! + scores[label - 1]!, LOW);
      return OPEN.some(label => state[label]! > state[OUTSIDE]! - GIVE_UP);
    },
  };
}
