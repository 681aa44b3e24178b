import { CHARACTER } from '../text/segment/characters.js';
import { FIRST_SYLLABLE } from '../text/segment/units.js';
import { type Corpus, Info } from './words-corpus.js';
import type { SyllableTable } from './words-lexicon.js';

/** Upper ends of the shares that make the eight levels. */
const LEVELS = [0.01, 0.05, 0.15, 0.35, 0.6, 0.85, 0.97];

/**
 * What a syllable is like, in 32 bits: bits 0 to 2 how mostly it is joined to the next, 3 to 5 how mostly to the one before, 8 to 15
 * its onset, 16 to 23 its rhyme without tone (0: none known), by which reduplications (`lung linh`, `lơ ngơ`) are told.
 */
export function syllableNature(corpora: readonly Corpus[], syllables: SyllableTable): Int32Array {
  const size = syllables.size;
  const gaps = [new Int32Array(size), new Int32Array(size)] as const;
  const joins = [new Int32Array(size), new Int32Array(size)] as const;
  for (const { id, info, length } of corpora) {
    for (let i = 0; i + 1 < length; i++) {
      if ((info[i]! & Info.Gap) === 0) continue;
      const joined = (info[i]! & Info.Joined) === 0 ? 0 : 1;
      gaps[0][id[i]!]!++;
      gaps[1][id[i + 1]!]!++;
      joins[0][id[i]!]! += joined;
      joins[1][id[i + 1]!]! += joined;
    }
  }
  const level = (side: 0 | 1, id: number): number => {
    const share = (joins[side][id]! + 0.5) / (gaps[side][id]! + 1);
    const at = LEVELS.findIndex(end => share < end);
    return at < 0 ? LEVELS.length : at;
  };
  const onsets = new Map<string, number>();
  const rhymes = new Map<string, number>();
  const nature = new Int32Array(size);
  for (let id = 0; id < size; id++) {
    nature[id] = level(0, id) | (level(1, id) << 3);
    if (id < FIRST_SYLLABLE) continue;
    const [onset, rhyme] = parts(syllables.spelling(id));
    if (rhyme === '') continue;
    nature[id]! |= (numbered(onsets, onset) << 8) | (numbered(rhymes, rhyme) << 16);
  }
  return nature;
}

/** The first 255 of a kind, from 1 on; the others are 0. */
function numbered(table: Map<string, number>, part: string): number {
  const known = table.get(part);
  if (known !== undefined) return known;
  if (table.size >= 255) return 0;
  table.set(part, table.size + 1);
  return table.size;
}

const VOWELS = 'aăâeêioôơuưy';

/** Onset and rhyme without tone; nothing for what is no syllable of Vietnamese by its looks. */
function parts(spelling: string): readonly [string, string] {
  if (spelling.length > 7) return ['', ''];
  const letters = [...spelling].map(letter => String.fromCharCode(CHARACTER[letter.charCodeAt(0)]! & 0xffff));
  const first = letters.findIndex(letter => VOWELS.includes(letter));
  if (first < 0) return ['', ''];
  return [letters.slice(0, first).join(''), letters.slice(first).join('')];
}
