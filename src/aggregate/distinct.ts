/**
 * A set of texts by a 64-bit hash of each, eight bytes an entry in an open-addressed table: enough to count duplicates in millions
 * of snippets. Two different texts share a hash with a chance of about n²/2⁶⁵ (n = 10 million: one in 370,000). Plain data.
 */
export interface DistinctTexts {
  size: number;
  /** The two halves of a hash side by side; both 0 in an empty slot. */
  slots: Int32Array;
}

export function createDistinctTexts(): DistinctTexts {
  return { size: 0, slots: new Int32Array(32) };
}

export function mergeDistinctTexts(a: DistinctTexts, b: DistinctTexts): DistinctTexts {
  const [larger, smaller] = a.size >= b.size ? [a, b] : [b, a];
  addAll(larger, smaller.slots);
  return larger;
}

/** Adds a text by the two halves of its hash; `true` when it was not there. A hash of two zeros is stored as 0:1. */
export function addHash(set: DistinctTexts, low: number, high: number): boolean {
  if (set.size * 8 >= set.slots.length * 3) grow(set);
  const { slots } = set;
  const wanted = low === 0 && high === 0 ? 1 : high;
  const mask = slots.length - 2;
  for (let slot = (low << 1) & mask; ; slot = (slot + 2) & mask) {
    if (slots[slot] === 0 && slots[slot + 1] === 0) {
      slots[slot] = low;
      slots[slot + 1] = wanted;
      set.size++;
      return true;
    }
    if (slots[slot] === low && slots[slot + 1] === wanted) return false;
  }
}

function grow(set: DistinctTexts): void {
  const { slots } = set;
  set.slots = new Int32Array(slots.length * 2);
  set.size = 0;
  addAll(set, slots);
}

function addAll(set: DistinctTexts, slots: Int32Array): void {
  for (let slot = 0; slot < slots.length; slot += 2) {
    if (slots[slot] !== 0 || slots[slot + 1] !== 0) addHash(set, slots[slot]!, slots[slot + 1]!);
  }
}
