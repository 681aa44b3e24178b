import { trainWords } from '../train/words.js';
import { readTrainingFile, writeModel } from './training-files.js';

/** Files by role, and where the model goes. */
export interface TrainingFiles {
  readonly silver: readonly string[];
  readonly gold: readonly string[];
  readonly dev: readonly string[];
  readonly dictionary: readonly string[];
  readonly output: string;
}

/** Trains the model of word segmentation from files; `say` is told each step. */
export function trainWordsFromFiles({ output, ...files }: TrainingFiles, say: (line: string) => void): void {
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
