import { compareCodePoints } from '../model/code-points.js';
import type { Vocabulary } from '../model/tokens.js';

/**
 * Occurrences of each form. Counted by id in a typed array; sealed, by spelling, so that states of several threads merge. Plain data.
 */
export interface FormTally {
  /** By form; once sealed, by place. */
  counts: Uint32Array;
  /** By place, once sealed: the spelling, and the place of the one that stands for all of the same key. */
  spellings: string[];
  keys: Int32Array;
  /** Where each spelling has its place, once another tally was merged into this. */
  places: Map<string, number> | undefined;
}

export function createFormTally(): FormTally {
  return { counts: new Uint32Array(1 << 12), spellings: [], keys: new Int32Array(0), places: undefined };
}

/** Room for forms below `size`: `counts` of the result may be counted up. */
export function reserveForms(tally: FormTally, size: number): Uint32Array {
  if (size > tally.counts.length) tally.counts = widened(tally.counts, Math.max(size, tally.counts.length * 2));
  return tally.counts;
}

function widened(counts: Uint32Array, length: number): Uint32Array {
  const wider = new Uint32Array(length);
  wider.set(counts);
  return wider;
}

export function sealFormTally(tally: FormTally, vocabulary: Vocabulary): void {
  const { counts } = tally;
  const forms: number[] = [];
  /** By form, counted from 1. */
  const placeOf = new Int32Array(vocabulary.size);
  for (let form = 0; form < counts.length; form++) if (counts[form] !== 0) placeOf[form] = forms.push(form);
  // A key is a form too, whether it occurs or not.
  for (let place = 0; place < forms.length; place++) {
    const key = vocabulary.keyForm(forms[place]!);
    if (placeOf[key] === 0) placeOf[key] = forms.push(key);
  }
  tally.counts = new Uint32Array(forms.length);
  tally.keys = new Int32Array(forms.length);
  for (let place = 0; place < forms.length; place++) {
    tally.counts[place] = counts[forms[place]!] ?? 0;
    tally.keys[place] = placeOf[vocabulary.keyForm(forms[place]!)]! - 1;
  }
  tally.spellings = forms.map(form => vocabulary.spelling(form));
}

/** Both sealed. */
export function mergeFormTallies(a: FormTally, b: FormTally): FormTally {
  const [larger, smaller] = a.spellings.length >= b.spellings.length ? [a, b] : [b, a];
  larger.places ??= new Map(larger.spellings.map((spelling, place) => [spelling, place]));
  const { places, spellings } = larger;
  const placeOf = smaller.spellings.map(spelling => {
    const there = places.get(spelling);
    if (there !== undefined) return there;
    places.set(spelling, spellings.length);
    return spellings.push(spelling) - 1;
  });
  const counts = widened(larger.counts, spellings.length);
  const keys = new Int32Array(spellings.length);
  keys.set(larger.keys);
  placeOf.forEach((place, from) => {
    counts[place]! += smaller.counts[from]!;
    keys[place] = placeOf[smaller.keys[from]!]!;
  });
  return { counts, spellings, keys, places };
}

/** A word by its key: how often it occurs in all its spellings, and the commonest of them (ties by code point). */
export type WordCount = { readonly word: string; readonly count: number };

/** The words of a sealed tally: its spellings, put together by their keys. */
export class WordCounts {
  readonly #tally: FormTally;
  /** By the place of the key: occurrences, and the place of the commonest spelling. */
  readonly #counts: Uint32Array;
  readonly #shown: Int32Array;
  readonly types: number;
  readonly hapaxes: number;

  constructor(tally: FormTally) {
    const { counts, spellings, keys } = tally;
    const total = new Uint32Array(keys.length);
    const shown = new Int32Array(keys.length).fill(-1);
    for (let place = 0; place < keys.length; place++) {
      const count = counts[place]!;
      const key = keys[place]!;
      const best = shown[key]!;
      total[key]! += count;
      const rank = best < 0 ? 1 : count - counts[best]! || compareCodePoints(spellings[best]!, spellings[place]!);
      if (count > 0 && rank > 0) shown[key] = place;
    }
    this.#tally = tally;
    this.#counts = total;
    this.#shown = shown;
    this.types = total.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    this.hapaxes = total.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0);
  }

  /** The `limit` commonest of the words whose keys `wanted` says, ties by code point. */
  commonest(limit: number, wanted: (key: string) => boolean): WordCount[] {
    const { spellings } = this.#tally;
    const found: WordCount[] = [];
    // A whole number of 53 bits: the count, then the key. Words of one count are looked at together, and only as far as is needed.
    const ranked = new Float64Array(this.#counts.length);
    this.#counts.forEach((count, key) => {
      ranked[key] = count * PLACES + key;
    });
    ranked.sort();
    for (let end = ranked.length; end > 0 && found.length < limit; ) {
      const count = Math.floor(ranked[end - 1]! / PLACES);
      if (count === 0) break;
      let start = end - 1;
      while (start > 0 && ranked[start - 1]! >= count * PLACES) start--;
      const keys = Array.from(ranked.subarray(start, end), place => place % PLACES).filter(key => wanted(spellings[key]!));
      const words = keys.map(key => spellings[this.#shown[key]!]!).sort(compareCodePoints);
      for (const word of words) found.push({ word, count });
      end = start;
    }
    return found.slice(0, limit);
  }
}

/** More than there are words. */
const PLACES = 2 ** 25;
