/** FNV-1a with a final mix over UTF-16 units: the same 32 bits in training and in use. */
export function hashText(text: string): number {
  return hashPart(text, 0, text.length);
}

/** `hashText` of `text.slice(from, to)`. */
export function hashPart(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** The hashes of words that are one space apart. */
export function keysOf(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(hashText));
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
