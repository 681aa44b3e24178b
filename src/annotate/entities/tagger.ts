import type { CodeSpan } from '../../model/snippet.js';
import { CodeBuffer, spelled } from '../../text/codes.js';
import { isAllCapitals, withUsualCapitals } from './capitals.js';
import { type Context, createContext, PAD, readLexemes, readSurroundings } from './context.js';
import { createDecoder } from './decode.js';
import { isCapitalIn } from './facts.js';
import { createScalarKernel } from './kernel-scalar.js';
import { createSimdKernel } from './kernel-simd.js';
import { createLexemes } from './lexemes.js';
import { damaged, decodeModel } from './model.js';
import { createScorer } from './scorer.js';
import { createPhraseTable, createWordTable, type PhraseTable } from './tables.js';
import { createUnits, scanUnits, type Units } from './units.js';

/** Labels the units of texts, one text at a time; what it holds is that of the latest text. */
export interface Tagger {
  /** Reads a text and says how many units it has. */
  tag(text: CodeSpan): number;
  /** Unit `i` as it is written, with the capitals that news would use where the text has no other letters. */
  spelling(i: number): string;
  readonly units: Units;
  readonly context: Context;
  readonly phrases: PhraseTable;
  readonly labels: Uint8Array;
}

/** So many lexemes are kept from text to text. */
const MOST_LEXEMES = 1 << 16;
/** A unit that begins a name so much worse than it stands outside does not begin one. */
const NO_START = -150;
const NO_START_NEAR = -600;
/** Units so near before or behind a capital are always looked at. */
const AHEAD = 4;
const BEHIND = 1;

/** @throws NewsError `RESOURCE` when the model is damaged */
export function createTagger(model: Uint8Array): Tagger {
  const decoded = decodeModel(model);
  const kernel = createSimdKernel(decoded) ?? createScalarKernel(decoded);
  if (kernel.checksum() !== decoded.sum) throw damaged();
  const words = createWordTable(decoded.words.facts, decoded.words.parents, kernel.finder(decoded.words.prints));
  const phrases = createPhraseTable(decoded.phrases.classes, kernel.finder(decoded.phrases.prints));
  const lexemes = createLexemes(words, phrases);
  const units = createUnits();
  const context = createContext();
  const scorer = createScorer(kernel, lexemes, phrases, context);
  const decoder = createDecoder(kernel, decoded.weights.transitions);
  let labels = new Uint8Array(512);
  const rewritten = new CodeBuffer();
  let latest: CodeSpan = rewritten.span('');

  return {
    spelling: i => spelled(latest.codes, latest.start + units.start[i]!, latest.start + units.end[i]!),
    units,
    context,
    phrases,
    get labels() {
      return labels;
    },
    tag(given) {
      if (lexemes.size > MOST_LEXEMES) {
        lexemes.clear();
        scorer.clear();
      }
      let text = given;
      scanUnits(text, units);
      readLexemes(text, units, lexemes, context);
      if (isAllCapitals(text)) {
        text = rewritten.span(withUsualCapitals(text, units, context, phrases, words));
        scanUnits(text, units);
        readLexemes(text, units, lexemes, context);
      }
      latest = text;
      readSurroundings(lexemes, phrases, context);
      scorer.prepare();
      const { length } = units;
      if (length > labels.length) labels = new Uint8Array(length * 2);
      decoder.begin(length);
      const { facts, runBefore, runAfter } = context;
      let ready = 0;
      for (let i = 0; i < length; i++) {
        if (i === ready) ready = scorer.startBlock(i);
        const isCapital = isCapitalIn(facts[i + PAD]!);
        const start = scorer.start(i);
        if (!isCapital && !decoder.isOpen() && start < (isFar(i + PAD, runBefore, runAfter) ? NO_START : NO_START_NEAR)) {
          decoder.skip();
          continue;
        }
        decoder.take(scorer.finish(i));
      }
      decoder.finish(labels);
      return length;
    },
  };
}

function isFar(at: number, runBefore: Int32Array, runAfter: Int32Array): boolean {
  const after = runAfter[at]!;
  const before = runBefore[at]!;
  return (after < 0 || after - at > AHEAD) && (before < 0 || at - before > BEHIND);
}
