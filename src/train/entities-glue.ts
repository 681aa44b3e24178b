import { lexemeKey } from '../annotate/entities/lexemes.js';
import { Shape, shapeOf } from '../annotate/entities/shape.js';
import type { ClassedPhrase } from './entities-phrases.js';

/** Shares of a pair's occurrences in which it is joined. */
const OFTEN = 0.5;
const NEARLY_ALWAYS = 0.93;

/**
 * Which neighbouring syllables belong to one word, from segmented lines (`_` joins the syllables of a word); lines without a
 * joined word say nothing.
 *
 * @param least pairs that are joined less often are left out
 */
export function mineGlue(lines: Iterable<string>, least: number): ClassedPhrase[] {
  const keys = new Map<string, string>();
  const keyOf = (syllable: string): string => {
    let key = keys.get(syllable);
    if (key === undefined) {
      const shape = shapeOf(syllable);
      key = shape < Shape.Number ? lexemeKey(syllable, shape) : '';
      keys.set(syllable, key);
    }
    return key;
  };
  const pairs = new Map<string, [joined: number, apart: number]>();
  for (const line of lines) {
    if (!line.includes('_')) continue;
    let before = '';
    for (const word of line.normalize('NFC').split(' ')) {
      let isJoined = false;
      for (const syllable of word.split('_')) {
        const key = keyOf(syllable);
        if (before !== '' && key !== '') count(pairs, `${before} ${key}`, isJoined);
        before = key;
        isJoined = true;
      }
    }
  }
  const glue: (readonly [string, number, number])[] = [];
  for (const [pair, [joined, apart]] of pairs) {
    const share = joined / (joined + apart);
    if (joined >= least && share >= OFTEN) glue.push([pair, share >= NEARLY_ALWAYS ? 2 : 1, joined]);
  }
  glue.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
  return glue.map(([pair, kind]) => [pair, kind]);
}

function count(pairs: Map<string, [number, number]>, pair: string, isJoined: boolean): void {
  let counts = pairs.get(pair);
  if (counts === undefined) {
    counts = [0, 0];
    pairs.set(pair, counts);
  }
  counts[isJoined ? 0 : 1]++;
}
