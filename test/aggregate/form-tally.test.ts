import { describe, expect, test } from 'vitest';
import { createFormTally, mergeFormTallies, sealFormTally, tallyForm, tallyMixed, WordCounts } from '../../src/aggregate/form-tally.js';
import { Casing } from '../../src/model/tokens.js';

const SPELLINGS = ['hòa', 'hoà', 'iphone', 'hà nội', 'nato', 'của'];
const keyOf = (spelling: string) => (spelling === 'hoà' ? 'hòa' : spelling);
const any = () => true;

function tallied(words: readonly (readonly [string, number, string?])[]) {
  const tally = createFormTally();
  for (const [spelling, casing, surface] of words) {
    if (surface === undefined) tallyForm(tally, SPELLINGS.indexOf(spelling), casing);
    else tallyMixed(tally, SPELLINGS.indexOf(spelling), surface);
  }
  sealFormTally(tally, form => SPELLINGS[form]!);
  return tally;
}

describe('words by key', () => {
  const words = new WordCounts(
    tallied([
      ['hòa', Casing.Lower],
      ['hoà', Casing.Lower],
      ['hoà', Casing.Initial],
      ['hoà', Casing.Lower],
      ['iphone', Casing.Mixed, 'iPhone'],
      ['iphone', Casing.Lower],
      ['iphone', Casing.Mixed, 'iPhone'],
      ['hà nội', Casing.Title],
      ['nato', Casing.Upper],
      ['của', Casing.Lower],
    ]),
    keyOf,
  );

  test('the commonest spelling stands for its word; ties go by code point', () => {
    expect(words.commonest(Number.POSITIVE_INFINITY, any)).toEqual([
      { word: 'hoà', count: 4 },
      { word: 'iPhone', count: 3 },
      { word: 'Hà Nội', count: 1 },
      { word: 'NATO', count: 1 },
      { word: 'của', count: 1 },
    ]);
  });

  test('types and hapaxes are of words, not of spellings', () => {
    expect([words.types, words.hapaxes]).toEqual([5, 3]);
  });

  test('a limit counts what is wanted', () => {
    expect(words.commonest(2, word => word !== 'hoà')).toEqual([
      { word: 'iPhone', count: 3 },
      { word: 'Hà Nội', count: 1 },
    ]);
  });
});

test('sealed tallies add up', () => {
  const merged = mergeFormTallies(
    tallied([
      ['iphone', Casing.Mixed, 'iPhone'],
      ['hòa', Casing.Lower],
    ]),
    tallied([
      ['iphone', Casing.Mixed, 'IPhone'],
      ['iphone', Casing.Mixed, 'iPhone'],
      ['nato', Casing.Upper],
    ]),
  );
  expect(new WordCounts(merged, keyOf).commonest(9, any)).toEqual([
    { word: 'iPhone', count: 3 },
    { word: 'NATO', count: 1 },
    { word: 'hòa', count: 1 },
  ]);
});
