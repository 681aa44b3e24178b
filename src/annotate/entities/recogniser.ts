import type { GazetteerEntry, Mention } from '../../model/mention.js';
import { createContext, PAD, readContext } from './context.js';
import { createDecoder } from './decode.js';
import { MOST_FEATURES, NEAR, nearFeatures, placeFeatures } from './features.js';
import { isClosed, LABELS, OUTSIDE, typeOf } from './labels.js';
import { createLexemes, LEXEME_LIMIT } from './lexemes.js';
import { decodeModel } from './model.js';
import { addRow } from './tables.js';
import { createUnits, scanUnits } from './units.js';

/** Finds the named entities of texts, one text at a time. */
export interface Recogniser {
  /** The outermost mentions of a `NormalText.text`, ascending, without overlap; inner names are in `nested`. */
  find(text: string): readonly Mention[];
}

/**
 * @param model the bytes of `entities.model`
 * @param userGazetteer names that are found wherever they stand as whole words, whatever the model says
 * @throws NewsError `RESOURCE` when the model is damaged
 */
export function createRecogniser(model: Uint8Array, userGazetteer: readonly GazetteerEntry[] = []): Recogniser {
  const { weights, words, phrases } = decodeModel(model);
  const lexemes = createLexemes(words);
  const units = createUnits();
  const context = createContext();
  const decoder = createDecoder(weights.transitions);
  const buffer = new Int32Array(MOST_FEATURES);
  const spread = 2 * NEAR + 1;
  let cached = new Int16Array(4096 * spread * LABELS);
  let cachedTo = 0;
  let scores = new Int32Array(512 * LABELS);
  let labels = new Uint8Array(512);

  function cacheLexemes(): void {
    if (lexemes.size * spread * LABELS > cached.length) {
      const grown = new Int16Array(Math.min(lexemes.size * 2, LEXEME_LIMIT) * spread * LABELS);
      grown.set(cached);
      cached = grown;
    }
    for (; cachedTo < lexemes.size; cachedTo++) {
      for (let offset = -NEAR; offset <= NEAR; offset++) {
        const at = (cachedTo * spread + offset + NEAR) * LABELS;
        cached.fill(0, at, at + LABELS);
        const count = nearFeatures(lexemes, cachedTo, offset, buffer, 0);
        for (let i = 0; i < count; i++) addRow(weights, buffer[i]!, cached, at);
      }
    }
  }

  function score(i: number): void {
    const at = i * LABELS;
    scores.fill(0, at, at + LABELS);
    for (let offset = -NEAR; offset <= NEAR; offset++) {
      const from = (context.lexeme[i + PAD + offset]! * spread + offset + NEAR) * LABELS;
      for (let label = 0; label < LABELS; label++) scores[at + label]! += cached[from + label]!;
    }
    const count = placeFeatures(context, lexemes, i + PAD, buffer, 0);
    for (let feature = 0; feature < count; feature++) addRow(weights, buffer[feature]!, scores, at);
  }

  void userGazetteer;
  return {
    find(text) {
      if (lexemes.size > LEXEME_LIMIT - text.length) {
        lexemes.clear();
        cachedTo = 0;
      }
      scanUnits(text, lexemes, units);
      readContext(units, lexemes, phrases, context);
      cacheLexemes();
      if (units.length > labels.length) {
        labels = new Uint8Array(units.length * 2);
        scores = new Int32Array(units.length * 2 * LABELS);
      }
      for (let i = 0; i < units.length; i++) score(i);
      decoder.decode(scores, units.length, labels);
      const mentions: Mention[] = [];
      for (let i = 0; i < units.length; i++) {
        if (labels[i] === OUTSIDE) continue;
        const first = i;
        while (!isClosed(labels[i]!)) i++;
        mentions.push({ start: units.start[first]!, end: units.end[i]!, type: typeOf(labels[i]!), nested: [] });
      }
      return mentions;
    },
  };
}
