import { pairHash, spanHash } from '../text/segment/hash.js';
import { FIRST_SYLLABLE, Shape, UnitId } from '../text/segment/units.js';
import { Counts, KeyTable } from './counter.js';
import { type Corpus, Info } from './words-corpus.js';
import { hashOf } from './words-lexicon.js';

/** A pair is settled when the reference has it so often, and always the same way. */
const SETTLED = 2;

/** Pairs of syllables that reference texts always join, or never. */
export class Harmony {
  readonly #pairs = new KeyTable();
  readonly #gaps = new Counts();
  readonly #joins = new Counts();

  constructor(references: readonly Corpus[]) {
    for (const { id, info, length } of references) {
      for (let i = 0; i + 1 < length; i++) {
        if ((info[i]! & Info.Gap) === 0) continue;
        const pair = this.#pairs.add((id[i]! << 16) | id[i + 1]!);
        this.#gaps.add(pair, 1);
        if (info[i]! & Info.Joined) this.#joins.add(pair, 1);
      }
    }
  }

  /**
   * Brings another school's text into line: words of two syllables that the references always split are split, neighbours that
   * they always join are joined. Longer words stay. Returns how many gaps were changed.
   */
  apply(corpus: Corpus): number {
    const { id, info } = corpus;
    let changed = 0;
    for (let i = 1; i + 1 < corpus.length; i++) {
      if ((info[i]! & Info.Gap) === 0 || ((info[i - 1]! | info[i + 1]!) & Info.Joined) !== 0) continue;
      const pair = this.#pairs.find((id[i]! << 16) | id[i + 1]!);
      const gaps = this.#gaps.get(pair);
      if (pair === 0 || gaps < SETTLED) continue;
      const joins = this.#joins.get(pair);
      if (joins !== 0 && joins !== gaps) continue;
      if (((info[i]! & Info.Joined) !== 0) === joins > 0) continue;
      info[i]! ^= Info.Joined;
      changed++;
    }
    return changed;
  }
}

/**
 * Cuts digits off the words beside them: people are of two minds about `8 triệu` and `tháng 5`, most cut. Names keep their numbers
 * (`Sea Games 22`).
 */
export function cutNumbers(corpus: Corpus): void {
  const { info, length } = corpus;
  for (let i = 1; i + 1 < length; i++) {
    const left = info[i]! & 7;
    if (left === Shape.Number || (left === Shape.Lower && (info[i + 1]! & 7) === Shape.Number)) info[i]! &= ~Info.Joined;
  }
}

/** Words as long as this are idioms for the most part: their syllables stand together by chance only rarely. */
const LONG = 4;

/**
 * Joins the long ones of `words` (syllable ids) wherever they begin and end with words of the text: programs know few of them. Returns
 * how many gaps were changed.
 */
export function joinLongWords({ id, info, length }: Corpus, words: readonly (readonly number[])[]): number {
  const long = words.filter(ids => ids.length >= LONG && !ids.includes(UnitId.Unknown));
  const openings = new Set(long.map(ids => (ids[0]! << 16) | ids[1]!));
  const spans = new Set(long.map(hashOf));
  const longest = Math.max(...long.map(ids => ids.length));
  const isJoined = (i: number): boolean => (info[i]! & Info.Joined) !== 0;
  let changed = 0;
  for (let i = 1; i + 1 < length; i++) {
    if (isJoined(i - 1) || !openings.has((id[i]! << 16) | id[i + 1]!)) continue;
    let hash = pairHash(id[i]!, id[i + 1]!);
    let end = i;
    for (let last = i + 2; last < i + longest && info[last - 2]! & info[last - 1]! & Info.Gap; last++) {
      hash = spanHash(hash, id[last]!);
      if (last - i + 1 >= LONG && !isJoined(last) && spans.has(hash)) end = last;
    }
    for (let k = i; k < end; k++) {
      if (!isJoined(k)) changed++;
      info[k]! |= Info.Joined;
    }
  }
  return changed;
}

/** A name is known to stand alone from so many occurrences on, and this share of them. */
const KNOWN_NAME = 50;
const ALONE = 0.5;

/**
 * Cuts a name that mostly stands alone off the longer name behind it: programs join the country to the person of `Tổng thống
 * Ukraine Volodymyr Zelensky` and `Thủ tướng Hy Lạp Kyriakos Mitsotakis`. What is left has two syllables or stands alone too.
 * No name of two syllables in `known`, as pairs of ids, is cut in two. Returns how many were cut.
 */
export function cutLeadingNames(corpus: Corpus, known: ReadonlySet<number>): number {
  const { id, info, length } = corpus;
  const names = new KeyTable();
  const starts = new Counts();
  const alone = new Counts();
  const isName = (i: number): boolean => (info[i]! & 7) === Shape.Initial && id[i]! >= FIRST_SYLLABLE;
  const isJoined = (i: number): boolean => (info[i]! & Info.Joined) !== 0;
  const one = (i: number): number => id[i]!;
  const two = (i: number): number => (id[i]! << 16) | id[i + 1]!;
  for (let i = 1; i + 1 < length; i++) {
    if (!isName(i) || isJoined(i - 1)) continue;
    const first = names.add(one(i));
    starts.add(first, 1);
    if (!isJoined(i)) alone.add(first, 1);
    else if (isName(i + 1)) {
      const pair = names.add(two(i));
      starts.add(pair, 1);
      if (!isJoined(i + 1)) alone.add(pair, 1);
    }
  }
  const standsAlone = (key: number): boolean => {
    const name = names.find(key);
    return starts.get(name) >= KNOWN_NAME && alone.get(name) >= ALONE * starts.get(name);
  };
  let cuts = 0;
  const cutBehind = (i: number) => {
    info[i]! &= ~Info.Joined;
    cuts++;
  };
  for (let i = 1; i + 3 < length; i++) {
    if (!isJoined(i) || isJoined(i - 1) || !isName(i) || !isCapital(info[i + 1]!)) continue;
    if (!known.has(two(i)) && standsAlone(one(i))) {
      if (isJoined(i + 1) ? isCapital(info[i + 2]!) : standsAlone(one(i + 1))) cutBehind(i);
    } else if (isJoined(i + 1) && isJoined(i + 2) && isCapital(info[i + 2]!) && isCapital(info[i + 3]!) && standsAlone(two(i)))
      cutBehind(i + 1);
  }
  return cuts;
}

const isCapital = (info: number): boolean => (info & 7) === Shape.Initial;
