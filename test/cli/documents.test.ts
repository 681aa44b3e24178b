import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { newscli } from '../support/newscli.js';

const CORPORA = ['fixtures/corpus/plain', 'fixtures/corpus/jsonl'];
const RUNS: readonly (readonly string[])[] = [
  ['stats'],
  ['stats', '--by', 'file'],
  ['entities'],
  ['entities', '--list', '--type', 'PER,ORG'],
  ['entities', '--no-merge', '--min-count', '2'],
  ['dates'],
  ['dates', '--group-by', 'week'],
  ['dates', '--unresolved', '--ref-date', 'none'],
  ['search', 'hòa bình OR "Hà Nội"'],
  ['search', '--sort', 'score', 'Hà Nội'],
  ['search', '--count', 'Hà Nội'],
  ['concordance', 'Hà Nội'],
  ['tokenize'],
  ['annotate'],
];

describe.each(CORPORA)('%s', corpus => {
  test.each(RUNS)('newscli %s %s %s prints json that its schema allows', (...args) => {
    const words = args.filter(Boolean);
    const schema = JSON.parse(newscli(['schema', words[0]!]).stdout);
    const { stdout, stderr } = newscli([...words, '--format', 'json', corpus]);
    expect(stderr).toBe('');
    const document = JSON.parse(stdout);
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    expect([ajv.validate(schema, document), ajv.errors]).toEqual([true, null]);
  });

  test.each(RUNS)('newscli %s %s %s says the same as json and as ndjson', (...args) => {
    const words = [...args.filter(Boolean), corpus];
    const { result, ...envelope } = JSON.parse(newscli([...words, '--format', 'json']).stdout);
    const { items, ...figures } = result;
    const records = newscli([...words, '--format', 'ndjson'])
      .stdout.trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    const { record, result: summary, ...rest } = records.pop();
    expect(record).toBe('summary');
    expect([rest, summary]).toEqual([envelope, figures]);
    expect(records.filter(item => item.record !== 'stats')).toEqual(items);
  });
});

test('the schemas of all commands, by id', () => {
  const schemas = JSON.parse(newscli(['schema']).stdout);
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(['newscli.stats/1', 'newscli.entities/1', 'newscli.dates/1', 'newscli.search/1']),
  );
  for (const [id, schema] of Object.entries(schemas)) expect(schema).toMatchObject({ $id: id });
});
