import { PAD } from './context.js';
import { isCapitalIn, shapeIn } from './facts.js';
import type { Tagger } from './tagger.js';

/** What rules ask of the units of the tagger's latest text; four beyond either end are edges. */
export interface UnitReader {
  /** Hash of the unit's key. */
  keyAt(i: number): number;
  shapeAt(i: number): number;
  isCapital(i: number): boolean;
}

export function createUnitReader({ context }: Tagger): UnitReader {
  return {
    keyAt: i => context.key[i + PAD]!,
    shapeAt: i => shapeIn(context.facts[i + PAD]!),
    isCapital: i => isCapitalIn(context.facts[i + PAD]!),
  };
}

/** Mends the labels of the tagger's latest text, which has so many units. */
export type LabelRules = (labels: Uint8Array, length: number) => void;
