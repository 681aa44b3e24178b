import { readGazetteer, readLabelledLines, type Score, trainRecogniser } from '../train/entities-recipe.js';
import { trainWords } from '../train/words.js';
import { readTrainingFile, writeModel } from './training-files.js';

/** Files of word segmentation by role, and where the model goes. */
export interface WordFiles {
  readonly silver: readonly string[];
  readonly gold: readonly string[];
  readonly dev: readonly string[];
  readonly dictionary: readonly string[];
  readonly output: string;
}

/** Files of named entities by role, and where the model goes. */
export interface EntityFiles {
  readonly train: readonly string[];
  readonly dev: readonly string[];
  readonly news: readonly string[];
  readonly gazetteer: readonly string[];
  readonly output: string;
}

type Say = (line: string) => void;

/** Trains the model of word segmentation; `say` is told each step and its F1 on the held-out text. */
export function trainWordsFromFiles({ output, ...files }: WordFiles, say: Say): void {
  const { model } = trainWords(
    {
      silver: files.silver.map(readTrainingFile),
      gold: files.gold.map(readTrainingFile),
      dev: files.dev.map(readTrainingFile),
      dictionary: files.dictionary.map(readTrainingFile),
    },
    say,
  );
  writeModel(output, model);
}

/** Trains the recogniser; `say` is told each step and the scores on the held-out lines. */
export function trainEntitiesFromFiles({ output, ...files }: EntityFiles, say: Say): void {
  const labelled = (paths: readonly string[]) => paths.flatMap(path => readLabelledLines(readTrainingFile(path)));
  const news = files.news.map(readTrainingFile);
  const { model, scores } = trainRecogniser({
    train: labelled(files.train),
    dev: labelled(files.dev),
    gazetteer: files.gazetteer.flatMap(path => readGazetteer(readTrainingFile(path))),
    ...(news.length > 0 && { news: () => linesOf(news) }),
    onProgress: say,
  });
  for (const score of scores) say(scoreLine(score));
  writeModel(output, model);
}

/** Lines without splitting a whole text, which may be some hundred megabytes. */
function* linesOf(texts: readonly string[]): Generator<string> {
  for (const text of texts) {
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      yield text.slice(start, end);
      start = end + 1;
    }
  }
}

function scoreLine({ type, precision, recall, f1, gold }: Score): string {
  return `${type.padEnd(11)} precision ${precision.toFixed(1)}  recall ${recall.toFixed(1)}  F1 ${f1.toFixed(1)}  of ${gold}`;
}
