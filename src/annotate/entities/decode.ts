import { type Kernel, LOW } from './kernel.js';
import { CLOSED, LABELS, OUTSIDE } from './labels.js';

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
  let origins = new Uint8Array(512 * LABELS);
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
      if (origins.length < capacity * LABELS) origins = new Uint8Array(capacity * LABELS * 2);
      length = 0;
      reset();
    },
    skip() {
      const row = length++ * LABELS;
      origins[row] = OUTSIDE;
      if (alone) return;
      for (const label of CLOSED) kernel.state[label]! += transitions[label * LABELS]!;
      origins[row] = bestClosed();
      reset();
    },
    take(features) {
      open = kernel.take(features, length === 0);
      alone = false;
      const row = length++ * LABELS;
      const latest = kernel.origins;
      for (let label = 0; label < LABELS; label++) origins[row + label] = latest[label]!;
    },
    isOpen: () => open,
    finish(labels) {
      let label = alone ? OUTSIDE : bestClosed();
      for (let unit = length - 1; unit >= 0; unit--) {
        labels[unit] = label;
        label = origins[unit * LABELS + label]!;
      }
    },
  };
}
