import { caseOf, lexemeKey } from '../annotate/entities/lexemes.js';
import { isCapital, Shape, shapeOf } from '../annotate/entities/shape.js';
import { unitsOf } from '../annotate/entities/units.js';
import { mineGlue } from './entities-glue.js';
import type { ClassedPhrase } from './entities-phrases.js';
import { kMeans, skipGram } from './entities-vectors.js';

/** What is known of a word from unlabelled news, by key and case. */
export interface WordFacts {
  readonly key: string;
  /** 0 lower, 1 capitalised, 2 all capitals. */
  readonly casing: number;
  /** From 1; 0 is none. */
  readonly cluster: number;
  /** How often it is capitalised in mid-sentence, 1 to 8; 0 unknown. */
  readonly rate: number;
}

export interface NewsFacts {
  readonly words: readonly WordFacts[];
  /** For each fine cluster, 0 too: its middle and its coarse cluster. */
  readonly parents: Uint8Array;
  /** Pairs of syllables that segmented news joins: class 1 half of the time or more, 2 nearly always. */
  readonly glue: readonly ClassedPhrase[];
}

export interface NewsOptions {
  readonly seed: number;
  readonly fine?: number;
  readonly middle?: number;
  readonly coarse?: number;
  readonly dimensions?: number;
  readonly epochs?: number;
  readonly window?: number;
  readonly leastCount?: number;
  readonly onProgress?: (message: string) => void;
}

/** Segmented text as it is written: `_` is a space, and signs stand at their word. */
export function plainText(line: string): string {
  return line
    .replaceAll('_', ' ')
    .replace(/ ([,.;:!?…%)\]”’]+)(?= |$)/g, '$1')
    .replace(/([([“‘]) /g, '$1')
    .trim();
}

/** What two writings of one line have in common. */
export function lineKey(line: string): string {
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, '');
}

const RATE_BORDERS = [0.005, 0.03, 0.15, 0.5, 0.8, 0.95, 0.99];
const LINE_END = -1;
const GLUE_COUNT = 12;

/**
 * Clusters of words and how often they are capitalised, from lines of news. Lines that are labelled are left out: what is
 * counted on them would look surer in training than it is.
 */
export function mineNews(news: () => Iterable<string>, labelled: Iterable<string>, options: NewsOptions): NewsFacts {
  const say = options.onProgress ?? (() => {});
  const skipped = new Set(Array.from(labelled, lineKey));
  const lines = function* (): Iterable<string> {
    for (const line of news()) if (!skipped.has(lineKey(line))) yield line;
  };
  const corpus = readCorpus(lines());
  say(`${corpus.length} units, ${corpus.words.length} words`);
  const least = options.leastCount ?? 8;
  const order = [...corpus.words.keys()]
    .filter(id => corpus.counts[id]! >= least)
    .sort((a, b) => corpus.counts[b]! - corpus.counts[a]! || a - b);
  const numbers = new Int32Array(corpus.words.length).fill(-2);
  order.forEach((id, number) => {
    numbers[id] = number;
  });
  const stream = corpus.stream.subarray(0, corpus.length).map(id => (id === LINE_END ? LINE_END : numbers[id]!));
  const counts = Float64Array.from(order, id => corpus.counts[id]!);
  const dimensions = options.dimensions ?? 64;
  const vectors = skipGram(stream, counts, {
    dimensions,
    window: options.window ?? 4,
    negatives: 5,
    epochs: options.epochs ?? 2,
    seed: options.seed,
    onProgress: share => say(`vectors ${(100 * share).toFixed(1)} %`),
  });
  const weights = counts.map(Math.sqrt);
  const fine = kMeans(vectors, dimensions, weights, options.fine ?? 800, 12);
  const sizes = new Float64Array(options.fine ?? 800);
  for (let i = 0; i < fine.cluster.length; i++) sizes[fine.cluster[i]!]! += weights[i]!;
  const middle = kMeans(fine.centres, dimensions, sizes, options.middle ?? 200, 20);
  const coarse = kMeans(fine.centres, dimensions, sizes, options.coarse ?? 50, 20);
  const parents = new Uint8Array(2 * (sizes.length + 1));
  for (let c = 0; c < sizes.length; c++) parents.set([middle.cluster[c]! + 1, coarse.cluster[c]! + 1], 2 * (c + 1));
  const words = order.map((id, number) => {
    const { key, casing } = corpus.words[id]!;
    return { key, casing, cluster: fine.cluster[number]! + 1, rate: rateOf(corpus.capitals.get(key)) };
  });
  return { words, parents, glue: mineGlue(lines(), GLUE_COUNT) };
}

function rateOf(seen: { lower: number; capital: number } | undefined): number {
  const total = seen === undefined ? 0 : seen.lower + seen.capital;
  if (seen === undefined || total < 4) return 0;
  const share = seen.capital / total;
  return 1 + RATE_BORDERS.filter(border => share > border).length;
}

interface Corpus {
  readonly words: readonly { readonly key: string; readonly casing: number }[];
  readonly counts: readonly number[];
  readonly capitals: ReadonlyMap<string, { lower: number; capital: number }>;
  readonly stream: Int32Array;
  readonly length: number;
}

function readCorpus(lines: Iterable<string>): Corpus {
  const words: { key: string; casing: number }[] = [];
  const shapes: number[] = [];
  const counts: number[] = [];
  const byText = new Map<string, number>();
  const byKey = new Map<string, number>();
  const capitals = new Map<string, { lower: number; capital: number }>();
  let stream = new Int32Array(1 << 20);
  let length = 0;
  const idOf = (spelling: string): number => {
    let id = byText.get(spelling);
    if (id !== undefined) return id;
    const shape = shapeOf(spelling);
    const key = lexemeKey(spelling, shape);
    const casing = caseOf(shape);
    id = byKey.get(casing + key);
    if (id === undefined) {
      id = words.length;
      words.push({ key, casing });
      shapes.push(shape);
      counts.push(0);
      byKey.set(casing + key, id);
    }
    byText.set(spelling, id);
    return id;
  };
  for (const line of lines) {
    if (line.trim() === '') continue;
    const ids = unitsOf(plainText(line).normalize('NFC')).map(idOf);
    if (length + ids.length + 1 > stream.length) {
      const grown = new Int32Array((length + ids.length) * 2);
      grown.set(stream.subarray(0, length));
      stream = grown;
    }
    let upper = 0;
    for (const id of ids) if (words[id]!.casing === 2) upper++;
    let begins = true;
    for (const id of ids) {
      stream[length++] = id;
      counts[id]!++;
      const shape = shapes[id]!;
      if (!begins && shape < Shape.Number && upper * 3 < ids.length) {
        const { key } = words[id]!;
        let seen = capitals.get(key);
        if (seen === undefined) {
          seen = { lower: 0, capital: 0 };
          capitals.set(key, seen);
        }
        if (isCapital(shape)) seen.capital++;
        else seen.lower++;
      }
      begins = shape >= Shape.Sign && !',()/-'.includes(words[id]!.key);
    }
    stream[length++] = LINE_END;
  }
  return { words, counts, capitals, stream, length };
}
