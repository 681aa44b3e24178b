import { describe, expect, test } from 'vitest';
import { bar, level } from '../../src/render/bars.js';
import { countText, decimalText, factNumber, percentText, sizeText } from '../../src/render/numbers.js';

describe('numbers as Vietnamese writes them', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1234, '1.234'],
    [-1234567, '-1.234.567'],
  ])('count %d', (value, text) => expect(countText(value)).toBe(text));

  test.each([
    [0.714, '0,71'],
    [1234.5, '1.234,50'],
    [-0.001, '0,00'],
  ])('decimal %d', (value, text) => expect(decimalText(value)).toBe(text));

  test.each([
    [0.0556, '5,6 %'],
    [1, '100,0 %'],
  ])('share %d', (value, text) => expect(percentText(value)).toBe(text));

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [13545, '13,5 KB'],
    [999_999, '1,0 MB'],
    [123_456_789, '123 MB'],
  ])('%d bytes', (value, text) => expect(sizeText(value)).toBe(text));

  test.each([
    [0.414, 'ratio', '41 %'],
    [0.056, 'ratio', '5,6 %'],
    [33, 'number', '33'],
    [34.76, 'number', '34,8'],
  ] as const)('%d as a %s of a sentence', (value, kind, text) => expect(factNumber(value, kind)).toBe(text));
});

describe('bars', () => {
  test.each([
    [30, '██████'],
    [29, '█████▊'],
    [21, '████▏'],
    [0.001, '▏'],
    [0, ''],
  ])('%d of 30 in six columns', (value, drawn) => expect(bar(value, 30, 6)).toBe(drawn));

  test('heights', () => {
    expect([0, 1, 8, 16].map(value => level(value, 16)).join('|')).toBe(' |▁|▄|█');
  });
});
