/**
 * A set of texts by a 64-bit hash of each, eight bytes an entry in an open-addressed table: enough to count duplicates in millions
 * of snippets. Two different texts share a hash with a chance of about n²/2⁶⁵ (n = 10 million: one in 370,000). Plain data.
 */
export interface DistinctTexts {
  size: number;
  low: Int32Array;
  high: Int32Array;
}

export function createDistinctTexts(): DistinctTexts {
  return { size: 0, low: new Int32Array(16), high: new Int32Array(16) };
}

export function mergeDistinctTexts(a: DistinctTexts, b: DistinctTexts): DistinctTexts {
  const [larger, smaller] = a.size >= b.size ? [a, b] : [b, a];
  for (let slot = 0; slot < smaller.low.length; slot++) {
    if (smaller.low[slot] !== 0 || smaller.high[slot] !== 0) addHash(larger, smaller.low[slot]!, smaller.high[slot]!);
  }
  return larger;
}

/** Adds a text by the two halves of its hash; `true` when it was not there. Both halves zero mark an empty slot, so that hash is stored as 0:1. */
export function addHash(set: DistinctTexts, low: number, high: number): boolean {
  if (set.size * 4 >= set.low.length * 3) grow(set);
  const wanted = low === 0 && high === 0 ? 1 : high;
  const mask = set.low.length - 1;
  for (let slot = low & mask; ; slot = (slot + 1) & mask) {
    if (set.low[slot] === 0 && set.high[slot] === 0) {
      set.low[slot] = low;
      set.high[slot] = wanted;
      set.size++;
      return true;
    }
    if (set.low[slot] === low && set.high[slot] === wanted) return false;
  }
}

function grow(set: DistinctTexts): void {
  const { low, high } = set;
  set.low = new Int32Array(low.length * 2);
  set.high = new Int32Array(low.length * 2);
  set.size = 0;
  for (let slot = 0; slot < low.length; slot++) {
    if (low[slot] !== 0 || high[slot] !== 0) addHash(set, low[slot]!, high[slot]!);
  }
}
