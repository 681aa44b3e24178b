import { compareCodePoints } from '../model/code-points.js';
import { Casing } from '../model/tokens.js';

const CASINGS = Object.keys(Casing).length;

/**
 * Occurrences of each form by casing. Counted by id in a typed array; sealed, by the lower-case spelling, so that states of several
 * threads merge. Spellings in mixed case (`iPhone`) are kept as written.
 */
export interface FormTally {
  /** `id * 5 + casing`; empty when sealed. */
  byId: Uint32Array;
  /** Lower-case spelling → occurrences by casing; filled when sealed. */
  bySpelling: Map<string, number[]>;
  /** Mixed-case spelling → occurrences. */
  mixed: Map<string, number>;
}

export function createFormTally(): FormTally {
  return { byId: new Uint32Array(1 << 12), bySpelling: new Map(), mixed: new Map() };
}

/** Counts one occurrence of a form in any casing but `Mixed`. */
export function tallyForm(tally: FormTally, form: number, casing: number): void {
  const at = form * CASINGS + casing;
  if (at >= tally.byId.length) growTally(tally, at);
  tally.byId[at]!++;
}

/** Counts one occurrence of a form written in mixed case, as `surface`. */
export function tallyMixed(tally: FormTally, form: number, surface: string): void {
  tallyForm(tally, form, Casing.Mixed);
  tally.mixed.set(surface, (tally.mixed.get(surface) ?? 0) + 1);
}

function growTally(tally: FormTally, at: number): void {
  const grown = new Uint32Array(Math.max(at + CASINGS, tally.byId.length * 2));
  grown.set(tally.byId);
  tally.byId = grown;
}

export function sealFormTally(tally: FormTally, spelling: (form: number) => string): void {
  const { byId, bySpelling } = tally;
  for (let base = 0; base + CASINGS <= byId.length; base += CASINGS) {
    let any = 0;
    for (let casing = 0; casing < CASINGS; casing++) any |= byId[base + casing]!;
    if (any !== 0) bySpelling.set(spelling(base / CASINGS), Array.from(byId.subarray(base, base + CASINGS)));
  }
  tally.byId = new Uint32Array(0);
}

/** Both sealed. */
export function mergeFormTallies(a: FormTally, b: FormTally): FormTally {
  const [larger, smaller] = a.bySpelling.size >= b.bySpelling.size ? [a, b] : [b, a];
  for (const [spelling, counts] of smaller.bySpelling) {
    const there = larger.bySpelling.get(spelling);
    if (there === undefined) larger.bySpelling.set(spelling, counts);
    else for (let casing = 0; casing < CASINGS; casing++) there[casing]! += counts[casing]!;
  }
  for (const [surface, count] of smaller.mixed) larger.mixed.set(surface, (larger.mixed.get(surface) ?? 0) + count);
  return larger;
}

/** A word by its key: how often it occurs in all its spellings, and the commonest of them (ties by code point). */
export type WordCount = { readonly word: string; readonly count: number };

/** The words of a sealed tally: its spellings, put together by `keyOf`. */
export class WordCounts {
  readonly #tally: FormTally;
  /** By word: occurrences, and its lower-case spellings. */
  readonly #counts: number[] = [];
  readonly #spellings: string[][] = [];
  #mixed: Map<string, [string, number][]> | undefined;
  readonly hapaxes: number;

  constructor(tally: FormTally, keyOf: (spelling: string) => string) {
    this.#tally = tally;
    const words = new Map<string, number>();
    for (const [spelling, counts] of tally.bySpelling) {
      const key = keyOf(spelling);
      const word = words.get(key) ?? words.size;
      const count = counts.reduce((sum, ofCasing) => sum + ofCasing, 0);
      if (word < words.size) {
        this.#counts[word]! += count;
        this.#spellings[word]!.push(spelling);
        continue;
      }
      words.set(key, word);
      this.#counts.push(count);
      this.#spellings.push([spelling]);
    }
    this.hapaxes = this.#counts.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0);
  }

  get types(): number {
    return this.#counts.length;
  }

  /** The `limit` commonest of the words that `wanted` says, ties by code point. */
  commonest(limit: number, wanted: (word: string) => boolean): WordCount[] {
    const found: WordCount[] = [];
    // A whole number of 53 bits: the count, then the word. Words of one count are looked at together, and only as far as is needed.
    const ranked = Float64Array.from(this.#counts, (count, word) => count * PLACES + word).sort();
    for (let end = ranked.length; end > 0 && found.length < limit; ) {
      const count = Math.floor(ranked[end - 1]! / PLACES);
      let start = end - 1;
      while (start > 0 && ranked[start - 1]! >= count * PLACES) start--;
      const shown = Array.from(ranked.subarray(start, end), place => this.#shown(place % PLACES));
      for (const word of shown.filter(wanted).sort(compareCodePoints)) found.push({ word, count });
      end = start;
    }
    return found.slice(0, limit);
  }

  #shown(word: number): string {
    let shown = '';
    let most = 0;
    for (const spelling of this.#spellings[word]!) {
      const counts = this.#tally.bySpelling.get(spelling)!;
      for (const [surface, count] of [...surfaces(spelling, counts), ...(this.#mixedSpellings().get(spelling) ?? [])]) {
        if (count < most || (count === most && compareCodePoints(surface, shown) >= 0)) continue;
        shown = surface;
        most = count;
      }
    }
    return shown;
  }

  #mixedSpellings(): ReadonlyMap<string, [string, number][]> {
    if (this.#mixed !== undefined) return this.#mixed;
    this.#mixed = new Map();
    for (const [surface, count] of this.#tally.mixed) {
      const lower = surface.toLowerCase();
      const there = this.#mixed.get(lower);
      if (there === undefined) this.#mixed.set(lower, [[surface, count]]);
      else there.push([surface, count]);
    }
    return this.#mixed;
  }
}

/** More than there are words. */
const PLACES = 2 ** 25;

function surfaces(spelling: string, counts: readonly number[]): [string, number][] {
  const found: [string, number][] = [];
  if (counts[Casing.Lower]! > 0) found.push([spelling, counts[Casing.Lower]!]);
  if (counts[Casing.Initial]! > 0) found.push([capitalized(spelling), counts[Casing.Initial]!]);
  if (counts[Casing.Title]! > 0) found.push([spelling.split(' ').map(capitalized).join(' '), counts[Casing.Title]!]);
  if (counts[Casing.Upper]! > 0) found.push([spelling.toUpperCase(), counts[Casing.Upper]!]);
  return found;
}

function capitalized(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return word === '' ? word : first.toUpperCase() + word.slice(first.length);
}
