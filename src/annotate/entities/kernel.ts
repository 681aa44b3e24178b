import type { Finder } from './tables.js';

/** Labels but label 0, whose score is always 0. */
export const SCORES = 16;
/** Room for the features of one unit. */
export const MOST_FEATURES = 192;
/** How far behind `outside` every label that is open must be before the next unit may be passed over. */
export const GIVE_UP = 200;
/** How far behind the best label that ends a name or stands outside another such may be and still be gone on from. */
export const BEAM = 250;
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
  /** The scores of the unit in hand. */
  readonly scores: Int16Array;
  /** By label, the score of the best sequence that ends with it at the latest unit. */
  readonly state: Int32Array;
  /** By label, which one it came from at the latest unit. */
  readonly origins: Uint8Array;
  /** Keeps in `slot` the sum of the first `count` features, `plus` added to each. Slots begin at 0. */
  sumNear(slot: number, count: number, plus: number): void;
  /** Sets the scores to the sum of five slots, and says the best of those that begin a name. */
  addNear(a: number, b: number, c: number, d: number, e: number): number;
  /** Adds the first `count` features to the scores and steps on from the state. Says whether a name may go on behind the unit. */
  take(count: number, isFirst: boolean): boolean;
}
