import { type Context, PAD } from './context.js';
import { mix, pair } from './hash.js';
import { type Lexemes, NEAR_ATTRIBUTES } from './lexemes.js';

/** How far from a unit its neighbours' attributes count. */
export const NEAR = 2;

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
export function placeFeatures(context: Context, lexemes: Lexemes, i: number, out: Int32Array): number {
  const { lexeme, name, gazetteer, trigger, glue } = context;
  const { key, shape, coarse, middle, capital } = lexemes;
  const a1 = lexeme[i - 1]!;
  const me = lexeme[i]!;
  const b1 = lexeme[i + 1]!;
  let at = 0;
  out[at++] = feature(100, pair(key[a1]!, key[me]!));
  out[at++] = feature(101, pair(key[me]!, key[b1]!));
  const shapes = (shape[a1]! * 64 + shape[me]!) * 64 + shape[b1]!;
  out[at++] = feature(105, shapes);
  out[at++] = feature(107, middle[a1]! * 256 + middle[me]!);
  out[at++] = feature(108, middle[me]! * 256 + middle[b1]!);
  out[at++] = feature(111, pair(coarse[a1]! * 65536 + coarse[me]! * 256 + coarse[b1]!, shape[me]!));
  const named = name[i]!;
  const listed = gazetteer[i]!;
  const triggers = trigger[i]!;
  const bonds = glue[i - 1]! * 4 + glue[i]!;
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
    out[at++] = feature(118, pair(triggers * 65536 + name[i + 1]!, shape[b1]!));
  }
  if (trigger[i - 1]! > 0) out[at++] = feature(116, trigger[i - 1]! * 64 + shape[me]!);
  if (trigger[i + 1]! > 0) out[at++] = feature(117, trigger[i + 1]! * 64 + shape[me]!);
  if (bonds > 0) {
    out[at++] = feature(124, bonds * 4096 + shape[a1]! * 64 + shape[me]!);
    out[at++] = feature(125, bonds * 4096 + shape[me]! * 64 + shape[b1]!);
  }
  return capital[me]! === 1 ? runFeatures(context, lexemes, i, out, at) : gapFeatures(context, lexemes, i, out, at);
}

/** A run of capitals is read whole up to so many units: a headline in capitals may have no end. */
const LONGEST_RUN = 24;

/** Of a unit with a capital: the run of capitals that it is in, and what stands around the run. */
function runFeatures(context: Context, lexemes: Lexemes, i: number, out: Int32Array, from: number): number {
  const { lexeme, trigger, runFirst, runLast } = context;
  const { key, shape, coarse, middle } = lexemes;
  const first = runFirst[i]!;
  const last = runLast[i]!;
  const before = lexeme[first - 1]!;
  const before2 = lexeme[first - 2]!;
  const after = lexeme[last + 1]!;
  const after2 = lexeme[last + 2]!;
  const part = first === last ? 3 : i === first ? 0 : i === last ? 2 : 1;
  const place = Math.min(i - first, 4) * 8 + Math.min(last - i, 4);
  let at = from;
  out[at++] = feature(130, pair(key[before]!, part));
  out[at++] = feature(131, pair(key[after]!, part));
  out[at++] = feature(132, pair(pair(key[before2]!, key[before]!), part));
  out[at++] = feature(133, pair(pair(key[after]!, key[after2]!), part));
  out[at++] = feature(134, pair(middle[before]! * 256 + middle[after]!, part));
  out[at++] = feature(135, pair(middle[before2]! * 256 + middle[before]!, part));
  out[at++] = feature(136, pair(middle[after]! * 256 + middle[after2]!, part));
  out[at++] = feature(137, place * 64 + shape[before]!);
  out[at++] = feature(138, pair(key[lexeme[first]!]!, place));
  out[at++] = feature(139, pair(key[lexeme[last]!]!, place));
  out[at++] = feature(140, pair(coarse[before2]! * 65536 + coarse[before]! * 256 + coarse[lexeme[first]!]!, part));
  out[at++] = feature(141, trigger[first - 1]! * 64 + place);
  out[at++] = feature(142, pair(trigger[first - 1]! * 256 + trigger[last + 1]!, part));
  let whole = 0;
  const read = Math.min(last, first + LONGEST_RUN - 1);
  for (let unit = first; unit <= read; unit++) whole = mix(pair(whole, key[lexeme[unit]!]!));
  out[at++] = feature(143, pair(whole, place));
  out[at++] = feature(144, pair(middle[lexeme[first]!]! * 256 + middle[lexeme[last]!]!, place));
  return at;
}

/** Of a unit without a capital: the runs of capitals near it. */
function gapFeatures(context: Context, lexemes: Lexemes, i: number, out: Int32Array, from: number): number {
  const { lexeme, runBefore, runAfter } = context;
  const { key, middle, shape } = lexemes;
  const before = runBefore[i]!;
  const after = runAfter[i]!;
  let at = from;
  if (after >= 0) {
    out[at++] = feature(160, pair(key[lexeme[after]!]!, after - i));
    out[at++] = feature(161, pair(middle[lexeme[after]!]! * 256 + middle[lexeme[i]!]!, after - i));
    out[at++] = feature(162, pair(key[lexeme[i]!]!, after - i));
  }
  if (before >= 0) {
    out[at++] = feature(163, pair(key[lexeme[before]!]!, i - before));
    out[at++] = feature(164, pair(middle[lexeme[before]!]! * 256 + middle[lexeme[i]!]!, i - before));
    out[at++] = feature(165, pair(key[lexeme[context.runFirst[before]!]!]!, i - before));
    out[at++] = feature(166, pair(key[lexeme[i]!]!, i - before));
  }
  out[at++] = feature(167, (before < 0 ? 0 : i - before) * 512 + (after < 0 ? 0 : after - i) * 64 + shape[lexeme[i]!]!);
  return at;
}

export { PAD };
