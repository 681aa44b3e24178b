import { normalizeText } from '../../text/normalize.js';
import { foldedUnits, MARK, SPACE, Unit, unitClasses } from '../letters.js';
import type { SpellingTest } from '../spelling.js';
import { END, growTrie, Letter, type LetterTrie, type WordTest, type WordTrie } from './letter-trie.js';

/** A word that the byte scan looks for. */
export interface ByteTerm {
  /** `foldedUnits`, one space between syllables. */
  readonly pattern: Uint16Array;
  /** It stands at the beginning of a run of letters. */
  readonly startsWord: boolean;
  /** It ends a run of letters. */
  readonly endsWord: boolean;
  /** Which of the spellings that fold alike count; `undefined` for all. */
  readonly spells: SpellingTest | undefined;
}

/** Blocks with the letters, signs and invisible characters that a query's symbols may stand for. */
const LATIN_TEXT: readonly (readonly [from: number, to: number])[] = [
  [0, 0x388],
  [0x1680, 0x1681],
  [0x1e00, 0x212c],
  [0x3000, 0x3001],
  [0xfeff, 0xff00],
];
/** No number of a term; `kernel.wat` of hits has the same numbers. */
const Spelled = { None: -1, Several: -3 } as const;
/** Beyond every letter that a query's symbols stand for. */
const OUTSIDE = 0xfffd;

/** Which terms were found, by number, and where they end. Columns; entries at and above `length` are stale. */
export interface TermEnds {
  length: number;
  readonly term: Int32Array;
  readonly end: Int32Array;
}

export function createTermEnds(room: number): TermEnds {
  return { length: 0, term: new Int32Array(room), end: new Int32Array(room) };
}

/**
 * All terms of a query, compared with bytes letter by letter, without regard to marks, case, i and y, invisible characters, and the
 * form of normalization; then the spelling is looked at. Borders are those of letters: a closer look at words is the caller's.
 */
export class TermTrie {
  /** What the kernel looks at. */
  readonly letters: LetterTrie;
  readonly #symbolOf: Uint16Array;
  readonly #terms: readonly ByteTerm[];
  /** By node. */
  readonly #ends: ReadonlyMap<number, readonly EndTerm[]>;
  readonly #first = createTermEnds(1);
  /** Bytes of the code point that was read last. */
  #step = 1;

  /** `undefined` when the terms have more different letters than the kernel can tell apart. */
  static of(terms: readonly ByteTerm[]): TermTrie | undefined {
    const trie = growTrie(terms.map(({ pattern }) => pattern));
    return trie.width > 0x100 ? undefined : new TermTrie(terms, trie);
  }

  private constructor(terms: readonly ByteTerm[], { symbolOf, children, ends }: WordTrie) {
    this.#terms = terms;
    this.#symbolOf = symbolOf;
    this.#ends = new Map(Array.from(ends, ([node, words]) => [node, words.map(word => endTerm(terms[word]!, word))]));
    const symbols = new Uint8Array(0x10000);
    const folded = foldedUnits();
    for (const [from, to] of LATIN_TEXT) for (let unit = from; unit < to; unit++) symbols[unit] = symbolOf[folded[unit]!]!;
    symbols[0] = Letter.None;
    symbols[0x0a] = Letter.None;
    this.letters = { symbols, children };
  }

  /** A first look at what stands behind a window: `letters` of the only term stand before it, or none of several. */
  testBehind(letters: number, shift: number): WordTest {
    let node = 0;
    for (const unit of this.#terms[0]!.pattern.subarray(0, letters)) node = this.letters.children[node + this.#symbolOf[unit]!]! & ~END;
    const classes = unitClasses();
    return {
      trie: this.letters,
      node,
      shift,
      startsWord: letters === 0 && this.#terms.every(({ startsWord, pattern }) => startsWord && classes[pattern[0]!] === Unit.Letter),
      endsWord: this.#terms.every(({ endsWord, pattern }) => endsWord && classes[pattern.at(-1)!] === Unit.Letter),
    };
  }

  /** What the kernel knows the letters of a pattern by. */
  symbolsOf(pattern: Uint16Array): Uint8Array {
    return Uint8Array.from(pattern, unit => this.#symbolOf[unit]!);
  }

  /** Of the terms that end at a node the one that is spelled as `chunk[start, end)` is, or a `Spelled`. */
  spelledTerm(node: number, chunk: Uint8Array, start: number, end: number): number {
    const spelled = this.#ends.get(node)!.filter(({ verdicts }) => verdicts?.of(chunk, start, end) !== false);
    return spelled.length > 1 ? Spelled.Several : (spelled[0]?.number ?? Spelled.None);
  }

  /** Whether a term begins with the code point at `at`; the line is somewhere in `[start, end)`. */
  matches(chunk: Uint8Array, start: number, end: number, at: number): boolean {
    this.#walk(chunk, start, end, at, this.#first);
    return this.#first.length > 0;
  }

  /** Puts into `out` where the terms end that begin at `at`, ascending. */
  endsFrom(chunk: Uint8Array, start: number, end: number, at: number, out: TermEnds): void {
    this.#walk(chunk, start, end, at, out);
  }

  /** Fills `out` as far as it has room. */
  #walk(chunk: Uint8Array, start: number, end: number, at: number, out: TermEnds): void {
    const { symbols, children } = this.letters;
    let node = 0;
    let blank = false;
    out.length = 0;
    for (let i = at; i < end; ) {
      const code = this.#code(chunk, i);
      const symbol = symbols[code]!;
      i += this.#step;
      if (symbol === Letter.Ignored) {
        if (i === at + this.#step) return;
        continue;
      }
      if (symbol === Letter.None) return;
      if (symbol === Letter.Blank && blank) continue;
      blank = symbol === Letter.Blank;
      node = children[node + symbol]!;
      if (node === 0) return;
      if ((node & END) === 0) continue;
      node &= ~END;
      const ends = this.#ends.get(node);
      if (ends !== undefined) this.#ending(ends, chunk, start, at, i, end, unitClasses()[code]!, out);
      if (out.length === out.end.length) return;
    }
  }

  /** Where the word begins of which `letters` symbols of `pattern` stand before `at`; -1 when they do not. */
  startBefore(pattern: Uint16Array, letters: number, chunk: Uint8Array, start: number, at: number): number {
    let i = at;
    const folded = foldedUnits();
    for (let k = letters - 1; k >= 0; k--) {
      const wanted = pattern[k]!;
      let code = this.#codeBefore(chunk, start, i);
      while (code >= 0 && folded[code] === MARK) {
        i -= this.#step;
        code = this.#codeBefore(chunk, start, i);
      }
      if (code < 0 || code === 0x0a || folded[code] !== wanted) return -1;
      i -= this.#step;
      if (wanted !== SPACE) continue;
      for (code = this.#codeBefore(chunk, start, i); code >= 0 && code !== 0x0a; code = this.#codeBefore(chunk, start, i)) {
        if (folded[code] !== SPACE && folded[code] !== MARK) break;
        i -= this.#step;
      }
    }
    return i;
  }

  /** At the end of terms at `stop`, which begin at `at`: appends those whose borders and spelling are right. */
  #ending(
    ends: readonly EndTerm[],
    chunk: Uint8Array,
    start: number,
    at: number,
    stop: number,
    end: number,
    last: number,
    out: TermEnds,
  ): void {
    const first = unitClasses()[this.#code(chunk, at)]!;
    const startsWord = first === Unit.Other || first !== this.#classBefore(chunk, start, at);
    let next = stop;
    let behind: number = Unit.Other;
    while (next < end) {
      const code = this.#code(chunk, next);
      if (foldedUnits()[code] !== MARK || code === 0) {
        behind = unitClasses()[code]!;
        break;
      }
      next += this.#step;
    }
    const endsWord = last === Unit.Other || last !== behind;
    for (const { term, number, verdicts } of ends) {
      if (term.startsWord && !startsWord) continue;
      if (term.endsWord && !endsWord) continue;
      if (verdicts?.of(chunk, at, next) === false) continue;
      if (out.length === out.end.length) return;
      out.term[out.length] = number;
      out.end[out.length++] = next;
    }
  }

  #classBefore(chunk: Uint8Array, start: number, at: number): number {
    let i = at;
    for (let code = this.#codeBefore(chunk, start, i); code >= 0; code = this.#codeBefore(chunk, start, i)) {
      if (foldedUnits()[code] !== MARK || code === 0) return unitClasses()[code]!;
      i -= this.#step;
    }
    return Unit.Other;
  }

  #codeBefore(chunk: Uint8Array, start: number, at: number): number {
    let i = at - 1;
    if (i < start) return -1;
    while (i > start && (chunk[i]! & 0xc0) === 0x80 && at - i < 4) i--;
    const code = this.#code(chunk, i);
    this.#step = at - i;
    return code;
  }

  #code(chunk: Uint8Array, at: number): number {
    const byte = chunk[at]!;
    if (byte < 0x80) {
      this.#step = 1;
      return byte;
    }
    if (byte < 0xe0) {
      this.#step = 2;
      return ((byte & 0x1f) << 6) | (chunk[at + 1]! & 0x3f);
    }
    if (byte < 0xf0) {
      this.#step = 3;
      return ((byte & 0x0f) << 12) | ((chunk[at + 1]! & 0x3f) << 6) | (chunk[at + 2]! & 0x3f);
    }
    this.#step = 4;
    return OUTSIDE;
  }
}

interface EndTerm {
  readonly term: ByteTerm;
  readonly number: number;
  readonly verdicts: Verdicts | undefined;
}

const endTerm = (term: ByteTerm, number: number): EndTerm => ({ term, number, verdicts: term.spells && new Verdicts(term.spells) });

const decoder = new TextDecoder();

/** Spellings that are remembered of a term: by case, tone and form a long phrase has many. */
const REMEMBERED = 4096;

/** What a term's test says of spellings; what it said it remembers, by their bytes. */
class Verdicts {
  readonly #test: SpellingTest;
  readonly #byHash = new Map<number, { readonly bytes: Uint8Array; readonly holds: boolean }>();

  constructor(test: SpellingTest) {
    this.#test = test;
  }

  of(chunk: Uint8Array, start: number, end: number): boolean {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ chunk[i]!, 0x01000193);
    const known = this.#byHash.get(hash);
    if (known !== undefined && known.bytes.length === end - start && equal(known.bytes, chunk, start)) return known.holds;
    const bytes = chunk.slice(start, end);
    const holds = this.#test(normalizeText(decoder.decode(bytes)).text);
    if (this.#byHash.size < REMEMBERED) this.#byHash.set(hash, { bytes, holds });
    return holds;
  }
}

function equal(bytes: Uint8Array, chunk: Uint8Array, start: number): boolean {
  for (let i = bytes.length - 1; i >= 0; i--) if (bytes[i] !== chunk[start + i]) return false;
  return true;
}
