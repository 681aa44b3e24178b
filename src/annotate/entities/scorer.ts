import { type Context, PAD } from './context.js';
import { nearCount, nearSlot, placeFeatures } from './features.js';
import { mix } from './hash.js';
import { MOST_FEATURES, NEAR, SCORES, SPREAD } from './kernel.js';
import type { Lexemes } from './lexemes.js';
import { finderOf, type PhraseTable, type Weights } from './tables.js';

/** Scores units. What follows from single lexemes is summed once a lexeme. */
export interface Scorer {
  /** Forgets the lexemes. */
  clear(): void;
  /** Makes ready for lexemes that are new. */
  prepare(): void;
  /** Scores unit `i` as far as single lexemes say, and gives the scores. */
  start(i: number): Int16Array;
  /** Adds the other features of unit `i` to the scores. */
  finish(i: number): void;
}

export function createScorer({ prints, rows }: Weights, lexemes: Lexemes, phrases: PhraseTable, context: Context): Scorer {
  const entryOf = finderOf(prints);
  const features = new Int32Array(MOST_FEATURES);
  const scores = new Int16Array(SCORES);
  /** Of each lexeme what its attributes give to a unit, by offset. */
  let near = new Int16Array(0);
  let ready = 0;

  function addRow(feature: number, out: Int16Array, at: number): void {
    const entry = entryOf(mix(feature));
    if (entry < 0) return;
    for (let i = 0; i < SCORES; i++) out[at + i]! += rows[entry * SCORES + i]! - 128;
  }

  function reserve(slots: number): void {
    if (slots * SCORES <= near.length) return;
    const old = near;
    near = new Int16Array(slots * SCORES * 2);
    near.set(old);
  }

  return {
    clear() {
      ready = 0;
    },
    prepare() {
      reserve(lexemes.size * SPREAD);
      for (; ready < lexemes.size; ready++) {
        const attributes = lexemes.attributes(ready);
        for (let offset = -NEAR; offset <= NEAR; offset++) {
          const at = (ready * SPREAD + offset + NEAR) * SCORES;
          near.fill(0, at, at + SCORES);
          const count = nearCount(attributes, offset);
          for (let i = 0; i < count; i++) addRow(attributes[i]! + nearSlot(offset), near, at);
        }
      }
    },
    start(unit) {
      scores.fill(0);
      for (let offset = 0; offset < SPREAD; offset++) {
        const at = (context.lexeme[unit + PAD - NEAR + offset]! * SPREAD + offset) * SCORES;
        for (let i = 0; i < SCORES; i++) scores[i]! += near[at + i]!;
      }
      return scores;
    },
    finish(unit) {
      const count = placeFeatures(context, phrases, unit + PAD, features);
      for (let i = 0; i < count; i++) addRow(features[i]!, scores, 0);
    },
  };
}
