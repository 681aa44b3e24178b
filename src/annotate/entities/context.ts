import type { CodeSpan } from '../../model/snippet.js';
import { bindsIn, isCapitalIn, STARTS_LISTED, STARTS_NAME, STARTS_TRIGGER } from './facts.js';
import type { LexemeColumns, Lexemes } from './lexemes.js';
import { GAZETTEER_SEED, GLUE_SEED, longer, NAME_SEED, PHRASE_GOES_ON, type PhraseTable, TRIGGER_SEED } from './tables.js';
import type { Units } from './units.js';

/** Columns begin and end with this many units of the edge, so that neighbours can be read without a test. */
export const PAD = 4;
const REACH = 4;

/**
 * The units of one text with what depends on more than one of them; columns are reused. Unit `i` of the text is at `i + PAD`.
 */
export interface Context extends LexemeColumns {
  /** Units of the text, padding apart. */
  length: number;
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
  /** What `bondAt` has found out, plus 1. */
  bond: Uint8Array;
}

export function createContext(capacity = 512): Context {
  const column = () => new Int32Array(capacity + 2 * PAD);
  return {
    length: 0,
    lexeme: column(),
    key: column(),
    facts: column(),
    runFirst: column(),
    runLast: column(),
    runBefore: column(),
    runAfter: column(),
    name: new Uint16Array(capacity + 2 * PAD),
    gazetteer: new Uint16Array(capacity + 2 * PAD),
    trigger: new Uint16Array(capacity + 2 * PAD),
    bond: new Uint8Array(capacity + 2 * PAD),
  };
}

/** Reads what the units of a text are by themselves. */
export function readLexemes(text: CodeSpan, units: Units, lexemes: Lexemes, context: Context): void {
  const { length } = units;
  if (length + 2 * PAD > context.lexeme.length) Object.assign(context, createContext(length * 2));
  context.length = length;
  lexemes.identify(text, units, context, PAD);
}

/** Reads what follows from several units, once their lexemes are read. */
export function readSurroundings(lexemes: Lexemes, phrases: PhraseTable, context: Context): void {
  const end = context.length + 2 * PAD;
  context.name.fill(0, 0, end);
  context.gazetteer.fill(0, 0, end);
  context.trigger.fill(0, 0, end);
  context.bond.fill(0, 0, end);
  findRuns(context);
  markPhrases(context, lexemes, phrases);
}

/** How firmly the unit at `at` and the next one belong to one word: 0, 1 or 2. */
export function bondAt(context: Context, phrases: PhraseTable, at: number): number {
  const { bond, key } = context;
  if (bond[at] === 0) bond[at] = 1 + (mayBind(context, at) ? phrases.step(longer(longer(GLUE_SEED, key[at]!), key[at + 1]!)) & 3 : 0);
  return bond[at]! - 1;
}

function mayBind({ facts, length }: Context, at: number): boolean {
  return at >= PAD && at < PAD + length - 1 && bindsIn(facts[at]!);
}

function findRuns({ length, facts, runFirst, runLast, runBefore, runAfter }: Context): void {
  const end = PAD + length;
  let latest = -1;
  // The edges have no capital.
  for (let at = 0; at < end + PAD; at++) {
    runBefore[at] = latest >= 0 && at < end && at - latest <= REACH ? latest : -1;
    runAfter[at] = -1;
    if (!isCapitalIn(facts[at]!)) {
      runFirst[at] = -1;
      runLast[at] = -1;
      continue;
    }
    for (let i = Math.max(at - REACH, latest + 1, PAD); i < at; i++) runAfter[i] = at;
    const first = at;
    while (isCapitalIn(facts[at + 1]!)) at++;
    latest = at;
    for (let i = first; i <= latest; i++) {
      runFirst[i] = first;
      runLast[i] = latest;
      runBefore[i] = -1;
      runAfter[i] = -1;
    }
  }
}

const STARTS = STARTS_NAME | STARTS_LISTED | STARTS_TRIGGER;

/** Marks the longest phrases of each sort from left to right. Names stand near capitals and have one. */
function markPhrases(context: Context, lexemes: Lexemes, phrases: PhraseTable): void {
  const { lexeme, facts, runFirst, runAfter, name, gazetteer, trigger } = context;
  const end = context.length + PAD;
  let nameEnd = 0;
  let listedEnd = 0;
  let triggerEnd = 0;
  for (let at = PAD; at < end; at++) {
    const known = facts[at]! & STARTS;
    if (known === 0) continue;
    const starts = lexemes.starts(lexeme[at]!);
    if ((known & STARTS_TRIGGER) !== 0 && at >= triggerEnd) {
      triggerEnd = markPhrase(context, phrases, at, trigger, TRIGGER_SEED, (starts >>> 16) & 0xff, true);
    }
    if (runAfter[at]! < 0 && runFirst[at]! < 0) continue;
    const hasCapital = isCapitalIn(facts[at]!);
    if ((known & STARTS_NAME) !== 0 && at >= nameEnd) {
      nameEnd = markPhrase(context, phrases, at, name, NAME_SEED, starts & 0xff, hasCapital);
    }
    if ((known & STARTS_LISTED) !== 0 && at >= listedEnd) {
      listedEnd = markPhrase(context, phrases, at, gazetteer, GAZETTEER_SEED, (starts >>> 8) & 0xff, hasCapital);
    }
  }
}

/** Marks the longest phrase that begins at a unit and has a capital, where it needs one, and says where it ends. */
function markPhrase(
  { key, facts, length }: Context,
  phrases: PhraseTable,
  first: number,
  column: Uint16Array,
  seed: number,
  start: number,
  capital: boolean,
): number {
  let hash = 0;
  let found = start;
  let hasCapital = capital;
  let kind = 0;
  let end = first;
  for (let at = first + 1; ; at++) {
    const here = found & ~PHRASE_GOES_ON;
    if (here !== 0 && hasCapital) {
      kind = here;
      end = at;
    }
    if ((found & PHRASE_GOES_ON) === 0 || at >= PAD + length) break;
    hash = longer(at === first + 1 ? longer(seed, key[first]!) : hash, key[at]!);
    hasCapital ||= isCapitalIn(facts[at]!);
    found = phrases.step(hash);
  }
  if (end === first + 1) column[first] = kind * 4 + 3;
  else for (let at = first; at < end; at++) column[at] = kind * 4 + (at === first ? 0 : at === end - 1 ? 2 : 1);
  return end;
}
