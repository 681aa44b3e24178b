import { reserveTokens, type Tokens, type Vocabulary } from '../../model/tokens.js';
import { CodeBuffer } from '../codes.js';
import { comparisonKey, foldedKey } from '../keys.js';
import { hashText } from '../text-hash.js';
import { kernelPlaceBench, PlaceSegmenter, plainPlaceBench, type Sight, type Stretch } from './around.js';
import { createKernel, type Kernel, type KernelTokens, MOST_CODES } from './kernel.js';
import { createLexicon, type Lexicon } from './lexicon.js';
import { WordModel } from './model.js';
import { Scanner } from './scan.js';
import { createGapColumns, decideGaps, type GapColumns } from './score.js';
import { createSpellingHashes, hashWords, type SpellingHashes } from './spelling-hash.js';
import { stretchAround } from './stretch.js';
import { appendTokens, isAllCapitals, type Place } from './tokens.js';
import { closeUnits, createUnits, type Units } from './units.js';
import { UserWords } from './user-words.js';
import { FormTable } from './vocabulary.js';

export interface Segmenter {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  /** Cuts a text into tokens; `forms` fills `form` and its like too. Replaces what `tokens` held. */
  segment(text: string, tokens: Tokens, forms: boolean): void;
  /** The same for the text `codes.subarray(start, end)`, with white space at `end`. Offsets count from `start`. The codes never change. */
  segmentCodes(codes: Uint16Array, start: number, end: number, tokens: Tokens, forms: boolean): void;
  /**
   * Writes the tokens of `segmentCodes` into `joined` from `at` on, as `writeUnderscore` does, and says where they end; -1 where there
   * is no room for them. The codes are in normal form.
   */
  joinCodes(codes: Uint16Array, start: number, end: number, close: number, at: number): number;
  readonly joined: Uint8Array;
  /** The tokens of `segment` for a stretch of text that holds at least all that touch `[start, end)`. Without forms. */
  segmentAround(text: string, start: number, end: number, tokens: Tokens): void;
  /** The same where no more than a stretch of the text is at hand; `undefined` where words of the user's ask for more. */
  readonly stretches: StretchSegmenter | undefined;
}

export interface StretchSegmenter {
  /** Stretches are to be put into `codes.subarray(from, to)`. */
  readonly codes: Uint16Array;
  readonly from: number;
  readonly to: number;
  /** What cuts them, where that is WebAssembly. */
  readonly kernel: Kernel | undefined;
  /** Makes units of a stretch, and says how many. */
  scan(from: number, to: number, limit: number): number;
  /** The tokens that touch `[start, end)`, and perhaps some around them, as far as the stretch tells; offsets are those of the codes. Without kinds. */
  segment(stretch: Stretch, start: number, end: number, tokens: Tokens): Sight;
}

/** Units are decided in batches of about this many, so that a text without end needs no columns without end. */
const BATCH = 8192;

/** Three of UTF-8, and the space between tokens. */
const BYTES_A_CODE = 4;

/** Offsets are the stretch's own. */
const NOWHERE = { capitals: false, origin: 0 };

/** What texts are cut up on. */
interface Bench {
  readonly buffer: CodeBuffer;
  readonly scanner: Scanner;
  readonly units: Units;
  /** With room for the units. */
  columns(): GapColumns;
  /** Fills `joins` for the units. */
  decide(): void;
  /** Appends the tokens that these are of, and with `forms` fills the hashes of those that are words, the first of them in front. */
  take(codes: Uint16Array, tokens: Tokens, place: Place, forms: boolean): void;
  readonly hashes: SpellingHashes;
}

/**
 * A segmenter over the bytes of `words.model`. The words of `userWords` always hold together. `plain`: without WebAssembly.
 * @throws NewsError `RESOURCE` when the bytes are no sound model.
 */
export function createSegmenter(modelBytes: Uint8Array, userWords: readonly string[] = [], plain = false): Segmenter {
  const kernel = plain ? undefined : createKernel(modelBytes);
  const model = kernel?.model ?? new WordModel(modelBytes);
  const anyLength = plainBench(model);
  const short = kernel === undefined ? anyLength : kernelBench(kernel);
  const own = new UserWords(userWords, anyLength.scanner);
  const place = new PlaceSegmenter(model, kernel === undefined ? plainPlaceBench(model, anyLength.scanner) : kernelPlaceBench(kernel));
  const vocabulary = new FormTable();
  /** What the short bench's buffer holds. */
  let resident: Uint16Array | undefined;
  let spells = false;

  /** Segments the stretch `[from, to)` of the text that stands at `[begin, limit)`. */
  const run = (
    { scanner, units, columns, decide, take, hashes }: Bench,
    codes: Uint16Array,
    begin: number,
    limit: number,
    from: number,
    to: number,
    tokens: Tokens,
    forms: boolean,
  ): void => {
    tokens.length = 0;
    const capitals = isAllCapitals(codes, begin, limit);
    let at = from;
    while (at < to) {
      units.length = 0;
      at = scanner.scan(codes, at, to, units, BATCH, limit);
      closeUnits(units);
      decide();
      own.apply(units, columns().joins);
      const before = tokens.length;
      reserveTokens(tokens, units.length);
      take(codes, tokens, { opens: before === 0 && from === begin, capitals, origin: begin }, forms);
      if (forms) vocabulary.number(codes, begin, tokens, before, hashes);
    }
    if (forms) hashText(codes, begin, limit, tokens, vocabulary);
  };

  /** Brings codes into the kernel's memory; `false` where they do not fit. */
  const reside = (codes: Uint16Array): boolean => {
    if (codes.length > MOST_CODES) return false;
    if (codes !== resident) kernel?.codes.set(codes);
    resident = codes;
    return true;
  };

  const segment = (text: string, start: number, end: number, tokens: Tokens, forms: boolean): void => {
    const bench = text.length > MOST_CODES ? anyLength : short;
    if (bench === short) resident = undefined;
    run(bench, bench.buffer.load(text), 0, text.length, start, end, tokens, forms);
  };

  return {
    vocabulary,
    lexicon: createLexicon(
      model,
      userWords.map(word => ({ key: comparisonKey(word), folded: foldedKey(word) })),
    ),
    segment: (text, tokens, forms) => segment(text, 0, text.length, tokens, forms),
    segmentCodes: (codes, start, end, tokens, forms) => {
      if (kernel === undefined || !reside(codes)) run(anyLength, codes, start, end, start, end, tokens, forms);
      else run(short, kernel.codes, start, end, start, end, tokens, forms);
    },
    joinCodes: (codes, start, end, close, at) => {
      if (kernel === undefined || at + (end - start + 1) * BYTES_A_CODE > kernel.text.length || !reside(codes)) return -1;
      const { units, columns } = kernel;
      units.length = 0;
      short.scanner.scan(kernel.codes, start, end, units);
      closeUnits(units);
      short.decide();
      own.apply(units, columns.joins);
      if (!spells) kernel.spell();
      spells = true;
      return kernel.write(units.length, at, close);
    },
    joined: kernel?.text ?? new Uint8Array(0),
    segmentAround: (text, start, end, tokens) => {
      if (userWords.length > 0 || !place.segment(text, start, end, tokens)) {
        const stretch = stretchAround(text, start, end);
        segment(text, stretch.start, stretch.end, tokens, false);
      }
    },
    stretches:
      userWords.length > 0
        ? undefined
        : {
            ...place.bench,
            kernel,
            scan: (from, to, limit) => place.scan(from, to, limit),
            segment: (stretch, start, end, tokens) => place.segmentStretch(stretch, start, end, tokens, NOWHERE),
          },
  };
}

function plainBench(model: WordModel): Bench {
  const units = createUnits();
  let columns = createGapColumns(units.start.length);
  const hashes = createSpellingHashes();
  return {
    buffer: new CodeBuffer(),
    scanner: new Scanner(model),
    units,
    columns: () => columns,
    decide: () => {
      if (units.length > columns.joins.length) columns = createGapColumns(units.start.length);
      decideGaps(model, units, columns);
    },
    take: (codes, tokens, place, forms) => {
      const before = tokens.length;
      appendTokens(codes, units, columns.joins, model, tokens, place);
      if (forms) hashWords(codes, place.origin, tokens, before, hashes);
    },
    hashes,
  };
}

function kernelBench(kernel: Kernel): Bench {
  const { units, columns } = kernel;
  return {
    buffer: new CodeBuffer(kernel.codes),
    scanner: new Scanner(kernel.model, kernel),
    units,
    columns: () => columns,
    decide: () => kernel.decide(units.length),
    take: (_codes, tokens, { origin, opens, capitals }, forms) => {
      copyTokens(kernel.tokens, kernel.take(units.length, origin, opens ? 1 : 0, capitals ? 1 : 0, forms ? 1 : 0), tokens);
    },
    hashes: kernel.tokens.hashes,
  };
}

function copyTokens({ start, end, look }: KernelTokens, count: number, tokens: Tokens): void {
  const { start: starts, end: ends, kind, syllables, lettered } = tokens;
  let n = tokens.length;
  for (let i = 0; i < count; i++, n++) {
    const bits = look[i]!;
    starts[n] = start[i]!;
    ends[n] = end[i]!;
    kind[n] = bits & 15;
    lettered[n] = (bits >> 4) & 1;
    syllables[n] = Math.min(bits >> 8, 255);
  }
  tokens.length = n;
}
