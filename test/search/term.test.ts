import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NativeScanner } from '../../src/search/native-scan.js';
import { createTerm, type Term, TermPlaces, TermScanner } from '../../src/search/term.js';
import { dirtyLine } from './dirt.js';

const terms = ['việt nam', 'viet nam', 'an', 'a', 'đường', 'mi', '“nato”', 'u23', 'x', '.', 'нато'].map((text, id) =>
  createTerm(id, [{ text, syllables: text.split(' ').length, folds: id % 2 === 1 }], false, false),
);

function places(scanner: { scan(text: string, places: TermPlaces): void }, text: string): number[][] {
  const found = new TermPlaces(terms.length);
  scanner.scan(text, found);
  return terms.map(({ id }: Term) => [...found.of(id)]);
}

describe('scanning a text for terms', () => {
  test.each([false, true])('both scanners find the same (anywhere: %s)', anywhere => {
    const all = new TermScanner(terms, anywhere);
    const native = new NativeScanner(terms, anywhere);
    fc.assert(
      fc.property(fc.array(dirtyLine, { maxLength: 3 }), lines => {
        const text = lines.join(' НАТО. ');
        expect(places(native, text)).toEqual(places(all, text));
      }),
    );
  });
});
