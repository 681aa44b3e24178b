import { NewsError } from '../../model/news-error.js';
import { LABELS } from './labels.js';
import type { Weights } from './tables.js';

export interface EntityModel {
  readonly bytes: Uint8Array;
  /** What `checksum` of the bytes must be. */
  readonly sum: number;
  readonly weights: Weights;
  readonly words: { readonly prints: Uint16Array; readonly facts: Uint16Array; readonly parents: Uint8Array };
  readonly phrases: { readonly prints: Uint16Array; readonly classes: Uint8Array };
}

/** What the model file holds, in the order of the file. Each section begins at a multiple of 4 bytes. */
export interface ModelSections {
  readonly transitions: Int16Array;
  readonly prints: Uint16Array;
  readonly rows: Uint8Array;
  readonly wordPrints: Uint16Array;
  readonly wordFacts: Uint16Array;
  readonly parents: Uint8Array;
  readonly phrasePrints: Uint16Array;
  readonly phraseClasses: Uint8Array;
}

const MAGIC = 0x4e45_4e02;
const HEADER_WORDS = 8;
/** Magic and checksum stand before what is checked. */
export const CHECKED_FROM = 8;

/** The bytes of a model: header (magic, checksum, sizes) and sections, little-endian. */
export function encodeModel(sections: ModelSections): Uint8Array {
  const { prints, wordPrints, parents, phrasePrints } = sections;
  const parts = sectionsInOrder(sections);
  const size = parts.reduce((sum, part) => sum + padded(part.byteLength), HEADER_WORDS * 4);
  const bytes = new Uint8Array(size);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_WORDS);
  header.set([MAGIC, 0, size, LABELS, prints.length, wordPrints.length, parents.length, phrasePrints.length]);
  let at = HEADER_WORDS * 4;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += padded(part.byteLength);
  }
  header[1] = checksum(bytes);
  return bytes;
}

/**
 * Views over the bytes of a model; nothing is copied when they are aligned. The checksum is left to the caller.
 * @throws NewsError `RESOURCE` when their sizes do not fit
 */
export function decodeModel(given: Uint8Array): EntityModel {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0) throw damaged();
  const { buffer, byteOffset } = bytes;
  const header = new Uint32Array(buffer, byteOffset, HEADER_WORDS);
  const [magic, sum, size, labels, features, words, clusters, phrases] = header as unknown as readonly number[];
  if (magic !== MAGIC || size !== bytes.byteLength || labels !== LABELS) throw damaged();
  const sizes = [LABELS * LABELS * 2, features! * 2, features! * 16, words! * 2, words! * 2, clusters!, phrases! * 2, phrases!];
  let end = HEADER_WORDS * 4;
  const [steps, prints, rows, wordPrints, wordFacts, parents, phrasePrints, phraseClasses] = sizes.map(part => {
    const start = byteOffset + end;
    end += padded(part);
    return start;
  });
  if (end !== size) throw damaged();
  return {
    bytes,
    sum: sum!,
    weights: {
      prints: new Uint16Array(buffer, prints, features),
      rows: new Uint8Array(buffer, rows, features! * 16),
      transitions: new Int16Array(buffer, steps, LABELS * LABELS),
    },
    words: {
      prints: new Uint16Array(buffer, wordPrints, words),
      facts: new Uint16Array(buffer, wordFacts, words),
      parents: new Uint8Array(buffer, parents, clusters),
    },
    phrases: { prints: new Uint16Array(buffer, phrasePrints, phrases), classes: new Uint8Array(buffer, phraseClasses, phrases) },
  };
}

function sectionsInOrder(sections: ModelSections): readonly ArrayBufferView[] {
  const { transitions, prints, rows, wordPrints, wordFacts, parents, phrasePrints, phraseClasses } = sections;
  return [transitions, prints, rows, wordPrints, wordFacts, parents, phrasePrints, phraseClasses];
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** FNV-1a over 32-bit words, with the upper bits mixed in. */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + CHECKED_FROM, (bytes.length - CHECKED_FROM) / 4);
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) sum = (Math.imul(sum ^ words[i]!, 0x01000193) + (sum >>> 15)) | 0;
  return sum >>> 0;
}

export function damaged(): NewsError {
  return new NewsError('RESOURCE', 'the entity model is damaged or of another version', { hint: 'install newscli again' });
}
