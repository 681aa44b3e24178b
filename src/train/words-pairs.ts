import { PairBit, SpanBit } from '../text/segment/model.js';
import { KeyTable } from './counter.js';
import type { Corpus } from './words-corpus.js';
import { Info } from './words-corpus.js';
import type { PairSource } from './words-learner.js';
import { hashOf, type MinedLexicon, type PairCounts } from './words-lexicon.js';

/** A pair that is joined now and then tells more than one that is always split, as the unseen mostly are. */
const JOINED_WORTH = 60;

/** The pairs that the model keeps: those of the lexicon and the gold text, and the commonest others. */
export class KeptPairs implements PairSource {
  readonly keys = new KeyTable();
  readonly total: Int32Array;
  readonly joined: Int32Array;
  readonly bits: Uint8Array;
  /** Spans of three syllables and more, by hash: `SpanBit`s. */
  readonly spans = new Map<number, number>();

  constructor(counts: PairCounts, lexicon: MinedLexicon, gold: readonly Corpus[], atMost: number) {
    const bits = new Map<number, number>();
    const mark = (key: number, bit: number) => bits.set(key, (bits.get(key) ?? 0) | bit);
    for (const ids of lexicon.words) {
      const key = (ids[0]! << 16) | ids[1]!;
      if (ids.length === 2) mark(key, PairBit.Word);
      else {
        mark(key, PairBit.Prefix);
        for (let length = 3; length <= ids.length; length++) {
          const hash = hashOf(ids.slice(0, length));
          this.spans.set(hash, (this.spans.get(hash) ?? 0) | (length === ids.length ? SpanBit.Word : SpanBit.Prefix));
        }
      }
    }
    for (const key of lexicon.dictionary) mark(key, PairBit.Dictionary);
    for (const key of [...bits.keys()].sort((a, b) => a - b)) this.keys.add(key);
    for (const corpus of gold) {
      for (let i = 0; i < corpus.length; i++) if (corpus.info[i]! & Info.Gap) this.keys.add((corpus.id[i]! << 16) | corpus.id[i + 1]!);
    }
    const rest: number[] = [];
    for (let pair = 1; pair <= counts.keys.size; pair++) {
      if (this.keys.find(counts.keys.key(pair)) === 0) rest.push(pair);
    }
    const worth = (pair: number): number => counts.total.get(pair) + JOINED_WORTH * counts.joined.get(pair);
    rest.sort((a, b) => worth(b) - worth(a) || counts.keys.key(a) - counts.keys.key(b));
    for (const pair of rest.slice(0, Math.max(0, atMost - this.keys.size))) this.keys.add(counts.keys.key(pair));
    this.total = new Int32Array(this.keys.size + 1);
    this.joined = new Int32Array(this.keys.size + 1);
    this.bits = new Uint8Array(this.keys.size + 1);
    for (let number = 1; number <= this.keys.size; number++) {
      const key = this.keys.key(number);
      const counted = counts.keys.find(key);
      this.total[number] = counts.total.get(counted);
      this.joined[number] = counts.joined.get(counted);
      this.bits[number] = bits.get(key) ?? 0;
    }
  }

  get size(): number {
    return this.keys.size;
  }

  number(left: number, right: number): number {
    return this.keys.find((left << 16) | right);
  }

  spanBits(hash: number): number {
    return this.spans.get(hash) ?? 0;
  }
}
