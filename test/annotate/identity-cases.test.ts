import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addMentions, createIdentityState, createIdentityTables, resolveIdentities } from '../../src/annotate/entities/identity.js';
import { marked } from './marked.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const tables = createIdentityTables(read('src/data/identities.tsv'), [], []);
const cases = read('fixtures/cases/identity.tsv')
  .toString('utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t') as [rule: string, corpus: string, expected: string]);

describe('who is who', () => {
  test.each(cases)('%s: %s', (_rule, corpus, expected) => {
    const state = createIdentityState();
    corpus.split(' // ').forEach((snippet, i) => {
      const [, file, source] = /^(?:([a-z]): )?(.*)$/s.exec(snippet)!;
      const { text, mentions } = marked(source!);
      addMentions(state, { file: file ?? 'a', line: i + 1, text }, mentions);
    });
    const wanted = expected.split('; ');
    const found = resolveIdentities(state, tables).entities;
    expect(
      found.slice(0, wanted.length).map(({ entity, type, mentions, snippets }) => `${entity} ${type} ${mentions}/${snippets}`),
    ).toEqual(wanted);
    for (const { aliases, mentions } of found) expect(aliases.reduce((sum, { count }) => sum + count, 0)).toBe(mentions);
  });
});
