import { NewsError } from '../../model/news-error.js';

/** `NWSM` in little-endian bytes. */
export const MAGIC = 0x4d53574e;
export const FORMAT_VERSION = 1;

/** The parts of a model file, in order; each begins at a multiple of four bytes. */
export const SECTIONS = [
  /** Int32: see `NUMBERS`. */
  'numbers',
  /** Hashed syllables: Int32, the upper half of the key and 16 bits of id a slot; 0 is an empty slot. */
  'syllables',
  /** Rows of `ROW` bytes an id: its weights (Int8) and, in the last four, what it is like (Int32; see `natureIndex`). */
  'syllableWeights',
  /** Uint8: `SyllableFlag` an id. */
  'syllableFlags',
  /** Hashed pairs of ids: Uint32, 16 bits of check, 8 of weight (signed), 8 of class and `PairBit`s a slot; 0 is an empty slot. */
  'pairs',
  /** Hashed spans of three syllables and more: Uint16, 14 bits of check and two `SpanBit`s; 0 is an empty slot. */
  'spans',
  /** Int8 weights of the small tables; see `score.ts`. */
  'shapeWeights',
  'classWeights',
  'lexiconWeights',
  'natureWeights',
  /** Int32, ascending: hashes of the lexicon without marks. */
  'foldedHashes',
  /** Spellings of the syllables from `FIRST_SYLLABLE` on, UTF-8, each closed by a newline. */
  'spellings',
  /** The lexicon as Uint16: a word is its ids, closed by 0. */
  'words',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Places in the section `numbers`. */
export const NUMBERS = { bias: 0, syllables: 1, words: 2, maxSyllables: 3 } as const;

const HEADER_INTS = 4;
export const HEADER_BYTES = (HEADER_INTS + SECTIONS.length * 2) * 4;
/** The checksum is of the bytes from here on. */
export const SUMMED_FROM = 12;

/** Joins sections into a file: magic, version, checksum, number of sections, then offset and length of each, then their bytes. */
export function packModel(sections: Record<Section, Uint8Array>): Uint8Array {
  const total = SECTIONS.reduce((sum, name) => sum + padded(sections[name].length), HEADER_BYTES);
  const file = new Uint8Array(total);
  const ints = new Int32Array(file.buffer);
  ints.set([MAGIC, FORMAT_VERSION, 0, SECTIONS.length]);
  let offset = HEADER_BYTES;
  SECTIONS.forEach((name, i) => {
    ints.set([offset, sections[name].length], HEADER_INTS + i * 2);
    file.set(sections[name], offset);
    offset += padded(sections[name].length);
  });
  ints[2] = checksum(ints);
  return file;
}

/** Where a section lies in a file, in bytes, as its header says: nobody looked yet whether it is sound. */
export function placeOf(bytes: Uint8Array, section: Section): { readonly offset: number; readonly length: number } {
  const at = (HEADER_INTS + SECTIONS.indexOf(section) * 2) * 4;
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  return { offset: header.getInt32(at, true), length: header.getInt32(at + 4, true) };
}

/**
 * The sections of a file, as views on its bytes, which begin at a multiple of four.
 * @throws NewsError `RESOURCE` when the file is no model of this version, or damaged.
 */
export function unpackModel(bytes: Uint8Array, sum: (ints: Int32Array) => number = checksum): Record<Section, Uint8Array> {
  if (bytes.length < HEADER_INTS * 4 || bytes.length % 4 !== 0) throw damaged('it is too short');
  const ints = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  if (ints[0] !== MAGIC) throw damaged('it is no model of word segmentation');
  if (ints[1] !== FORMAT_VERSION || ints[3] !== SECTIONS.length)
    throw damaged(`it has version ${ints[1]}, this program reads ${FORMAT_VERSION}`);
  if (ints[2] !== sum(ints)) throw damaged('its checksum is wrong');
  const sections = {} as Record<Section, Uint8Array>;
  SECTIONS.forEach((name, i) => {
    const offset = ints[HEADER_INTS + i * 2]!;
    sections[name] = bytes.subarray(offset, offset + ints[HEADER_INTS + i * 2 + 1]!);
  });
  return sections;
}

const padded = (length: number): number => (length + 3) & ~3;

/** Over all integers but the checksum itself; four at a time, as it is on the way of every start. */
function checksum(ints: Int32Array): number {
  let a = 1;
  let b = 0;
  const { length } = ints;
  let i = SUMMED_FROM / 4;
  for (; i + 4 <= length; i += 4) {
    a = (Math.imul(a, 31) + ints[i]! + Math.imul(ints[i + 1]!, 3)) | 0;
    b = (Math.imul(b, 37) + ints[i + 2]! + Math.imul(ints[i + 3]!, 5)) | 0;
  }
  for (; i < length; i++) a = (Math.imul(a, 31) + ints[i]!) | 0;
  return a ^ Math.imul(b, 0x9e3779b1);
}

function damaged(why: string): NewsError {
  return new NewsError('RESOURCE', `words.model cannot be used: ${why}`, { hint: 'install newscli again' });
}
