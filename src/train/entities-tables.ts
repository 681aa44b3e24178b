import { LABELS } from '../annotate/entities/labels.js';
import type { ModelSections } from '../annotate/entities/model.js';
import { bucketOf, PROBES, printOf } from '../annotate/entities/tables.js';
import type { CrfWeights } from './entities-crf.js';

/**
 * The weights as 8-bit numbers relative to label 0, in a table of `2 ** bits` entries; where a bucket is full the weakest
 * features go. Features without a weight of at least `weakest` are left out.
 */
export function quantise(
  { rows, transitions }: CrfWeights,
  hashes: Int32Array,
  bits: number,
  weakest: number,
): Pick<ModelSections, 'transitions' | 'prints' | 'rows'> {
  const relative = (feature: number, label: number): number => rows[feature * LABELS + label]! - rows[feature * LABELS]!;
  let most = 0;
  const strength = new Float32Array(hashes.length);
  for (let feature = 0; feature < hashes.length; feature++) {
    for (let label = 1; label < LABELS; label++) strength[feature] = Math.max(strength[feature]!, Math.abs(relative(feature, label)));
    most = Math.max(most, strength[feature]!);
  }
  const scale = 127 / Math.min(most, 4);
  const order = [...strength.keys()].filter(feature => strength[feature]! >= weakest).sort((a, b) => strength[b]! - strength[a]! || a - b);
  const table = fillTable(order, feature => hashes[feature]!, bits);
  const bytes = new Uint8Array(16 << bits);
  for (const [feature, entry] of table.placed) {
    for (let label = 1; label < LABELS; label++) {
      bytes[entry * 16 + label - 1] = clip(Math.round(relative(feature, label) * scale)) + 128;
    }
  }
  return {
    prints: table.prints,
    rows: bytes,
    transitions: Int16Array.from(transitions, weight => Math.round(weight * scale)),
  };
}

function clip(value: number): number {
  return Math.max(-127, Math.min(127, value));
}

/** Puts items in a table of buckets, in order, as long as there is room; says the entry of each that found some. */
export function fillTable<Item>(
  items: Iterable<Item>,
  hashOf: (item: Item) => number,
  bits: number,
): { readonly prints: Uint16Array; readonly placed: Map<Item, number> } {
  const prints = new Uint16Array(1 << bits);
  const placed = new Map<Item, number>();
  for (const item of items) {
    const hash = hashOf(item);
    const print = printOf(hash);
    const first = bucketOf(hash, bits);
    for (let probe = first; probe < first + PROBES; probe++) {
      const entry = probe & (prints.length - 1);
      if (prints[entry] === print) break;
      if (prints[entry] !== 0) continue;
      prints[entry] = print;
      placed.set(item, entry);
      break;
    }
  }
  return { prints, placed };
}

/** Bits for a table of `items` items that leaves few out. */
export function roomFor(items: number): number {
  return Math.max(3, Math.ceil(Math.log2(items * 1.15 + 1)));
}
