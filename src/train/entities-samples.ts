import { type Context, createContext, PAD, readLexemes, readSurroundings } from '../annotate/entities/context.js';
import { nearCount, nearSlot, placeFeatures } from '../annotate/entities/features.js';
import { mix } from '../annotate/entities/hash.js';
import { MOST_FEATURES, NEAR } from '../annotate/entities/kernel.js';
import { labelOf, OUTSIDE, Part } from '../annotate/entities/labels.js';
import type { Lexemes } from '../annotate/entities/lexemes.js';
import type { PhraseTable } from '../annotate/entities/tables.js';
import { createUnits, scanUnits, type Units } from '../annotate/entities/units.js';
import type { EntityType, NestedMention } from '../model/mention.js';
import { codesOf } from '../text/codes.js';

/** A line with its entities, as the labelled files have them; `nested` may go deeper. */
export interface LabelledLine {
  readonly text: string;
  readonly entities: readonly LabelledEntity[];
}

export interface LabelledEntity {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly nested?: readonly LabelledEntity[];
}

/** A line as the learner sees it: per unit its features and its label. Features of unit `i` are `features[begin[i]..begin[i + 1])`. */
export interface Sample {
  readonly begin: Int32Array;
  /** Hashes at first; `indexFeatures` turns them into feature numbers. */
  features: Int32Array;
  readonly labels: Uint8Array;
}

export function readSamples(lines: readonly LabelledLine[], lexemes: Lexemes, phrases: PhraseTable): Sample[] {
  const units = createUnits();
  const context = createContext();
  return lines.map(line => {
    const text = codesOf(line.text);
    scanUnits(text, units);
    readLexemes(text, units, lexemes, context);
    readSurroundings(lexemes, phrases, context);
    return readSample(units, context, lexemes, phrases, labelsOf(units, line.entities));
  });
}

function readSample(units: Units, context: Context, lexemes: Lexemes, phrases: PhraseTable, labels: Uint8Array): Sample {
  const begin = new Int32Array(units.length + 1);
  const features: number[] = [];
  const buffer = new Int32Array(MOST_FEATURES);
  for (let i = 0; i < units.length; i++) {
    begin[i] = features.length;
    for (let offset = -NEAR; offset <= NEAR; offset++) {
      const attributes = lexemes.attributes(context.lexeme[i + PAD + offset]!);
      const count = nearCount(attributes, offset);
      for (let at = 0; at < count; at++) features.push(mix(attributes[at]! + nearSlot(offset)));
    }
    const count = placeFeatures(context, phrases, i + PAD, buffer);
    for (let at = 0; at < count; at++) features.push(mix(buffer[at]!));
  }
  begin[units.length] = features.length;
  return { begin, features: Int32Array.from(features), labels };
}

/** The label of each unit; a mention whose borders are not those of units is left out. */
export function labelsOf(units: Units, entities: readonly NestedMention[]): Uint8Array {
  const labels = new Uint8Array(units.length).fill(OUTSIDE);
  for (const { start, end, type } of entities) {
    const first = units.start.subarray(0, units.length).indexOf(start);
    const last = units.end.subarray(0, units.length).indexOf(end);
    if (first < 0 || last < first) continue;
    for (let i = first; i <= last; i++) labels[i] = labelOf(type, Part.Inside);
    labels[first] = labelOf(type, first === last ? Part.Single : Part.Begin);
    if (last > first) labels[last] = labelOf(type, Part.End);
  }
  return labels;
}

/** Numbers the features that occur at least `least` times and puts the numbers in the samples; says their hashes by number. */
export function indexFeatures(samples: readonly Sample[], least: number): Int32Array {
  const counts = new Map<number, number>();
  for (const { features } of samples) for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const hashes: number[] = [];
  const numbers = new Map<number, number>();
  for (const [hash, count] of counts) {
    if (count < least) continue;
    numbers.set(hash, hashes.length);
    hashes.push(hash);
  }
  for (const sample of samples) {
    const kept: number[] = [];
    let unit = 0;
    const { begin, features } = sample;
    for (let i = 0; i <= features.length; i++) {
      while (unit < begin.length && begin[unit] === i) begin[unit++] = kept.length;
      const number = i < features.length ? numbers.get(features[i]!) : undefined;
      if (number !== undefined) kept.push(number);
    }
    sample.features = Int32Array.from(kept);
  }
  return Int32Array.from(hashes);
}
