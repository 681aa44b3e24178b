import { describe, expect, test } from 'vitest';
import {
  createFormTally,
  type FormTally,
  mergeFormTallies,
  reserveForms,
  sealFormTally,
  WordCounts,
} from '../../src/aggregate/form-tally.js';

const SPELLINGS = ['hòa', 'hoà', 'Hoà', 'iPhone', 'iphone', 'Hà Nội', 'hà nội', 'NATO', 'nato', 'của', 'IPhone'];
const vocabulary = {
  size: SPELLINGS.length,
  spelling: (form: number) => SPELLINGS[form]!,
  keyForm: (form: number) => SPELLINGS.indexOf(SPELLINGS[form]!.toLowerCase().replace('hòa', 'hoà')),
};
const any = () => true;

function tallied(...words: readonly string[]): FormTally {
  const tally = createFormTally();
  const counts = reserveForms(tally, vocabulary.size);
  for (const word of words) counts[SPELLINGS.indexOf(word)]!++;
  sealFormTally(tally, vocabulary);
  return tally;
}

describe('words by key', () => {
  const words = new WordCounts(tallied('hòa', 'hoà', 'Hoà', 'hoà', 'iPhone', 'iphone', 'iPhone', 'Hà Nội', 'NATO', 'của'));

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

  test('a limit counts what is wanted, by its key', () => {
    expect(words.commonest(2, key => key !== 'hoà' && key !== 'nato')).toEqual([
      { word: 'iPhone', count: 3 },
      { word: 'Hà Nội', count: 1 },
    ]);
  });
});

test('sealed tallies add up', () => {
  const parts = [tallied('iPhone', 'hòa'), tallied('IPhone', 'iPhone', 'NATO'), tallied(), tallied('Hoà', 'Hoà')];
  for (const merged of [parts.reduce(mergeFormTallies), parts.reduceRight((later, earlier) => mergeFormTallies(earlier, later))]) {
    expect(new WordCounts(merged).commonest(9, any)).toEqual([
      { word: 'Hoà', count: 3 },
      { word: 'iPhone', count: 3 },
      { word: 'NATO', count: 1 },
    ]);
  }
});
