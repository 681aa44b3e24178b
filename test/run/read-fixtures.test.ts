import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findInputs } from '../../src/run/find/index.js';
import type { ReadOptions } from '../../src/run/read/index.js';
import { inputFile, read, texts } from './read-support.js';

const CORPUS = resolve(import.meta.dirname, '../../fixtures/corpus');
const LEGACY = 'Hà Nội: Đại biểu Quốc hội Nguyễn Thị Phượng đề nghị giữ nguyên giờ học mùa đông, ngày 5/11/1998.';

interface Outcome {
  readonly lines: readonly number[];
  readonly warnings?: readonly string[];
  readonly skipped?: number;
  readonly invalidUtf8?: number;
  readonly error?: { readonly code: string; readonly line?: number };
}

/** What each file of the hostile corpus gives when it is named. */
const HOSTILE: Readonly<Record<string, Outcome>> = {
  'binary.txt': { lines: [], error: { code: 'BINARY' } },
  'blank.txt': { lines: [] },
  'bom.txt': { lines: [1, 2] },
  'crlf.txt': { lines: [1, 3] },
  'cut.txt.gz': { lines: Array.from({ length: 270 }, (_, i) => i + 1), error: { code: 'BAD_GZIP' } },
  'emoji.txt': { lines: [1, 2] },
  'empty.txt': { lines: [] },
  'escapes.txt': { lines: [1, 2, 3, 4, 5, 6] },
  'eth.txt': { lines: [1, 2, 3] },
  'formulas.csv': { lines: [2, 3, 4] },
  'invalid-utf8.txt': { lines: [1, 2, 3], warnings: ['2: invalid UTF-8, shown as U+FFFD'], invalidUtf8: 2 },
  'legacy-tcvn3.txt': { lines: [], error: { code: 'BINARY' } },
  'legacy-viscii.txt': { lines: [], error: { code: 'BINARY' } },
  'legacy-vni.txt': { lines: [], error: { code: 'BINARY' } },
  'legacy-windows-1258.txt': { lines: [], error: { code: 'BINARY' } },
  'malformed.csv': {
    lines: [2, 4, 8],
    skipped: 3,
    warnings: [
      '3: malformed CSV: 1 field under a header of 2',
      '6: malformed CSV: 3 fields under a header of 2',
      '7: malformed CSV: a quoted field is not closed',
    ],
  },
  'malformed.json': { lines: [], error: { code: 'BAD_JSON', line: 4 } },
  'malformed.jsonl': {
    lines: [1, 7, 8],
    skipped: 4,
    warnings: [
      '2: malformed JSON: it ends where "," or "}" is wanted at column 40',
      '4: a JSON object is wanted',
      '5: no string in the field "text"',
      '6: no string in the field "text"',
      '7: the field "date" is no date (YYYY-MM-DD or an ISO date-time), and is ignored',
    ],
  },
  'marks.txt': { lines: [1] },
  'nfd.txt': { lines: [1, 2, 3] },
  'no-last-newline.txt': { lines: [1, 2] },
  'no-text-column.csv': { lines: [], error: { code: 'NO_TEXT_FIELD', line: 1 } },
  'nul.txt': { lines: [1, 2] },
  'settings.json': { lines: [], error: { code: 'NO_TEXT_FIELD' } },
  'upper.txt': { lines: [1, 2] },
  'utf-16be.txt': { lines: [1, 2] },
  'utf-16le.txt': { lines: [1, 2] },
  'zero-width.txt': { lines: [1, 2, 3, 4] },
  'zipped-without-saying-so.txt': { lines: [1, 3] },
  'zipped.txt.gz': { lines: [1, 3] },
};

const fixture = (path: string) => inputFile(join(CORPUS, path));

describe('the hostile corpus', () => {
  test('is all here', () => {
    expect(readdirSync(join(CORPUS, 'hostile')).filter(name => !name.startsWith('.'))).toEqual(Object.keys(HOSTILE));
  });

  test.each(Object.entries(HOSTILE))('%s', async (name, { lines, warnings = [], skipped = 0, invalidUtf8 = 0, error }) => {
    const reading = await read(fixture(`hostile/${name}`));
    expect(reading.snippets.map(({ line }) => line)).toEqual(lines);
    expect(reading.warnings).toEqual(warnings);
    expect(reading.input).toMatchObject({ snippets: lines.length, skipped, invalidUtf8 });
    if (error) expect(reading.error).toMatchObject(error);
    else expect(reading.error).toBeUndefined();
  });

  test.each<NonNullable<ReadOptions['encoding']>>(['windows-1258', 'tcvn3', 'vni', 'viscii'])(
    'legacy text with --encoding %s',
    async encoding => {
      const reading = await read(fixture(`hostile/legacy-${encoding}.txt`), { encoding });
      expect(reading.snippets.map(({ text }) => text.normalize('NFC'))).toEqual([LEGACY]);
      expect(reading.input.invalidUtf8).toBe(0);
    },
  );

  test('both byte orders read the same', async () => {
    expect(texts(await read(fixture('hostile/utf-16le.txt')))).toEqual(texts(await read(fixture('hostile/utf-16be.txt'))));
  });
});

describe('the other corpora', () => {
  test.each([
    ['plain', 61, 0],
    ['jsonl', 10, 9],
    ['csv', 8, 7],
  ])('%s has its snippets, and no fault', async (folder, count, dated) => {
    const { files, errors } = await findInputs([join(CORPUS, folder)], { allowNoFiles: false, stdinKind: 'other' });
    const readings = await Promise.all(files.map(file => read(file)));
    const snippets = readings.flatMap(reading => reading.snippets);
    expect(errors).toEqual([]);
    expect(readings.flatMap(({ warnings, error }) => [...warnings, ...(error ? [error.message] : [])])).toEqual([]);
    expect(snippets).toHaveLength(count);
    expect(snippets.filter(({ date }) => date !== undefined)).toHaveLength(dated);
    expect(snippets.filter(({ text }) => text !== text.normalize('NFC'))).toEqual([]);
  });
});
