import { BEAM, GIVE_UP, LOW } from './kernel.js';
import { CLOSED, LABELS, OPEN, OPENING, OUTSIDE, PARTS, Part } from './labels.js';

/** The best sequence of labels, found from left to right. */
export interface Decoder {
  begin(capacity: number): void;
  /** The next unit is outside. */
  skip(): void;
  /** The next unit has these scores. */
  take(scores: Int16Array): void;
  /** Whether a name may go on at the next unit. */
  isOpen(): boolean;
  finish(labels: Uint8Array): void;
}

export function createDecoder(transitions: Int16Array): Decoder {
  /** By unit and label, which label it came from. */
  let origins = new Uint8Array(512 * LABELS);
  let length = 0;
  /** By label, the score of the best sequence that ends with it at the latest unit. */
  const state = new Int32Array(LABELS);
  const before = new Int32Array(LABELS);
  /** Only `outside` is possible at the latest unit. */
  let alone = true;
  let open = false;

  function reset(): void {
    state.fill(LOW);
    state[OUTSIDE] = 0;
    alone = true;
    open = false;
  }

  function bestClosed(): number {
    let best = OUTSIDE;
    for (const label of CLOSED) if (state[label]! > state[best]!) best = label;
    return best;
  }

  /** Labels that begin names, and `outside`, from those that end names or stand outside and are good enough. */
  function beginNames(row: number): void {
    let least = before[OUTSIDE]!;
    for (const label of CLOSED) least = Math.max(least, before[label]!);
    least -= BEAM;
    for (const label of OPENING) state[label] = LOW * 2;
    for (const previous of CLOSED) {
      if (before[previous]! < least) continue;
      for (const label of OPENING) {
        const score = before[previous]! + (length === 0 ? 0 : transitions[previous * LABELS + label]!);
        if (score <= state[label]!) continue;
        state[label] = score;
        origins[row + label] = previous;
      }
    }
  }

  /** Inside and end of each type from begin and inside. */
  function goOn(row: number): void {
    for (let begin = 1; begin < LABELS; begin += PARTS) {
      const inside = begin + Part.Inside;
      for (let label = inside; label <= begin + Part.End; label++) {
        const first = before[begin]! + transitions[begin * LABELS + label]!;
        const second = before[inside]! + transitions[inside * LABELS + label]!;
        state[label] = Math.max(first, second);
        origins[row + label] = second > first ? inside : begin;
      }
    }
  }

  return {
    begin(capacity) {
      if (origins.length < capacity * LABELS) origins = new Uint8Array(capacity * LABELS * 2);
      length = 0;
      reset();
    },
    skip() {
      const row = length++ * LABELS;
      if (!alone) for (const label of CLOSED) state[label]! += transitions[label * LABELS]!;
      origins[row] = bestClosed();
      reset();
    },
    take(scores) {
      const row = length * LABELS;
      before.set(state);
      beginNames(row);
      goOn(row);
      for (let label = 1; label < LABELS; label++) state[label] = Math.max(state[label]! + scores[label - 1]!, LOW);
      open = OPEN.some(label => state[label]! > state[OUTSIDE]! - GIVE_UP);
      alone = false;
      length++;
    },
    isOpen: () => open,
    finish(labels) {
      let label = bestClosed();
      for (let unit = length - 1; unit >= 0; unit--) {
        labels[unit] = label;
        label = origins[unit * LABELS + label]!;
      }
    },
  };
}
