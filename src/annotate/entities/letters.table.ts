/** What a UTF-16 unit is to the recogniser. */
export const Letter = { Other: 0, Space: 1, Lower: 2, Upper: 3, Digit: 4 } as const;

const TABLE_SIZE = 0x2000;
/** The classes of the first UTF-16 units. */
export const LETTERS = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  for (let unit = 0x30; unit <= 0x39; unit++) table[unit] = Letter.Digit;
  for (const unit of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0]) table[unit] = Letter.Space;
  for (let unit = 0x41; unit <= 0x5a; unit++) {
    table[unit] = Letter.Upper;
    table[unit + 32] = Letter.Lower;
  }
  caseRange(table, 0xc0, 0x24f);
  table[0xd7] = Letter.Other;
  table[0xf7] = Letter.Other;
  table.fill(Letter.Lower, 0x250, 0x2b0);
  table.fill(Letter.Lower, 0x300, 0x370);
  caseRange(table, 0x370, 0x52f);
  table.fill(Letter.Lower, 0x530, TABLE_SIZE);
  caseRange(table, 0x1e00, 0x1eff);
  return table;
}

function caseRange(table: Uint8Array, first: number, last: number): void {
  for (let unit = first; unit <= last; unit++) {
    const letter = String.fromCharCode(unit);
    table[unit] = letter === letter.toLowerCase() ? Letter.Lower : Letter.Upper;
  }
}
