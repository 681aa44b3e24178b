import type { Lexemes } from './lexemes.js';
import { GAZETTEER_SEED, GLUE_SEED, longer, NAME_SEED, PHRASE_GOES_ON, type PhraseTable, TRIGGER_SEED } from './tables.js';
import type { Units } from './units.js';

/** Columns begin and end with this many units of the edge, so that neighbours can be read without a test. */
export const PAD = 4;
const REACH = 4;

/**
 * The units of one text with what depends on more than one of them; columns are reused. Unit `i` of the text is at `i + PAD`.
 */
export interface Context {
  /** Units of the text, padding apart. */
  length: number;
  lexeme: Int32Array;
  /** First and last unit of the capital run that the unit is in; -1 elsewhere. */
  runFirst: Int32Array;
  runLast: Int32Array;
  /** Outside of runs: the nearest run's last unit before, and first unit after, at most four away; -1 where there is none. */
  runBefore: Int32Array;
  runAfter: Int32Array;
  /** `class * 4 + part` of the longest phrase that covers the unit; 0 where none does. */
  name: Uint16Array;
  gazetteer: Uint16Array;
  trigger: Uint16Array;
  /** How firmly the unit and the next one belong to one word: 0, 1 or 2. */
  glue: Uint8Array;
}

export function createContext(capacity = 512): Context {
  const column = () => new Int32Array(capacity + 2 * PAD);
  return {
    length: 0,
    lexeme: column(),
    runFirst: column(),
    runLast: column(),
    runBefore: column(),
    runAfter: column(),
    name: new Uint16Array(capacity + 2 * PAD),
    gazetteer: new Uint16Array(capacity + 2 * PAD),
    trigger: new Uint16Array(capacity + 2 * PAD),
    glue: new Uint8Array(capacity + 2 * PAD),
  };
}

export function readContext(units: Units, lexemes: Lexemes, phrases: PhraseTable, context: Context): void {
  const { length } = units;
  if (length + 2 * PAD > context.lexeme.length) Object.assign(context, createContext(length * 2));
  context.length = length;
  const { lexeme } = context;
  lexeme.fill(0, 0, PAD);
  lexeme.fill(0, PAD + length, 2 * PAD + length);
  for (let i = 0; i < length; i++) lexeme[i + PAD] = units.lexeme[i]!;
  findRuns(context, lexemes);
  markPhrases(context, lexemes, phrases, NAME_SEED, lexemes.name, context.name);
  markPhrases(context, lexemes, phrases, GAZETTEER_SEED, lexemes.gazetteer, context.gazetteer);
  markPhrases(context, lexemes, phrases, TRIGGER_SEED, lexemes.trigger, context.trigger);
  findGlue(context, lexemes, phrases);
}

function findGlue(context: Context, lexemes: Lexemes, phrases: PhraseTable): void {
  const { length, lexeme, glue } = context;
  const { key } = lexemes;
  glue.fill(0, 0, PAD);
  glue.fill(0, PAD + length - 1, 2 * PAD + length);
  for (let at = PAD; at < PAD + length - 1; at++) {
    const first = lexeme[at]!;
    glue[at] = lexemes.glue[first] === 0 ? 0 : phrases.step(longer(longer(GLUE_SEED, key[first]!), key[lexeme[at + 1]!]!)) & 3;
  }
}

function findRuns(context: Context, lexemes: Lexemes): void {
  const { length, lexeme, runFirst, runLast, runBefore, runAfter } = context;
  runFirst.fill(-1, 0, length + 2 * PAD);
  runLast.fill(-1, 0, length + 2 * PAD);
  runBefore.fill(-1, 0, length + 2 * PAD);
  runAfter.fill(-1, 0, length + 2 * PAD);
  const end = PAD + length;
  let latest = -1;
  for (let at = PAD; at < end; ) {
    if (lexemes.capital[lexeme[at]!] === 0) {
      if (latest >= 0 && at - latest <= REACH) runBefore[at] = latest;
      at++;
      continue;
    }
    const first = at;
    while (at < end && lexemes.capital[lexeme[at]!] === 1) at++;
    for (let i = first; i < at; i++) {
      runFirst[i] = first;
      runLast[i] = at - 1;
    }
    for (let i = Math.max(first - REACH, latest + 1, PAD); i < first; i++) runAfter[i] = first;
    latest = at - 1;
  }
}

function markPhrases(
  context: Context,
  lexemes: Lexemes,
  phrases: PhraseTable,
  seed: number,
  starts: Uint8Array,
  column: Uint16Array,
): void {
  const { lexeme, runFirst, runAfter } = context;
  const isName = seed !== TRIGGER_SEED;
  const end = context.length + PAD;
  column.fill(0, 0, end + PAD);
  for (let at = PAD; at < end; ) {
    const isPossible = !isName || runAfter[at]! >= 0 || runFirst[at]! >= 0;
    const found = isPossible ? starts[lexeme[at]!]! : 0;
    at = found === 0 ? at + 1 : Math.max(at + 1, markPhrase(context, lexemes, phrases, at, seed, found, column));
  }
}

/** Marks the longest phrase that begins at a unit, and says where it ends; -1 when none begins there. */
function markPhrase(
  context: Context,
  lexemes: Lexemes,
  phrases: PhraseTable,
  first: number,
  seed: number,
  start: number,
  column: Uint16Array,
): number {
  const { lexeme, length } = context;
  const isName = seed !== TRIGGER_SEED;
  let hash = 0;
  let found = start;
  let capitals = lexemes.capital[lexeme[first]!]!;
  let kind = 0;
  let end = -1;
  for (let at = first + 1; ; at++) {
    const here = found & ~PHRASE_GOES_ON;
    if (here !== 0 && (!isName || capitals > 0)) {
      kind = here;
      end = at;
    }
    if ((found & PHRASE_GOES_ON) === 0 || at >= PAD + length) break;
    if (at === first + 1) hash = longer(seed, lexemes.key[lexeme[first]!]!);
    hash = longer(hash, lexemes.key[lexeme[at]!]!);
    capitals += lexemes.capital[lexeme[at]!]!;
    found = phrases.step(hash);
  }
  if (end < 0) return end;
  for (let at = first; at < end; at++) column[at] = kind * 4 + (at === first ? 0 : at === end - 1 ? 2 : 1);
  if (end === first + 1) column[first] = kind * 4 + 3;
  return end;
}
