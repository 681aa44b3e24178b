import { statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileAnchor, planRanges } from '../../src/run/read/index.js';
import { inputFile, read, readByChunks, temporaryFolder, texts, write } from './read-support.js';

const folder = temporaryFolder();
let made = 0;
const file = (content: string | Uint8Array, extension = 'txt') => inputFile(write(folder, `${made++}.${extension}`, content));
const plan = (of: ReturnType<typeof file>, parts: number) => planRanges(of, statSync(of.open).size, parts);

describe('planRanges', () => {
  test('the ranges of any cut are the whole', async () => {
    const piece = fc.constantFrom('\n', '\r\n', '\n\n', 'Huế', 'Cửu Long dâng cao', ' ', 'x'.repeat(50), '🌧️', '\uFEFF');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 50 }), fc.integer({ min: 2, max: 9 }), async (pieces, parts) => {
        const path = file(pieces.join(''));
        const ranges = plan(path, parts);
        if (ranges === undefined) return;
        expect(ranges.length).toBeLessThanOrEqual(parts);
        const whole = await read(path, { maxLine: 40 });
        for (const reader of [read, readByChunks]) {
          const readings = await Promise.all(ranges.map(range => reader(path, { range, maxLine: 40 })));
          expect(readings.flatMap(texts)).toEqual(texts(whole));
          expect(readings.flatMap(({ warnings }) => warnings)).toEqual(whole.warnings);
          for (const key of ['files', 'snippets', 'bytes', 'skipped'] as const) {
            expect(readings.reduce((sum, { input }) => sum + input[key], 0)).toBe(whole.input[key]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a file of many steps, cut at characters of several bytes', async () => {
    const path = file(Array.from({ length: 60_000 }, (_, i) => `Tin ${i}: nước sông Hồng ở Hà Nội dâng nhanh 🌧️`).join('\n'));
    const ranges = plan(path, 4)!;
    expect(ranges).toHaveLength(4);
    const sizes = ranges.map(({ start, end }) => end - start);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(200);
    const readings = await Promise.all(ranges.map(range => read(path, { range })));
    expect(readings.flatMap(texts)).toEqual(texts(await read(path)));
  });

  const lines = 'Hà Nội mưa lớn.\n'.repeat(100);

  test('invalid bytes are counted in the range that they are in', async () => {
    const path = file(
      Buffer.concat([Buffer.from([0xff]), Buffer.from(lines), Buffer.from([0xc3, 0x0a]), Buffer.from(lines), Buffer.from([0xe1, 0xba])]),
    );
    const ranges = plan(path, 3)!;
    expect(ranges).toHaveLength(3);
    const readings = await Promise.all(ranges.map(range => read(path, { range })));
    expect(readings.flatMap(texts)).toEqual(texts(await read(path)));
    expect(readings.map(({ input }) => input.invalidUtf8)).toEqual([1, 1, 1]);
  });

  test.each<[string, ReturnType<typeof file>]>([
    ['gzip', file(gzipSync(lines), 'txt')],
    ['UTF-16', file(Buffer.from(`\uFEFF${lines}`, 'utf16le'))],
    ['a binary file', file(Buffer.from(lines.replaceAll(' ', '\0\n')))],
    ['json', file('[{"text":"a"}]'.repeat(100), 'json')],
    ['csv', file(`text\n${lines}`, 'csv')],
    ['a line alone', file('x'.repeat(5000))],
    ['an empty file', file('')],
    ['a missing file', inputFile(`${folder}/none.txt`)],
    ['standard input', inputFile('-')],
  ])('%s is read in one piece', (_what, path) => {
    expect(planRanges(path, 4000, 3)).toBeUndefined();
  });

  test('jsonl is cut too, and what --encoding says is obeyed', () => {
    expect(plan(file('{"text":"Huế."}\n'.repeat(50), 'jsonl'), 2)).toHaveLength(2);
    expect(planRanges(file(lines), lines.length, 2, { encoding: 'tcvn3' })).toBeUndefined();
    expect(planRanges(file(lines), lines.length, 2, { inputFormat: 'csv' })).toBeUndefined();
    expect(planRanges(file(lines), lines.length, 2, { strict: true })).toBeUndefined();
  });
});

describe('the year anchor', () => {
  const anchor = {
    anchor: 'file',
    findFullDates: (text: string) => text.match(/\d{4}-\d\d-\d\d/g) ?? [],
    anchorOf: (dates: Iterable<string>) => [...dates].sort().at(-1),
  } as const;
  const anchors = async (content: string) => new Set((await read(file(content), anchor)).snippets.map(snippet => snippet.anchor?.day));

  test('goes to all snippets of its file', async () => {
    const reading = await read(file('đầu\n2024-03-01\n2024-02-01\ncuối\n'), anchor);
    expect(reading.snippets.map(snippet => [snippet.line, snippet.anchor])).toEqual(
      [1, 2, 3, 4].map(line => [line, { day: '2024-03-01', line: 2 }]),
    );
  });

  test('a file without full dates has none', async () => {
    expect(await anchors('đầu\ncuối\n')).toEqual(new Set([undefined]));
    expect(await anchors('')).toEqual(new Set());
  });

  test('is taken from the first mebibyte of text', async () => {
    const filler = `${'tin '.repeat(250)}\n`;
    expect(await anchors(`2024-01-01\n${filler.repeat(1040)}2025-01-01\n`)).toEqual(new Set(['2025-01-01']));
    expect(await anchors(`2024-01-01\n${filler.repeat(1060)}2025-01-01\n`)).toEqual(new Set(['2024-01-01']));
    expect(await anchors(`${'x'.repeat(1_100_000)} 2025-01-01\n2024-01-01\n`)).toEqual(new Set([undefined]));
  });

  test('does not lose what was held back when the file fails', async () => {
    const content = Buffer.concat([Buffer.from('2024-01-01 Hà Nội nắng\nHuế nắng\nVi'), Buffer.from([0xff]), Buffer.from('nh\n')]);
    const reading = await read(file(content), { ...anchor, strict: true });
    expect(reading.error).toMatchObject({ code: 'INVALID_UTF8', line: 3 });
    expect(reading.snippets.map(snippet => snippet.anchor?.day)).toEqual(['2024-01-01', '2024-01-01']);
  });

  test('is found once for those who read in ranges', async () => {
    const path = file(`2024-01-01\n${'Huế nắng\n'.repeat(20)}`);
    const found = await fileAnchor(path, { ...anchor, strict: false, maxLine: 100 });
    expect(found).toEqual({ day: '2024-01-01', line: 1 });
    const range = plan(path, 2)![1]!;
    const { snippets } = await read(path, { range, anchor: { found } });
    expect(new Set(snippets.map(snippet => snippet.anchor))).toEqual(new Set([found]));
    expect(await fileAnchor(inputFile(`${folder}/none.txt`), { ...anchor, strict: false, maxLine: 100 })).toBeUndefined();
  });
});
