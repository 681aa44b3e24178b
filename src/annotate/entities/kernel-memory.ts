import { createGlobal, createMemory, type Global, PAGE } from '../../text/web-assembly.js';
import { PAD } from './context.js';
import { BEAM, GIVE_UP, LOW, MOST_FEATURES, NO_START, NO_START_NEAR, SCORES, SPREAD } from './kernel.js';
import { CLOSED, LABELS, OUTSIDE, PARTS, Part } from './labels.js';
import { LETTERS } from './letters.table.js';
import type { Attributes } from './lexemes.js';
import type { EntityModel } from './model.js';
import { BUCKET, KNOWN } from './tables.js';

const LINE = 64;
/** Numbers of the steps from one label: those to all labels of the four types, and that to `outside`; four are padding. */
const OUTER_STEPS = 20;

/** What lies where, in bytes. Behind it lie the model, the beginnings of chains, the latest text, and the lexemes. */
const FEATURES_AT = 0;
const ATTRIBUTES_AT = FEATURES_AT + 4 * MOST_FEATURES;
const KNOWN_AT = ATTRIBUTES_AT + 8 * MOST_FEATURES;
const SCORES_AT = KNOWN_AT + 32;
const STATE_AT = SCORES_AT + 2 * SCORES;
/** A row of zeros for features that are unknown. */
const NOTHING_AT = STATE_AT + 80;
const INNER_AT = NOTHING_AT + SCORES;
const OUTER_AT = INNER_AT + 128;
const FIRST_OUTER_AT = OUTER_AT + CLOSED.length * OUTER_STEPS * 4;
const LETTERS_AT = FIRST_OUTER_AT + CLOSED.length * OUTER_STEPS * 4;
const HEAD = LETTERS_AT + LETTERS.length;

/** Chains of lexemes whose hashes end alike. */
export const CHAINS = 1 << 17;
/** Numbers of a lexeme's record, before the sums of its attributes at each offset. */
export const Field = { First: 0, Second: 1, Key: 2, Facts: 3, Starts: 4, Next: 5 } as const;
/** Bytes of a record. */
export const LEXEME = 32 + SPREAD * 2 * SCORES;

/** Bytes a unit in the columns of a text. */
const COLUMNS = {
  starts: 4,
  ends: 4,
  firsts: 4,
  seconds: 4,
  ids: 4,
  keys: 4,
  facts: 4,
  runFirst: 4,
  runLast: 4,
  runBefore: 4,
  runAfter: 4,
  phrases: 8,
  origins: LABELS,
  labels: 1,
};
type Column = keyof typeof COLUMNS;
const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** The kernel's memory: a model for good, and the columns of a text and the lexemes, which grow. */
export interface KernelMemory {
  /** What the module imports. */
  readonly env: object;
  readonly modelAt: number;
  readonly chainsAt: number;
  /** Where a part of the model lies. */
  placeOf(part: ArrayBufferView): number;
  /** So many codes of a text have room, and so many units. */
  readonly codeRoom: number;
  readonly unitRoom: number;
  /** Where the lexemes lie. */
  readonly lexemesAt: number;
  /** Views of the memory; they hold until something grows. */
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly codes: Uint16Array<ArrayBuffer>;
  readonly attributes: Attributes;
  readonly known: Int32Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
  column(name: Column): Int32Array<ArrayBuffer>;
  /** Makes room for a text of so many codes and units, in front of so many lexemes. */
  place(codes: number, units: number, lexemes: number): void;
  /** Makes room for so many lexemes; says whether the views are others. */
  reserve(lexemes: number): boolean;
}

export function createKernelMemory({ bytes, weights, words, phrases }: EntityModel): KernelMemory {
  const { prints, rows, transitions } = weights;
  // A bucket lies in one line of the processor's cache.
  const printsAt = aligned(HEAD + prints.byteOffset - bytes.byteOffset);
  const modelAt = printsAt - (prints.byteOffset - bytes.byteOffset);
  const chainsAt = aligned(modelAt + bytes.length);
  const codesAt = chainsAt + 4 * CHAINS;
  const memory = createMemory(codesAt);
  const all = new Uint8Array(memory.buffer);
  all.set(bytes, modelAt);
  all.set(LETTERS, LETTERS_AT);
  all.fill(128, NOTHING_AT, NOTHING_AT + SCORES);
  new Int32Array(memory.buffer, INNER_AT, PARTS * 8).set(innerSteps(transitions));
  new Int32Array(memory.buffer, OUTER_AT, CLOSED.length * OUTER_STEPS).set(outerSteps(transitions));

  const columns = Object.fromEntries(COLUMN_NAMES.map(name => [name, createGlobal()])) as Record<Column, Global>;
  const [capacity, lexemesAt] = [createGlobal(), createGlobal()];
  const placeOf = (part: ArrayBufferView): number => modelAt + part.byteOffset - bytes.byteOffset;

  // Whatever is asked of a memory or a global is asked of the system, which takes as long as to read a unit.
  let size = all.length;

  /** Makes the memory end behind `end`; says whether it is another. */
  function growTo(end: number): boolean {
    if (end <= size) return false;
    memory.grow(Math.ceil((end - size + size / 8) / PAGE));
    size = memory.buffer.byteLength;
    return true;
  }

  function see(): void {
    const { buffer } = memory;
    Object.assign(kernelMemory, {
      numbers: new Int32Array(buffer),
      codes: new Uint16Array(buffer, codesAt, kernelMemory.codeRoom),
      attributes: {
        slots: new Int32Array(buffer, ATTRIBUTES_AT, MOST_FEATURES),
        values: new Int32Array(buffer, ATTRIBUTES_AT + 4 * MOST_FEATURES, MOST_FEATURES),
        length: 0,
      },
      known: new Int32Array(buffer, KNOWN_AT, KNOWN),
      labels: new Uint8Array(buffer, columns.labels.value, kernelMemory.unitRoom),
    });
  }

  const kernelMemory = {
    env: {
      memory,
      features: FEATURES_AT,
      attributes: ATTRIBUTES_AT,
      known: KNOWN_AT,
      scores: SCORES_AT,
      state: STATE_AT,
      inner: INNER_AT,
      outer: OUTER_AT,
      firstOuter: FIRST_OUTER_AT,
      nothing: NOTHING_AT,
      letters: LETTERS_AT,
      low: LOW,
      beam: BEAM,
      giveUp: GIVE_UP,
      noStart: NO_START,
      noStartNear: NO_START_NEAR,
      prints: printsAt,
      rows: placeOf(rows),
      // Places of buckets of 16 bytes, and of rows.
      weightShift: shiftOf(prints) - 4,
      weightMask: 2 * (prints.length - BUCKET),
      rowMask: rows.length - 1,
      wordPrints: placeOf(words.prints),
      wordMask: words.prints.length - 1,
      wordShift: shiftOf(words.prints),
      phrasePrints: placeOf(phrases.prints),
      phraseMask: phrases.prints.length - 1,
      phraseShift: shiftOf(phrases.prints),
      phraseClasses: placeOf(phrases.classes),
      chains: chainsAt,
      chainMask: 4 * (CHAINS - 1),
      codes: codesAt,
      capacity,
      lexemes: lexemesAt,
      ...columns,
    },
    modelAt,
    chainsAt,
    placeOf,
    codeRoom: 0,
    unitRoom: 0,
    lexemesAt: codesAt,
    column: (name: Column) => new Int32Array(memory.buffer, columns[name].value, kernelMemory.unitRoom + 2 * PAD),
    place(codes: number, units: number, lexemes: number): void {
      let end = codesAt + aligned(2 * codes);
      const places = COLUMN_NAMES.map(name => {
        const at = end;
        end += aligned(COLUMNS[name] * (units + 2 * PAD));
        return at;
      });
      growTo(end + lexemes * LEXEME);
      new Uint8Array(memory.buffer).copyWithin(end, kernelMemory.lexemesAt, kernelMemory.lexemesAt + lexemes * LEXEME);
      COLUMN_NAMES.forEach((name, i) => {
        columns[name].value = places[i]!;
      });
      capacity.value = units;
      lexemesAt.value = end;
      Object.assign(kernelMemory, { codeRoom: codes, unitRoom: units, lexemesAt: end });
      see();
    },
    reserve(lexemes: number): boolean {
      const isOther = growTo(kernelMemory.lexemesAt + lexemes * LEXEME);
      if (isOther) see();
      return isOther;
    },
  } as KernelMemory;
  return kernelMemory;
}

/** How far a hash is shifted to be the number of a bucket. */
export function shiftOf(prints: Uint16Array): number {
  return 32 - Math.log2(prints.length / BUCKET);
}

function aligned(at: number): number {
  return Math.ceil(at / LINE) * LINE;
}

/** For each type: the steps from begin to its four labels, then those from inside. */
function innerSteps(transitions: Int16Array): number[] {
  const steps: number[] = [];
  for (let begin = 1; begin < LABELS; begin += PARTS) {
    for (const previous of [begin, begin + Part.Inside]) {
      for (let label = begin; label < begin + PARTS; label++) steps.push(transitions[previous * LABELS + label]!);
    }
  }
  return steps;
}

function outerSteps(transitions: Int16Array): number[] {
  const steps: number[] = [];
  for (const previous of CLOSED) {
    for (let label = 1; label < LABELS; label++) steps.push(transitions[previous * LABELS + label]!);
    steps.push(transitions[previous * LABELS + OUTSIDE]!, 0, 0, 0);
  }
  return steps;
}
