import { type Context, PAD } from './context.js';
import { nearCount, nearSlot, placeFeatures } from './features.js';
import { BLOCK, type Kernel, NEAR, SPREAD } from './kernel.js';
import type { Lexemes } from './lexemes.js';
import type { PhraseTable } from './tables.js';

/** Scores units. What follows from single lexemes is summed once a lexeme. */
export interface Scorer {
  /** Forgets the lexemes. */
  clear(): void;
  /** Makes ready for lexemes that are new. */
  prepare(): void;
  /** Scores the units from `first` on, a block at most, as far as single lexemes say; and says behind which it has come. */
  startBlock(first: number): number;
  /** How much better unit `i` of the block begins a name than it stands outside, so far. */
  start(i: number): number;
  /** Gives the kernel the other features of unit `i`, and says how many they are. */
  finish(i: number): number;
}

export function createScorer(kernel: Kernel, lexemes: Lexemes, phrases: PhraseTable, context: Context): Scorer {
  const { sumNear } = kernel;
  let ready = 0;

  return {
    clear() {
      ready = 0;
    },
    prepare() {
      if (ready === lexemes.size) return;
      kernel.reserve(lexemes.size * SPREAD);
      for (; ready < lexemes.size; ready++) {
        const attributes = lexemes.attributes(ready);
        kernel.features.set(attributes);
        for (let offset = -NEAR; offset <= NEAR; offset++) {
          sumNear(ready * SPREAD + offset + NEAR, nearCount(attributes, offset), nearSlot(offset));
        }
      }
    },
    startBlock(first) {
      const { lexemes } = kernel;
      const { lexeme } = context;
      const units = Math.min(BLOCK, context.length - first);
      for (let at = 0; at < units + 2 * NEAR; at++) lexemes[at] = lexeme[first + PAD - NEAR + at]!;
      kernel.addNear(units);
      return first + units;
    },
    start: i => kernel.starts[i % BLOCK]!,
    finish: i => placeFeatures(context, phrases, i + PAD, kernel.features),
  };
}
