import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecogniser } from '../../src/annotate/entities/recogniser.js';
import type { GazetteerEntry, Mention } from '../../src/model/mention.js';
import { mark, readCases } from './recogniser-cases.js';

const model = new Uint8Array(readFileSync(new URL('../../src/data/entities.model', import.meta.url)));
const recogniser = createRecogniser(model);
const cases = readCases();

describe('names in news', () => {
  test.each(cases.filter(row => !row.isGap).map(row => [row.kind, row.marked, row] as const))('%s: %s', (_kind, _marked, row) => {
    expect(mark(row.text, recogniser.find(row.text))).toBe(mark(row.text, row.mentions));
  });

  test.fails.each(cases.filter(row => row.isGap).map(row => [row.kind, row.marked, row] as const))('gap, %s: %s', (_kind, _marked, row) => {
    expect(mark(row.text, recogniser.find(row.text))).toBe(mark(row.text, row.mentions));
  });

  test('the table is wide', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });
});

describe('the user\u2019s gazetteer wins', () => {
  const entry = (name: string, type: GazetteerEntry['type'], ...aliases: string[]): GazetteerEntry => ({ name, type, aliases });
  test.each<[string, readonly GazetteerEntry[], string]>([
    ['Hôm qua Sao Biển ra mắt sản phẩm mới.', [entry('Sao Biển', 'ORG')], 'Hôm qua [ORG Sao Biển] ra mắt sản phẩm mới.'],
    ['Giá cà phê Hòa Bình tăng.', [entry('Hoà Bình', 'MISC')], 'Giá cà phê [MISC Hòa Bình] tăng.'],
    ['Anh rời SB từ năm 2015.', [entry('Sao Biển', 'ORG', 'SB')], 'Anh rời [ORG SB] từ năm 2015.'],
    ['Ánh sao biển lung linh.', [entry('Sao Biển', 'ORG')], 'Ánh sao biển lung linh.'],
    ['Hôm qua Sao Biểnxa ra mắt.', [entry('Sao Biển', 'ORG')], 'Hôm qua Sao Biểnxa ra mắt.'],
  ])('%s', (text, gazetteer, marked) => {
    const own = createRecogniser(model, gazetteer).find(text);
    const names = own.filter(mention => gazetteer.some(({ type }) => type === mention.type));
    expect(mark(text, names)).toBe(marked);
  });
});

describe('laws', () => {
  const words = [
    'Bộ',
    'Ngoại',
    'giao',
    'Mỹ',
    'Donald',
    'Trump',
    'ông',
    'quận',
    '1',
    'TP.',
    'HCM',
    '“',
    '”',
    ',',
    '-',
    '😀',
    'NATO',
    'x',
    '\u0301',
    'bà N.',
    '…',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map(parts => parts.join(' ')),
  );

  test('mentions ascend, lie in the text and hold no outer space; nested ones lie in theirs', () => {
    fc.assert(
      fc.property(texts, text => {
        let reached = 0;
        for (const { start, end, nested } of recogniser.find(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          for (const inner of nested) {
            expect(inner.start).toBeGreaterThanOrEqual(start);
            expect(inner.end).toBeLessThanOrEqual(end);
            expect(inner.end - inner.start).toBeLessThan(end - start);
          }
          reached = end;
        }
      }),
    );
  });

  test('a text is read alike whatever was read before', () => {
    const alone = (text: string): readonly Mention[] => createRecogniser(model).find(text);
    for (const { text } of cases.slice(0, 40)) expect(recogniser.find(text)).toEqual(alone(text));
  });

  test('a text may have any number of different words', () => {
    const words = Array.from({ length: 140_000 }, (_, i) => `m${i.toString(36)}`).join(' ');
    const text = `${words} Ông Trần Văn Khoa đến Hà Nội.`;
    const found = recogniser.find(text).map(({ start, end }) => text.slice(start, end));
    expect(found.slice(-2)).toEqual(['Trần Văn Khoa', 'Hà Nội']);
    expect(recogniser.find('Ông Trần Văn Khoa đến Hà Nội.')).toHaveLength(2);
  });
});

describe('a damaged model', () => {
  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['empty', () => new Uint8Array(0)],
    ['cut', bytes => bytes.slice(0, bytes.length - 4)],
    ['one bit turned', bytes => bytes.map((byte, i) => (i === 100_000 ? byte ^ 1 : byte))],
    ['another file', bytes => new Uint8Array(bytes.length).fill(65)],
  ])('%s', (_name, damage) => {
    expect(() => createRecogniser(damage(model))).toThrow(expect.objectContaining({ code: 'RESOURCE' }));
  });

  test('an unaligned one is read all the same', () => {
    const shifted = new Uint8Array(model.length + 1);
    shifted.set(model, 1);
    expect(createRecogniser(shifted.subarray(1)).find('Ông Donald Trump đến Paris.')).toHaveLength(2);
  });
});
