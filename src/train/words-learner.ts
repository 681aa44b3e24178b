import { mix, spanHash } from '../text/segment/hash.js';
import { PairBit, PairClass, ROW, SpanBit } from '../text/segment/model.js';
import {
  AFTER,
  BEFORE,
  CAPITAL,
  CLASS_TABLE,
  classIndex,
  LEFT,
  LEXICON_TABLE,
  LONGEST_WORD,
  lexiconIndex,
  NATURE_TABLE,
  natureIndex,
  RIGHT,
  SHAPE_TABLE,
  shapeIndex,
} from '../text/segment/score.js';
import { pairClass } from './pair-class.js';
import { type Corpus, Info } from './words-corpus.js';

/** What the learner is told of pairs and spans; numbers of pairs begin at 1, 0 is a pair that the model will not know. */
export interface PairSource {
  readonly size: number;
  number(left: number, right: number): number;
  total: Int32Array;
  joined: Int32Array;
  /** `PairBit`s. */
  bits: Uint8Array;
  spanBits(hash: number): number;
}

/** One pass's way to learn. */
export interface PassOptions {
  readonly rate: number;
  /** The counts of pairs hold this very text: each decision is taken out of them while it is learned. */
  readonly counted: boolean;
  /** The text is lower-cased (or upper-cased) before. */
  readonly recase?: 'lower' | 'upper';
  /** The words of the dictionary get no weights of their own: the program that cut the text did not know them. */
  readonly foreign?: boolean;
}

const GROUPS = 10;

/** Logistic regression on gaps, by Adagrad, over the features of `score.ts`. */
export class GapLearner {
  readonly pairs: PairSource;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly syllableAt: number;
  readonly shapeAt: number;
  readonly classAt: number;
  readonly lexiconAt: number;
  readonly natureAt: number;
  /** By id; see `syllableNature`. */
  readonly nature: Int32Array;
  readonly #features = new Int32Array(GROUPS);

  constructor(pairs: PairSource, nature: Int32Array) {
    this.nature = nature;
    const syllables = nature.length;
    this.pairs = pairs;
    this.syllableAt = pairs.size + 1;
    this.shapeAt = this.syllableAt + syllables * ROW;
    this.classAt = this.shapeAt + SHAPE_TABLE;
    this.lexiconAt = this.classAt + CLASS_TABLE;
    this.natureAt = this.lexiconAt + LEXICON_TABLE;
    this.weights = new Float32Array(this.natureAt + NATURE_TABLE + 1);
    this.squares = new Float32Array(this.weights.length).fill(0.1);
  }

  get biasAt(): number {
    return this.weights.length - 1;
  }

  /** Learns from a text. */
  learn(corpus: Corpus, options: PassOptions): void {
    this.#pass(corpus, options, undefined);
  }

  /** Decides a text as the segmenter will, into a column of 0 and 1. */
  decide(corpus: Corpus): Uint8Array {
    const decisions = new Uint8Array(corpus.length);
    this.#pass(corpus, { rate: 0, counted: false }, decisions);
    return decisions;
  }

  #pass(corpus: Corpus, { rate, counted, recase, foreign = false }: PassOptions, decisions: Uint8Array | undefined): void {
    const { id, info } = corpus;
    const { weights, squares, nature } = this;
    const f = this.#features;
    let joined = 0;
    let span = 0;
    let spanBits = 0;
    let run = 1;
    let before = 0;
    let pair = 0;
    let here = 0;
    const shapeAt = (i: number): number => {
      const shape = info[i]! & 7;
      if (recase === undefined || shape > 4 || shape === 3) return shape;
      return recase === 'lower' ? 0 : 2;
    };
    for (let i = 0; i + 1 < corpus.length; i++) {
      if (id[i] === 0) {
        joined = 0;
        run = 1;
        before = 0;
        pair = 0;
        here = 0;
      }
      const gapBehind = (info[i + 1]! & Info.Gap) !== 0;
      let after: number = PairClass.NoGap;
      let nextPair = 0;
      if (gapBehind) {
        nextPair = this.pairs.number(id[i + 1]!, id[i + 2]!);
        after = this.#class(nextPair, counted, (info[i + 1]! & Info.Joined) !== 0);
      }
      let decision = 0;
      if ((info[i]! & Info.Gap) !== 0 && run < LONGEST_WORD) {
        const a = id[i]!;
        const b = id[i + 1]!;
        const shapeA = shapeAt(i);
        const shapeB = shapeAt(i + 1);
        const capitalB = CAPITAL[shapeB]!;
        const capitals = CAPITAL[shapeA]! * 2 + capitalB;
        const n = i + 2 < corpus.length ? id[i + 2]! : 0;
        let triple = 0;
        if (after !== PairClass.NoGap && (here & PairBit.Prefix) !== 0) triple = this.pairs.spanBits(spanHash(mix((a << 16) | b), n));
        let wider = 0;
        if (joined === 1 && (spanBits & SpanBit.Prefix) !== 0) {
          span = spanHash(span, b);
          wider = this.pairs.spanBits(span);
        }
        const p = id[i - 1]!;
        f[0] = foreign && (here & PairBit.Dictionary) !== 0 ? 0 : pair;
        f[1] = this.syllableAt + a * ROW + LEFT + capitals;
        f[2] = this.syllableAt + b * ROW + RIGHT + capitals;
        f[3] = this.syllableAt + p * ROW + BEFORE + joined;
        f[4] = this.syllableAt + n * ROW + AFTER + capitalB;
        f[5] = this.shapeAt + shapeIndex(shapeAt(i - 1), shapeA, shapeB, i + 2 < corpus.length ? shapeAt(i + 2) : 5, joined);
        f[6] = this.classAt + classIndex(before, here, after, joined);
        f[7] = this.lexiconAt + lexiconIndex(before, here, after, wider, triple, capitalB, joined);
        f[8] = this.natureAt + natureIndex(nature[a]!, nature[b]!, here, capitals);
        f[9] = this.biasAt;
        let score = 0;
        for (let k = 0; k < GROUPS; k++) score += weights[f[k]!]!;
        const truth = (info[i]! & Info.Joined) !== 0 ? 1 : 0;
        if (decisions !== undefined) decision = score > 0 ? 1 : 0;
        else {
          decision = truth;
          const gradient = 1 / (1 + Math.exp(-score)) - truth;
          if (gradient > 0.001 || gradient < -0.001) {
            const square = gradient * gradient;
            for (let k = f[0] === 0 ? 1 : 0; k < GROUPS; k++) {
              const at = f[k]!;
              const sum = squares[at]! + square;
              squares[at] = sum;
              weights[at]! -= (rate * gradient) / Math.sqrt(sum);
            }
          }
        }
        if (decision === 1) {
          if (joined === 0) {
            span = mix((a << 16) | b);
            spanBits = (here & PairBit.Prefix) !== 0 ? SpanBit.Prefix : 0;
          } else spanBits = wider;
        }
      }
      if (decisions !== undefined) decisions[i] = decision;
      run = decision === 1 ? run + 1 : 1;
      joined = decision;
      before = here;
      here = after;
      pair = nextPair;
    }
  }

  #class(pair: number, counted: boolean, joined: boolean): number {
    if (pair === 0) return PairClass.Unseen;
    const self = counted ? 1 : 0;
    return pairClass(this.pairs.total[pair]! - self, this.pairs.joined[pair]! - (joined ? self : 0)) | this.pairs.bits[pair]!;
  }
}
