import { comparisonKey } from '../text/keys.js';
import { Scanner } from '../text/segment/scan.js';
import { cutLeadingNames, cutNumbers, Harmony, joinLongWords } from './harmony.js';
import { scoreDecisions } from './segmentation-score.js';
import { syllableNature } from './syllable-nature.js';
import { type Corpus, isConllu, readCorpus, segmentedText } from './words-corpus.js';
import { emptyModel } from './words-empty.js';
import { GapLearner } from './words-learner.js';
import { mineLexicon, PairCounts, SyllableTable } from './words-lexicon.js';
import { MOST_PAIRS, packWords } from './words-pack.js';
import { KeptPairs } from './words-pairs.js';
import { singleSyllables } from './words-singles.js';

/** Labelled text as file contents: CoNLL-U, or a sentence a line with `_` between the syllables of a word. */
export interface WordSamples {
  /** News that a program segmented: much, and not always right. */
  readonly silver: readonly string[];
  /** Text that people segmented; what comes later weighs more. */
  readonly gold: readonly string[];
  /** Held out: measured, never learned. */
  readonly dev: readonly string[];
  /** Word lists, a word a line, syllables apart by spaces; `#` begins a remark. */
  readonly dictionary: readonly string[];
}

export interface WordReport {
  /** Steps as they were done, for the reader's eye. */
  readonly lines: readonly string[];
  /** F1 on the held-out text, punctuation included; `undefined` without one. */
  readonly f1: number | undefined;
}

const SILVER_RATE = 0.5;
const GOLD_EPOCHS = 6;
/** The step of the n-th pass over gold, from 0 on: later ones settle what the first have moved. */
const goldRate = (epoch: number): number => 0.7 / (1 + epoch / 2);

/** Trains the model of word segmentation: counts and first weights from silver text, then the gold text's own habits. Same samples, same bytes. */
export function trainWords(samples: WordSamples, progress: (line: string) => void = () => {}): { model: Uint8Array; report: WordReport } {
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    progress(line);
  };
  const scanner = new Scanner(emptyModel());
  const syllables = new SyllableTable();
  const listed = dictionaryWords(samples.dictionary);
  const silver = samples.silver.map(text => readCorpus(segmentedText(text), scanner, true, syllables.listener(1)));
  const gold = samples.gold.map(text => readCorpus(segmentedText(text), scanner, false, syllables.listener(8)));
  const dev = samples.dev.map(text => readCorpus(segmentedText(text), scanner, false));
  for (const word of listed) for (const syllable of word.split(' ')) syllables.addSpelled(syllable);
  syllables.freeze();
  for (const corpus of [...silver, ...gold, ...dev]) syllables.assign(corpus);
  say(`${sentences(silver)} silver, ${sentences(gold)} gold, ${sentences(dev)} dev sentences; ${syllables.size} syllables`);

  const treebank = gold.filter((_, i) => isConllu(samples.gold[i]!));
  const harmony = new Harmony(treebank);
  for (const corpus of [...silver, ...gold]) cutNumbers(corpus);
  const others = [...silver, ...gold].filter(corpus => !treebank.includes(corpus));
  const dictionary = listed.map(word => syllables.ids(word));
  const known = new Set(dictionary.filter(ids => ids.length === 2).map(([left, right]) => (left! << 16) | right!));
  say(`${total(silver, corpus => cutLeadingNames(corpus, known))} names cut`);
  say(`${total(others, corpus => harmony.apply(corpus))} gaps brought into line with the treebank`);
  say(`${total(silver, corpus => joinLongWords(corpus, dictionary))} gaps of long words joined`);

  const counts = new PairCounts();
  for (const corpus of silver) counts.add(corpus, true);
  const lexicon = mineLexicon(counts, syllables, dictionary);
  const pairs = new KeptPairs(counts, lexicon, gold, MOST_PAIRS);
  say(`${counts.keys.size} pairs, ${pairs.size} kept; ${lexicon.words.length} words, ${lexicon.dictionary.size} of them from dictionaries`);

  const learner = new GapLearner(pairs, syllableNature(silver, syllables));
  const measure = (name: string): number | undefined => {
    if (dev.length === 0) return undefined;
    const score = Math.max(...dev.map(corpus => scoreDecisions(corpus, learner.decide(corpus)).f1));
    say(`${name}: F1 ${(100 * score).toFixed(2)} on dev`);
    return score;
  };
  for (const corpus of silver) learner.learn(corpus, { rate: SILVER_RATE, counted: true });
  let f1 = measure('silver');
  for (let epoch = 0; epoch < GOLD_EPOCHS; epoch++) {
    for (const corpus of gold) {
      for (const recase of [undefined, 'lower', 'upper'] as const) {
        learner.learn(corpus, { rate: goldRate(epoch), counted: false, ...(recase && { recase }) });
      }
    }
    f1 = measure(`gold, epoch ${epoch + 1}`);
  }
  const model = packWords(learner, syllables, pairs, lexicon, singleSyllables(syllables));
  say(`${model.length} bytes`);
  return { model, report: { lines, f1 } };
}

function dictionaryWords(lists: readonly string[]): string[] {
  const words = lists.flatMap(list => list.split(/\r?\n/)).map(line => comparisonKey(line.replace(/#.*/, '')));
  return [...new Set(words)].filter(word => word !== '').sort();
}

const total = (corpora: readonly Corpus[], of: (corpus: Corpus) => number): number => corpora.reduce((sum, corpus) => sum + of(corpus), 0);
const sentences = (corpora: readonly Corpus[]): number => total(corpora, corpus => corpus.sentences);
