/**
 * The smallest pieces that a token may be made of, in text order: syllables, numbers, abbreviations, addresses, punctuation marks.
 * Columns, reused from text to text; `before` tells whether white space stands before the unit.
 */
export interface Units {
  length: number;
  start: Int32Array;
  end: Int32Array;
  /** Key of the lower-case letters and the tone; see `keyOf`. */
  key: Int32Array;
  /** One of `UnitId`; a syllable's number in the model takes the place of `Unknown` in `nameSyllables`. */
  id: Uint16Array;
  shape: Uint8Array;
  /** `Kind` codes of `model/tokens`. */
  kind: Uint8Array;
  flags: Uint8Array;
  spaced: Uint8Array;
}

/** Ids below `FIRST_SYLLABLE` stand for classes of units. */
export const UnitId = {
  Outside: 0,
  SentenceMark: 1,
  Comma: 2,
  Unknown: 3,
  ShortNumber: 4,
  Year: 5,
  Number: 6,
  Date: 7,
  Mixed: 8,
  Address: 9,
  Symbol: 10,
} as const;
export const FIRST_SYLLABLE = 16;

/** How a unit looks; three bits. */
export const Shape = {
  Lower: 0,
  Initial: 1,
  Upper: 2,
  Number: 3,
  Mixed: 4,
  /** Begin and end of the text, and all marks but the comma and its like. */
  Border: 5,
  Comma: 6,
} as const;

export const Flag = {
  Lettered: 1,
  /** Its first letter is upper case. */
  Capital: 2,
  /** All its letters are upper case. */
  AllUpper: 4,
  /** A letter behind the first is upper case. */
  InnerUpper: 8,
  /** It has two letters or more. */
  Long: 16,
} as const;

export function createUnits(capacity = 512): Units {
  return {
    length: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    key: new Int32Array(capacity),
    id: new Uint16Array(capacity),
    shape: new Uint8Array(capacity),
    kind: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    spaced: new Uint8Array(capacity),
  };
}

/** Makes room for one unit more. */
export function growUnits(units: Units): void {
  const grown = createUnits(units.start.length * 2);
  for (const column of ['start', 'end', 'key', 'id', 'shape', 'kind', 'flags', 'spaced'] as const) grown[column].set(units[column]);
  grown.length = units.length;
  Object.assign(units, grown);
}
