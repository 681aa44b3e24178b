import { reserveTokens, type Tokens, type Vocabulary } from '../../model/tokens.js';
import { comparisonKey, foldedKey } from '../keys.js';
import { PlaceSegmenter } from './around.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { WordModel } from './model.js';
import { Scanner } from './scan.js';
import { createGapColumns, decideGaps } from './score.js';
import { stretchAround } from './stretch.js';
import { appendTokens, isAllCapitals } from './tokens.js';
import { createUnits } from './units.js';
import { UserWords } from './user-words.js';
import { FormTable } from './vocabulary.js';

export interface Segmenter {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  /** Cuts a text into tokens; `forms` fills `casing` and `form` too. Replaces what `tokens` held. */
  segment(text: string, tokens: Tokens, forms: boolean): void;
  /** The tokens of `segment` for a stretch of text that holds at least all that touch `[start, end)`. Without forms. */
  segmentAround(text: string, start: number, end: number, tokens: Tokens): void;
}

/** Units are decided in batches of about this many, so that a text without end needs no columns without end. */
const BATCH = 8192;

/**
 * A segmenter over the bytes of `words.model`. The words of `userWords` always hold together.
 * @throws NewsError `RESOURCE` when the bytes are no sound model.
 */
export function createSegmenter(modelBytes: Uint8Array, userWords: readonly string[] = []): Segmenter {
  return segmenterOf(new WordModel(modelBytes), userWords);
}

export function segmenterOf(model: WordModel, userWords: readonly string[] = []): Segmenter {
  const scanner = new Scanner(model);
  const own = new UserWords(userWords, scanner);
  const place = new PlaceSegmenter(model, scanner);
  const vocabulary = new FormTable();
  const units = createUnits();
  let columns = createGapColumns(units.start.length);

  const run = (text: string, from: number, to: number, tokens: Tokens, forms: FormTable | undefined): void => {
    tokens.length = 0;
    const capitals = isAllCapitals(text);
    let at = from;
    while (at < to) {
      units.length = 0;
      at = scanner.scan(text, at, to, units, BATCH);
      if (units.length > columns.joins.length) columns = createGapColumns(units.start.length);
      decideGaps(model, units, columns);
      own.apply(units, columns.joins);
      reserveTokens(tokens, units.length);
      appendTokens(text, units, columns.joins, model, tokens, forms, { opens: tokens.length === 0 && from === 0, capitals });
    }
  };

  return {
    vocabulary,
    lexicon: createLexicon(
      model,
      userWords.map(word => ({ key: comparisonKey(word), folded: foldedKey(word) })),
    ),
    segment: (text, tokens, forms) => run(text, 0, text.length, tokens, forms ? vocabulary : undefined),
    segmentAround: (text, start, end, tokens) => {
      if (userWords.length === 0) place.segment(text, start, end, tokens);
      else {
        const stretch = stretchAround(text, start, end);
        run(text, stretch.start, stretch.end, tokens, undefined);
      }
    },
  };
}
