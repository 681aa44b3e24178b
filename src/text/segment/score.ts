import { mix, pairHash, spanHash } from './hash.js';
import { PairBit, PairClass, ROW, SpanBit, type WordModel } from './model.js';
import { Flag, Shape, type Units } from './units.js';

/** No word has more syllables: a run of capitals without end is cut. */
export const LONGEST_WORD = 10;

export const SHAPE_TABLE = 8 ** 4 * 2;
export const CLASS_TABLE = 16 ** 3 * 2;
export const LEXICON_TABLE = 512;

/** The place in the table of shapes: the unit before the gap's two, the two, the one behind, and whether the gap before was joined. */
export const shapeIndex = (before: number, left: number, right: number, after: number, joined: number): number =>
  (((before * 8 + left) * 8 + right) * 8 + after) * 2 + joined;

/** The place in the table of pair classes: of the gap before, of this, of the next. */
export const classIndex = (before: number, here: number, after: number, joined: number): number =>
  ((before * 16 + here) * 16 + after) * 2 + joined;

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
    ((units.flags[left]! | units.flags[left + 1]!) & Flag.Alone) === 0
  );
}

/** Looks a capital up by shape. */
export const CAPITAL = Uint8Array.of(0, 1, 1, 0, 1, 0, 0, 0);

/**
 * Decides each gap from left to right: `joins[i]` becomes 1 where unit `i` and the next are of one word. A gap's score is the sum
 * of the weights of its pair, of the four syllables around it, and of three small tables (shapes, pair classes, lexicon).
 */
export function decideGaps(model: WordModel, units: Units, joins: Uint8Array): void {
  const { pairChecks, pairWeights, pairClasses, pairMask, syllableWeights, shapeWeights, classWeights, lexiconWeights } = model;
  const bias = model.bias;
  const { id, shape, length } = units;
  let joined = 0;
  let span = 0;
  let spanBits = 0;
  let run = 1;
  let before = PairClass.NoGap as number;
  let here = PairClass.NoGap as number;
  let weight = 0;
  if (length > 1 && mayJoin(units, 0)) {
    const slot = model.pairSlot(id[0]!, id[1]!);
    here = slot < 0 ? PairClass.Unseen : pairClasses[slot]!;
    weight = slot < 0 ? 0 : pairWeights[slot]!;
  }
  for (let i = 0; i + 1 < length; i++) {
    let after = PairClass.NoGap as number;
    let afterWeight = 0;
    if (i + 2 < length && mayJoin(units, i + 1)) {
      const hash = mix((id[i + 1]! << 16) | id[i + 2]!);
      let slot = hash & pairMask;
      after = PairClass.Unseen;
      let entry = pairClasses[slot]!;
      while (entry !== 0) {
        if (pairChecks[slot] === hash >>> 16) {
          after = entry;
          afterWeight = pairWeights[slot]!;
          break;
        }
        slot = (slot + 1) & pairMask;
        entry = pairClasses[slot]!;
      }
    }
    let decision = 0;
    if (here !== PairClass.NoGap && run < LONGEST_WORD) {
      const a = id[i]!;
      const b = id[i + 1]!;
      const shapeA = shape[i]!;
      const shapeB = shape[i + 1]!;
      const p = i > 0 ? id[i - 1]! : 0;
      const shapeP = i > 0 ? shape[i - 1]! : Shape.Border;
      const n = i + 2 < length ? id[i + 2]! : 0;
      const shapeN = i + 2 < length ? shape[i + 2]! : Shape.Border;
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
        weight +
        syllableWeights[a * ROW + LEFT + capitals]! +
        syllableWeights[b * ROW + RIGHT + capitals]! +
        syllableWeights[p * ROW + BEFORE + joined]! +
        syllableWeights[n * ROW + AFTER + capitalB]! +
        shapeWeights[shapeIndex(shapeP, shapeA, shapeB, shapeN, joined)]! +
        classWeights[classIndex(before & 15, here & 15, after & 15, joined)]! +
        lexiconWeights[lexiconIndex(before, here, after, wider, triple, capitalB, joined)]!;
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
    here = after;
    weight = afterWeight;
  }
  if (length > 0) joins[length - 1] = 0;
}
