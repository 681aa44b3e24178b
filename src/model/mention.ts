import type { Span } from './span.js';

export const ENTITY_TYPES = ['PER', 'LOC', 'ORG', 'MISC'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A name inside another name: the `Mỹ` of `Bộ Ngoại giao Mỹ`. */
export interface NestedMention extends Span {
  readonly type: EntityType;
}

/** An outermost named entity of one text. Mentions of a text ascend and never overlap. */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly nested: readonly NestedMention[];
}

/** One line of a `--gazetteer` file. */
export interface GazetteerEntry {
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
}
