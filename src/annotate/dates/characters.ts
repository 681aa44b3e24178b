/**
 * What each UTF-16 unit is to the lexer: 1 to 127 is the code of a lower-case Vietnamese or English letter (its capital has the
 * same), the rest are the classes below. Date words are written in these letters alone, so a word with a `Foreign` letter is none.
 */
export const UNIT = { Space: 0, Foreign: 127, Digit: 128, Punct: 129 } as const;

const LETTERS = 'abcdefghijklmnopqrstuvwxyzăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';

export const UNITS: Uint8Array = units();

function units(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(UNIT.Foreign);
  table.fill(UNIT.Space, 0, 0x21);
  table.fill(UNIT.Punct, 0x21, 0x41);
  table.fill(UNIT.Digit, 0x30, 0x3a);
  table.fill(UNIT.Punct, 0x5b, 0x61);
  table.fill(UNIT.Punct, 0x7b, 0xc0);
  table.fill(UNIT.Space, 0xa0, 0xa1);
  table.fill(UNIT.Space, 0x2000, 0x2010);
  table.fill(UNIT.Punct, 0x2010, 0x2070);
  table[0xd7] = UNIT.Punct;
  table[0xf7] = UNIT.Punct;
  // A line break inside a text ends a sentence.
  table[0x0a] = UNIT.Punct;
  for (let i = 0; i < LETTERS.length; i++) {
    table[LETTERS.charCodeAt(i)] = i + 1;
    table[LETTERS[i]!.toUpperCase().charCodeAt(0)] = i + 1;
  }
  return table;
}

export function isWordUnit(unit: number): boolean {
  const kind = UNITS[unit]!;
  return kind !== UNIT.Space && kind !== UNIT.Punct;
}
