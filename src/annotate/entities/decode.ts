import { BLOCK, type Kernel, LOW, ORIGINS } from './kernel.js';
import { CLOSED, LABELS, OUTSIDE } from './labels.js';

/** Bytes of a unit's origins. */
const ROW = 4 * ORIGINS;

/** The best sequence of labels, found from left to right. */
export interface Decoder {
  begin(capacity: number): void;
  /** The next unit is outside. */
  skip(): void;
  /** The next unit has the scores that the kernel holds, and so many features. */
  take(features: number): void;
  /** Whether a name may go on at the next unit. */
  isOpen(): boolean;
  finish(labels: Uint8Array): void;
}

export function createDecoder(kernel: Kernel, transitions: Int16Array): Decoder {
  /** By unit what the kernel says, a byte a label. */
  let packed = new Int32Array(512 * ORIGINS);
  let origins = new Uint8Array(packed.buffer);
  let length = 0;
  /** Only `outside` is possible at the latest unit. */
  let alone = true;
  let open = false;

  function reset(): void {
    kernel.state.fill(LOW);
    kernel.state[OUTSIDE] = 0;
    alone = true;
    open = false;
  }

  function bestClosed(): number {
    const { state } = kernel;
    let best = OUTSIDE;
    for (let i = 1; i < CLOSED.length; i++) if (state[CLOSED[i]!]! > state[best]!) best = CLOSED[i]!;
    return best;
  }

  return {
    begin(capacity) {
      if (packed.length < capacity * ORIGINS) {
        packed = new Int32Array(capacity * ORIGINS * 2);
        origins = new Uint8Array(packed.buffer);
      }
      length = 0;
      reset();
    },
    skip() {
      const row = length++ * ROW;
      origins[row] = OUTSIDE;
      if (alone) return;
      for (const label of CLOSED) kernel.state[label]! += transitions[label * LABELS]!;
      origins[row] = bestClosed();
      reset();
    },
    take(features) {
      open = kernel.take(length % BLOCK, features, length === 0);
      alone = false;
      const row = length++ * ORIGINS;
      const latest = kernel.origins;
      for (let i = 0; i < ORIGINS; i++) packed[row + i] = latest[i]!;
    },
    isOpen: () => open,
    finish(labels) {
      let label = alone ? OUTSIDE : bestClosed();
      for (let unit = length - 1; unit >= 0; unit--) {
        labels[unit] = label;
        label = origins[unit * ROW + label]!;
      }
    },
  };
}
