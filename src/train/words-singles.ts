import { withoutMarks } from '../text/keys.js';
import { FIRST_SYLLABLE } from '../text/segment/units.js';
import type { SyllableTable } from './words-lexicon.js';

/** A syllable without marks is a word of its own when it is seen so often, and not merely as the others typed without theirs. */
const FLOOR = 20;
const LEAST_SHARE = 0.002;

/** The syllables that are words by themselves: marked ones, and the unmarked ones that news really has (`an`, `nga`, `trump`; not `duong`). */
export function singleSyllables(syllables: SyllableTable): Set<number> {
  const family = new Map<string, number>();
  for (let id = FIRST_SYLLABLE; id < syllables.size; id++) {
    const folded = withoutMarks(syllables.spelling(id));
    family.set(folded, (family.get(folded) ?? 0) + syllables.count(id));
  }
  const singles = new Set<number>();
  for (let id = FIRST_SYLLABLE; id < syllables.size; id++) {
    const spelling = syllables.spelling(id);
    const count = syllables.count(id);
    if (count < FLOOR) continue;
    const folded = withoutMarks(spelling);
    if (folded === spelling && count < LEAST_SHARE * family.get(folded)!) continue;
    singles.add(id);
  }
  return singles;
}
