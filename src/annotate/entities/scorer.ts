import { type Context, PAD } from './context.js';
import { NEAR, nearCount, nearSlot, placeFeatures } from './features.js';
import { createKernel } from './kernel.js';
import type { Lexemes } from './lexemes.js';
import type { PhraseTable, Weights } from './tables.js';

const SPREAD = 2 * NEAR + 1;

/** Sums the weights of units. What follows from single lexemes is summed once a lexeme. */
export interface Scorer {
  /** The scores of the unit in hand: of each label but label 0, whose score is 0. */
  readonly scores: Int16Array;
  /** Forgets the lexemes. */
  clear(): void;
  /** Makes ready for lexemes that are new. */
  prepare(): void;
  /** Scores unit `i` of the text as far as single lexemes say, and says how much better it begins a name than it stands outside. */
  start(i: number): number;
  /** Scores the unit whose start was scored last. */
  finish(i: number): void;
}

export function createScorer(weights: Weights, lexemes: Lexemes, phrases: PhraseTable, context: Context): Scorer {
  const kernel = createKernel(weights);
  const { sumNear, addNear, addFeatures } = kernel;
  let ready = 0;

  return {
    get scores() {
      return kernel.scores;
    },
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
      const { scores } = kernel;
      const at = i + PAD;
      addNear(
        lexeme[at - 2]! * SPREAD,
        lexeme[at - 1]! * SPREAD + 1,
        lexeme[at]! * SPREAD + 2,
        lexeme[at + 1]! * SPREAD + 3,
        lexeme[at + 2]! * SPREAD + 4,
      );
      return Math.max(scores[0]!, scores[4]!, scores[7]!, scores[8]!, scores[12]!);
    },
    finish(i) {
      addFeatures(placeFeatures(context, phrases, i + PAD, kernel.features));
    },
  };
}
