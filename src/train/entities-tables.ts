import { LABELS } from '../annotate/entities/labels.js';
import type { ModelSections } from '../annotate/entities/model.js';
import { BUCKET, bucketOf, printOf } from '../annotate/entities/tables.js';
import type { CrfWeights } from './entities-crf.js';

/** The weights as 8-bit numbers in a table of at most `entries` entries; where a bucket is full the weakest features go. */
export function quantise(
  { rows, transitions }: CrfWeights,
  hashes: Int32Array,
  entries: number,
): Pick<ModelSections, 'transitions' | 'prints' | 'rows'> {
  let most = 0;
  const strength = new Float32Array(hashes.length);
  for (let feature = 0; feature < hashes.length; feature++) {
    for (let label = 0; label < LABELS; label++) {
      strength[feature] = Math.max(strength[feature]!, Math.abs(rows[feature * LABELS + label]!));
    }
    most = Math.max(most, strength[feature]!);
  }
  const scale = 127 / Math.min(most, 4);
  const least = 0.75 / scale;
  const order = [...strength.keys()].filter(feature => strength[feature]! >= least).sort((a, b) => strength[b]! - strength[a]! || a - b);
  const table = fillTable(order, feature => hashes[feature]!, entries);
  const quantised = new Int8Array(entries * LABELS);
  for (const [feature, entry] of table.placed) {
    for (let label = 0; label < LABELS; label++) {
      quantised[entry * LABELS + label] = clip(Math.round(rows[feature * LABELS + label]! * scale));
    }
  }
  return { prints: table.prints, rows: quantised, transitions: Int16Array.from(transitions, weight => Math.round(weight * scale)) };
}

function clip(value: number): number {
  return Math.max(-127, Math.min(127, value));
}

/** Puts items in a table of buckets, in order, as long as there is room; says the entry of each that found some. */
export function fillTable<Item>(
  items: Iterable<Item>,
  hashOf: (item: Item) => number,
  entries: number,
): { readonly prints: Uint16Array; readonly placed: Map<Item, number> } {
  const prints = new Uint16Array(entries);
  const placed = new Map<Item, number>();
  for (const item of items) {
    const hash = hashOf(item);
    const print = printOf(hash);
    const first = bucketOf(hash, entries);
    for (let entry = first; entry < first + BUCKET; entry++) {
      if (prints[entry] === print) break;
      if (prints[entry] !== 0) continue;
      prints[entry] = print;
      placed.set(item, entry);
      break;
    }
  }
  return { prints, placed };
}

/** Entries for a table of `items` items that leaves few out. */
export function roomFor(items: number): number {
  return Math.max(1, Math.ceil((items * 1.3) / BUCKET)) * BUCKET;
}
