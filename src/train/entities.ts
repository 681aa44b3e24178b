import { createLexemes } from '../annotate/entities/lexemes.js';
import { encodeModel } from '../annotate/entities/model.js';
import { createPhraseTable, createWordTable } from '../annotate/entities/tables.js';
import { trainCrf } from './entities-crf.js';
import { indexFeatures, type LabelledLine, readSamples } from './entities-samples.js';
import { quantise, roomFor } from './entities-tables.js';

export interface EntityTraining {
  readonly train: readonly LabelledLine[];
  readonly seed?: number;
  readonly epochs?: number;
  readonly rate?: number;
  readonly dropout?: number;
  readonly least?: number;
  readonly entries?: number;
  readonly onProgress?: (message: string) => void;
}

export function trainEntities(training: EntityTraining): { readonly model: Uint8Array } {
  const say = training.onProgress ?? (() => {});
  const empty = {
    wordPrints: new Uint16Array(8),
    wordFacts: new Uint16Array(8),
    parents: new Uint8Array(2),
    phrasePrints: new Uint16Array(8),
    phraseClasses: new Uint8Array(8),
  };
  const lexemes = createLexemes(createWordTable(empty.wordPrints, empty.wordFacts, empty.parents));
  const phrases = createPhraseTable(empty.phrasePrints, empty.phraseClasses);
  const samples = readSamples(training.train, lexemes, phrases);
  const hashes = indexFeatures(samples, training.least ?? 2);
  say(`${samples.length} lines, ${hashes.length} features`);
  const weights = trainCrf(samples, hashes.length, {
    epochs: training.epochs ?? 12,
    rate: training.rate ?? 0.2,
    dropout: training.dropout ?? 0.4,
    seed: training.seed ?? 1,
    onEpoch: (epoch, loss) => say(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`),
  });
  return { model: encodeModel({ ...quantise(weights, hashes, training.entries ?? Math.min(roomFor(hashes.length), 120_000)), ...empty }) };
}
