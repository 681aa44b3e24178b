import { comparisonKey } from '../text/keys.js';
import { foldedUnits, MARK, SPACE, Unit, unitClasses } from './letters.js';
import { END, growTrie, Letter, type WordTrie } from './scan/letter-trie.js';
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

/** Finds many terms in one pass over a text, letter by letter. */
export class TermScanner {
  readonly #terms: readonly Term[];
  readonly #trie: WordTrie;
  /** By raw unit. */
  readonly #symbols: Uint16Array;
  readonly #anywhere: boolean;

  /** `anywhere`: a place may begin inside a run of letters. */
  constructor(terms: readonly Term[], anywhere: boolean) {
    this.#terms = terms.filter(term => term.pattern.length > 0);
    this.#trie = growTrie(this.#terms.map(({ pattern }) => pattern));
    this.#symbols = foldedUnits().map(unit => this.#trie.symbolOf[unit]!);
    this.#anywhere = anywhere;
  }

  /** Adds to `places` where a term's letters stand and its spelling is right. Borders at the end are not looked at. */
  scan(text: string, places: TermPlaces): void {
    const classes = unitClasses();
    const symbols = this.#symbols;
    const { children } = this.#trie;
    const anywhere = this.#anywhere;
    let before: number = Unit.Other;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const kind = classes[unit]!;
      const inside = kind === before && kind !== Unit.Other;
      before = kind;
      if (inside && !anywhere) continue;
      const symbol = symbols[unit]!;
      if (symbol === Letter.Ignored) continue;
      const node = children[symbol]!;
      if (node !== 0) this.#follow(text, i, node, places);
    }
  }

  /** `node` is where the letter at `start` leads. */
  #follow(text: string, start: number, node: number, places: TermPlaces): void {
    const symbols = this.#symbols;
    const { children } = this.#trie;
    let at = start;
    let blank = symbols[text.charCodeAt(start)] === Letter.Blank;
    for (let next = node; next !== 0; next = children[(next & ~END) + symbols[text.charCodeAt(at)]!]!) {
      at++;
      if (blank) while (symbols[text.charCodeAt(at)] === Letter.Blank) at++;
      while (symbols[text.charCodeAt(at)] === Letter.Ignored) at++;
      if ((next & END) !== 0) this.#end(text, start, at, next & ~END, places);
      if (at >= text.length) return;
      blank = symbols[text.charCodeAt(at)] === Letter.Blank;
    }
  }

  #end(text: string, start: number, end: number, node: number, places: TermPlaces): void {
    const spelled = text.slice(start, end);
    for (const word of this.#trie.ends.get(node)!) {
      const term = this.#terms[word]!;
      if (term.spells(spelled)) places.add(term.id, start, end);
    }
  }
}
