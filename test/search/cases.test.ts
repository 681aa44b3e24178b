import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { QueryOptions } from '../../src/search/index.js';
import { found } from './tools.js';

/** Columns of `fixtures/cases/search.tsv`: the query, a text, what is found in it (`|` between hits, `«»` for no match), options. */
const rows = readFileSync(new URL('../../fixtures/cases/search.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(row => row !== '' && !row.startsWith('#'))
  .map(row => row.split('\t') as [query: string, text: string, found: string, options: string]);

const FLAGS: Readonly<Record<string, Partial<QueryOptions>>> = {
  '--exact': { match: 'exact' },
  '--fold': { match: 'fold' },
  '--case-sensitive': { caseSensitive: true },
  '--syllable': { syllable: true },
  '--substring': { substring: true },
};

describe('what a query finds', () => {
  test.each(rows)('%s in %s', (query, text, expected, flags = '') => {
    const options = Object.assign({}, ...flags.split(' ').map(flag => FLAGS[flag]));
    const wanted = expected === '«»' ? undefined : expected.split('|').filter(hit => hit !== '');
    expect(found(query, text, { options })).toEqual(wanted);
  });
});
