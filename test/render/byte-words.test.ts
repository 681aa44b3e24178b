import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putNumber, putWords, wordsOf } from '../../src/render/byte-words.js';

const bytes = new Uint8Array(512);
const view = new DataView(bytes.buffer);
const written = (end: number): string => new TextDecoder().decode(bytes.subarray(0, end));

test.each([0, 9, 10, 99, 100, 999, 1000, 1001, 9999, 10_000, 100_000, 999_999, 1_000_000, 10_000_007, 2_147_483_647])('%i', number => {
  expect(written(putNumber(view, 0, number))).toBe(String(number));
});

test('any whole number, and any text, one behind the other', () => {
  fc.assert(
    fc.property(fc.nat({ max: 0x7fffffff }), fc.string({ unit: 'grapheme', maxLength: 4 }), fc.nat(), (first, text, second) => {
      const behind = putWords(view, putNumber(view, 0, first), wordsOf(text.toWellFormed()));
      expect(written(putNumber(view, behind, second))).toBe(`${first}${text.toWellFormed()}${second}`);
    }),
  );
});
