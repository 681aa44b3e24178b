import { bondAt, type Context } from './context.js';
import { coarseIn, isCapitalIn, middleIn, shapeIn } from './facts.js';
import { mix, pair } from './hash.js';
import { NEAR } from './kernel.js';
import { NEAR_ATTRIBUTES } from './lexemes.js';
import type { PhraseTable } from './tables.js';

/** What is added to the attributes of a lexeme `offset` units away. */
export function nearSlot(offset: number): number {
  return Math.imul(offset + NEAR, SLOT);
}

/** How many attributes of a lexeme count `offset` units away; with the slot added, they are features. */
export function nearCount(attributes: Int32Array, offset: number): number {
  return offset === 0 ? attributes.length : Math.min(attributes.length, NEAR_ATTRIBUTES);
}

/** Keeps apart the features of different slots: slot numbers times this. */
const SLOT = 0x5bd1e995;

/** A feature is a number that `mix` makes the hash it is known by. */
function feature(slot: number, value: number): number {
  return (value + Math.imul(slot, SLOT)) | 0;
}

/** Features of the unit at `i` that follow from more than one unit; puts them in `out` and says how many. */
export function placeFeatures(context: Context, phrases: PhraseTable, i: number, out: Int32Array): number {
  const { key, facts, name, gazetteer, trigger } = context;
  const a1 = facts[i - 1]!;
  const me = facts[i]!;
  const b1 = facts[i + 1]!;
  let at = 0;
  out[at++] = feature(100, pair(key[i - 1]!, key[i]!));
  out[at++] = feature(101, pair(key[i]!, key[i + 1]!));
  const shapes = (shapeIn(a1) * 64 + shapeIn(me)) * 64 + shapeIn(b1);
  out[at++] = feature(105, shapes);
  out[at++] = feature(111, pair(coarseIn(a1) * 65536 + coarseIn(me) * 256 + coarseIn(b1), shapeIn(me)));
  const named = name[i]!;
  const listed = gazetteer[i]!;
  const triggers = trigger[i]!;
  const bonds = bondAt(context, phrases, i - 1) * 4 + bondAt(context, phrases, i);
  if (named > 0) {
    out[at++] = feature(112, named);
    out[at++] = feature(114, named * 65536 + trigger[i - 1]!);
  }
  if (named > 0 || name[i + 1]! > 0) out[at++] = feature(113, named * 65536 + name[i + 1]!);
  if (listed > 0) {
    out[at++] = feature(119, listed);
    out[at++] = feature(121, listed * 65536 + trigger[i - 1]!);
    out[at++] = feature(122, listed * 65536 + named);
    out[at++] = feature(123, (listed >> 7) * 4 + (listed & 3));
  }
  if (listed > 0 || gazetteer[i + 1]! > 0) out[at++] = feature(120, listed * 65536 + gazetteer[i + 1]!);
  if (triggers > 0) {
    out[at++] = feature(115, triggers);
    out[at++] = feature(118, pair(triggers * 65536 + name[i + 1]!, shapeIn(b1)));
  }
  if (trigger[i - 1]! > 0) out[at++] = feature(116, trigger[i - 1]! * 64 + shapeIn(me));
  if (trigger[i + 1]! > 0) out[at++] = feature(117, trigger[i + 1]! * 64 + shapeIn(me));
  if (bonds > 0) {
    out[at++] = feature(124, bonds * 4096 + shapeIn(a1) * 64 + shapeIn(me));
    out[at++] = feature(125, bonds * 4096 + shapeIn(me) * 64 + shapeIn(b1));
  }
  return isCapitalIn(me) ? runFeatures(context, i, out, at) : gapFeatures(context, i, out, at);
}

/** A run of capitals is read whole up to so many units: a headline in capitals may have no end. */
const LONGEST_RUN = 24;

/** Of a unit with a capital: the run of capitals that it is in, and what stands around the run. */
function runFeatures(context: Context, i: number, out: Int32Array, from: number): number {
  const { key, facts, trigger, runFirst, runLast } = context;
  const first = runFirst[i]!;
  const last = runLast[i]!;
  const before = facts[first - 1]!;
  const part = first === last ? 3 : i === first ? 0 : i === last ? 2 : 1;
  const place = Math.min(i - first, 4) * 8 + Math.min(last - i, 4);
  let at = from;
  out[at++] = feature(130, pair(key[first - 1]!, part));
  out[at++] = feature(137, place * 64 + shapeIn(before));
  out[at++] = feature(141, trigger[first - 1]! * 64 + place);
  out[at++] = feature(142, pair(trigger[first - 1]! * 256 + trigger[last + 1]!, part));
  let whole = 0;
  const read = Math.min(last, first + LONGEST_RUN - 1);
  for (let unit = first; unit <= read; unit++) whole = mix(pair(whole, key[unit]!));
  out[at++] = feature(143, pair(whole, place));
  return at;
}

/** Of a unit without a capital: the runs of capitals near it. */
function gapFeatures(context: Context, i: number, out: Int32Array, from: number): number {
  const { key, facts, runBefore, runAfter, runFirst } = context;
  const before = runBefore[i]!;
  const after = runAfter[i]!;
  let at = from;
  if (after >= 0) {
    out[at++] = feature(160, pair(key[after]!, after - i));
    out[at++] = feature(161, pair(middleIn(facts[after]!) * 256 + middleIn(facts[i]!), after - i));
    out[at++] = feature(162, pair(key[i]!, after - i));
  }
  if (before >= 0) {
    out[at++] = feature(163, pair(key[before]!, i - before));
    out[at++] = feature(164, pair(middleIn(facts[before]!) * 256 + middleIn(facts[i]!), i - before));
    out[at++] = feature(165, pair(key[runFirst[before]!]!, i - before));
    out[at++] = feature(166, pair(key[i]!, i - before));
  }
  out[at++] = feature(167, (before < 0 ? 0 : i - before) * 512 + (after < 0 ? 0 : after - i) * 64 + shapeIn(facts[i]!));
  return at;
}
