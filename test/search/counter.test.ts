import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Hit } from '../../src/model/doc.js';
import { KERNEL_BASE64 } from '../../src/search/hits/kernel-bytes.js';
import { compileByteCounter, compileQuery, createKernel, createLineRanges, parseQuery, type QueryOptions } from '../../src/search/index.js';
import { compileKernel } from '../../src/search/scan/compile-kernel.mjs';
import { WordWindow } from '../../src/search/scan/word-window.js';
import { createSegmenter } from '../../src/text/segment/segmenter.js';
import { dirtyLine } from './dirt.js';
import { analysisOf, SMART } from './tools.js';

const model = readFileSync(new URL('../../src/data/words.model', import.meta.url));
const { lexicon, segmentAround, stretches } = createSegmenter(model);
const tools = { lexicon, segmentAround, stretches };
const shared = createKernel(stretches?.kernel);
const apart = createKernel();

interface Counted {
  readonly snippets: number;
  readonly matches: number;
}

/** By a look at all lines. */
function counted(lines: readonly string[], query: string, options: QueryOptions): Counted {
  const matcher = compileQuery(parseQuery(query), options, tools);
  const hits: Hit[] = [];
  const snippets = lines.filter(line => matcher.matches(analysisOf(line), hits)).length;
  return { snippets, matches: hits.length };
}

/** By bytes, and by a look at the lines that are left. */
function countedByBytes(
  lines: readonly string[],
  lineEnd: string,
  query: string,
  options: QueryOptions,
  kernel = shared,
): Counted & { left: number } {
  const counter = compileByteCounter(parseQuery(query), options, tools, kernel)!;
  const bytes = kernel.resident(Buffer.from(lines.join(lineEnd)));
  const ranges = createLineRanges();
  counter.candidates(bytes, 0, bytes.length, ranges);
  const left = Array.from({ length: ranges.length }, (_, i) =>
    Buffer.from(bytes.subarray(ranges.start[i], ranges.end[i])).toString().replace(/\r$/, ''),
  );
  const { snippets, matches } = counter.take();
  const rest = counted(left, query, options);
  return { snippets: snippets + rest.snippets, matches: matches + rest.matches, left: ranges.length };
}

const NEWS = [
  'Ông Nguyễn Văn An (52 tuổi) ở TP. Hà Nội đã đến Việt Nam từ hôm qua.',
  'Hà Nội',
  'UBND TP Hà Nội, Sở Y tế Hà Nội và Đại học Quốc gia Hà Nội cùng triển khai việc này.',
  'ĐỘI TUYỂN VIỆT NAM THẮNG LỚN TẠI HÀ NỘI',
  'Triển khai ngay! Nga và Việt Nam - an toàn, an ninh, bình an.',
  'Xe cứu thương chạy từ Hà Nội',
  'Công ty Việt Nam Xanh. Nam giới ở Nga, người Nga.',
  'Ha Noi va Viet Nam viết năm bài về Hoà Bình, tỉ đồng và tỷ đồng.',
];

describe('counting by bytes', () => {
  const line = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...NEWS) }, dirtyLine);
  const lines = fc.array(
    fc.oneof(
      line,
      fc.array(line, { minLength: 2, maxLength: 4 }).map(parts => parts.join(' ')),
    ),
    { maxLength: 12 },
  );

  test.each([
    'Nga',
    'an',
    'viet nam',
    'Hà Nội',
    'triển khai',
    '"Hà Nội và"',
    '"tỷ đồng"',
    'nam OR việt OR "việt nam"',
    'an OR ninh OR "an ninh an" OR nga OR hoà OR binh',
  ])('finds what a look at every line finds, for %s', query => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), fc.boolean(), (texts, lineEnd, caseSensitive) => {
        const options = { ...SMART, caseSensitive };
        const { snippets, matches } = countedByBytes(texts, lineEnd, query, options);
        expect({ snippets, matches }).toEqual(counted(texts, query, options));
        expect(countedByBytes(texts, lineEnd, query, options, apart)).toMatchObject({ snippets, matches });
      }),
      { numRuns: 60 },
    );
  });

  test('leaves none of plain news, decomposed or not, and what is unusual beside a hit', () => {
    const texts = Array.from({ length: 50 }, () => NEWS).flat();
    expect(countedByBytes(texts, '\n', 'Hà Nội', SMART)).toMatchObject({ snippets: 250, left: 0 });
    const decomposed = texts.map(text => text.normalize('NFD'));
    expect(countedByBytes(decomposed, '\n', 'Hà Nội', SMART)).toMatchObject({ snippets: 250, left: 0 });
    expect(countedByBytes(['Ở Hà Nội 👍 có mưa.'], '\n', 'Hà Nội', SMART)).toMatchObject({ snippets: 1, left: 1 });
  });

  test('of plain news the kernel leaves nothing to JavaScript', () => {
    const asked = vi.spyOn(WordWindow.prototype, 'isWord');
    const texts = Array.from({ length: 50 }, () => NEWS).flat();
    expect(countedByBytes(texts, '\n', 'ha noi', SMART)).toMatchObject({ snippets: 300, matches: 400, left: 0 });
    const decomposed = texts.map(text => text.normalize('NFD'));
    expect(countedByBytes(decomposed, '\n', 'ha noi', SMART)).toMatchObject({ snippets: 300, matches: 400, left: 0 });
    expect(countedByBytes(decomposed, '\n', '"tỷ đồng" OR hoà', SMART)).toMatchObject({ snippets: 50, matches: 150, left: 0 });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test('the bytes of the kernel of hits are those of its source', async () => {
    const folder = new URL('../../src/search/hits/', import.meta.url);
    expect(Buffer.from(await compileKernel(folder)).toString('base64')).toBe(KERNEL_BASE64);
  });

  test.each(['Nga -Mỹ', 'kin*', '/nga/', 'Nga NEAR/3 Mỹ', 'file:tin Nga'])('does not count %s', query => {
    expect(compileByteCounter(parseQuery(query), SMART, tools, shared)).toBeUndefined();
  });

  test.each([{ substring: true }, { syllable: true }])('does not count with %o', option => {
    expect(compileByteCounter(parseQuery('Nga'), { ...SMART, ...option }, tools, shared)).toBeUndefined();
  });
});
