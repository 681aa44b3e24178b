/** Numbers pairs of 32-bit numbers, 0, 1, 2 … as they come. Plain data. */
export interface Pairs {
  size: number;
  /** By number: the pair; entries at and above `size` are stale. */
  first: Int32Array;
  second: Int32Array;
  /** Open-addressed: number + 1. */
  slots: Int32Array;
}

export function createPairs(): Pairs {
  return { size: 0, first: new Int32Array(8), second: new Int32Array(8), slots: new Int32Array(16) };
}

/** The number of a pair: `size` as it was before the call where it is new. */
export function numberPair(pairs: Pairs, first: number, second: number): number {
  const slot = slotOf(pairs, first, second);
  return pairs.slots[slot] === 0 ? add(pairs, slot, first, second) : pairs.slots[slot]! - 1;
}

/** The number of a pair, or -1 where it has none. */
export function findPair(pairs: Pairs, first: number, second: number): number {
  return pairs.slots[slotOf(pairs, first, second)]! - 1;
}

function slotOf({ first: firsts, second: seconds, slots }: Pairs, first: number, second: number): number {
  const mask = slots.length - 1;
  const hash = Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x7feb352d);
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
    if (firsts[entry - 1] === first && seconds[entry - 1] === second) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function add(pairs: Pairs, slot: number, first: number, second: number): number {
  const number = pairs.size++;
  if (number === pairs.first.length) widen(pairs);
  pairs.first[number] = first;
  pairs.second[number] = second;
  if (pairs.size * 2 > pairs.slots.length) rehash(pairs);
  else pairs.slots[slot] = number + 1;
  return number;
}

function widen(pairs: Pairs): void {
  const first = new Int32Array(pairs.first.length * 2);
  const second = new Int32Array(first.length);
  first.set(pairs.first);
  second.set(pairs.second);
  pairs.first = first;
  pairs.second = second;
}

function rehash(pairs: Pairs): void {
  pairs.slots = new Int32Array(pairs.slots.length * 2);
  for (let number = 0; number < pairs.size; number++) {
    pairs.slots[slotOf(pairs, pairs.first[number]!, pairs.second[number]!)] = number + 1;
  }
}
