import { comparisonKey } from '../text/keys.js';
import { keyOf, pairHash, spanHash } from '../text/segment/hash.js';
import { FIRST_SYLLABLE, UnitId } from '../text/segment/units.js';
import { VARIANT_PAIRS, VARIANT_SYLLABLES } from '../text/spelling-variants.js';
import { Counts, KeyTable } from './counter.js';
import { type Corpus, Info, type SyllableListener } from './words-corpus.js';

/** Syllables get an id from this count in the silver text on; those of the gold text and the dictionary always do. */
const SYLLABLE_FLOOR = 8;
const MOST_SYLLABLES = 30_000;

/** Numbers the syllables, and keeps how they are spelled and cased. */
export class SyllableTable {
  readonly keys = new KeyTable();
  readonly #counts = new Counts();
  readonly #inside = new Counts();
  readonly #capitals = new Counts();
  readonly #spellings: string[] = [''];
  /** Ids by number, numbers by id. */
  #ids = new Uint16Array(0);
  #numbers: number[] = [];

  /** Counts syllables; `weight` is high for text whose syllables must be known. */
  listener(weight: number): SyllableListener {
    return (key, sentence, start, end, capital, opens) => {
      const number = this.keys.add(key);
      if (this.#spellings[number] === undefined) this.#spellings[number] = comparisonKey(sentence.slice(start, end));
      this.#counts.add(number, weight);
      if (opens) return;
      this.#inside.add(number, 1);
      if (capital) this.#capitals.add(number, 1);
    };
  }

  addSpelled(syllable: string): void {
    const number = this.keys.add(keyOf(syllable));
    this.#spellings[number] ??= syllable;
    this.#counts.add(number, SYLLABLE_FLOOR);
  }

  /** Gives ids to the syllables that are common enough, the commonest first; both spellings of a y/i variant share one. */
  freeze(): void {
    const numbers: number[] = [];
    for (let number = 1; number <= this.keys.size; number++) if (this.#counts.get(number) >= SYLLABLE_FLOOR) numbers.push(number);
    numbers.sort((a, b) => this.#counts.get(b) - this.#counts.get(a) || (this.#spellings[a]! < this.#spellings[b]! ? -1 : 1));
    this.#numbers = numbers.slice(0, MOST_SYLLABLES);
    this.#ids = new Uint16Array(this.keys.size + 1);
    this.#numbers.forEach((number, i) => {
      this.#ids[number] = FIRST_SYLLABLE + i;
    });
    for (const [other, key] of VARIANT_SYLLABLES) {
      const number = this.keys.find(keyOf(other));
      const target = this.#ids[this.keys.find(keyOf(key))];
      if (number !== 0 && target) this.#ids[number] = target;
    }
  }

  /** Ids end below this. */
  get size(): number {
    return FIRST_SYLLABLE + this.#numbers.length;
  }

  idOf(key: number): number {
    return this.#ids[this.keys.find(key)] || UnitId.Unknown;
  }

  spelling(id: number): string {
    return this.#spellings[this.#numbers[id - FIRST_SYLLABLE]!]!;
  }

  count(id: number): number {
    return this.#counts.get(this.#numbers[id - FIRST_SYLLABLE]!);
  }

  /** The share of its occurrences inside sentences that begin with a capital. */
  capitalShare(id: number): number {
    const number = this.#numbers[id - FIRST_SYLLABLE]!;
    return this.#capitals.get(number) / Math.max(1, this.#inside.get(number));
  }

  /** Each key with its id, the other spellings included. */
  *entries(): Iterable<readonly [key: number, id: number]> {
    for (let number = 1; number <= this.keys.size; number++) if (this.#ids[number] !== 0) yield [this.keys.key(number), this.#ids[number]!];
    for (const [other, key] of VARIANT_SYLLABLES) {
      const id = this.idOf(keyOf(key));
      if (this.keys.find(keyOf(other)) === 0 && id >= FIRST_SYLLABLE) yield [keyOf(other), id];
    }
  }

  /** Replaces `Unknown` by the syllables' ids. */
  assign(corpus: Corpus): void {
    for (let i = 0; i < corpus.length; i++) if (corpus.id[i] === UnitId.Unknown) corpus.id[i] = this.idOf(corpus.key[i]!);
  }

  ids(word: string): number[] {
    return word.split(' ').map(syllable => this.idOf(keyOf(syllable)));
  }
}

/** How often each pair of syllables occurs, is joined, and is a word of two syllables. */
export class PairCounts {
  readonly keys = new KeyTable();
  readonly total = new Counts();
  readonly joined = new Counts();
  readonly words = new Counts();
  /** Silver and gold words of three syllables and more: by hash of their span, with where the first stands. */
  readonly longKeys = new KeyTable();
  readonly longCounts = new Counts();
  readonly longIds: (readonly number[])[] = [[]];

  add(corpus: Corpus, counted: boolean): void {
    const { id, info } = corpus;
    let begin = 0;
    for (let i = 0; i + 1 < corpus.length; i++) {
      const joined = (info[i]! & Info.Joined) !== 0;
      if ((info[i]! & Info.Gap) !== 0) {
        const pair = this.keys.add((id[i]! << 16) | id[i + 1]!);
        if (counted) {
          this.total.add(pair, 1);
          if (joined) this.joined.add(pair, 1);
        }
        if (joined && i === begin && (info[i + 1]! & Info.Joined) === 0 && counted) this.words.add(pair, 1);
      }
      if (joined) continue;
      const length = i - begin + 1;
      if (length >= 3 && length <= 6) this.#long(id.subarray(begin, i + 1));
      begin = i + 1;
    }
  }

  #long(ids: Uint16Array): void {
    if (ids.some(id => id < FIRST_SYLLABLE)) return;
    const number = this.longKeys.add(hashOf(ids));
    this.longCounts.add(number, 1);
    this.longIds[number] ??= [...ids];
  }
}

export function hashOf(ids: ArrayLike<number>): number {
  let hash = pairHash(ids[0]!, ids[1]!);
  for (let i = 2; i < ids.length; i++) hash = spanHash(hash, ids[i]!);
  return hash;
}

/** A word of two syllables is taken from counts when it is seen so often, and so mostly joined. */
const PAIR_FLOOR = 5;
const PAIR_SHARE = 0.4;
const LONG_FLOOR = 4;

/** The words of two syllables and more: mined from counts, and the dictionary's. */
export interface MinedLexicon {
  readonly words: readonly (readonly number[])[];
  readonly dictionary: ReadonlySet<number>;
}

/** `dictionary`: words by syllable ids. */
export function mineLexicon(counts: PairCounts, syllables: SyllableTable, dictionary: readonly (readonly number[])[]): MinedLexicon {
  const words = new Map<string, readonly number[]>();
  const listed = new Set<number>();
  const take = (ids: readonly number[]) => words.set(ids.join(' '), ids);
  for (const ids of dictionary) {
    if (ids.length < 2 || ids.includes(UnitId.Unknown)) continue;
    take(ids);
    if (ids.length === 2) listed.add((ids[0]! << 16) | ids[1]!);
  }
  for (const [syllable, pair] of VARIANT_PAIRS) {
    for (const word of listedWith(syllable, pair)) {
      const ids = syllables.ids(word);
      if (!ids.includes(UnitId.Unknown)) take(ids);
    }
  }
  for (let pair = 1; pair <= counts.keys.size; pair++) {
    const key = counts.keys.key(pair);
    const ids = [key >>> 16, key & 0xffff];
    if (ids[0]! < FIRST_SYLLABLE || ids[1]! < FIRST_SYLLABLE) continue;
    const seen = counts.words.get(pair);
    if (seen >= PAIR_FLOOR && seen >= PAIR_SHARE * counts.total.get(pair)) take(ids);
  }
  for (let number = 1; number <= counts.longKeys.size; number++) {
    if (counts.longCounts.get(number) >= LONG_FLOOR) take(counts.longIds[number]!);
  }
  return { words: [...words.values()].sort((a, b) => compareIds(a, b)), dictionary: listed };
}

function listedWith(syllable: string, pair: { before: ReadonlySet<string>; after: ReadonlySet<string> }): string[] {
  return [...[...pair.before].map(other => `${other} ${syllable}`), ...[...pair.after].map(other => `${syllable} ${other}`)];
}

function compareIds(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
