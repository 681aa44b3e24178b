import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTokens } from '../../src/model/tokens.js';
import { comparisonKey } from '../../src/text/keys.js';
import { normalizeText } from '../../src/text/normalize.js';
import { createSegmenter } from '../../src/text/segment/segmenter.js';
import { hostileText } from '../support/hostile-text.js';

const segmenter = createSegmenter(readFileSync(new URL('../../src/data/words.model', import.meta.url)));

function printOf(text: string): number[] {
  const tokens = createTokens();
  segmenter.segment(normalizeText(text).text, tokens, true);
  return [tokens.textLow, tokens.textHigh];
}

describe('the hash of a text', () => {
  test.each([
    ['Hoà bình ở Thuỷ Nguyên', 'hòa  bình ở thủy nguyên ', 'tone placement, case and white space'],
    ['Công ti có 2 tỉ đồng', 'Công ty có 2 tỷ đồng', 'a variant by its neighbour'],
    ['Anh hi vọng', 'ANH HY VỌNG', 'a variant by its neighbour'],
    ['Лев Толстой và İzmir', 'лев толстой và i̇zmir', 'other scripts'],
    ['Giá 5.000 ₫ → 6.000 ₫ 👍', 'giá 5.000 ₫ → 6.000 ₫ 👍', 'signs'],
    ['', '  ', 'nothing at all'],
  ])('"%s" and "%s" are one (%s)', (one, other) => {
    expect(printOf(one)).toEqual(printOf(other));
  });

  test.each([
    ['tai nạn', 'tay nạn'],
    ['anh em', 'em anh'],
    ['anhem', 'anh em'],
    ['a.b', 'a. b'],
    ['đường', 'duong'],
    ['ab', 'a b'],
    ['a', 'aa'],
    ['', 'a'],
  ])('"%s" and "%s" are two', (one, other) => {
    expect(printOf(one)).not.toEqual(printOf(other));
  });

  test('it is the same for two texts just where their keys are', () => {
    const syllable = fc.constantFrom(
      'hoà',
      'hòa',
      'Hòa',
      'công',
      'ti',
      'ty',
      'TY',
      'tỉ',
      'tỷ',
      'l',
      'J̌',
      'ẞ',
      'İ',
      'я',
      '5',
      '.',
      ' ',
      '\u0085',
      '👍',
    );
    const text = fc.oneof(
      fc.array(syllable, { maxLength: 4 }).map(parts => parts.join(' ')),
      fc.array(syllable, { maxLength: 4 }).map(parts => parts.join('')),
      hostileText,
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(text, text),
          text.map(same => [same, same.toUpperCase()] as const),
        ),
        ([one, other]) => {
          const alike = comparisonKey(normalizeText(one).text) === comparisonKey(normalizeText(other).text);
          expect(JSON.stringify(printOf(one)) === JSON.stringify(printOf(other))).toBe(alike);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
