import { mix, pairHash, spanHash } from './hash.js';
import { NATURE, NATURE_STEP, PairBit, PairClass, ROW, SpanBit, type WordModel } from './model.js';
import { Shape, UnitId, type Units } from './units.js';

/** No word has more syllables: a run of capitals without end is cut. */
export const LONGEST_WORD = 10;

export const SHAPE_TABLE = 8 ** 4 * 2;
export const CLASS_TABLE = 16 * 32 * 16 * 2;
export const LEXICON_TABLE = 512;
export const NATURE_TABLE = 8192;

/** The place in the table of shapes: the unit before the gap's two, the two, the one behind, and whether the gap before was joined. */
export const shapeIndex = (before: number, left: number, right: number, after: number, joined: number): number =>
  (((before * 8 + left) * 8 + right) * 8 + after) * 2 + joined;

/** The place in the table of pair classes: of the gap before, of this (with the bit of the dictionary), of the next. */
export const classIndex = (before: number, here: number, after: number, joined: number): number =>
  (((before & 15) * 32 + (here & 31)) * 16 + (after & 15)) * 2 + joined;

/**
 * The place in the table of lexicon bits: what the lexicon says of the three pairs, of the word so far with the right syllable
 * (`span`), and of the pair with the syllable behind it (`triple`), both as `SpanBit`s.
 */
export const lexiconIndex = (
  before: number,
  here: number,
  after: number,
  span: number,
  triple: number,
  capital: number,
  joined: number,
): number =>
  ((before & PairBit.Dictionary) >>> 4) |
  ((here & PairBit.Dictionary) >>> 3) |
  ((after & PairBit.Dictionary) >>> 2) |
  (span << 3) |
  (triple << 5) |
  (capital << 7) |
  (joined << 8);

/**
 * The place in the table of natures: how mostly the left syllable is joined to what follows it, and the right one to what stands
 * before it, the class of the pair, whether onset or rhyme are the same in both, and whether both begin with a capital.
 */
export const natureIndex = (left: number, right: number, here: number, capitals: number): number => {
  const differs = left ^ right;
  const onset = (differs & 0xff00) === 0 && (left & 0xff00) !== 0 ? 1 : 0;
  const rhyme = (differs & 0xff0000) === 0 && (left & 0xff0000) !== 0 ? 2 : 0;
  return (capitals === 3 ? 4096 : 0) | ((left & 7) << 9) | ((right & 56) << 3) | ((here & 15) << 2) | onset | rhyme;
};

/** Places in a syllable's row: to the left of the gap, to the right (each by the two capitals), two before, two behind. */
export const LEFT = 0;
export const RIGHT = 4;
export const BEFORE = 8;
export const AFTER = 10;

/** Whether two neighbouring units may be one word at all. */
export function mayJoin(units: Units, left: number): boolean {
  return (
    units.spaced[left + 1] === 1 &&
    units.shape[left]! < Shape.Border &&
    units.shape[left + 1]! < Shape.Border &&
    units.id[left] !== UnitId.Address &&
    units.id[left + 1] !== UnitId.Address
  );
}

/** Looks a capital up by shape. */
export const CAPITAL = Uint8Array.of(0, 1, 1, 0, 1, 0, 0, 0);

/** Columns for the work on one batch of units, a unit's entry at its index. */
export interface GapColumns {
  /** What the model says of the pair of a unit and the next: `pairEntry`; `NoGap` where there is nothing to decide. */
  pairs: Int32Array;
  hashes: Int32Array;
  /** 1 where a unit and the next are of one word. */
  joins: Uint8Array;
}

export function createGapColumns(capacity: number): GapColumns {
  return { pairs: new Int32Array(capacity), hashes: new Int32Array(capacity), joins: new Uint8Array(capacity) };
}

/**
 * Gives the syllables their ids. Here and in `lookUpPairs` a first loop reads the likeliest slot of each unit and nothing else, so
 * that the reads overlap: they are most of the work, and mostly wait for memory.
 */
export function nameSyllables(model: WordModel, units: Units, columns: GapColumns): void {
  const { syllables, syllableMask } = model;
  const { id, key, length } = units;
  const found = columns.pairs;
  for (let i = 0; i < length; i++) found[i] = syllables[key[i]! & syllableMask]!;
  for (let i = 0; i < length; i++) {
    if (id[i] !== UnitId.Unknown) continue;
    const entry = found[i]!;
    if ((entry ^ key[i]!) >>> 16 === 0) id[i] = entry & 0xffff || UnitId.Unknown;
    else if (entry !== 0) id[i] = model.syllableOf(key[i]!) || UnitId.Unknown;
  }
}

/**
 * Decides each gap from left to right. A gap's score is the sum of the weights of its pair, of the four syllables around it, and of
 * four small tables (shapes, pair classes, lexicon, natures). The columns have room for the units.
 */
export function decideGaps(model: WordModel, units: Units, columns: GapColumns): void {
  lookUp(model, units, columns);
  decideFrom(model, units, columns, 0);
}

/** Fills ids and pairs: all that a decision needs but the decisions before it. */
export function lookUp(model: WordModel, units: Units, columns: GapColumns): void {
  nameSyllables(model, units, columns);
  lookUpPairs(model, units, columns);
}

/** Decides the gaps from that of unit `from` on, before which a word ends. */
export function decideFrom(model: WordModel, units: Units, columns: GapColumns, from: number): void {
  const { syllableWeights, syllableNature, shapeWeights, classWeights, lexiconWeights, natureWeights, bias } = model;
  const { id, shape, length } = units;
  const { pairs, joins } = columns;
  let joined = 0;
  let span = 0;
  let spanBits = 0;
  let run = 1;
  let before: number = from > 0 ? pairs[from - 1]! : PairClass.NoGap;
  let p = from > 0 ? id[from - 1]! : 0;
  let shapeP: number = from > 0 ? shape[from - 1]! : Shape.Border;
  for (let i = from; i < length; i++) {
    const here = pairs[i]!;
    const a = id[i]!;
    const shapeA = shape[i]!;
    let decision = 0;
    if (here !== PairClass.NoGap && run < LONGEST_WORD) {
      const b = id[i + 1]!;
      const shapeB = shape[i + 1]!;
      const after = pairs[i + 1]!;
      const ends = i + 2 >= length;
      const n = ends ? 0 : id[i + 2]!;
      const shapeN = ends ? Shape.Border : shape[i + 2]!;
      const capitalB = CAPITAL[shapeB]!;
      const capitals = CAPITAL[shapeA]! * 2 + capitalB;
      let triple = 0;
      if (after !== PairClass.NoGap && (here & PairBit.Prefix) !== 0) triple = model.spanBits(spanHash(pairHash(a, b), n));
      let wider = 0;
      if (joined === 1 && (spanBits & SpanBit.Prefix) !== 0) {
        span = spanHash(span, b);
        wider = model.spanBits(span);
      }
      const score =
        bias +
        ((here << 16) >> 24) +
        syllableWeights[a * ROW + LEFT + capitals]! +
        syllableWeights[b * ROW + RIGHT + capitals]! +
        syllableWeights[p * ROW + BEFORE + joined]! +
        syllableWeights[n * ROW + AFTER + capitalB]! +
        shapeWeights[shapeIndex(shapeP, shapeA, shapeB, shapeN, joined)]! +
        classWeights[classIndex(before, here, after, joined)]! +
        lexiconWeights[lexiconIndex(before, here, after, wider, triple, capitalB, joined)]! +
        natureWeights[natureIndex(syllableNature[a * NATURE_STEP + NATURE]!, syllableNature[b * NATURE_STEP + NATURE]!, here, capitals)]!;
      if (score > 0) {
        decision = 1;
        if (joined === 0) {
          span = pairHash(a, b);
          spanBits = (here & PairBit.Prefix) !== 0 ? SpanBit.Prefix : 0;
        } else spanBits = wider;
      }
    }
    joins[i] = decision;
    run = decision === 1 ? run + 1 : 1;
    joined = decision;
    before = here;
    p = a;
    shapeP = shapeA;
  }
}

/**
 * Whether a word ends with unit `i` whatever was decided before: the score of `decideFrom`, at its highest. There is a unit before
 * `i`, and two behind it.
 */
export function isCertainCut(model: WordModel, { id, shape }: Units, { pairs }: GapColumns, i: number): boolean {
  const here = pairs[i]!;
  if (here === PairClass.NoGap) return true;
  const [p, a, b, n] = [id[i - 1]!, id[i]!, id[i + 1]!, id[i + 2]!];
  const before = pairs[i - 1]!;
  const after = pairs[i + 1]!;
  const capitalB = CAPITAL[shape[i + 1]!]!;
  const capitals = CAPITAL[shape[i]!]! * 2 + capitalB;
  const triple = after !== PairClass.NoGap && (here & PairBit.Prefix) !== 0 ? model.spanBits(spanHash(pairHash(a, b), n)) : 0;
  const { syllableWeights, syllableNature } = model;
  const fixed =
    model.bias +
    ((here << 16) >> 24) +
    syllableWeights[a * ROW + LEFT + capitals]! +
    syllableWeights[b * ROW + RIGHT + capitals]! +
    syllableWeights[n * ROW + AFTER + capitalB]! +
    model.natureWeights[natureIndex(syllableNature[a * NATURE_STEP + NATURE]!, syllableNature[b * NATURE_STEP + NATURE]!, here, capitals)]!;
  for (let joined = 0; joined <= 1; joined++) {
    const score =
      fixed +
      syllableWeights[p * ROW + BEFORE + joined]! +
      model.shapeWeights[shapeIndex(shape[i - 1]!, shape[i]!, shape[i + 1]!, shape[i + 2]!, joined)]! +
      model.classWeights[classIndex(before, here, after, joined)]!;
    // What the lexicon says of the word so far is known only where there is none.
    for (let wider = 0; wider <= joined * 3; wider++) {
      if (score + model.lexiconWeights[lexiconIndex(before, here, after, wider, triple, capitalB, joined)]! > 0) return false;
    }
  }
  return true;
}

function lookUpPairs(model: WordModel, units: Units, columns: GapColumns): void {
  const { pairs, pairMask } = model;
  const { id, shape, spaced, length } = units;
  const { hashes, pairs: found } = columns;
  if (length === 0) return;
  const last = length - 1;
  for (let i = 0; i < last; i++) {
    const hash = mix((id[i]! << 16) | id[i + 1]!);
    hashes[i] = hash;
    found[i] = pairs[hash & pairMask]!;
  }
  let joinable = shape[0]! < Shape.Border && id[0] !== UnitId.Address;
  for (let i = 0; i < last; i++) {
    const open = shape[i + 1]! < Shape.Border && id[i + 1] !== UnitId.Address;
    if (!joinable || !open || spaced[i + 1] === 0) found[i] = PairClass.NoGap;
    else {
      const hash = hashes[i]!;
      let entry = found[i]!;
      let slot = hash & pairMask;
      while (entry !== 0 && (entry ^ hash) >>> 16 !== 0) {
        slot = (slot + 1) & pairMask;
        entry = pairs[slot]!;
      }
      found[i] = entry === 0 ? PairClass.Unseen : entry;
    }
    joinable = open;
  }
  found[last] = PairClass.NoGap;
}
