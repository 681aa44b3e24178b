import { type Context, PAD } from './context.js';
import { mix, pair } from './hash.js';
import { type Lexemes, NEAR_ATTRIBUTES } from './lexemes.js';

/** How far from a unit its neighbours' attributes count. */
export const NEAR = 2;
/** Room enough for the features of one unit. */
export const MOST_FEATURES = 192;

/** Keeps apart the features of different slots: slot numbers times this. */
const SLOT = 0x5bd1e995;

/** Features of a unit that follow from one lexeme `offset` units away; says how many `out` holds then. */
export function nearFeatures(lexemes: Lexemes, id: number, offset: number, out: Int32Array, from: number): number {
  const attributes = lexemes.attributes(id);
  const count = offset === 0 ? attributes.length : Math.min(attributes.length, NEAR_ATTRIBUTES);
  let at = from;
  for (let i = 0; i < count; i++) out[at++] = mix(attributes[i]! + (offset + NEAR) * SLOT);
  return at;
}

/** Features of the unit at `i` that follow from more than one unit; says how many `out` holds then. */
export function placeFeatures(context: Context, lexemes: Lexemes, i: number, out: Int32Array, from: number): number {
  const { lexeme, name, gazetteer, trigger, glue } = context;
  const { key, shape, coarse, middle, capital } = lexemes;
  const a1 = lexeme[i - 1]!;
  const me = lexeme[i]!;
  const b1 = lexeme[i + 1]!;
  let at = from;
  out[at++] = mix(pair(key[a1]!, key[me]!) + 100 * SLOT);
  out[at++] = mix(pair(key[me]!, key[b1]!) + 101 * SLOT);
  const shapes = (shape[a1]! * 64 + shape[me]!) * 64 + shape[b1]!;
  out[at++] = mix(shapes + 105 * SLOT);
  out[at++] = mix(middle[a1]! * 256 + middle[me]! + 107 * SLOT);
  out[at++] = mix(middle[me]! * 256 + middle[b1]! + 108 * SLOT);
  out[at++] = mix(pair(coarse[a1]! * 65536 + coarse[me]! * 256 + coarse[b1]!, shape[me]!) + 111 * SLOT);
  const named = name[i]!;
  const listed = gazetteer[i]!;
  const triggers = trigger[i]!;
  const bonds = glue[i - 1]! * 4 + glue[i]!;
  if (named > 0) {
    out[at++] = mix(named + 112 * SLOT);
    out[at++] = mix(named * 65536 + trigger[i - 1]! + 114 * SLOT);
  }
  if (named > 0 || name[i + 1]! > 0) out[at++] = mix(named * 65536 + name[i + 1]! + 113 * SLOT);
  if (listed > 0) {
    out[at++] = mix(listed + 119 * SLOT);
    out[at++] = mix(listed * 65536 + trigger[i - 1]! + 121 * SLOT);
    out[at++] = mix(listed * 65536 + named + 122 * SLOT);
    out[at++] = mix((listed >> 7) * 4 + (listed & 3) + 123 * SLOT);
  }
  if (listed > 0 || gazetteer[i + 1]! > 0) out[at++] = mix(listed * 65536 + gazetteer[i + 1]! + 120 * SLOT);
  if (triggers > 0) {
    out[at++] = mix(triggers + 115 * SLOT);
    out[at++] = mix(pair(triggers * 65536 + name[i + 1]!, shape[b1]!) + 118 * SLOT);
  }
  if (trigger[i - 1]! > 0) out[at++] = mix(trigger[i - 1]! * 64 + shape[me]! + 116 * SLOT);
  if (trigger[i + 1]! > 0) out[at++] = mix(trigger[i + 1]! * 64 + shape[me]! + 117 * SLOT);
  if (bonds > 0) {
    out[at++] = mix(bonds * 4096 + shape[a1]! * 64 + shape[me]! + 124 * SLOT);
    out[at++] = mix(bonds * 4096 + shape[me]! * 64 + shape[b1]! + 125 * SLOT);
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
  out[at++] = mix(pair(key[before]!, part) + 130 * SLOT);
  out[at++] = mix(pair(key[after]!, part) + 131 * SLOT);
  out[at++] = mix(pair(pair(key[before2]!, key[before]!), part) + 132 * SLOT);
  out[at++] = mix(pair(pair(key[after]!, key[after2]!), part) + 133 * SLOT);
  out[at++] = mix(pair(middle[before]! * 256 + middle[after]!, part) + 134 * SLOT);
  out[at++] = mix(pair(middle[before2]! * 256 + middle[before]!, part) + 135 * SLOT);
  out[at++] = mix(pair(middle[after]! * 256 + middle[after2]!, part) + 136 * SLOT);
  out[at++] = mix(place * 64 + shape[before]! + 137 * SLOT);
  out[at++] = mix(pair(key[lexeme[first]!]!, place) + 138 * SLOT);
  out[at++] = mix(pair(key[lexeme[last]!]!, place) + 139 * SLOT);
  out[at++] = mix(pair(coarse[before2]! * 65536 + coarse[before]! * 256 + coarse[lexeme[first]!]!, part) + 140 * SLOT);
  out[at++] = mix(trigger[first - 1]! * 64 + place + 141 * SLOT);
  out[at++] = mix(pair(trigger[first - 1]! * 256 + trigger[last + 1]!, part) + 142 * SLOT);
  let whole = 0;
  const read = Math.min(last, first + LONGEST_RUN - 1);
  for (let unit = first; unit <= read; unit++) whole = mix(pair(whole, key[lexeme[unit]!]!));
  out[at++] = mix(pair(whole, place) + 143 * SLOT);
  out[at++] = mix(pair(middle[lexeme[first]!]! * 256 + middle[lexeme[last]!]!, place) + 144 * SLOT);
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
    out[at++] = mix(pair(key[lexeme[after]!]!, after - i) + 160 * SLOT);
    out[at++] = mix(pair(middle[lexeme[after]!]! * 256 + middle[lexeme[i]!]!, after - i) + 161 * SLOT);
    out[at++] = mix(pair(key[lexeme[i]!]!, after - i) + 162 * SLOT);
  }
  if (before >= 0) {
    out[at++] = mix(pair(key[lexeme[before]!]!, i - before) + 163 * SLOT);
    out[at++] = mix(pair(middle[lexeme[before]!]! * 256 + middle[lexeme[i]!]!, i - before) + 164 * SLOT);
    out[at++] = mix(pair(key[lexeme[context.runFirst[before]!]!]!, i - before) + 165 * SLOT);
    out[at++] = mix(pair(key[lexeme[i]!]!, i - before) + 166 * SLOT);
  }
  out[at++] = mix((before < 0 ? 0 : i - before) * 512 + (after < 0 ? 0 : after - i) * 64 + shape[lexeme[i]!]! + 167 * SLOT);
  return at;
}

export { PAD };
