/**
 * Numbers stretches of text by how they are written, 0, 1, 2 … as they come. A spelling is known again by a 64-bit hash of its UTF-16
 * units: no string is made for it, and two share a number with a chance of about n²/2⁶⁵. Plain data.
 */
export interface Spellings {
  size: number;
  /** By number: the halves of the hash. */
  first: Int32Array;
  second: Int32Array;
  /** Open-addressed: number + 1. */
  slots: Int32Array;
}

export function createSpellings(): Spellings {
  return { size: 0, first: new Int32Array(8), second: new Int32Array(8), slots: new Int32Array(16) };
}

/** The number of what stands from `start` to `end`: `size` as it was before the call where it is new. */
export function numberSpelling(spellings: Spellings, codes: Uint16Array, start: number, end: number): number {
  let first = end - start;
  let second = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) {
    const unit = codes[i]!;
    first = Math.imul(first ^ unit, 0x9e3779b1);
    first ^= first >>> 15;
    second = Math.imul(second ^ unit, 0x01000193);
  }
  first = Math.imul(first, 0x85ebca6b);
  first ^= first >>> 13;
  const slot = slotOf(spellings, first, second);
  return spellings.slots[slot] === 0 ? add(spellings, slot, first, second) : spellings.slots[slot]! - 1;
}

function slotOf({ first: firsts, second: seconds, slots }: Spellings, first: number, second: number): number {
  const mask = slots.length - 1;
  let slot = first & mask;
  for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
    if (firsts[entry - 1] === first && seconds[entry - 1] === second) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function add(spellings: Spellings, slot: number, first: number, second: number): number {
  const number = spellings.size++;
  if (number === spellings.first.length) widen(spellings);
  spellings.first[number] = first;
  spellings.second[number] = second;
  if (spellings.size * 2 > spellings.slots.length) rehash(spellings);
  else spellings.slots[slot] = number + 1;
  return number;
}

function widen(spellings: Spellings): void {
  const first = new Int32Array(spellings.first.length * 2);
  const second = new Int32Array(first.length);
  first.set(spellings.first);
  second.set(spellings.second);
  spellings.first = first;
  spellings.second = second;
}

function rehash(spellings: Spellings): void {
  spellings.slots = new Int32Array(spellings.slots.length * 2);
  for (let number = 0; number < spellings.size; number++) {
    spellings.slots[slotOf(spellings, spellings.first[number]!, spellings.second[number]!)] = number + 1;
  }
}
