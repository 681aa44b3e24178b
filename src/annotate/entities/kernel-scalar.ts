import { createContext, PAD, readLexemes, readSurroundings } from './context.js';
import { createDecoder } from './decode.js';
import { isCapitalIn } from './facts.js';
import { type Kernel, LOW, MOST_LEXEMES, NO_START, NO_START_NEAR } from './kernel.js';
import { createLexemes } from './lexemes.js';
import { checksum, type EntityModel } from './model.js';
import { createScorer } from './scorer.js';
import { createPhraseTable, createWordTable, finderOf } from './tables.js';
import { createUnits, scanUnits } from './units.js';

/** Of the scores: the begins of the four types, and the second type's single. */
const STARTS: readonly number[] = [0, 4, 7, 8, 12];

/** The kernel in plain JavaScript. */
export function createScalarKernel(model: EntityModel): Kernel {
  const words = createWordTable(model.words.facts, model.words.parents, finderOf(model.words.prints));
  const phrases = createPhraseTable(model.phrases.classes, finderOf(model.phrases.prints));
  const lexemes = createLexemes(words, phrases);
  const units = createUnits();
  const context = createContext();
  const scorer = createScorer(model.weights, lexemes, phrases, context);
  const decoder = createDecoder(model.weights.transitions);
  let labels = new Uint8Array(512);

  /** Whether unit `i`, which no name may reach, begins none. */
  function isOutside(i: number, scores: Int16Array): boolean {
    const at = i + PAD;
    if (isCapitalIn(context.facts[at]!)) return false;
    const isNear = context.runAfter[at]! >= 0 || context.runBefore[at] === at - 1;
    return STARTS.reduce((best, label) => Math.max(best, scores[label]!), LOW) < (isNear ? NO_START_NEAR : NO_START);
  }

  return {
    checksum: () => checksum(model.bytes),
    words,
    phrases,
    units,
    context,
    get labels() {
      return labels;
    },
    read(text) {
      if (lexemes.size > MOST_LEXEMES) {
        lexemes.clear();
        scorer.clear();
      }
      scanUnits(text, units);
      readLexemes(text, units, lexemes, context);
    },
    label() {
      const { length } = units;
      readSurroundings(lexemes, phrases, context);
      scorer.prepare();
      if (length > labels.length) labels = new Uint8Array(length * 2);
      decoder.begin(length);
      for (let i = 0; i < length; i++) {
        const scores = scorer.start(i);
        if (!decoder.isOpen() && isOutside(i, scores)) {
          decoder.skip();
          continue;
        }
        scorer.finish(i);
        decoder.take(scores);
      }
      decoder.finish(labels);
    },
  };
}
