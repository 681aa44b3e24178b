import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Doc } from '../src/model/doc.js';
import type { Span } from '../src/model/span.js';
import { Analyser } from '../src/run/analyse.js';
import { loadToolbox } from '../src/run/annotators.js';
import { queriesOf } from '../src/run/queries.js';
import { resourcesIn } from '../src/run/resources.js';
import { hostileText } from './support/hostile-text.js';
import { ALL_LAYERS, JOB } from './support/job.js';

const tools = await loadToolbox(resourcesIn(new URL('../src/data/', import.meta.url)), JOB, ALL_LAYERS);

const FOR_TERMINALS = /\x1b\p{Cf}*(?:\[[\p{Cf}0-?]*[@-~]|\][^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\p{Cf}*\\)|[()]\p{Cf}*[0-Z])/gu;

describe('offsets are offsets into the text as it was read', () => {
  const analyser = new Analyser(tools, {
    needs: ALL_LAYERS,
    refDate: '2025-06-15',
    where: undefined,
    query: undefined,
  });

  test('tokens, sentences, names and dates lie in the text, ascend and do not overlap; only white space, format characters and control sequences are between tokens', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const doc = analyser.analyse({ file: 'a.txt', line: 1, text })!;
        const tokens = columns(doc.tokens);
        holdsSpans(text, tokens);
        if (tokens.length > 0) holdsSpans(text, columns(doc.sentences));
        holdsSpans(text, doc.entities);
        holdsSpans(text, doc.dates);
        for (const { start, end, nested } of doc.entities) {
          for (const inner of nested) expect(inner.start >= start && inner.end <= end && inner.start < inner.end).toBe(true);
        }
        expect(doc.identities).toHaveLength(doc.entities.length);
        expect(
          betweenTokens(text, tokens)
            .replace(FOR_TERMINALS, '')
            .replace(/[\p{White_Space}\p{Cf}]/gu, ''),
        ).toBe('');
      }),
      { numRuns: 1500 },
    );
  });

  test.each(['\u{1d15e} ', 'Nốt \u{1d15e}, a\u{1d160}b'])('a character that NFC writes as several is in one token: %s', text => {
    const tokens = columns(analyser.analyse({ file: 'a.txt', line: 1, text })!.tokens);
    holdsSpans(text, tokens);
    expect(betweenTokens(text, tokens).trim()).toBe('');
  });

  test.each([
    'Chiều 12/5/2025, Thủ tướng Nhật Bản đến Hà Nội; hòa bình và an ninh khu vực được thảo luận.',
    'Giá ≇ᜒ tăng, Hà Nội Ḁ⃥ và ế\u0489 ngày 3/5.',
    'Điểm 5\u20e3, hạng A\u20e5\u0325 của Huế\ufe2b\u0331.',
  ])('a text in NFD has the tokens, names and dates of its NFC form: %s', text => {
    const found = (doc: Doc, source: string) =>
      [columns(doc.tokens), doc.entities, doc.dates].map(spans => spans.map(({ start, end }) => source.slice(start, end).normalize('NFC')));
    const composed = text.normalize('NFC');
    const nfc = found(analyser.analyse({ file: 'a.txt', line: 1, text: composed })!, composed);
    const decomposed = text.normalize('NFD');
    expect(found(analyser.analyse({ file: 'a.txt', line: 1, text: decomposed })!, decomposed)).toEqual(nfc);
  });
});

test('hits of a query lie in the text', async () => {
  const { query } = await queriesOf({ ...JOB, query: 'a OR h* OR /[0-9]+/ OR NOT ninh' }, tools);
  const analyser = new Analyser(tools, { needs: new Set(), refDate: undefined, where: undefined, query });
  fc.assert(
    fc.property(hostileText, text => {
      const doc = analyser.analyse({ file: 'a.txt', line: 1, text });
      if (doc !== undefined) for (const { start, end } of doc.hits) expect(start >= 0 && start < end && end <= text.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function holdsSpans(text: string, spans: readonly Span[]): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect([start >= last, end > start, end <= text.length]).toEqual([true, true, true]);
    last = end;
  }
}

function columns({ length, start, end }: { length: number; start: Int32Array; end: Int32Array }): Span[] {
  return Array.from({ length }, (_, i) => ({ start: start[i]!, end: end[i]! }));
}

function betweenTokens(text: string, tokens: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of tokens) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}
