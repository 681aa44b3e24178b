/** What a UTF-16 unit is to the segmenter; bits 20 to 22 of `CHARACTER`. */
export const Letter = 1;
export const Digit = 2;
/** A diacritic, sign or superscript that belongs to what stands before it. */
export const Mark = 3;
export const Space = 4;
export const Punctuation = 5;
/** Symbols, emoji, control characters. */
export const Other = 0;

/** Bit 28 of `CHARACTER`: an upper-case letter. */
export const UPPER = 1 << 28;
/** Bit 24: a mark that may stand inside a word (`TT-BVHTT`, `km/h`); it closes one where white space follows. */
export const INNER = 1 << 24;
/** Bit 25: the dot. Before white space it may still belong to an abbreviation. */
export const DOT = 1 << 25;
const CLASS_SHIFT = 20;

/** Blocks with letters of both cases. */
const CASED = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x531, 0x556],
  [0x1e00, 0x1fff],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const;

/**
 * All that the scanner asks of a UTF-16 unit in one number: bits 0 to 15 the lower-case letter without its tone, bits 16 to 18 the
 * tone (0 to 5), bits 20 to 22 the class, bits 24, 25 and 28 as above. Letter and tone apart make a key that does not see where the tone is put.
 * The upper halves of some hundred letters can be added up without one field running into the next.
 */
export const CHARACTER = characterTable();

export const classOf = (code: number): number => (CHARACTER[code]! >>> CLASS_SHIFT) & 7;

function characterTable(): Int32Array {
  const kinds = new Uint8Array(0x10000);
  const range = (from: number, to: number, kind: number) => kinds.fill(kind, from, to + 1);
  range(0x21, 0x2f, Punctuation);
  range(0x3a, 0x40, Punctuation);
  range(0x5b, 0x60, Punctuation);
  range(0x7b, 0x7e, Punctuation);
  for (const symbol of '$+<=>@^`|~') kinds[symbol.charCodeAt(0)] = Other;
  for (const code of [0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) kinds[code] = Space;
  range(0x09, 0x0d, Space);
  range(0x2000, 0x200a, Space);
  range(0x30, 0x39, Digit);
  for (const code of [0xaa, 0xb5, 0xba]) kinds[code] = Letter;
  for (const [from, to] of CASED) range(from, to, Letter);
  for (const code of [0xd7, 0xf7]) kinds[code] = Other;
  for (const code of [0xa7, 0xa1, 0xab, 0xb7, 0xbb, 0xbf]) kinds[code] = Punctuation;
  for (const code of [0xb2, 0xb3, 0xb9]) kinds[code] = Mark;
  range(0x250, 0x2ff, Letter);
  range(0x300, 0x36f, Mark);
  range(0x557, 0x167f, Letter);
  range(0x1681, 0x1dff, Letter);
  range(0x2010, 0x2027, Punctuation);
  range(0x2030, 0x205e, Punctuation);
  kinds[0x2044] = Other;
  range(0x2c00, 0x2dff, Letter);
  range(0x3001, 0x3003, Punctuation);
  range(0x3008, 0x3011, Punctuation);
  range(0x3041, 0xd7a3, Letter);
  range(0xf900, 0xfdff, Letter);
  kinds[0xfe0f] = Mark;
  // Marks outside the blocks of letters: NFC may move them behind one that joins the letter.
  range(0x20d0, 0x20f0, Mark);
  range(0x302a, 0x302f, Mark);
  range(0xfe20, 0xfe2f, Mark);
  range(0xfe70, 0xfefe, Letter);
  range(0xff01, 0xff0f, Punctuation);
  range(0xff10, 0xff19, Digit);
  const table = new Int32Array(0x10000);
  for (let code = 0; code < 0x10000; code++) table[code] = (kinds[code]! << CLASS_SHIFT) | code;
  for (const [from, to] of CASED) setCase(table, from, to);
  for (const mark of "-&_'’/:%") table[mark.charCodeAt(0)]! |= INNER;
  table[0x2e]! |= DOT;
  setTones(table);
  return table;
}

function setCase(table: Int32Array, from: number, to: number): void {
  for (let code = from; code <= to; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    if (lower.length === 1 && lower.charCodeAt(0) !== code) table[code] = (Letter << CLASS_SHIFT) | UPPER | lower.charCodeAt(0);
  }
}

function setTones(table: Int32Array): void {
  for (const vowels of [
    'aàảãáạ',
    'ăằẳẵắặ',
    'âầẩẫấậ',
    'eèẻẽéẹ',
    'êềểễếệ',
    'iìỉĩíị',
    'oòỏõóọ',
    'ôồổỗốộ',
    'ơờởỡớợ',
    'uùủũúụ',
    'ưừửữứự',
    'yỳỷỹýỵ',
  ]) {
    for (let tone = 1; tone < 6; tone++) {
      const plain = vowels.charCodeAt(0) | (tone << 16) | (Letter << CLASS_SHIFT);
      table[vowels.charCodeAt(tone)] = plain;
      table[vowels[tone]!.toUpperCase().charCodeAt(0)] = plain | UPPER;
    }
  }
}
