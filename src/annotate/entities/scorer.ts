import { type Context, PAD } from './context.js';
import { NEAR, nearCount, nearSlot, placeFeatures } from './features.js';
import type { Kernel } from './kernel.js';
import type { Lexemes } from './lexemes.js';
import type { PhraseTable } from './tables.js';

const SPREAD = 2 * NEAR + 1;

/** Scores units. What follows from single lexemes is summed once a lexeme. */
export interface Scorer {
  /** Forgets the lexemes. */
  clear(): void;
  /** Makes ready for lexemes that are new. */
  prepare(): void;
  /** Scores unit `i` of the text as far as single lexemes say, and says how much better it begins a name than it stands outside. */
  start(i: number): number;
  /** Gives the kernel the other features of unit `i`, and says how many they are. */
  finish(i: number): number;
}

export function createScorer(kernel: Kernel, lexemes: Lexemes, phrases: PhraseTable, context: Context): Scorer {
  const { sumNear, addNear } = kernel;
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
    start(i) {
      const { lexeme } = context;
      const at = i + PAD;
      return addNear(
        lexeme[at - 2]! * SPREAD,
        lexeme[at - 1]! * SPREAD + 1,
        lexeme[at]! * SPREAD + 2,
        lexeme[at + 1]! * SPREAD + 3,
        lexeme[at + 2]! * SPREAD + 4,
      );
    },
    finish: i => placeFeatures(context, phrases, i + PAD, kernel.features),
  };
}
