/**
 * The smallest pieces that a token may be made of, in text order: syllables, numbers, abbreviations, addresses, punctuation marks.
 * Columns, reused from text to text.
 */
export interface Units {
  length: number;
  start: Int32Array;
  end: Int32Array;
  /** Key of the lower-case letters and the tone; see `keyOf`. */
  key: Int32Array;
  /** All else, as bits: see `lookOf`. Behind the last unit stand two `OUTSIDE`, once the units are closed. */
  look: Int32Array;
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

/** Bits of `Units.look`. */
export const Flag = {
  Lettered: 1 << 19,
  /** Its first letter is upper case. */
  Capital: 1 << 20,
  /** All its letters are upper case. */
  AllUpper: 1 << 21,
  /** A letter behind the first is upper case. */
  InnerUpper: 1 << 22,
  /** It has two letters or more. */
  Long: 1 << 23,
  /** White space stands before it. */
  Spaced: 1 << 28,
  /** It may be of one word with a neighbour. */
  Open: 1 << 29,
  /** Its capital may be that of a name: in upper case throughout it says nothing. */
  Name: 1 << 30,
} as const;

/** One of `UnitId`, or the number of a syllable. */
export const idOf = (look: number): number => look & 0xffff;
export const shapeOf = (look: number): number => (look >>> 16) & 7;
/** A `Kind` code of `model/tokens`. */
export const kindOf = (look: number): number => (look >>> 24) & 15;

/** The look of a unit; `flags` are those from `Lettered` to `Long`. */
export function lookOf(id: number, shape: number, kind: number, flags: number): number {
  const open = shape < Shape.Border && id !== UnitId.Address ? Flag.Open : 0;
  const name = shape === Shape.Initial || shape === Shape.Mixed ? Flag.Name : 0;
  return id | (shape << 16) | flags | (kind << 24) | open | name;
}

/** What stands around a text. */
export const OUTSIDE = lookOf(UnitId.Outside, Shape.Border, 0, 0);

export function createUnits(capacity = 512): Units {
  return {
    length: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    key: new Int32Array(capacity),
    look: new Int32Array(capacity + 2),
  };
}

export function pushUnit(units: Units, start: number, end: number, key: number, look: number): void {
  if (units.length === units.start.length) growUnits(units);
  const n = units.length++;
  units.start[n] = start;
  units.end[n] = end;
  units.key[n] = key;
  units.look[n] = look;
}

/** Says that no unit follows. */
export function closeUnits({ look, length }: Units): void {
  look[length] = OUTSIDE;
  look[length + 1] = OUTSIDE;
}

/** Makes room for one unit more. */
export function growUnits(units: Units): void {
  const grown = createUnits(units.start.length * 2);
  for (const column of ['start', 'end', 'key', 'look'] as const) grown[column].set(units[column]);
  grown.length = units.length;
  Object.assign(units, grown);
}
