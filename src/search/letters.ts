import { CASED } from './cased.js';
import { FOLDED } from './folded.table.js';

/** What a UTF-16 unit is to borders. */
export const Unit = { Other: 0, Letter: 1, Digit: 2 } as const;

/** In the table of `foldedUnits`: a combining mark, which belongs to the letter before it, or an invisible character. */
export const MARK = 0;
export const SPACE = 0x20;

let folded: Uint16Array | undefined;
let classes: Uint8Array | undefined;

/**
 * Each UTF-16 unit in lower case without marks, `đ` as d, **y as i** (what makes spelling variants meet; a closer look follows),
 * white space as U+0020, combining marks and invisible characters as `MARK`. It holds for text that is not yet normal too.
 */
export function foldedUnits(): Uint16Array {
  folded ??= foldedTable();
  return folded;
}

/** `Unit` codes. A mark counts as a letter. */
export function unitClasses(): Uint8Array {
  classes ??= classTable();
  return classes;
}

function foldedTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  // Two at a time: this is on the way of every search.
  const pairs = new Uint32Array(table.buffer);
  for (let i = 0, pair = 0x10000; i < pairs.length; i++, pair += 0x20002) pairs[i] = pair;
  let at = 0;
  for (const [from, to] of CASED) {
    table.set(FOLDED.subarray(at, at + to - from), from);
    at += to - from;
  }
  for (const letter of 'yY') table[letter.charCodeAt(0)] = 0x69;
  for (const letter of 'ýỳỷỹỵÝỲỶỸỴÿŷŸŶ') table[letter.charCodeAt(0)] = 0x69;
  for (const letter of 'ÐðƉɖ') table[letter.charCodeAt(0)] = 0x64;
  table[0x17f] = 0x73;
  // What normalization turns into an ASCII sign or a Latin letter.
  for (const [unit, normal] of [
    [0x37e, 0x3b],
    [0x387, 0xb7],
    [0x1fef, 0x60],
    [0x1ffd, 0xb4],
    [0x212a, 0x6b],
    [0x212b, 0x61],
  ] as const)
    table[unit] = normal;
  table.fill(MARK, 0x300, 0x370);
  for (const unit of [0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]) table[unit] = MARK;
  table.fill(SPACE, 9, 14);
  table.fill(SPACE, 0x2000, 0x200b);
  for (const unit of [0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) table[unit] = SPACE;
  return table;
}

function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const fill = (from: number, to: number, unit: number) => table.fill(unit, from, to + 1);
  fill(0x30, 0x39, Unit.Digit);
  fill(0x41, 0x5a, Unit.Letter);
  fill(0x61, 0x7a, Unit.Letter);
  fill(0xc0, 0x24f, Unit.Letter);
  table[0xd7] = Unit.Other;
  table[0xf7] = Unit.Other;
  fill(0x250, 0x2af, Unit.Letter);
  fill(0x300, 0x373, Unit.Letter);
  fill(0x376, 0x52f, Unit.Letter);
  fill(0x1e00, 0x1fff, Unit.Letter);
  fill(0x3040, 0xd7ff, Unit.Letter);
  return table;
}
