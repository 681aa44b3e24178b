import { describe, expect, test } from 'vitest';
import { NewsError } from '../../src/model/news-error.js';
import { parseQuery } from '../../src/search/index.js';
import { found, reading } from './tools.js';

describe('how a query is read', () => {
  test.each([
    ['trien khai', '"trien khai"~'],
    ['Nga Ukraine', '"nga" AND "ukraine"'],
    ['viet nam thuế', '"viet nam"~ AND "thuế"'],
    ['Nga, Ukraine.', '"nga" AND "ukraine"'],
    ['Nga OR Mỹ Ukraine', '"nga" OR "mỹ" AND "ukraine"'],
    ['(Nga OR Mỹ) Ukraine', '("nga" OR "mỹ") AND "ukraine"'],
    ['-Nga Mỹ', 'NOT "nga" AND "mỹ"'],
    ['NOT NOT Nga', 'NOT NOT "nga"'],
    ['(viet nam) NEAR/2 Nga', '"viet nam"~ NEAR/2 "nga"'],
    ['NOT (Nga Mỹ)', 'NOT ("nga" AND "mỹ")'],
    ['"vien tro quân sự"', '"vien tro~ quân sự"'],
    ['kin*', '"kin"*~'],
    ['/a b/ Nga', '/a b/ AND "nga"'],
    ['/a\\/b/', '/a/b/'],
    ['Nga NEAR/3 Mỹ NEAR/2 thuế', '"nga" NEAR/3 "mỹ" NEAR/2 "thuế"'],
    ['giá vàng NEAR/3 Nga Mỹ', '"giá" AND "vàng" NEAR/3 "nga" AND "mỹ"'],
    ['file:*.txt source:"Tuổi Trẻ" date:2024-11 type:per', 'file:*.txt AND source:"Tuổi Trẻ" AND date:2024-11 AND type:PER'],
    ['10:30 http://vi.vn', '"10:30" AND "http://vi.vn"~'],
    ['COVID-19', '"covid-19"~'],
    ['“an toàn”', '"an toàn"'],
  ])('%s', (query, parsed) => {
    expect(reading(query)).toBe(parsed);
  });

  test('fold and exact force it', () => {
    expect(reading('Nga đường', { match: 'fold' })).toBe('"nga"~ AND "đường"~');
    expect(reading('trien khai', { match: 'exact' })).toBe('"trien" AND "khai"');
  });
});

describe('errors point at the column', () => {
  test.each([
    ['', 'column 1: the query is empty'],
    ['   ', 'column 1: the query is empty'],
    ['"Nga', 'column 1: the quote is not closed'],
    ['Nga ""', 'column 5: the quotes are empty'],
    ['(Nga', 'column 1: the parenthesis is not closed'],
    ['Nga)', 'column 4: ")" closes nothing'],
    ['()', 'column 2: "(" needs a word before ")"'],
    ['AND Nga', 'column 1: AND needs a word before it'],
    ['Nga AND', 'column 8: AND needs a word behind it'],
    ['Nga OR OR Mỹ', 'column 8: OR and OR need a word between them'],
    ['Nga - Mỹ', 'column 5: "-" leaves out the word right behind it'],
    ['Nga NEAR Mỹ', 'column 5: NEAR takes a number of words, as in NEAR/5'],
    ['Nga NEAR/2 (a AND b)', 'column 12: NEAR stands between words, not AND'],
    ['-Nga NEAR/2 Mỹ', 'column 1: NEAR stands between words, not NOT'],
    ['Nga NEAR/2 file:x', 'column 12: NEAR stands between words; file: has no place in a text'],
    ['Nga *', 'column 5: "*" ends the beginning of a word, as in kin*'],
    ['Nga /a', 'column 5: the pattern lacks its closing "/"'],
    ['Nga //', 'column 5: the pattern is empty'],
    ['tac:x', 'column 1: unknown field "tac:"'],
    ['type:DOG', 'column 1: type: takes one of PER, LOC, ORG, MISC, not "DOG"'],
    ['date:2024-13', 'column 1: date: takes a day, month or year, or two of them: 2024-11-05, 2024-11, 2024-01..2024-03; not "2024-13"'],
    ['date:2025..2024', expect.stringContaining('column 1: date: takes')],
    ['file:""', 'column 6: the quotes are empty'],
  ])('%s', (query, message) => {
    expect(() => parseQuery(query)).toThrow(expect.objectContaining({ name: 'NewsError', code: 'QUERY', message }));
  });

  test('a pattern that RE2 does not take', () => {
    expect(() => found('Nga /(?=x)/', 'Nga')).toThrow(NewsError);
    expect(() => found('Nga /(?=x)/', 'Nga')).toThrow(/^column 5: /);
  });

  test('nesting without end', () => {
    expect(() => parseQuery('('.repeat(100_000))).toThrow(/column 201: more than 200 levels/);
  });

  test('a disjunction under NEAR whose member is no word', () => {
    expect(() => found('(Nga Mỹ OR vàng) NEAR/2 giá', 'giá vàng')).toThrow(
      'column 2: NEAR stands between words, and "Nga Mỹ" is more than one',
    );
  });
});
