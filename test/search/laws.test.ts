import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonKey, withoutMarks } from '../../src/text/keys.js';
import { dirtyLine } from './dirt.js';
import { found } from './tools.js';

const WORDS = ['đường', 'triển khai', 'Hà Nội', 'hoà bình', 'Mỹ', 'tỷ', 'an ninh', 'đàm phán', 'Thuý', 'công ty'];

describe('laws', () => {
  test.each(WORDS)('folded, %s without marks finds all that it finds with them', word => {
    const plain = withoutMarks(word);
    fc.assert(
      fc.property(dirtyLine, line => {
        const marked = found(word, line, { options: { match: 'exact' } }) ?? [];
        const folded = found(plain, line, { options: { match: 'fold' } }) ?? [];
        expect(folded.length).toBeGreaterThanOrEqual(marked.length);
      }),
    );
  });

  test.each(['Nga', 'an OR đường', 'Hà Nội NEAR/3 Nga', '"hoà bình"', 'viet nam Nga'])('%s and its negation share the lines out', query => {
    fc.assert(
      fc.property(dirtyLine, line => {
        expect(found(query, line) === undefined).toBe(found(`NOT (${query})`, line) !== undefined);
      }),
    );
  });

  test.each([...WORDS, 'viet nam', 'kin*', '/tri[eể]n/', 'Nga NEAR/4 Mỹ'])('%s finds the same in NFC and in NFD', query => {
    fc.assert(
      fc.property(dirtyLine, line => {
        expect(found(query, line.normalize('NFD'))).toEqual(found(query, line.normalize('NFC')));
      }),
    );
  });

  test.each(WORDS)('what %s finds is spelled like it', word => {
    fc.assert(
      fc.property(dirtyLine, line => {
        for (const hit of found(word, line, { options: { match: 'exact' } }) ?? []) expect(comparisonKey(hit)).toBe(comparisonKey(word));
      }),
    );
  });

  test.each([
    ['an', { syllable: true }],
    ['an', { substring: true }],
    ['việt nam', { syllable: true }],
    ['duong', { substring: true }],
  ] as const)('whole words of %s are among %j', (query, options) => {
    fc.assert(
      fc.property(dirtyLine, line => {
        const words = found(query, line)?.length ?? 0;
        expect(found(query, line, { options })?.length ?? 0).toBeGreaterThanOrEqual(words);
      }),
    );
  });
});
