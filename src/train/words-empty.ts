import { packModel, SECTIONS, type Section } from '../text/segment/format.js';
import { ROW, WordModel } from '../text/segment/model.js';
import { CLASS_TABLE, LEXICON_TABLE, NATURE_TABLE, SHAPE_TABLE } from '../text/segment/score.js';
import { FIRST_SYLLABLE } from '../text/segment/units.js';

/** A model that knows nothing: the front end alone, for reading labelled text. */
export function emptyModel(): WordModel {
  const sizes: Partial<Record<Section, number>> = {
    numbers: 32,
    syllables: 8,
    syllableWeights: FIRST_SYLLABLE * ROW,
    syllableFlags: FIRST_SYLLABLE,
    pairs: 8,
    spans: 4,
    shapeWeights: SHAPE_TABLE,
    classWeights: CLASS_TABLE,
    lexiconWeights: LEXICON_TABLE,
    natureWeights: NATURE_TABLE,
  };
  const sections = Object.fromEntries(SECTIONS.map(name => [name, new Uint8Array(sizes[name] ?? 0)])) as Record<Section, Uint8Array>;
  return new WordModel(packModel(sections));
}
