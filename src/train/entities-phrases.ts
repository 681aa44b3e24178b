import { hashText } from '../annotate/entities/hash.js';
import { lexemeKey } from '../annotate/entities/lexemes.js';
import type { ModelSections } from '../annotate/entities/model.js';
import { shapeOf } from '../annotate/entities/shape.js';
import {
  GAZETTEER_SEED,
  GLUE_SEED,
  KINDS_OF_TYPE,
  longer,
  NAME_SEED,
  PART_SEED,
  PHRASE_GOES_ON,
  TRIGGER_SEED,
} from '../annotate/entities/tables.js';
import { unitsOf } from '../annotate/entities/units.js';
import { ENTITY_TYPES, type EntityType } from '../model/mention.js';
import { fillTable, roomFor } from './entities-tables.js';

/** Phrases with their classes, 1 to 127. */
export type ClassedPhrase = readonly [text: string, kind: number];

/** A row of the gazetteer: a name, what kind of name it is, and its other forms. */
export interface GazetteerRow {
  readonly name: string;
  readonly type: EntityType;
  readonly kind: string;
  readonly aliases: readonly string[];
}

export interface PhraseLists {
  readonly names: readonly ClassedPhrase[];
  readonly gazetteer: readonly GazetteerRow[];
  readonly triggers: readonly ClassedPhrase[];
  /** Pairs of syllables that are written together in one word. */
  readonly glue: readonly ClassedPhrase[];
}

/** Kinds of the gazetteer that are no names: parts of people's names, and words before names. */
const PARTS = ['surname', 'given-name', 'foreign-name'];
const HEADS = ['title', 'loc-head', 'org-head'];

/** A class for each kind of name, by type and then by name. */
function rankKinds(rows: readonly GazetteerRow[]): Map<string, number> {
  const ranked = new Map<string, number>();
  ENTITY_TYPES.forEach((type, index) => {
    const kinds = [...new Set(rows.filter(row => row.type === type).map(row => row.kind))].sort();
    kinds.forEach((kind, i) => {
      if (!PARTS.includes(kind) && !HEADS.includes(kind) && !ranked.has(kind))
        ranked.set(kind, index * KINDS_OF_TYPE + 1 + Math.min(i, KINDS_OF_TYPE - 2));
    });
  });
  return ranked;
}

/** The phrases and their beginnings as a table; of a phrase that is listed twice the first class counts. */
export function phraseSections(lists: PhraseLists): Pick<ModelSections, 'phrasePrints' | 'phraseClasses'> {
  const classes = new Map<number, number>();
  const addAll = (phrases: readonly ClassedPhrase[], seed: number): void => {
    for (const [text, kind] of phrases) {
      let hash = seed;
      const keys = keysOf(text);
      keys.forEach((key, i) => {
        hash = longer(hash, hashText(key));
        const known = classes.get(hash) ?? 0;
        if (i < keys.length - 1) classes.set(hash, known | PHRASE_GOES_ON);
        else if ((known & ~PHRASE_GOES_ON) === 0) classes.set(hash, known | kind);
      });
    }
  };
  const rank = rankKinds(lists.gazetteer);
  const formsOf = (wanted: (kind: string) => boolean, classOf: (kind: string) => number): ClassedPhrase[] =>
    lists.gazetteer
      .filter(row => wanted(row.kind))
      .flatMap(row => [row.name, ...row.aliases].map((form): ClassedPhrase => [form, classOf(row.kind)]));
  addAll(lists.triggers, TRIGGER_SEED);
  addAll(
    formsOf(
      kind => HEADS.includes(kind),
      kind => 100 + HEADS.indexOf(kind),
    ),
    TRIGGER_SEED,
  );
  addAll(
    formsOf(
      kind => PARTS.includes(kind),
      kind => 1 + PARTS.indexOf(kind),
    ),
    PART_SEED,
  );
  addAll(
    formsOf(
      kind => rank.has(kind),
      kind => rank.get(kind)!,
    ),
    GAZETTEER_SEED,
  );
  addAll(lists.glue, GLUE_SEED);
  addAll(lists.names, NAME_SEED);
  const bits = roomFor(classes.size);
  const { prints, placed } = fillTable(classes.keys(), hash => hash, bits);
  const phraseClasses = new Uint8Array(1 << bits);
  for (const [hash, entry] of placed) phraseClasses[entry] = classes.get(hash)!;
  return { phrasePrints: prints, phraseClasses };
}

/** The keys of a text's units. */
export function keysOf(text: string): string[] {
  return unitsOf(text.normalize('NFC')).map(unit => lexemeKey(unit, shapeOf(unit)));
}
