/** What `hashUnits` begins with, and what it does with each unit before the final mix. */
export const FIRST_HASH = 0x811c9dc5;
export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** FNV-1a with a final mix over UTF-16 units: the same 32 bits in training and in use. */
export function hashUnits(text: string, start: number, end: number): number {
  let hash = FIRST_HASH;
  for (let i = start; i < end; i++) hash = nextHash(hash, text.charCodeAt(i));
  return mix(hash);
}

export function hashText(text: string): number {
  return hashUnits(text, 0, text.length);
}

/** Spreads the bits of a 32-bit number over all of it. */
export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** One hash of two, where the order matters. */
export function join(first: number, second: number): number {
  return mix(pair(first, second));
}

/** Like `join`, for numbers that are spread already and a result that is mixed later. */
export function pair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x7feb352d)) | 0;
}
