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
/** Labels of a type. */
const PARTS = 4;

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
  let latest = new Int32Array(LABELS);
  let next = new Int32Array(LABELS);
  let length = 0;
  /** Only `outside` is possible at the latest unit. */
  let alone = true;

  function reset(): void {
    latest.fill(LOW);
    latest[OUTSIDE] = 0;
    alone = true;
  }

  return {
    begin(capacity) {
      if (back.length < capacity * LABELS) back = new Uint8Array(capacity * LABELS * 2);
      length = 0;
      reset();
    },
    skip() {
      const row = length++ * LABELS;
      back[row] = OUTSIDE;
      if (alone) return;
      for (const label of CLOSED) latest[label]! += transitions[label * LABELS]!;
      back[row] = bestClosed(latest);
      reset();
    },
    take(scores) {
      const row = length++ * LABELS;
      if (row === 0) {
        next.fill(LOW);
        for (let i = 0; i < OPENING.length; i++) next[OPENING[i]!] = 0;
      } else {
        beginNames(latest, next, transitions, back, row);
        goOn(latest, next, transitions, back, row);
      }
      for (let label = 1; label < LABELS; label++) next[label] = Math.max(next[label]! + scores[label - 1]!, LOW);
      alone = false;
      [latest, next] = [next, latest];
    },
    isOpen() {
      if (alone) return false;
      const outside = latest[OUTSIDE]! - GIVE_UP;
      for (let i = 0; i < OPEN.length; i++) if (latest[OPEN[i]!]! > outside) return true;
      return false;
    },
    finish(labels) {
      let label = alone ? OUTSIDE : bestClosed(latest);
      for (let unit = length - 1; unit >= 0; unit--) {
        labels[unit] = label;
        label = back[unit * LABELS + label]!;
      }
    },
  };
}

function bestClosed(scores: Int32Array): number {
  let best = OUTSIDE;
  for (let i = 1; i < CLOSED.length; i++) if (scores[CLOSED[i]!]! > scores[best]!) best = CLOSED[i]!;
  return best;
}

/** The scores of labels that begin names, and of `outside`, from those before that end names and are good enough to go on from. */
function beginNames(before: Int32Array, after: Int32Array, transitions: Int16Array, back: Uint8Array, row: number): void {
  const least = before[bestClosed(before)]! - BEAM;
  let isFirst = true;
  for (let i = 0; i < CLOSED.length; i++) {
    const previous = CLOSED[i]!;
    const score = before[previous]!;
    if (score < least) continue;
    for (let k = 0; k < OPENING.length; k++) {
      const label = OPENING[k]!;
      const reached = score + transitions[previous * LABELS + label]!;
      if (!isFirst && reached <= after[label]!) continue;
      after[label] = reached;
      back[row + label] = previous;
    }
    isFirst = false;
  }
}

/** The scores of inside and end of each type, from begin and inside before. */
function goOn(before: Int32Array, after: Int32Array, transitions: Int16Array, back: Uint8Array, row: number): void {
  for (let begin = 1; begin < LABELS; begin += PARTS) {
    const inside = begin + Part.Inside;
    for (let label = inside; label <= begin + Part.End; label++) {
      const first = before[begin]! + transitions[begin * LABELS + label]!;
      const second = before[inside]! + transitions[inside * LABELS + label]!;
      after[label] = Math.max(first, second);
      back[row + label] = second > first ? inside : begin;
    }
  }
}
