import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newscli, ROOT } from './support/newscli.js';

const PLAIN = 'fixtures/corpus/plain';
const JSONL = 'fixtures/corpus/jsonl';
const DATA_FORMATS = ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'];

/** Every command in every format; what they print is kept in fixtures/golden and reviewed when it changes (`npm test -- -u`). */
const CASES: readonly (readonly [name: string, args: readonly string[], formats: readonly string[]])[] = [
  ['stats', ['stats', PLAIN], DATA_FORMATS],
  ['stats-by-file', ['stats', '--by', 'file', PLAIN], DATA_FORMATS],
  ['entities', ['entities', '--top', '12', PLAIN], DATA_FORMATS],
  ['entities-list', ['entities', '--list', JSONL], DATA_FORMATS],
  ['dates', ['dates', PLAIN], DATA_FORMATS],
  ['dates-by-month', ['dates', '--group-by', 'month', PLAIN], DATA_FORMATS],
  ['dates-ref', ['dates', JSONL], DATA_FORMATS],
  ['search', ['search', 'trien khai OR "đàm phán"', PLAIN], [...DATA_FORMATS, 'lines']],
  ['search-count', ['search', '--count', 'việt nam', PLAIN], [...DATA_FORMATS, 'lines']],
  ['search-score', ['search', '--sort', 'score', 'thủ tướng OR hòa bình', PLAIN], ['lines', 'json']],
  ['concordance', ['concordance', 'hòa bình OR an ninh', PLAIN], DATA_FORMATS],
  ['tokenize', ['tokenize', JSONL], DATA_FORMATS],
  ['tokenize-underscore', ['tokenize', '--underscore', PLAIN], ['underscore']],
  ['annotate', ['annotate', JSONL], ['json', 'ndjson']],
];

describe.each(CASES)('%s', (name, args, formats) => {
  test.each(formats)('as %s', async format => {
    const plain = format === 'lines' || format === 'underscore';
    const { stdout, stderr, code } = newscli(plain ? args : [...args, '--format', format]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(join(ROOT, 'fixtures/golden', `${name}.${format}.txt`));
  });
});
