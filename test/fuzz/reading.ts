import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import { NewsError } from '../../src/model/news-error.js';
import { ENCODINGS, type ReadOptions } from '../../src/run/read/index.js';
import { inputFile, type Reading, read } from '../run/read-support.js';
import { bytes, key, line, lines } from './hostile.js';
import { type Law, law } from './law.js';

const format = fc.constantFrom('txt', 'jsonl', 'json', 'csv', 'tsv');
const given = {
  encoding: fc.constantFrom(undefined, ...ENCODINGS),
  strict: fc.boolean(),
  textField: fc.constantFrom(undefined, 'text', '__proto__'),
};
const options: fc.Arbitrary<Partial<ReadOptions>> = fc.record({ ...given, maxLine: fc.constantFrom(1, 10, 100, 1 << 26) });
/** It is a matter of blocks which is told first: that a line is too long, or what is wrong in it. */
const unlimited: fc.Arbitrary<Partial<ReadOptions>> = fc.record(given);

/** A record of JSON that may have any fields. */
const record = fc.dictionary(key, fc.oneof(line, fc.jsonValue()), { maxKeys: 5 }).map(fields => JSON.stringify(fields));

const content = fc.oneof(
  bytes,
  lines.map(all => Buffer.from(all.join('\n'))),
  fc.array(fc.oneof(record, line), { maxLength: 8 }).map(all => Buffer.from(all.join('\n'))),
  fc.array(record, { maxLength: 8 }).map(all => Buffer.from(`[${all.join(',')}]`)),
  fc
    .array(fc.array(line.map(quoted), { minLength: 1, maxLength: 3 }), { maxLength: 6 })
    .map(rows => Buffer.from(`text,b\r\n${rows.join('\r\n')}`)),
);

/** The bytes as standard input, in chunks of the given sizes. */
function readChunked(all: Buffer, name: string, sizes: readonly number[], given: Partial<ReadOptions>): Promise<Reading> {
  async function* chunks(): AsyncGenerator<Buffer> {
    let at = 0;
    for (const size of sizes) {
      if (at < all.length) yield all.subarray(at, at + size);
      at += size;
    }
    if (at < all.length) yield all.subarray(at);
  }
  return read({ ...inputFile(`a.${name}`), open: '-' }, { ...given, standardInput: chunks });
}

const whole = (all: Buffer, name: string, given: Partial<ReadOptions> = {}) => readChunked(all, name, [], given);

/**
 * What a reading says, whatever its source. Bytes without a meaning are named when they come in: that may be before the lines in
 * front of them are cut, or never where a line is too long or the file is given up.
 */
const told = ({ snippets, input, warnings, error }: Reading) => ({
  snippets: snippets.map(({ file, line, text, id, date, source, title, url }) => ({ file, line, text, id, date, source, title, url })),
  warnings: warnings.filter(warning => !warning.includes('U+FFFD')),
  skipped: input.skipped,
  error: error && [error.code, error.message, error.line],
});

export const READING_LAWS: readonly Law[] = [
  law(
    'any bytes in any format and encoding are read, or named as a fault',
    fc.asyncProperty(content, format, options, async (all, name, given) => {
      const { snippets, input, error } = await whole(all, name, given);
      if (error !== undefined) {
        expect(error).toBeInstanceOf(NewsError);
        expect([error.code, error.path]).toEqual([expect.not.stringMatching('INTERNAL'), `a.${name}`]);
      }
      expect(snippets).toHaveLength(input.snippets);
      let last = 0;
      for (const { line, text, file, normalCodes } of snippets) {
        expect([typeof text, file, line > last]).toEqual(['string', `a.${name}`, true]);
        if (normalCodes !== undefined)
          expect(String.fromCharCode(...normalCodes.codes.subarray(normalCodes.start, normalCodes.end))).toBe(text);
        last = line;
      }
    }),
    300,
  ),
  law(
    'it is all one how the bytes come in',
    fc.asyncProperty(
      content,
      format,
      unlimited,
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 200 }),
      async (all, name, given, sizes) => {
        const [pieces, once] = [await readChunked(all, name, sizes, given), await whole(all, name, given)];
        // A pipe is not held back to see whether it is binary.
        if (once.error?.code === 'BINARY') return;
        expect(told(pieces)).toEqual(told(once));
      },
    ),
    200,
  ),
  law(
    'a file says what a pipe says, zipped or not',
    fc.asyncProperty(content, format, unlimited, async (all, name, given) => {
      const folder = mkdtempSync(join(tmpdir(), 'newscli-fuzz-'));
      try {
        const plain = join(folder, `a.${name}`);
        const zipped = join(folder, `b.${name}`);
        writeFileSync(plain, all);
        writeFileSync(zipped, gzipSync(all));
        const wanted = told(await whole(all, name, given));
        expect(told(await read(inputFile(plain), given))).toEqual(wanted);
        expect(told(await read({ ...inputFile(zipped), path: `a.${name}` }, given))).toEqual(wanted);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
  ),
  law(
    'LF and CRLF end the same lines',
    fc.asyncProperty(
      fc.array(
        line.map(text => text.replace(/\r+$/, '')),
        { maxLength: 12 },
      ),
      fc.constantFrom('txt', 'jsonl'),
      async (all, name) => {
        const [unix, dos] = await Promise.all(['\n', '\r\n'].map(end => whole(Buffer.from(all.join(end) + end), name)));
        // What a tenth of the bytes is depends on how many they are.
        if (unix!.error?.code === 'BINARY' || dos!.error?.code === 'BINARY') return;
        expect(told(dos!)).toEqual(told(unix!));
      },
    ),
    200,
  ),
  law(
    'a quoted cell of CSV comes back as it was written',
    fc.asyncProperty(fc.array(fc.tuple(line, line), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), async (rows, end) => {
      const table = [['text', 'b'], ...rows].map(cells => cells.map(quoted).join(',')).join(end);
      const { snippets, error } = await whole(Buffer.from(table), 'csv');
      expect(error?.code === 'BINARY' ? undefined : error).toBeUndefined();
      if (error === undefined) expect(snippets.map(({ text }) => text)).toEqual(rows.map(([text]) => text.toWellFormed()));
    }),
    200,
  ),
  law(
    'a string of JSON comes back as it was written',
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.constantFrom('json', 'jsonl'), async (all, name) => {
      const records = all.map(text => JSON.stringify({ text }));
      const file = name === 'json' ? `[${records.join(',\n')}]` : records.join('\n');
      const { snippets, error } = await whole(Buffer.from(file), name);
      expect(error).toBeUndefined();
      expect(snippets.map(({ text }) => text)).toEqual(all);
    }),
    200,
  ),
];

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
