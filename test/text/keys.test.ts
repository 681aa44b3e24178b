import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonKey, foldedKey } from '../../src/text/keys.js';
import { VARIANT_PAIRS, VARIANT_SYLLABLES } from '../../src/text/spelling-variants.js';

describe('comparisonKey', () => {
  test.each([
    // one spelling    another           why
    ['hòa bình', 'hoà bình', 'tone placement'],
    ['thúy', 'thuý', 'tone placement'],
    ['xoè', 'xòe', 'tone placement'],
    ['qúa', 'quá', 'a slip behind q'],
    ['nước Mĩ', 'nước Mỹ', 'y/i'],
    ['2 tỉ đồng', '2 tỷ đồng', 'y/i'],
    ['kĩ sư', 'kỹ sư', 'y/i'],
    ['quí vị', 'quý vị', 'y/i'],
    ['qúi vị', 'quý vị', 'a slip behind q, and y/i'],
    ['bác sỹ', 'bác sĩ', 'y/i'],
    ['hi vọng', 'hy vọng', 'y/i in company'],
    ['công ti', 'công ty', 'y/i in company'],
    ['li hôn', 'ly hôn', 'y/i in company'],
    ['li kì', 'ly kỳ', 'y/i in company that has a variant too'],
    ['HOÀ BÌNH', 'Hòa Bình', 'case'],
    ['Ðà Nẵng', 'đà nẵng', 'eth'],
    ['Hà\u200bNội', 'HàNội', 'zero width'],
    ['  Hà \t Nội ', 'hà nội', 'white space'],
  ])('%s = %s (%s)', (one, other) => {
    expect(comparisonKey(one)).toBe(comparisonKey(other));
  });

  test.each([
    ['tai', 'tay'],
    ['hi', 'hy'],
    ['múa', 'muá'],
    ['của', 'cuả'],
    ['ý', 'í'],
    ['giờ Tý', 'giờ Tí'],
    ['đường', 'dương'],
    ['Nga', 'ngã'],
  ])('%s and %s stay apart', (one, other) => {
    expect(comparisonKey(one)).not.toBe(comparisonKey(other));
  });

  test.each(['một', 'Hà Nội là thủ đô', 'toàn quyền', 'Việt Nam – Lào', 'constructor __proto__', '👍'])('only lower-cases "%s"', text => {
    expect(comparisonKey(text)).toBe(text.toLowerCase());
  });
});

test('a key is its own key', () => {
  const companions = [...VARIANT_PAIRS.values()].flatMap(({ before, after }) => [...before, ...after]);
  const syllables = [
    ...VARIANT_SYLLABLES.keys(),
    ...VARIANT_SYLLABLES.values(),
    ...VARIANT_PAIRS.keys(),
    ...companions,
    'hòa',
    'qúi',
    'Thúy',
  ];
  const text = fc.array(fc.constantFrom(...syllables), { maxLength: 6 }).map(words => words.join(' '));
  fc.assert(
    fc.property(text, written => {
      expect(comparisonKey(comparisonKey(written))).toBe(comparisonKey(written));
    }),
  );
});

describe('foldedKey', () => {
  test.each([
    ['Đường Trường Sơn', 'duong truong son'],
    ['THUỶ ĐIỆN', 'thuy dien'],
    ['Kỹ sư 5G', 'ky su 5g'],
    ['Angela Merkel', 'angela merkel'],
    ['São Paulo', 'sao paulo'],
  ])('%s → %s', (text, key) => {
    expect(foldedKey(text)).toBe(key);
  });
});
