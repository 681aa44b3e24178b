import type { Finder } from './tables.js';

/** Labels but label 0, whose score is always 0. */
export const SCORES = 16;
/** Room for the features of one unit. */
export const MOST_FEATURES = 192;
/** Units whose lexemes are summed in one go. */
export const BLOCK = 256;
/** How far from a unit its neighbours' attributes count; so many sums are kept of each lexeme, by offset. */
export const NEAR = 2;
export const SPREAD = 2 * NEAR + 1;
/** How far behind `outside` every label that is open must be before the next unit may be passed over. */
export const GIVE_UP = 200;
/** How far behind the best label that ends a name or stands outside another such may be and still be gone on from. */
export const BEAM = 250;
/** Numbers that hold the origins. */
export const ORIGINS = 5;
/** The score of what cannot be. */
export const LOW = -0x3fffffff;

/** Sums rows of weights and goes from unit to unit. The same comes from WebAssembly SIMD and from plain JavaScript. */
export interface Kernel {
  /** Of the model's bytes, as `model.ts` defines it. */
  checksum(): number;
  /** Finds in a table of the model. */
  finder(prints: Uint16Array): Finder;
  /** Makes room for so many slots; the columns may be others then. */
  reserve(slots: number): void;
  /** Where features are written before a call: numbers that `mix` makes hashes. */
  readonly features: Int32Array;
  /** The lexemes of a block, and of `NEAR` units before and behind it. */
  readonly lexemes: Int32Array;
  /** By unit of the block, its scores. */
  readonly scores: Int16Array;
  /** By unit of the block, the best score of those that begin a name, as far as single lexemes say. */
  readonly starts: Int32Array;
  /** By label, the score of the best sequence that ends with it at the latest unit. */
  readonly state: Int32Array;
  /** By label, which one it came from at the latest unit; a byte a label. */
  readonly origins: Int32Array;
  /** Keeps in `slot` the sum of the first `count` features, `plus` added to each. A lexeme's slots begin at `SPREAD` times its number. */
  sumNear(slot: number, count: number, plus: number): void;
  /** Sets scores and starts of the first units of the block. */
  addNear(units: number): void;
  /** Adds the first `count` features to the scores of a unit and steps on from the state. Says whether a name may go on behind it. */
  take(unit: number, count: number, isFirst: boolean): boolean;
}
