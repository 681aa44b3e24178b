import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSentences, createTokens } from '../../src/model/tokens.js';
import { codesOf } from '../../src/text/codes.js';
import { createSegmenter } from '../../src/text/segment/segmenter.js';
import { splitSentences } from '../../src/text/sentences.js';

const segmenter = createSegmenter(readFileSync(new URL('../../src/data/words.model', import.meta.url)));

const cases = readFileSync(new URL('../../fixtures/cases/sentences.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t'));

test.each(cases)('%s', marked => {
  const text = marked!.replaceAll('|', ' ');
  expect(sentences(text)).toEqual(marked!.split('|'));
});

test.each([
  ['', ['']],
  ['   ', ['']],
  ['Dòng một\nDòng hai', ['Dòng một', 'Dòng hai']],
  ['Xong.Sau đó về.', ['Xong.', 'Sau đó về.']],
])('%j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

function sentences(text: string): string[] {
  const tokens = createTokens();
  segmenter.segment(text, tokens, false);
  const found = createSentences();
  splitSentences(codesOf(text), tokens, found);
  return Array.from({ length: found.length }, (_, i) => text.slice(found.start[i], found.end[i]));
}
