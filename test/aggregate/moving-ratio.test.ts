import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createMovingRatio,
  type MovingRatio,
  mergeMovingRatios,
  movingRatio,
  pushWords,
  sealMovingRatio,
  WINDOW,
} from '../../src/aggregate/moving-ratio.js';

const IDS = 60;

function stateOf(words: readonly number[]): MovingRatio {
  const state = createMovingRatio();
  pushWords(state, Int32Array.from(words), words.length, IDS);
  sealMovingRatio(state, String);
  return state;
}

/** As its definition says. */
function ratioOf(words: readonly number[]): number {
  let sum = 0;
  for (let start = 0; start + WINDOW <= words.length; start++) sum += new Set(words.slice(start, start + WINDOW)).size / WINDOW;
  return sum / (words.length - WINDOW + 1);
}

test('it is the mean over all windows, in one pass and in parts', () => {
  const text = fc.array(fc.nat(IDS - 1), { minLength: WINDOW, maxLength: 3 * WINDOW, size: 'max' });
  fc.assert(
    fc.property(text, fc.array(fc.nat(3 * WINDOW), { maxLength: 4 }), (words, cuts) => {
      expect(movingRatio(stateOf(words), 1)).toBeCloseTo(ratioOf(words), 10);
      const borders = [0, ...cuts.map(cut => Math.min(cut, words.length)).sort((a, b) => a - b), words.length];
      const parts = borders.slice(1).map((border, i) => stateOf(words.slice(borders[i], border)));
      expect(movingRatio(parts.reduce(mergeMovingRatios), 1)).toBeCloseTo(ratioOf(words), 10);
    }),
    { numRuns: 30 },
  );
});

test('a short text has the plain ratio', () => {
  expect(movingRatio(stateOf([1, 2, 1]), 2 / 3)).toBe(2 / 3);
  expect(stateOf([1, 2, 1]).distinctSum).toBe(0);
});
