import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesOf } from '../../src/text/codes.js';
import { createSpellings, numberSpelling } from '../../src/text/spellings.js';

test('spellings are numbered as they come, each once', () => {
  const spellings = createSpellings();
  const text = codesOf('Hà Nội, Huế, Hà Nội').codes;
  expect(numberSpelling(spellings, text, 0, 6)).toBe(0);
  expect(numberSpelling(spellings, text, 8, 11)).toBe(1);
  expect(numberSpelling(spellings, text, 13, 19)).toBe(0);
  expect(numberSpelling(spellings, text, 0, 0)).toBe(2);
  expect(spellings.size).toBe(3);
});

test('two stretches have one number just where they are written alike', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'à', 'À', 'a\u0300', ' '), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), words => {
      const spellings = createSpellings();
      const numbers = new Map<string, number>();
      for (const written of words) {
        const number = numberSpelling(spellings, codesOf(`x${written}x`).codes, 1, written.length + 1);
        expect(number).toBe(numbers.get(written) ?? numbers.size);
        numbers.set(written, number);
      }
      expect(spellings.size).toBe(numbers.size);
    }),
  );
});
