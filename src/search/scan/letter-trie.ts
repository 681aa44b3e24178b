import { MARK, SPACE } from '../letters.js';

/** Letters of words as numbers, and which word goes on with which. */
export interface LetterTrie {
  /** By code point below U+10000: a `Letter`, or the number of a letter of some word. */
  readonly symbols: Uint8Array;
  /** At a node and a symbol the next node, or 0; `END` is set where a word ends there. A node is where its row begins; the root's is 0. */
  readonly children: Int32Array;
}

/** Numbers of what is no letter of a word; letters are numbered from `First` on. */
export const Letter = {
  /** In no word. */
  None: 0,
  /** Combining marks, invisible characters. */
  Ignored: 1,
  Blank: 2,
  First: 3,
} as const;

export const END = 0x40000000;

/** The trie of some words, each in `foldedUnits` with one space between syllables. */
export interface WordTrie {
  /** By folded unit: a `Letter`, or the number of a letter of some word. */
  readonly symbolOf: Uint16Array;
  /** How many numbers there are. */
  readonly width: number;
  readonly children: Int32Array;
  /** By node: which words end there. */
  readonly ends: ReadonlyMap<number, readonly number[]>;
}

export function growTrie(words: readonly Uint16Array[]): WordTrie {
  const units = new Set(words.flatMap(word => [...word]));
  units.delete(SPACE);
  const symbolOf = new Uint16Array(0x10000);
  symbolOf[SPACE] = Letter.Blank;
  symbolOf[MARK] = Letter.Ignored;
  [...units].forEach((unit, i) => {
    symbolOf[unit] = Letter.First + i;
  });
  const width = Letter.First + units.size;
  const rows: number[][] = [new Array<number>(width).fill(0)];
  const ends = new Map<number, number[]>();
  words.forEach((word, number) => {
    let node = 0;
    for (const unit of word) {
      const row = rows[node / width]!;
      const symbol = symbolOf[unit]!;
      if (row[symbol] === 0) {
        row[symbol] = rows.length * width;
        rows.push(new Array<number>(width).fill(0));
      }
      node = row[symbol]!;
    }
    ends.set(node, [...(ends.get(node) ?? []), number]);
  });
  return { symbolOf, width, children: Int32Array.from(rows.flat(), node => (ends.has(node) ? node | END : node)), ends };
}

/** A first look at the letters behind a window. It may let places pass where no word is, and stops none where one is. */
export interface WordTest {
  readonly trie: LetterTrie;
  /** The node that the letters before the window lead to. */
  readonly node: number;
  /** How many bytes behind its place a window's letters begin. */
  readonly shift: number;
  /** No word begins inside a run of letters. */
  readonly startsWord: boolean;
  /** No word ends inside a run of letters. */
  readonly endsWord: boolean;
}

/** The test for the window at `place`; what goes on behind `end` passes. */
export function leads({ trie, node: root, shift, startsWord, endsWord }: WordTest, chunk: Uint8Array, place: number, end: number): boolean {
  const { symbols, children } = trie;
  let at = place + shift;
  if (startsWord && at > 0 && isAsciiLetter(chunk[at - 1]!)) return false;
  let node = root;
  let blank = false;
  while (at < end) {
    let code = chunk[at]!;
    if (code >= 0xf0) return false;
    if (code < 0x80) at++;
    else if (code < 0xe0) {
      code = ((code & 0x1f) << 6) | (chunk[at + 1]! & 0x3f);
      at += 2;
    } else {
      code = ((code & 0x0f) << 12) | ((chunk[at + 1]! & 0x3f) << 6) | (chunk[at + 2]! & 0x3f);
      at += 3;
    }
    const symbol = symbols[code]!;
    if (symbol === Letter.None) return false;
    if (symbol === Letter.Ignored || (symbol === Letter.Blank && blank)) continue;
    blank = symbol === Letter.Blank;
    node = children[node + symbol]!;
    if (node === 0) return false;
    if ((node & END) === 0) continue;
    if (!endsWord || at >= end || !isAsciiLetter(chunk[at]!)) return true;
    node &= ~END;
  }
  return true;
}

const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
