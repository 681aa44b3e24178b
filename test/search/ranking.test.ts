import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToRanking, createRanking, mergeRankings, type Ranking, ranked } from '../../src/commands/query/ranking.js';
import type { Doc } from '../../src/model/doc.js';

/** A snippet in which `a` and `b` stand so often, among as many other syllables as it takes. */
interface Sketch {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

function ranking(sketches: readonly Sketch[], limit: number, firstLine = 1): Ranking {
  const state = createRanking(limit);
  sketches.forEach(({ a, b, length }, i) => {
    const line = firstLine + i;
    const text = [...new Array<string>(a).fill('a'), ...new Array<string>(b).fill('b'), ...new Array<string>(length).fill('x')].join(' ');
    const hits = [...new Array<string>(a).fill('a'), ...new Array<string>(b).fill('b')].map((term, at) => ({
      term,
      start: 2 * at,
      end: 2 * at + 1,
    }));
    addToRanking(state, { snippet: { file: 'tin.txt', line, text }, hits } as unknown as Doc, { file: 'tin.txt', line });
  });
  return state;
}

const sketch = fc.record({ a: fc.nat(3), b: fc.nat(2), length: fc.nat(12) });

describe('ranking by BM25', () => {
  test('more of a rare word, in a shorter snippet, ranks higher; ties in input order', () => {
    const rows = ranked(
      ranking(
        [
          { a: 1, b: 0, length: 9 },
          { a: 2, b: 0, length: 8 },
          { a: 1, b: 0, length: 3 },
          { a: 0, b: 1, length: 4 },
          { a: 1, b: 0, length: 9 },
        ],
        0,
      ),
      100,
    );
    expect(rows.map(({ line }) => line)).toEqual([4, 2, 3, 1, 5]);
  });

  test('what is kept of many is the beginning of the whole ranking', () => {
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (sketches, limit) => {
        expect(ranked(ranking(sketches, limit), 80)).toEqual(ranked(ranking(sketches, 0), 80).slice(0, limit));
      }),
    );
  });

  test('merging parts equals one pass', () => {
    fc.assert(
      fc.property(fc.array(sketch, { maxLength: 40 }), fc.nat(40), fc.nat(5), (sketches, at, limit) => {
        const cut = Math.min(at, sketches.length);
        const merged = mergeRankings(ranking(sketches.slice(0, cut), limit), ranking(sketches.slice(cut), limit, cut + 1));
        expect(ranked(merged, 50)).toEqual(ranked(ranking(sketches, limit), 50));
      }),
    );
  });
});
