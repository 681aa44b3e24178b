import type { CodeSpan } from '../../model/snippet.js';
import type { Context } from './context.js';
import type { PhraseTable, WordTable } from './tables.js';
import type { UnitSpans } from './units.js';

/** Labels but label 0, whose score is always 0. */
export const SCORES = 16;
/** Room for the features of one unit, and for the attributes of one lexeme. */
export const MOST_FEATURES = 64;
/** How far from a unit its neighbours' attributes count; so many sums are kept of each lexeme, by offset. */
export const NEAR = 2;
export const SPREAD = 2 * NEAR + 1;
/** A unit that begins a name so much worse than it stands outside, as far as single lexemes say, does not begin one. */
export const NO_START = -150;
/** The same near capitals: where `runAfter` is known, or `runBefore` is the unit before. */
export const NO_START_NEAR = -600;
/** How far behind `outside` every label that is open must be before the next unit may be passed over. */
export const GIVE_UP = 200;
/** How far behind the best label that ends a name or stands outside another such may be and still be gone on from. */
export const BEAM = 250;
/** The score of what cannot be. */
export const LOW = -0x3fffffff;
/** So many lexemes are kept from text to text. */
export const MOST_LEXEMES = 1 << 16;

/** Reads texts and labels their units, one text at a time. The same comes from WebAssembly SIMD and from plain JavaScript. */
export interface Kernel {
  /** Of the model's bytes, as `model.ts` defines it. */
  checksum(): number;
  readonly words: WordTable;
  readonly phrases: PhraseTable;
  /** Cuts a text into units, and reads what each is by itself. */
  read(text: CodeSpan): void;
  /** Reads what follows from several units of the latest text, and labels them. */
  label(): void;
  /** Of the latest text. The columns themselves may be others from text to text. */
  readonly units: UnitSpans;
  readonly context: TextContext;
  readonly labels: Uint8Array;
}

/** What is asked of a text's context once its units are labelled. */
export type TextContext = Readonly<Pick<Context, 'key' | 'facts' | 'runFirst' | 'runLast'>>;
