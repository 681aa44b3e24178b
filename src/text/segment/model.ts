import { NUMBERS, unpackModel } from './format.js';
import { mix, pairHash, spanHash } from './hash.js';

/** Bytes of a syllable's row: weights by what it is to a gap (see `score.ts`), and its nature, all in one line of the cache. */
export const ROW = 16;
/** Where the nature of `id` is in the rows as Int32: at `id * NATURE_STEP + NATURE`. */
export const NATURE_STEP = ROW / 4;
export const NATURE = 3;

/** Bits of an entry of `pairs` above the four of the class. */
export const PairBit = {
  /** A word of the dictionary. */
  Dictionary: 16,
  /** Begins a longer word. */
  Prefix: 32,
  /** A word of the lexicon. */
  Word: 64,
} as const;

export const SpanBit = { Word: 1, Prefix: 2 } as const;

export const SyllableFlag = {
  /** A word of the lexicon by itself. */
  Word: 1,
  /** Mostly written with a capital: `Nga`, `Trump`. */
  Proper: 2,
} as const;

/** Classes of pairs that no count decides. */
export const PairClass = {
  /** There is nothing to decide: a mark or a border stands between. */
  NoGap: 0,
  Unseen: 1,
} as const;

/** A trained model over the bytes of its file: tables of integers and nothing else. */
export class WordModel {
  readonly bias: number;
  readonly maxSyllables: number;
  readonly wordCount: number;
  readonly syllables: Int32Array;
  readonly syllableMask: number;
  /** All of the file: sections begin at the places below. */
  readonly weights: Int8Array;
  readonly syllablesAt: number;
  readonly shapesAt: number;
  readonly classesAt: number;
  readonly lexiconAt: number;
  readonly naturesAt: number;
  readonly syllableNature: Int32Array;
  readonly syllableFlags: Uint8Array;
  readonly pairs: Int32Array;
  readonly pairMask: number;
  readonly spans: Uint16Array;
  readonly spanMask: number;
  readonly foldedHashes: Int32Array;
  readonly spellings: Uint8Array;
  readonly words: Uint16Array;

  /** `sum` is another way to the file's checksum. @throws NewsError `RESOURCE` when the bytes are no sound model. */
  constructor(bytes: Uint8Array, sum?: (ints: Int32Array) => number) {
    // Tables of integers need their place in memory.
    const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const sections = unpackModel(file, sum);
    const numbers = int32(sections.numbers);
    this.bias = numbers[NUMBERS.bias]!;
    this.maxSyllables = numbers[NUMBERS.maxSyllables]!;
    this.wordCount = numbers[NUMBERS.words]!;
    this.syllables = int32(sections.syllables);
    this.syllableMask = this.syllables.length - 1;
    const { buffer, byteOffset, byteLength } = file;
    const placeOf = (section: Uint8Array): number => section.byteOffset - byteOffset;
    this.weights = new Int8Array(buffer, byteOffset, byteLength);
    this.syllablesAt = placeOf(sections.syllableWeights);
    this.shapesAt = placeOf(sections.shapeWeights);
    this.classesAt = placeOf(sections.classWeights);
    this.lexiconAt = placeOf(sections.lexiconWeights);
    this.naturesAt = placeOf(sections.natureWeights);
    this.syllableNature = int32(sections.syllableWeights);
    this.syllableFlags = sections.syllableFlags;
    this.pairs = int32(sections.pairs);
    this.pairMask = this.pairs.length - 1;
    this.spans = uint16(sections.spans);
    this.spanMask = this.spans.length - 1;
    this.foldedHashes = int32(sections.foldedHashes);
    this.spellings = sections.spellings;
    this.words = uint16(sections.words);
  }

  /** The id of a syllable by its key; 0 when the model does not know it. */
  syllableOf(key: number): number {
    let slot = key & this.syllableMask;
    for (let entry = this.syllables[slot]!; entry !== 0; entry = this.syllables[slot]!) {
      if ((entry ^ key) >>> 16 === 0) return entry & 0xffff;
      slot = (slot + 1) & this.syllableMask;
    }
    return 0;
  }

  /** The entry of a pair of ids: class and `PairBit`s in the low byte, the signed weight in the next; `Unseen` when it is not known. */
  pairEntry(left: number, right: number): number {
    const hash = pairHash(left, right);
    let slot = hash & this.pairMask;
    for (let entry = this.pairs[slot]!; entry !== 0; entry = this.pairs[slot]!) {
      if ((entry ^ hash) >>> 16 === 0) return entry;
      slot = (slot + 1) & this.pairMask;
    }
    return PairClass.Unseen;
  }

  /** `SpanBit`s of a span of three syllables or more, by its hash. */
  spanBits(hash: number): number {
    const check = hash >>> 18;
    let slot = hash & this.spanMask;
    let entry = this.spans[slot]!;
    while (entry !== 0) {
      if (entry >>> 2 === check) return entry & 3;
      slot = (slot + 1) & this.spanMask;
      entry = this.spans[slot]!;
    }
    return 0;
  }

  /** Whether two syllables side by side are a known word of two syllables. */
  joinsMostly(left: number, right: number): boolean {
    return (this.pairEntry(left, right) & (PairBit.Word | PairBit.Dictionary)) !== 0;
  }

  /** Whether the syllables, by id, are a word of the lexicon. */
  hasWord(ids: readonly number[]): boolean {
    if (ids.length === 0 || ids.includes(0)) return false;
    if (ids.length === 1) return (this.syllableFlags[ids[0]!]! & SyllableFlag.Word) !== 0;
    if (ids.length === 2) return (this.pairEntry(ids[0]!, ids[1]!) & PairBit.Word) !== 0;
    let hash = pairHash(ids[0]!, ids[1]!);
    for (let i = 2; i < ids.length; i++) hash = spanHash(hash, ids[i]!);
    return (this.spanBits(hash) & SpanBit.Word) !== 0;
  }
}

/** The hash of a word without marks, syllables one space apart. */
export function foldedHash(folded: string): number {
  let hash = folded.length;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  return mix(hash);
}

type Bytes = Uint8Array;
const uint16 = (b: Bytes): Uint16Array => new Uint16Array(b.buffer, b.byteOffset, b.length >> 1);
const int32 = (b: Bytes): Int32Array => new Int32Array(b.buffer, b.byteOffset, b.length >> 2);
