import { foldedKey } from '../text/keys.js';
import { NUMBERS, packModel } from '../text/segment/format.js';
import { keyOf, mix } from '../text/segment/hash.js';
import { foldedHash, NATURE, NATURE_STEP, ROW, SyllableFlag } from '../text/segment/model.js';
import { CLASS_TABLE, LEXICON_TABLE, NATURE_TABLE, SHAPE_TABLE } from '../text/segment/score.js';
import { FIRST_SYLLABLE } from '../text/segment/units.js';
import { VARIANT_PAIRS } from '../text/spelling-variants.js';
import { pairClass } from './pair-class.js';
import type { GapLearner } from './words-learner.js';
import type { MinedLexicon, SyllableTable } from './words-lexicon.js';
import type { KeptPairs } from './words-pairs.js';

/** Steps of a weight: 1 is a sixteenth, so that a byte holds -8 to 8. */
const SCALE = 16;

const SYLLABLE_SLOTS = 1 << 15;
const PAIR_SLOTS = 1 << 18;
const SPAN_SLOTS = 1 << 17;
/** A table that is fuller than this is slow. */
const FULLEST = 0.56;
export const MOST_PAIRS = Math.floor(PAIR_SLOTS * FULLEST);

/** Rounds the weights and lays everything out in the form that `WordModel` reads. */
export function packWords(
  learner: GapLearner,
  syllables: SyllableTable,
  pairs: KeptPairs,
  lexicon: MinedLexicon,
  singles: ReadonlySet<number>,
): Uint8Array {
  const { weights } = learner;
  const step = (at: number): number => Math.round(weights[at]! * SCALE);
  const byte = (at: number): number => Math.max(-127, Math.min(127, step(at)));

  const syllableSlots = new Int32Array(SYLLABLE_SLOTS);
  for (const [key, id] of [...syllables.entries()].sort((a, b) => a[1] - b[1])) {
    syllableSlots[freeSlot(syllableSlots, key, `${syllables.size} syllables`)] = (key & 0xffff0000) | id;
  }
  const syllableWeights = new Int8Array(syllables.size * ROW);
  for (let i = 0; i < syllableWeights.length; i++) syllableWeights[i] = byte(learner.syllableAt + i);
  const natures = new Int32Array(syllableWeights.buffer);
  for (let id = 0; id < syllables.size; id++) natures[id * NATURE_STEP + NATURE] = learner.nature[id]!;
  const syllableFlags = new Uint8Array(syllables.size);
  for (let id = FIRST_SYLLABLE; id < syllables.size; id++) {
    syllableFlags[id] = (singles.has(id) ? SyllableFlag.Word : 0) | (syllables.capitalShare(id) > 0.5 ? SyllableFlag.Proper : 0);
  }

  const pairEntries = new Int32Array(PAIR_SLOTS);
  // The commonest first: they are found at the first look.
  const order = Array.from({ length: pairs.size }, (_, i) => i + 1).sort((a, b) => pairs.total[b]! - pairs.total[a]! || a - b);
  const variants = new Map(variantPairs(syllables));
  for (const pair of order) {
    const key = pairs.keys.key(pair);
    const like = pairs.keys.find(variants.get(key) ?? key) || pair;
    const hash = mix(key);
    const slot = freeSlot(pairEntries, hash, `${pairs.size} pairs`);
    const low = pairClass(pairs.total[like]!, pairs.joined[like]!) | pairs.bits[like]!;
    pairEntries[slot] = (hash & 0xffff0000) | ((byte(like) & 0xff) << 8) | low;
  }

  const spans = new Uint16Array(SPAN_SLOTS);
  for (const [hash, bits] of pairs.spans) {
    const slot = freeSlot(spans, hash, `${pairs.spans.size} spans`);
    spans[slot] = ((hash >>> 18) << 2) | bits;
  }

  const table = (at: number, length: number): Int8Array => Int8Array.from({ length }, (_, i) => byte(at + i));
  const words: number[] = [];
  const folded = new Set<number>();
  let longest = 1;
  for (const ids of [...[...singles].sort((a, b) => a - b).map(id => [id]), ...lexicon.words]) {
    words.push(...ids, 0);
    folded.add(foldedHash(foldedKey(ids.map(id => syllables.spelling(id)).join(' '))));
    longest = Math.max(longest, ids.length);
  }
  const numbers = new Int32Array(8);
  numbers[NUMBERS.bias] = step(learner.biasAt);
  numbers[NUMBERS.syllables] = syllables.size;
  numbers[NUMBERS.words] = lexicon.words.length + singles.size;
  numbers[NUMBERS.maxSyllables] = longest;
  const spellings = Array.from({ length: syllables.size - FIRST_SYLLABLE }, (_, i) => `${syllables.spelling(i + FIRST_SYLLABLE)}\n`);

  return packModel({
    numbers: bytesOf(numbers),
    syllables: bytesOf(syllableSlots),
    syllableWeights: bytesOf(syllableWeights),
    syllableFlags,
    pairs: bytesOf(pairEntries),
    spans: bytesOf(spans),
    shapeWeights: bytesOf(table(learner.shapeAt, SHAPE_TABLE)),
    classWeights: bytesOf(table(learner.classAt, CLASS_TABLE)),
    lexiconWeights: bytesOf(table(learner.lexiconAt, LEXICON_TABLE)),
    natureWeights: bytesOf(table(learner.natureAt, NATURE_TABLE)),
    foldedHashes: bytesOf(Int32Array.from(folded).sort()),
    spellings: new TextEncoder().encode(spellings.join('')),
    words: bytesOf(Uint16Array.from(words)),
  });
}

/** Pairs of ids that are spellings of another pair: `công ti` of `công ty`. */
function* variantPairs(syllables: SyllableTable): Iterable<readonly [other: number, key: number]> {
  for (const [written, { key, before, after }] of VARIANT_PAIRS) {
    const [from, to] = [syllables.idOf(keyOf(written)), syllables.idOf(keyOf(key))];
    if (from < FIRST_SYLLABLE || to < FIRST_SYLLABLE) continue;
    for (const id of [...before].map(s => syllables.idOf(keyOf(s)))) yield [(id << 16) | from, (id << 16) | to];
    for (const id of [...after].map(s => syllables.idOf(keyOf(s)))) yield [(from << 16) | id, (to << 16) | id];
  }
}

function freeSlot(table: Int32Array | Uint16Array, hash: number, what: string): number {
  const mask = table.length - 1;
  let slot = hash & mask;
  for (let tried = 0; table[slot] !== 0; tried++) {
    if (tried > mask) throw new RangeError(`a table of ${table.length} slots cannot hold ${what}`);
    slot = (slot + 1) & mask;
  }
  return slot;
}

const bytesOf = (column: Int8Array | Uint16Array | Int32Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
