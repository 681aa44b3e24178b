import { isClosed, isOpening, LABELS, OUTSIDE, Part } from './labels.js';

const LOW = -0x3fffffff;
/** How far behind `outside` every label that is open must be before the next unit may be passed over. */
const GIVE_UP = 200;
/** How far behind the best label that ends a name or stands outside another such may be and still be gone on from. */
const BEAM = 250;
const ALL = Uint8Array.from({ length: LABELS }, (_, label) => label);
/** Labels after which a name may begin; labels that may follow them; labels after which a name goes on. */
const CLOSED = ALL.filter(isClosed);
const OPENING = ALL.filter(isOpening);
const OPEN = ALL.filter(label => !isClosed(label));

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

  /** The best label of `CLOSED` at the latest unit. */
  function bestClosed(): number {
    let best = OUTSIDE;
    for (let i = 1; i < CLOSED.length; i++) if (old[CLOSED[i]!]! > old[best]!) best = CLOSED[i]!;
    return best;
  }

  /** From labels that end a name or stand outside, as far as they are good enough to go on from. */
  function beginNames(row: number, scores: Int16Array): void {
    const best = bestClosed();
    const least = old[best]! - BEAM;
    for (let i = 0; i < OPENING.length; i++) {
      const label = OPENING[i]!;
      now[label] = old[best]! + transitions[best * LABELS + label]!;
      back[row + label] = best;
    }
    for (let i = 0; i < CLOSED.length; i++) {
      const previous = CLOSED[i]!;
      const score = old[previous]!;
      if (score < least || previous === best) continue;
      for (let k = 0, step = previous * LABELS; k < OPENING.length; k++) {
        const label = OPENING[k]!;
        const reached = score + transitions[step + label]!;
        const isBetter = reached > now[label]! || (reached === now[label]! && previous < back[row + label]!);
        if (!isBetter) continue;
        now[label] = reached;
        back[row + label] = previous;
      }
    }
    for (let i = 1; i < OPENING.length; i++) now[OPENING[i]!]! += scores[OPENING[i]! - 1]!;
  }

  /** Inside and end of each type, from begin and inside. */
  function goOn(row: number, scores: Int16Array): void {
    for (let begin = 1; begin < LABELS; begin += 4) {
      const fromBegin = old[begin]!;
      const fromInside = old[begin + 1]!;
      const step = begin * LABELS + begin;
      for (let part = Part.Inside; part <= Part.End; part++) {
        const first = fromBegin + transitions[step + part]!;
        const second = fromInside + transitions[step + LABELS + part]!;
        const best = Math.max(first, second) + scores[begin + part - 1]!;
        now[begin + part] = Math.max(best, LOW);
        back[row + begin + part] = second > first ? begin + 1 : begin;
      }
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
      for (const label of CLOSED) if (old[label]! + transitions[label * LABELS]! > old[best]! + transitions[best * LABELS]!) best = label;
      back[row] = best;
      old.fill(LOW);
      old[OUTSIDE] = 0;
      alone = true;
    },
    take(scores) {
      const row = length * LABELS;
      if (alone) {
        now.fill(LOW);
        now[OUTSIDE] = 0;
        for (let i = 1; i < OPENING.length; i++) now[OPENING[i]!] = scores[OPENING[i]! - 1]!;
        if (length > 0) for (let i = 0; i < OPENING.length; i++) now[OPENING[i]!]! += transitions[OPENING[i]!]!;
        back.fill(OUTSIDE, row, row + LABELS);
      } else {
        beginNames(row, scores);
        goOn(row, scores);
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
      for (let i = 0; i < OPEN.length; i++) if (old[OPEN[i]!]! > outside) return true;
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
