import { comparisonKey } from '../text/keys.js';
import { foldedUnits, MARK, SPACE, Unit, unitClasses } from './letters.js';
import type { Piece, SpellingTest } from './spelling.js';
import { spellingTest } from './spelling.js';

/** Something the text is searched for by its letters: a word, a phrase, or the beginning of a word. */
export interface Term {
  readonly id: number;
  /** Its normal form; `kin*` for a beginning. */
  readonly label: string;
  readonly pieces: readonly Piece[];
  readonly prefix: boolean;
  /** `foldedUnits` of its text, one `SPACE` between syllables. */
  readonly pattern: Uint16Array;
  readonly spells: SpellingTest;
}

export function createTerm(id: number, pieces: readonly Piece[], prefix: boolean, caseSensitive: boolean): Term {
  const text = pieces.map(piece => piece.text).join(' ');
  return {
    id,
    label: comparisonKey(text) + (prefix ? '*' : ''),
    pieces,
    prefix,
    pattern: foldedPattern(text),
    spells: spellingTest(pieces, caseSensitive),
  };
}

function foldedPattern(text: string): Uint16Array {
  const table = foldedUnits();
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = table[text.charCodeAt(i)]!;
    if (unit !== MARK && !(unit === SPACE && units.at(-1) === SPACE)) units.push(unit);
  }
  return Uint16Array.from(units);
}

/** Where the letters of terms stand in one text. */
export class TermPlaces {
  /** By the term's id, as `start, end, start, end, …`, ascending. */
  readonly #byTerm: readonly number[][];
  /** Ids of the terms that have places. */
  readonly found: number[] = [];

  constructor(terms: number) {
    this.#byTerm = Array.from({ length: terms }, () => []);
  }

  clear(): void {
    for (const id of this.found) this.#byTerm[id]!.length = 0;
    this.found.length = 0;
  }

  add(id: number, start: number, end: number): void {
    const places = this.#byTerm[id]!;
    if (places.length === 0) this.found.push(id);
    places.push(start, end);
  }

  of(id: number): readonly number[] {
    return this.#byTerm[id]!;
  }
}

/** Finds many terms in one pass over a text, by their first letters. */
export class TermScanner {
  readonly #pairs: (Term[] | undefined)[] = new Array(PAIRS);
  readonly #triples: (Term[] | undefined)[] = new Array(TRIPLES);
  readonly #singles = new Map<number, Term[]>();
  readonly #anywhere: boolean;

  /** `anywhere`: a place may begin inside a run of letters. */
  constructor(terms: readonly Term[], anywhere: boolean) {
    this.#anywhere = anywhere;
    for (const term of terms) {
      if (term.pattern.length === 0) continue;
      const { pattern } = term;
      if (pattern.length === 1) append(this.#singles, pattern[0]!, term);
      else if (pattern.length > 2 && pattern[1] !== SPACE) {
        const hash = tripleHash(pattern[0]!, pattern[1]!, pattern[2]!);
        this.#triples[hash] ??= [];
        this.#triples[hash]!.push(term);
      } else {
        const hash = pairHash(pattern[0]!, pattern[1]!);
        this.#pairs[hash] ??= [];
        this.#pairs[hash]!.push(term);
      }
    }
  }

  /** Adds to `places` where a term's letters stand and its spelling is right. Borders at the end are not looked at. */
  scan(text: string, places: TermPlaces): void {
    const folded = foldedUnits();
    const classes = unitClasses();
    const { length } = text;
    const anywhere = this.#anywhere;
    const singles = this.#singles.size > 0;
    let before: number = Unit.Other;
    for (let i = 0; i < length; i++) {
      const raw = text.charCodeAt(i);
      const kind = classes[raw]!;
      const inside = kind === before && kind !== Unit.Other;
      before = kind;
      if (inside && !anywhere) continue;
      const unit = folded[raw]!;
      if (unit === MARK) continue;
      if (singles) this.#try(this.#singles.get(unit), text, i, places);
      const next = behindMarks(text, i + 1);
      if (next >= length) continue;
      const second = folded[text.charCodeAt(next)]!;
      this.#try(this.#pairs[pairHash(unit, second)], text, i, places);
      const last = behindMarks(text, next + 1);
      if (last < length) this.#try(this.#triples[tripleHash(unit, second, folded[text.charCodeAt(last)]!)], text, i, places);
    }
  }

  #try(terms: readonly Term[] | undefined, text: string, at: number, places: TermPlaces): void {
    if (terms === undefined) return;
    for (const term of terms) {
      const end = endOf(term.pattern, text, at);
      if (end >= 0 && term.spells(text.slice(at, end))) places.add(term.id, at, end);
    }
  }
}

const PAIRS = 1024;
const TRIPLES = 4096;
const pairHash = (first: number, second: number): number => (first * 31 + second) & (PAIRS - 1);
const tripleHash = (first: number, second: number, third: number): number => ((first * 31 + second) * 31 + third) & (TRIPLES - 1);

function behindMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length && foldedUnits()[text.charCodeAt(at)] === MARK) at++;
  return at;
}

function append(lists: Map<number, Term[]>, key: number, term: Term): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [term]);
  else list.push(term);
}

/** Where the pattern ends that begins at `at`, with the marks of its last letter; -1 where it does not stand. */
function endOf(pattern: Uint16Array, text: string, at: number): number {
  const folded = foldedUnits();
  let i = at;
  for (let k = 0; k < pattern.length; k++) {
    const wanted = pattern[k]!;
    let unit = folded[text.charCodeAt(i)];
    while (k > 0 && unit === MARK && i < text.length) unit = folded[text.charCodeAt(++i)];
    if (i >= text.length || unit !== wanted) return -1;
    i++;
    if (wanted === SPACE) while (i < text.length && folded[text.charCodeAt(i)] === SPACE) i++;
  }
  while (i < text.length && folded[text.charCodeAt(i)] === MARK) i++;
  return i;
}
