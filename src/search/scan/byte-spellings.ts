import { foldedUnits, MARK, SPACE } from '../letters.js';

/** The values that one byte may have. */
export type ByteSet = ReadonlySet<number>;

/** Ways to write a letter in UTF-8 that differ in single bytes: a set for each byte. */
export interface ByteSpelling {
  readonly bytes: readonly ByteSet[];
  /** It is the letter only with a combining mark behind it. */
  readonly needsMark: boolean;
}

/** What a letter of a query may look like in bytes. */
export interface ByteLetter {
  /** Its `foldedUnits`. */
  readonly unit: number;
  readonly spellings: readonly ByteSpelling[];
}

const range = (from: number, to: number): ByteSet => new Set(Array.from({ length: to - from + 1 }, (_, i) => from + i));
const singles: ByteSet[] = [];
/** Of one byte there is one set, so that sets that are the same are known by it. */
const only = (first: number, ...others: number[]): ByteSet => {
  if (others.length > 0) return new Set([first, ...others]);
  singles[first] ??= new Set([first]);
  return singles[first];
};
export const ANY_BYTE: ByteSet = range(0, 255);

/** What may stand between the letters of a word: combining marks and invisible characters. A little more than there is. */
const BETWEEN_LETTERS: readonly (readonly ByteSet[])[] = [
  [only(0xcc, 0xcd), range(0x80, 0xbf)],
  [only(0xc2), only(0xad)],
  [only(0xe2), only(0x80, 0x81), new Set([...range(0x8b, 0x8f), 0xa0])],
  [only(0xef), only(0xbb), only(0xbf)],
];

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Typed for đ, and turned into it. */
const D_WITH_STROKE = new Set(['đ', 'ð', 'ɖ']);

/**
 * The letters of a word, or `undefined` when one of them may come out of normalization in ways that are not known here (letters that
 * are not Latin, symbols). An exact letter keeps its quality (`ơ` is no `o`), but neither its tone, which may stand elsewhere in the
 * syllable, nor the difference of i and y.
 */
export function byteLetters(pieces: readonly { readonly text: string; readonly folds: boolean }[]): ByteLetter[] | undefined {
  const letters: ByteLetter[] = [];
  for (const [i, { text, folds }] of pieces.entries()) {
    if (i > 0) letters.push(letterOf(' ', true));
    for (const character of text) {
      const code = character.codePointAt(0)!;
      if (foldedUnits()[code] === MARK && code < 0x10000) continue;
      if (!isKnown(code)) return undefined;
      letters.push(letterOf(character, folds));
    }
  }
  return letters;
}

/** Latin letters, ASCII, and the punctuation of news. */
function isKnown(code: number): boolean {
  if (code < 0x250) return true;
  return (code >= 0x1e00 && code <= 0x1eff) || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x205e);
}

/** Where letters, signs and spaces of Latin text have their code points, and what normalization turns into one. */
const BLOCKS: readonly (readonly [from: number, to: number])[] = [
  [0x09, 0x24f],
  [0x250, 0x2af],
  [0x1680, 0x1680],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x212a, 0x212b],
  [0x3000, 0x3000],
];
/** Single signs outside of them that become ASCII. */
const STRAYS = [0x37e, 0x387, 0x1fef, 0x1ffd];

/** Code points that fold to a unit. */
function codesOf(folded: number): number[] {
  const table = foldedUnits();
  const codes = STRAYS.filter(code => table[code] === folded);
  for (const [from, to] of BLOCKS) for (let code = from; code <= to; code++) if (table[code] === folded) codes.push(code);
  return codes;
}

const cache = new Map<string, ByteLetter>();

function letterOf(character: string, folds: boolean): ByteLetter {
  const key = character + (folds ? '~' : '');
  let letter = cache.get(key);
  if (letter === undefined) {
    letter = spelledLetter(character, folds);
    cache.set(key, letter);
  }
  return letter;
}

function spelledLetter(character: string, folds: boolean): ByteLetter {
  const unit = foldedUnits()[character.charCodeAt(0)]!;
  const wanted = qualityOf(character);
  const plain: number[] = [];
  const marked: number[] = [];
  for (const code of codesOf(unit)) {
    if (code === 0x0a) continue;
    const quality = qualityOf(String.fromCharCode(code));
    if (folds || quality === wanted || unit === SPACE) plain.push(code);
    else if (wanted !== 'đ' && wanted !== String.fromCharCode(unit)) marked.push(code);
  }
  return { unit, spellings: [...grouped(plain, false), ...grouped(marked, true)] };
}

/** The letter in lower case without its tone, y as i. */
function qualityOf(character: string): string {
  const lower = character.toLowerCase();
  if (D_WITH_STROKE.has(lower)) return 'đ';
  const quality = lower.normalize('NFD').replace(TONES, '').normalize('NFC');
  return quality === 'y' ? 'i' : quality === 'ſ' ? 's' : quality;
}

/** Code points by all their bytes but the last. */
function grouped(codes: readonly number[], needsMark: boolean): ByteSpelling[] {
  const groups = new Map<string, number[][]>();
  for (const code of codes) {
    const bytes = utf8(code);
    const key = bytes.slice(0, -1).join();
    groups.set(key, [...(groups.get(key) ?? []), bytes]);
  }
  return [...groups.values()].map(group => {
    const first = group[0]!;
    const bytes = first.map((byte, i) => (i < first.length - 1 ? only(byte) : new Set(group.map(spelling => spelling[i]!))));
    return { bytes, needsMark };
  });
}

function utf8(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

/** All that the `size` bytes from the first byte of `letters[from]` on may be, as products of sets. Behind the last letter stands anything. */
export function* bytePaths(letters: readonly ByteLetter[], from: number, size: number): Generator<readonly ByteSet[]> {
  const letter = letters[from];
  if (letter === undefined) {
    yield new Array<ByteSet>(size).fill(ANY_BYTE);
    return;
  }
  for (const { bytes, needsMark } of letter.spellings) {
    if (bytes.length >= size) yield bytes.slice(0, size);
    else for (const rest of pathsBehind(letters, from, size - bytes.length, needsMark)) yield [...bytes, ...rest];
  }
}

function* pathsBehind(letters: readonly ByteLetter[], at: number, size: number, needsMark: boolean): Generator<readonly ByteSet[]> {
  if (!needsMark) {
    yield* bytePaths(letters, at + 1, size);
    if (letters[at]!.unit === SPACE) yield* bytePaths(letters, at, size);
  }
  for (const between of BETWEEN_LETTERS) {
    if (between.length >= size) yield between.slice(0, size);
    else for (const rest of pathsBehind(letters, at, size - between.length, false)) yield [...between, ...rest];
  }
}
