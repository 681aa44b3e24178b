import { pairHash, spanHash } from './hash.js';
import { NATURE, NATURE_STEP, PairBit, PairClass, ROW, SpanBit, type WordModel } from './model.js';
import { Flag, idOf, OUTSIDE, shapeOf, type Units } from './units.js';

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
export const mayJoin = (left: number, right: number): boolean => (left & right & Flag.Open) !== 0 && (right & Flag.Spaced) !== 0;

/** `Flag.Name` by shape. */
export const CAPITAL = Uint8Array.of(0, 1, 0, 0, 1, 0, 0, 0);

/** Columns for the work on one batch of units, a unit's entry at its index. */
export interface GapColumns {
  /** What the model says of the pair of a unit and the next: `pairEntry`; `NoGap` where there is nothing to decide. One entry more than units. */
  pairs: Int32Array;
  /** 1 where a unit and the next are of one word. */
  joins: Uint8Array;
}

export function createGapColumns(capacity: number): GapColumns {
  return { pairs: new Int32Array(capacity + 1), joins: new Uint8Array(capacity) };
}

/**
 * Decides each gap from left to right. A gap's score is the sum of the weights of its pair, of the four syllables around it, and of
 * four small tables (shapes, pair classes, lexicon, natures). The units are closed, and the columns have room for them.
 */
export function decideGaps(model: WordModel, units: Units, columns: GapColumns): void {
  lookUpPairs(model, units, columns);
  decideFrom(model, units, columns, 0);
}

/** Fills `pairs`: all that a decision needs but the decisions before it. */
export function lookUpPairs(model: WordModel, { look, length }: Units, { pairs: found }: GapColumns): void {
  const { pairs, pairMask } = model;
  let left = look[0]!;
  for (let i = 0; i < length; i++) {
    const right = look[i + 1]!;
    let entry: number = PairClass.NoGap;
    if (mayJoin(left, right)) {
      const hash = pairHash(idOf(left), idOf(right));
      let slot = hash & pairMask;
      entry = pairs[slot]!;
      while (entry !== 0 && (entry ^ hash) >>> 16 !== 0) {
        slot = (slot + 1) & pairMask;
        entry = pairs[slot]!;
      }
      if (entry === 0) entry = PairClass.Unseen;
    }
    found[i] = entry;
    left = right;
  }
}

/** Decides the gaps from that of unit `from` on, before which a word ends. */
export function decideFrom(model: WordModel, units: Units, columns: GapColumns, from: number): void {
  const { weights, syllablesAt, shapesAt, classesAt, lexiconAt, naturesAt, syllableNature, bias } = model;
  const { look, length } = units;
  const { pairs, joins } = columns;
  let joined = 0;
  let span = 0;
  let spanBits = 0;
  let run = 1;
  let before: number = PairClass.NoGap;
  let here: number = from > 0 ? pairs[from - 1]! : PairClass.NoGap;
  let after: number = pairs[from]!;
  // The unit before the gap's two, the two, and the one behind; they move on by one at each gap.
  let p: number = OUTSIDE;
  let a: number = from > 0 ? look[from - 1]! : OUTSIDE;
  let b = look[from]!;
  let n = look[from + 1]!;
  let shapes = (shapeOf(a) << 6) | (shapeOf(b) << 3) | shapeOf(n);
  for (let i = from; i < length; i++) {
    before = here;
    here = after;
    after = pairs[i + 1]!;
    p = a;
    a = b;
    b = n;
    n = look[i + 2]!;
    shapes = ((shapes & 0x1ff) << 3) | shapeOf(n);
    let decision = 0;
    if (here !== PairClass.NoGap && run < LONGEST_WORD) {
      const rowA = idOf(a) * ROW;
      const rowB = idOf(b) * ROW;
      const capitalB = (b >>> 30) & 1;
      const capitals = ((a >>> 29) & 2) | capitalB;
      let triple = 0;
      if (after !== PairClass.NoGap && (here & PairBit.Prefix) !== 0)
        triple = model.spanBits(spanHash(pairHash(idOf(a), idOf(b)), idOf(n)));
      let wider = 0;
      if ((spanBits & SpanBit.Prefix) !== 0) {
        span = spanHash(span, idOf(b));
        wider = model.spanBits(span);
      }
      const natureA = syllableNature[idOf(a) * NATURE_STEP + NATURE]!;
      const natureB = syllableNature[idOf(b) * NATURE_STEP + NATURE]!;
      const score =
        bias +
        ((here << 16) >> 24) +
        weights[syllablesAt + rowA + LEFT + capitals]! +
        weights[syllablesAt + rowB + RIGHT + capitals]! +
        weights[syllablesAt + idOf(p) * ROW + BEFORE + joined]! +
        weights[syllablesAt + idOf(n) * ROW + AFTER + capitalB]! +
        weights[shapesAt + shapes * 2 + joined]! +
        weights[classesAt + classIndex(before, here, after, joined)]! +
        weights[lexiconAt + lexiconIndex(before, here, after, wider, triple, capitalB, joined)]! +
        weights[naturesAt + natureIndex(natureA, natureB, here, capitals)]!;
      if (score > 0) {
        decision = 1;
        if (joined === 0) {
          span = pairHash(idOf(a), idOf(b));
          spanBits = (here & PairBit.Prefix) !== 0 ? SpanBit.Prefix : 0;
        } else spanBits = wider;
      } else spanBits = 0;
    } else spanBits = 0;
    joins[i] = decision;
    run = decision === 1 ? run + 1 : 1;
    joined = decision;
  }
}

/**
 * Whether a word ends with unit `i` whatever was decided before: the score of `decideFrom`, at its highest. There is a unit before
 * `i`, and two behind it.
 */
export function isCertainCut(model: WordModel, { look }: Units, { pairs }: GapColumns, i: number): boolean {
  const here = pairs[i]!;
  if (here === PairClass.NoGap) return true;
  const [p, a, b, n] = [look[i - 1]!, look[i]!, look[i + 1]!, look[i + 2]!];
  const before = pairs[i - 1]!;
  const after = pairs[i + 1]!;
  const capitalB = CAPITAL[shapeOf(b)]!;
  const capitals = CAPITAL[shapeOf(a)]! * 2 + capitalB;
  const triple =
    after !== PairClass.NoGap && (here & PairBit.Prefix) !== 0 ? model.spanBits(spanHash(pairHash(idOf(a), idOf(b)), idOf(n))) : 0;
  const { weights, syllablesAt, syllableNature } = model;
  const natureA = syllableNature[idOf(a) * NATURE_STEP + NATURE]!;
  const natureB = syllableNature[idOf(b) * NATURE_STEP + NATURE]!;
  const fixed =
    model.bias +
    ((here << 16) >> 24) +
    weights[syllablesAt + idOf(a) * ROW + LEFT + capitals]! +
    weights[syllablesAt + idOf(b) * ROW + RIGHT + capitals]! +
    weights[syllablesAt + idOf(n) * ROW + AFTER + capitalB]! +
    weights[model.naturesAt + natureIndex(natureA, natureB, here, capitals)]!;
  for (let joined = 0; joined <= 1; joined++) {
    const score =
      fixed +
      weights[syllablesAt + idOf(p) * ROW + BEFORE + joined]! +
      weights[model.shapesAt + shapeIndex(shapeOf(p), shapeOf(a), shapeOf(b), shapeOf(n), joined)]! +
      weights[model.classesAt + classIndex(before, here, after, joined)]!;
    // What the lexicon says of the word so far is known only where there is none.
    for (let wider = 0; wider <= joined * 3; wider++) {
      if (score + weights[model.lexiconAt + lexiconIndex(before, here, after, wider, triple, capitalB, joined)]! > 0) return false;
    }
  }
  return true;
}
