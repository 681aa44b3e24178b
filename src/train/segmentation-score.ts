import { type Corpus, Info } from './words-corpus.js';

/** Word-level precision and recall, punctuation included. */
export interface SegmentationScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Scores decisions on gaps against a corpus's own; units that are no words of the gold text are right by themselves. */
export function scoreDecisions(corpus: Corpus, decisions: Uint8Array): SegmentationScore {
  let found = 0;
  let gold = 0;
  let right = 0;
  let same = true;
  for (let i = 1; i + 1 < corpus.length; i++) {
    if (corpus.id[i] === 0) continue;
    const ends = (corpus.info[i]! & Info.Joined) === 0;
    const cut = decisions[i] === 0;
    if (ends) gold++;
    if (cut) found++;
    if (ends && cut) {
      if (same) right++;
      same = true;
    } else if (ends || cut) same = false;
  }
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
