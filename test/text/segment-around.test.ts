import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTokens, type Tokens } from '../../src/model/tokens.js';
import { normalizeText } from '../../src/text/normalize.js';
import { createSegmenter } from '../../src/text/segment/segmenter.js';
import { dirtyLine } from '../search/dirt.js';

const model = readFileSync(new URL('../../src/data/words.model', import.meta.url));

const spans = ({ start, end, length }: Tokens): string[] => Array.from({ length }, (_, i) => `${start[i]}-${end[i]}`);

describe('segmentAround', () => {
  test.each([
    ['with the kernel', createSegmenter(model)],
    ['in plain JavaScript', createSegmenter(model, [], true)],
    ['with words of the user', createSegmenter(model, ['Nga và'])],
  ])('gives the tokens of the whole line that touch the place, %s', (_, segmenter) => {
    const whole = createTokens();
    const around = createTokens();
    fc.assert(
      fc.property(fc.array(dirtyLine, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(20), (lines, where, size) => {
        const { text } = normalizeText(lines.join(', '));
        const start = where % (text.length + 1);
        const end = Math.min(text.length, start + size);
        segmenter.segment(text, whole, false);
        segmenter.segmentAround(text, start, end, around);
        const touching = spans(whole).filter((_, i) => whole.start[i]! < end && whole.end[i]! > start);
        expect(spans(around)).toEqual(expect.arrayContaining(touching));
        expect(spans(whole)).toEqual(expect.arrayContaining(spans(around)));
      }),
      { numRuns: 500 },
    );
  });
});
