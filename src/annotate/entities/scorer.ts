import { type Context, PAD } from './context.js';
import { NEAR, nearCount, nearSlot, placeFeatures } from './features.js';
import { createKernel } from './kernel.js';
import { LEXEME_LIMIT, type Lexemes } from './lexemes.js';
import type { Weights } from './tables.js';

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

export function createScorer(weights: Weights, lexemes: Lexemes, context: Context): Scorer {
  const { features, scores, sumNear, addNear, addFeatures } = createKernel(weights, LEXEME_LIMIT * SPREAD);
  let ready = 0;

  return {
    scores,
    clear() {
      ready = 0;
    },
    prepare() {
      for (; ready < lexemes.size; ready++) {
        const attributes = lexemes.attributes(ready);
        features.set(attributes);
        for (let offset = -NEAR; offset <= NEAR; offset++) {
          sumNear(ready * SPREAD + offset + NEAR, nearCount(attributes, offset), nearSlot(offset));
        }
      }
    },
    start(i) {
      const { lexeme } = context;
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
      addFeatures(placeFeatures(context, lexemes, i + PAD, features));
    },
  };
}
