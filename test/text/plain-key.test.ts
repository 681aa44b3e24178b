import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeBuffer } from '../../src/text/codes.js';
import { comparisonKey } from '../../src/text/keys.js';
import { normalizeText } from '../../src/text/normalize.js';
import { LONGEST_PIECE, writePlainKey } from '../../src/text/plain-key.js';
import { hostileText } from '../support/hostile-text.js';

/** `undefined` where the key is not told. */
function plainKey(piece: string): string | undefined {
  const out = new Uint16Array(LONGEST_PIECE);
  const length = writePlainKey(new CodeBuffer().load(`x${piece}`), 1, piece.length + 1, out);
  return length < 0 ? undefined : String.fromCharCode(...out.subarray(0, length));
}

describe('writePlainKey', () => {
  test.each(['đường', 'Đà Nẵng', 'NGÀY 2/9', 'quốc hội', 'hoà', 'Mỹ', 'tp.hcm', '5G'])('knows the key of %s', piece => {
    expect(plainKey(piece)).toBe(comparisonKey(piece));
  });

  test.each(['hòa', 'Thúy', 'qúa', 'mĩ', 'ti', 'qui', 'hi vọng', 'İ', 'Москва', 'a  b', 'đ'.repeat(64)])('leaves %s', piece => {
    expect(plainKey(piece)).toBeUndefined();
  });

  test('of each letter by itself it is the lower case', () => {
    for (let code = 0; code < 0xd800; code++) {
      const letter = normalizeText(String.fromCharCode(code)).text;
      if (letter.trim() !== '') expect([letter, plainKey(letter) ?? comparisonKey(letter)]).toEqual([letter, comparisonKey(letter)]);
    }
  });

  test('it is the part of the piece in the key of any text around it', () => {
    const syllable = fc.constantFrom(...'công Công ti hi VỌNG hòa quý quí qui tai ủy Uỷ ỉ lại Kỳ kì li ly một tý'.split(' '));
    const piece = fc.oneof(
      fc.array(syllable, { minLength: 1, maxLength: 3 }).map(parts => parts.join(' ')),
      hostileText,
    );
    fc.assert(
      fc.property(piece, piece, piece, fc.constantFrom(' ', '.', '('), (before, middle, behind, border) => {
        const [left, held, right] = [before, middle, behind].map(part => normalizeText(part).text.trim()) as [string, string, string];
        const key = plainKey(held);
        // What is longer in lower case has the whole text composed anew.
        if (key === undefined || /İ/.test(left + right)) return;
        expect(comparisonKey(`${left}${border}${held}${border}${right}`)).toContain(`${border}${key}${border}`.trim());
      }),
      { numRuns: 2000 },
    );
  });
});
