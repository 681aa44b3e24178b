import { type Context, PAD } from './context.js';
import { join } from './hash.js';
import { type Lexemes, NEAR_ATTRIBUTES } from './lexemes.js';

/** How far from a unit its neighbours' attributes count. */
export const NEAR = 2;
/** Room enough for the features of one unit. */
export const MOST_FEATURES = 192;

const NEAR_SEED = 0x0101;

/** Features of a unit that follow from one lexeme `offset` units away; says how many `out` holds then. */
export function nearFeatures(lexemes: Lexemes, id: number, offset: number, out: Int32Array, from: number): number {
  const attributes = lexemes.attributes(id);
  const count = offset === 0 ? attributes.length : Math.min(attributes.length, NEAR_ATTRIBUTES);
  let at = from;
  for (let i = 0; i < count; i++) out[at++] = join(attributes[i]!, NEAR_SEED + offset);
  return at;
}

/** Features of the unit at `i` that follow from more than one unit; says how many `out` holds then. */
export function placeFeatures(context: Context, lexemes: Lexemes, i: number, out: Int32Array, from: number): number {
  const { lexeme, name, trigger } = context;
  const { key, shape, coarse, middle, capital } = lexemes;
  const a2 = lexeme[i - 2]!;
  const a1 = lexeme[i - 1]!;
  const me = lexeme[i]!;
  const b1 = lexeme[i + 1]!;
  const b2 = lexeme[i + 2]!;
  let at = from;
  const put = (slot: number, value: number): void => {
    out[at++] = join(slot, value);
  };
  put(100, join(key[a1]!, key[me]!));
  put(101, join(key[me]!, key[b1]!));
  put(102, join(key[a1]!, key[b1]!));
  put(103, join(key[a2]!, key[a1]!));
  put(104, join(key[b1]!, key[b2]!));
  const shapes = (shape[a1]! * 64 + shape[me]!) * 64 + shape[b1]!;
  put(105, shapes);
  put(106, join(shapes, shape[a2]! * 64 + shape[b2]!));
  put(107, middle[a1]! * 256 + middle[me]!);
  put(108, middle[me]! * 256 + middle[b1]!);
  put(109, join(middle[a2]! * 256 + middle[a1]!, shape[me]!));
  put(110, join(middle[b1]! * 256 + middle[b2]!, shape[me]!));
  put(111, join(coarse[a1]! * 65536 + coarse[me]! * 256 + coarse[b1]!, shape[me]!));
  put(112, name[i]!);
  put(113, name[i]! * 65536 + name[i + 1]!);
  put(114, name[i]! * 65536 + trigger[i - 1]!);
  put(115, trigger[i]!);
  put(116, trigger[i - 1]! * 64 + shape[me]!);
  put(117, trigger[i + 1]! * 64 + shape[me]!);
  put(118, join(trigger[i]! * 65536 + name[i + 1]!, shape[b1]!));
  return capital[me]! === 1 ? runFeatures(context, lexemes, i, out, at) : gapFeatures(context, lexemes, i, out, at);
}

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
  const put = (slot: number, value: number): void => {
    out[at++] = join(slot, value);
  };
  put(130, join(key[before]!, part));
  put(131, join(key[after]!, part));
  put(132, join(join(key[before2]!, key[before]!), part));
  put(133, join(join(key[after]!, key[after2]!), part));
  put(134, join(middle[before]! * 256 + middle[after]!, part));
  put(135, join(middle[before2]! * 256 + middle[before]!, part));
  put(136, join(middle[after]! * 256 + middle[after2]!, part));
  put(137, place * 64 + shape[before]!);
  put(138, join(key[lexeme[first]!]!, place));
  put(139, join(key[lexeme[last]!]!, place));
  put(140, join(coarse[before2]! * 65536 + coarse[before]! * 256 + coarse[lexeme[first]!]!, part));
  put(141, trigger[first - 1]! * 64 + place);
  put(142, join(trigger[first - 1]! * 256 + trigger[last + 1]!, part));
  let whole = 0;
  for (let unit = first; unit <= last; unit++) whole = join(whole, key[lexeme[unit]!]!);
  put(143, join(whole, place));
  put(144, join(middle[lexeme[first]!]! * 256 + middle[lexeme[last]!]!, place));
  return at;
}

/** Of a unit without a capital: the runs of capitals near it. */
function gapFeatures(context: Context, lexemes: Lexemes, i: number, out: Int32Array, from: number): number {
  const { lexeme, runBefore, runAfter } = context;
  const { key, middle, shape } = lexemes;
  const before = runBefore[i]!;
  const after = runAfter[i]!;
  let at = from;
  const put = (slot: number, value: number): void => {
    out[at++] = join(slot, value);
  };
  if (after >= 0) {
    put(160, join(key[lexeme[after]!]!, after - i));
    put(161, join(middle[lexeme[after]!]! * 256 + middle[lexeme[i]!]!, after - i));
    put(162, join(key[lexeme[i]!]!, after - i));
  }
  if (before >= 0) {
    put(163, join(key[lexeme[before]!]!, i - before));
    put(164, join(middle[lexeme[before]!]! * 256 + middle[lexeme[i]!]!, i - before));
    put(165, join(key[lexeme[context.runFirst[before]!]!]!, i - before));
    put(166, join(key[lexeme[i]!]!, i - before));
  }
  put(167, (before < 0 ? 0 : i - before) * 512 + (after < 0 ? 0 : after - i) * 64 + shape[lexeme[i]!]!);
  return at;
}

export { PAD };
