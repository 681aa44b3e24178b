import { LETTERS, Letter } from './letters.table.js';

export { Letter };

/** The `Letter` class of a UTF-16 unit; scripts without case count as lower case. */
export function letterClass(unit: number): number {
  if (unit < LETTERS.length) return LETTERS[unit]!;
  if (unit === 0x3000 || unit === 0x2028 || unit === 0x2029 || (unit >= 0x2000 && unit <= 0x200a)) return Letter.Space;
  return (unit >= 0x3040 && unit < 0xd7a4) || isOuterMark(unit) ? Letter.Lower : Letter.Other;
}

/** A mark outside the blocks of letters, which belongs to the letter before it. */
function isOuterMark(unit: number): boolean {
  return (unit >= 0x20d0 && unit <= 0x20f0) || (unit >= 0x302a && unit <= 0x302f) || (unit >= 0xfe20 && unit <= 0xfe2f);
}
