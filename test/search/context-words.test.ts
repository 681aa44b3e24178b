import { describe, expect, test } from 'vitest';
import { firstWords, lastWords, widthOf } from '../../src/commands/query/context-words.js';

const TEXT = 'Hai bên tiếp tục đàm phán hòa bình ở châu Âu.';
const start = TEXT.indexOf('đàm');
const end = start + 'đàm phán'.length;

describe('words around a keyword', () => {
  test.each([
    [100, 'Hai bên tiếp tục', 'hòa bình ở châu Âu.'],
    [16, 'Hai bên tiếp tục', 'hòa bình ở châu'],
    [15, 'bên tiếp tục', 'hòa bình ở châu'],
    [8, 'tiếp tục', 'hòa bình'],
    [7, 'tục', 'hòa'],
    [2, '', ''],
  ])('in %i columns', (columns, left, right) => {
    expect(lastWords(TEXT, start, columns)).toBe(left);
    expect(firstWords(TEXT, end, columns)).toBe(right);
  });

  test('marks take no column, wide letters two', () => {
    expect(widthOf('hòa bình'.normalize('NFD'))).toBe(8);
    expect(widthOf('東京')).toBe(4);
    expect(firstWords('東京 大阪', 0, 7)).toBe('東京');
    expect(firstWords('東京 大阪', 0, 9)).toBe('東京 大阪');
  });
});
