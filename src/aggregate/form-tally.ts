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
    const counts = byId.subarray(base, base + CASINGS);
    if (counts.some(count => count > 0)) bySpelling.set(spelling(base / CASINGS), [...counts]);
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
export interface WordCount {
  readonly word: string;
  readonly count: number;
}

/** Words by key, commonest first, ties by code point of the shown form. Sealed tallies alone. */
export function wordCounts(tally: FormTally, keyOf: (spelling: string) => string): WordCount[] {
  const mixedByLower = new Map<string, [string, number][]>();
  for (const [surface, count] of tally.mixed) {
    const lower = surface.toLowerCase();
    mixedByLower.set(lower, [...(mixedByLower.get(lower) ?? []), [surface, count]]);
  }
  const words = new Map<string, { count: number; shown: string; shownCount: number }>();
  for (const [spelling, counts] of tally.bySpelling) {
    const key = keyOf(spelling);
    const word = words.get(key) ?? { count: 0, shown: '', shownCount: 0 };
    words.set(key, word);
    for (const [surface, count] of [...surfaces(spelling, counts), ...(mixedByLower.get(spelling) ?? [])]) {
      if (count > word.shownCount || (count === word.shownCount && compareCodePoints(surface, word.shown) < 0)) {
        word.shown = surface;
        word.shownCount = count;
      }
    }
    for (const count of counts) word.count += count;
  }
  const shown = Array.from(words.values(), ({ shown: word, count }) => ({ word, count }));
  return shown.sort((a, b) => b.count - a.count || compareCodePoints(a.word, b.word));
}

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
