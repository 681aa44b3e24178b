import { isClosed, isOpening, LABELS, OUTSIDE, partOf } from './labels.js';

const LOW = -0x3fffffff;
/** How far behind `outside` every label that is open must be before the next unit may be passed over. */
const GIVE_UP = 200;
/** How far behind the best label that ends a name or stands outside another such may be and still be gone on from. */
const BEAM = 250;
const CLOSED = Uint8Array.from({ length: LABELS }, (_, label) => (isClosed(label) ? 1 : 0));
const OPENING = Uint8Array.from({ length: LABELS }, (_, label) => (isOpening(label) ? 1 : 0));

/** The best sequence of labels, found from left to right. */
export interface Decoder {
  begin(capacity: number): void;
  /** The next unit is outside. */
  skip(): void;
  /** The next unit's scores, without that of label 0. */
  take(scores: Int16Array): void;
  /** Whether a name may go on at the next unit. */
  isOpen(): boolean;
  finish(labels: Uint8Array): void;
}

export function createDecoder(transitions: Int16Array): Decoder {
  let back = new Uint8Array(512 * LABELS);
  let old = new Int32Array(LABELS);
  let now = new Int32Array(LABELS);
  let length = 0;
  /** Only `outside` is possible at the latest unit. */
  let alone = true;

  function bestClosed(): number {
    let best = OUTSIDE;
    for (let label = 1; label < LABELS; label++) if (CLOSED[label] === 1 && old[label]! > old[best]!) best = label;
    return best;
  }

  /** The labels that may end a name or stand outside, and are good enough to go on from. */
  const closed = new Uint8Array(LABELS);

  function advance(row: number, scores: Int16Array): void {
    const least = old[bestClosed()]! - BEAM;
    let count = 0;
    for (let label = 0; label < LABELS; label++) if (CLOSED[label] === 1 && old[label]! >= least) closed[count++] = label;
    for (let label = 0; label < LABELS; label++) {
      let best = LOW * 2;
      let from = 0;
      if (OPENING[label] === 1) {
        for (let i = 0; i < count; i++) {
          const previous = closed[i]!;
          const score = old[previous]! + transitions[previous * LABELS + label]!;
          if (score > best) {
            best = score;
            from = previous;
          }
        }
      } else {
        const begin = label - partOf(label);
        best = old[begin]! + transitions[begin * LABELS + label]!;
        const inside = old[begin + 1]! + transitions[(begin + 1) * LABELS + label]!;
        from = inside > best ? begin + 1 : begin;
        best = Math.max(best, inside);
      }
      if (label !== OUTSIDE) best += scores[label - 1]!;
      now[label] = Math.max(best, LOW);
      back[row + label] = from;
    }
  }

  return {
    begin(capacity) {
      if (back.length < capacity * LABELS) back = new Uint8Array(capacity * LABELS * 2);
      length = 0;
      alone = true;
      old.fill(LOW);
      old[OUTSIDE] = 0;
    },
    skip() {
      const row = length++ * LABELS;
      if (alone) {
        back[row] = OUTSIDE;
        return;
      }
      let best = OUTSIDE;
      for (let label = 0; label < LABELS; label++) {
        if (!isClosed(label)) continue;
        if (old[label]! + transitions[label * LABELS]! > old[best]! + transitions[best * LABELS]!) best = label;
      }
      back[row] = best;
      old.fill(LOW);
      old[OUTSIDE] = 0;
      alone = true;
    },
    take(scores) {
      const row = length * LABELS;
      if (alone) {
        const isFirst = length === 0;
        for (let label = 0; label < LABELS; label++) {
          const score = label === OUTSIDE ? 0 : scores[label - 1]!;
          now[label] = isOpening(label) ? score + (isFirst ? 0 : transitions[label]!) : LOW;
        }
        back.fill(OUTSIDE, row, row + LABELS);
      } else {
        advance(row, scores);
      }
      length++;
      alone = false;
      const spare = old;
      old = now;
      now = spare;
    },
    isOpen() {
      if (alone) return false;
      const outside = old[OUTSIDE]! - GIVE_UP;
      for (let label = 1; label < LABELS; label++) if (old[label]! > outside && !isClosed(label)) return true;
      return false;
    },
    finish(labels) {
      let label = alone ? OUTSIDE : bestClosed();
      for (let unit = length - 1; unit >= 0; unit--) {
        labels[unit] = label;
        label = back[unit * LABELS + label]!;
      }
    },
  };
}
