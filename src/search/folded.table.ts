import { CASED } from './cased.js';

/** The letters of the cased blocks, one block behind the other, in lower case without marks, `đ` as d. Worked out when the tool is built. */
export const FOLDED = Uint16Array.from(CASED.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => folded(from + i))));

function folded(unit: number): number {
  const [base] = String.fromCharCode(unit).normalize('NFD').toLowerCase();
  return base === 'đ' ? 0x64 : base!.charCodeAt(0);
}
