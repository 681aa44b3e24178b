import { isClosed, isOpening, LABELS, mayFollow } from './labels.js';

const LOW = -0x3fffffff;

/** The best sequence of labels for units with scores `[unit * LABELS + label]`; reused from text to text. */
export interface Decoder {
  decode(scores: Int32Array, length: number, labels: Uint8Array): void;
}

export function createDecoder(transitions: Int16Array): Decoder {
  const before: Uint8Array[] = [];
  for (let after = 0; after < LABELS; after++) {
    const list: number[] = [];
    for (let label = 0; label < LABELS; label++) if (mayFollow(label, after)) list.push(label);
    before.push(Uint8Array.from(list));
  }
  let back = new Uint8Array(512 * LABELS);
  let old = new Int32Array(LABELS);
  let now = new Int32Array(LABELS);

  return {
    decode(scores, length, labels) {
      if (length === 0) return;
      if (back.length < length * LABELS) back = new Uint8Array(length * LABELS * 2);
      for (let label = 0; label < LABELS; label++) old[label] = isOpening(label) ? scores[label]! : LOW;
      for (let unit = 1; unit < length; unit++) {
        const row = unit * LABELS;
        for (let label = 0; label < LABELS; label++) {
          const list = before[label]!;
          let best = LOW * 2;
          let from = 0;
          for (let i = 0; i < list.length; i++) {
            const previous = list[i]!;
            const score = old[previous]! + transitions[previous * LABELS + label]!;
            if (score > best) {
              best = score;
              from = previous;
            }
          }
          now[label] = Math.max(best + scores[row + label]!, LOW);
          back[row + label] = from;
        }
        [old, now] = [now, old];
      }
      let best = 0;
      for (let label = 1; label < LABELS; label++) if (isClosed(label) && old[label]! > old[best]!) best = label;
      for (let unit = length - 1; unit >= 0; unit--) {
        labels[unit] = best;
        best = back[unit * LABELS + best]!;
      }
    },
  };
}
