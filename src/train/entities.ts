import { hashText, join } from '../annotate/entities/hash.js';
import { createLexemes } from '../annotate/entities/lexemes.js';
import { encodeModel, type ModelSections } from '../annotate/entities/model.js';
import { createPhraseTable, createWordTable, finderOf } from '../annotate/entities/tables.js';
import { meanWeights, trainCrf } from './entities-crf.js';
import { nameClasses } from './entities-names.js';
import type { NewsFacts } from './entities-news.js';
import { type ClassedPhrase, type GazetteerRow, phraseSections } from './entities-phrases.js';
import { indexFeatures, type LabelledLine, readSamples, type Sample } from './entities-samples.js';
import { fillTable, quantise, roomFor } from './entities-tables.js';
import { TRIGGERS } from './entities-triggers.js';

export interface EntityTraining {
  readonly train: readonly LabelledLine[];
  /** Learned like `train`, and seen by none of the models that `names` come from. */
  readonly unseen?: readonly LabelledLine[];
  readonly news?: NewsFacts;
  readonly names?: NameLists;
  readonly gazetteer?: readonly GazetteerRow[];
  readonly triggers?: readonly ClassedPhrase[];
  readonly seed?: number;
  readonly epochs?: number;
  /** The weights are the mean of so many trainings. */
  readonly rounds?: number;
  readonly rate?: number;
  readonly dropout?: number;
  /** A feature that occurs less often in training is left out. */
  readonly least?: number;
  /** The table of weights has `2 ** bits` entries. */
  readonly bits?: number;
  /** Features whose weights are all smaller are left out. */
  readonly weakest?: number;
  readonly onProgress?: (message: string) => void;
}

/**
 * Names with their classes, learnt from news that a model has tagged. Line `i` of the training lines is read with
 * `folds[i % folds.length]`, which comes from a model that has not seen it; unseen lines and texts are read with `all`.
 */
export interface NameLists {
  readonly folds: readonly (readonly ClassedPhrase[])[];
  readonly all: readonly ClassedPhrase[];
}

/** Trains the recogniser's model: the same bytes for the same input and seed. */
export function trainEntities(training: EntityTraining): { readonly model: Uint8Array } {
  const say = training.onProgress ?? (() => {});
  const news = training.news ?? { words: [], parents: new Uint8Array(2), glue: [] };
  const words = wordSections(news);
  const triggers = training.triggers ?? TRIGGERS;
  const gazetteer = training.gazetteer ?? [];
  const { folds, all } = training.names ?? { folds: [[]], all: [] };
  const phrasesWith = (names: readonly ClassedPhrase[]) => phraseSections({ names, gazetteer, triggers, glue: news.glue });
  const phrases = phrasesWith(all);
  const wordTable = createWordTable(words.wordFacts, words.parents, finderOf(words.wordPrints));
  const samples: Sample[] = [];
  const read = (lines: readonly LabelledLine[], { phrasePrints, phraseClasses }: typeof phrases): void => {
    const table = createPhraseTable(phraseClasses, finderOf(phrasePrints));
    samples.push(...readSamples(lines, createLexemes(wordTable, table), table));
  };
  folds.forEach((names, fold) => {
    const lines = training.train.filter((_, i) => i % folds.length === fold);
    read(lines, phrasesWith(names));
  });
  read(training.unseen ?? [], phrases);
  say(`${phrases.phrasePrints.filter(print => print !== 0).length} of ${phrases.phrasePrints.length} phrase entries`);
  const hashes = indexFeatures(samples, training.least ?? 2);
  say(`${samples.length} lines, ${hashes.length} features`);
  const rounds = Array.from({ length: training.rounds ?? 1 }, (_, round) =>
    trainCrf(samples, hashes.length, {
      epochs: training.epochs ?? 12,
      rate: training.rate ?? 0.1,
      dropout: training.dropout ?? 0.4,
      seed: (training.seed ?? 1) + round,
      onEpoch: (epoch, loss) => say(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`),
    }),
  );
  const weights = meanWeights(rounds);
  return { model: encodeModel({ ...quantise(weights, hashes, training.bits ?? 16, training.weakest ?? 0.1), ...words, ...phrases }) };
}

/** Learns names from news by `folds` models, each of which has not seen a part of the lines, and by one that has seen all. */
export function learnNames(training: EntityTraining, news: () => Iterable<string>, folds: number, least: number): NameLists {
  const say = training.onProgress ?? (() => {});
  const learn = (lines: readonly LabelledLine[]): ClassedPhrase[] => {
    const names = nameClasses(trainEntities({ ...training, train: lines }).model, news(), least);
    say(`${names.length} names`);
    return names;
  };
  return {
    folds: Array.from({ length: folds }, (_, fold) => learn(training.train.filter((_line, i) => i % folds !== fold))),
    all: learn(training.train),
  };
}

function wordSections({ words, parents }: NewsFacts): Pick<ModelSections, 'wordPrints' | 'wordFacts' | 'parents'> {
  const bits = roomFor(words.length);
  const { prints, placed } = fillTable(words, word => join(hashText(word.key), word.casing), bits);
  const wordFacts = new Uint16Array(1 << bits);
  for (const [{ cluster, rate }, entry] of placed) wordFacts[entry] = cluster | (rate << 11);
  return { wordPrints: prints, wordFacts, parents };
}
