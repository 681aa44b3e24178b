import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileQuery, parseQuery, type QueryOptions } from '../../src/search/index.js';
import { byteLetters } from '../../src/search/scan/byte-spellings.js';
import { compileKernel } from '../../src/search/scan/compile-kernel.mjs';
import { createLineRanges } from '../../src/search/scan/filter.js';
import { createPlaceList, createSimdKernel, type Kernel, scalarKernel, TABLE_BYTES } from '../../src/search/scan/kernel.js';
import { KERNEL_BASE64 } from '../../src/search/scan/kernel-bytes.js';
import type { WordTest } from '../../src/search/scan/letter-trie.js';
import { compileByteFilter } from '../../src/search/scan/necessary.js';
import { requiredLiteral } from '../../src/search/scan/regex-literal.js';
import { TermTrie } from '../../src/search/scan/trie.js';
import { dirtyLine } from './dirt.js';
import { analysisOf, SMART, tools } from './tools.js';

const simd = createSimdKernel()!;

function places(kernel: Kernel, tables: Uint8Array, chunk: Uint8Array, start: number, end: number, word?: WordTest): number[] {
  const found: number[] = [];
  const list = createPlaceList();
  for (let at = start; at < end; ) {
    list.length = 0;
    at = kernel.windows(tables, chunk, at, end, list, word);
    for (let i = 0; i < list.length; i++) found.push(list.places[i]!);
  }
  return found;
}

describe('the byte kernel', () => {
  test('its bytes are those of its source', async () => {
    expect(Buffer.from(await compileKernel()).toString('base64')).toBe(KERNEL_BASE64);
  });

  const bytes = fc.uint8Array({ maxLength: 400 });
  const tables = fc.uint8Array({ minLength: TABLE_BYTES, maxLength: TABLE_BYTES });

  test('SIMD and plain JavaScript find the same windows', () => {
    fc.assert(
      fc.property(tables, bytes, fc.nat(40), fc.nat(40), (table, chunk, skip, cut) => {
        const start = Math.min(skip, chunk.length);
        const end = Math.max(start, chunk.length - cut);
        expect(places(simd, table, chunk, start, end)).toEqual(places(scalarKernel, table, chunk, start, end));
      }),
    );
  });

  test.each([100, 1_048_576, 2_500_000])('also where everything fits, in %i bytes', size => {
    const table = new Uint8Array(TABLE_BYTES).fill(1);
    expect(places(simd, table, new Uint8Array(size), 3, size - 5)).toHaveLength(size - 8);
  });

  test.each(['Nga', 'Hà Nội', 'an', 'đường'])('of windows that fit anywhere both keep those where %s may begin', word => {
    const letters = byteLetters([{ text: word, folds: true }])!;
    const pattern = Uint16Array.from(letters, letter => letter.unit);
    const term = { pattern, startsWord: true, endsWord: true, spells: undefined };
    const trie = TermTrie.of([term])!;
    const everywhere = new Uint8Array(TABLE_BYTES).fill(1);
    fc.assert(
      fc.property(fc.array(dirtyLine, { minLength: 5, maxLength: 12 }), lines => {
        const chunk = Buffer.from(lines.join('\n'));
        const found = places(simd, everywhere, chunk, 0, chunk.length, trie.testBehind(0, 0));
        expect(found).toEqual(places(scalarKernel, everywhere, chunk, 0, chunk.length, trie.testBehind(0, 0)));
        for (let at = 0; at < chunk.length; at++) if (trie.matches(chunk, 0, chunk.length, at)) expect(found).toContain(at);
        expect(found.length).toBeLessThan(chunk.length / 2 + 8);
      }),
      { numRuns: 40 },
    );
  });

  test('SIMD and plain JavaScript count the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300, max: 3 }), fc.nat(20), (chunk, skip) => {
        const start = Math.min(skip, chunk.length);
        expect(simd.count(2, chunk, start, chunk.length)).toBe(scalarKernel.count(2, chunk, start, chunk.length));
      }),
    );
    expect(simd.count(2, new Uint8Array(2_000_000).fill(2), 5, 1_999_000)).toBe(1_998_995);
  });
});

const QUERIES: [query: string, options?: Partial<QueryOptions>][] = [
  ['viet nam'],
  ['triển khai'],
  ['đường'],
  ['duong'],
  ['dương', { match: 'exact' }],
  ['hoà'],
  ['thuy', { match: 'fold' }],
  ['mi', { match: 'fold' }],
  ['tỷ đồng'],
  ['an'],
  ['a', { substring: true }],
  ['n', { substring: true, match: 'exact' }],
  ['ien kha', { substring: true, match: 'fold' }],
  ['Nga OR Ukraine OR đàm phán OR đông OR 2024'],
  ['"F-16" OR u23'],
  ['Hà Nội -Nga'],
  ['tri* NEAR/5 an'],
  ['nato', { caseSensitive: true }],
  ['NATO', { caseSensitive: true }],
  ['công ty', { syllable: true }],
  ['xuân', { syllable: true }],
  ['/tri[eể]n khai/'],
  ['/[đd]ông/ (an OR Nga)'],
  ['/u\\d+|nato/ đường'],
  ['/\\d/'],
  ['/^(việt|hà) [^ ]*$/'],
  ['/(?i)\\bNATO\\b|.{30}$/'],
  ['/NGA$/', { caseSensitive: true }],
  ['"“NATO”"'],
];

describe('the byte filter', () => {
  test.each(QUERIES)('misses no line that matches %s', (query, given = {}) => {
    const options = { ...SMART, ...given };
    const node = parseQuery(query);
    fc.assert(
      fc.property(fc.array(dirtyLine, { maxLength: 12 }), fc.boolean(), (lines, closed) => {
        const chunk = Buffer.from(lines.join('\n') + (closed ? '\n' : ''));
        const kept = [simd, scalarKernel].map(kernel => {
          const ranges = createLineRanges(2);
          compileByteFilter(node, options, tools, kernel)!.candidates(chunk, 0, chunk.length, ranges);
          return Array.from({ length: ranges.length }, (_, i) => chunk.toString('utf8', ranges.start[i], ranges.end[i]));
        });
        expect(kept[0]).toEqual(kept[1]);
        const matcher = compileQuery(node, options, tools);
        const matching = lines.filter(line => matcher.matches(analysisOf(line), []));
        for (const line of matching) expect(kept[0]).toContain(line);
        expect(kept[0]!.every(line => lines.includes(line))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test.each(['-Nga', 'Nga OR /\\d+/', 'Nga OR NOT an', 'type:PER', 'нато', 'Nga OR date:2024'])('%s may match any line', query => {
    expect(compileByteFilter(parseQuery(query), SMART, tools)).toBeUndefined();
  });

  test('leaves out what only looks alike', () => {
    const lines = ['Đường đi', 'đại dương', 'được mùa', 'duong', 'con đường'];
    const chunk = Buffer.from(lines.join('\n'));
    const ranges = createLineRanges();
    compileByteFilter(parseQuery('đường'), SMART, tools)!.candidates(chunk, 0, chunk.length, ranges);
    expect(Array.from({ length: ranges.length }, (_, i) => chunk.toString('utf8', ranges.start[i], ranges.end[i]))).toEqual([
      'Đường đi',
      'con đường',
    ]);
  });
});

describe('requiredLiteral', () => {
  test.each([
    ['triển khai', 'triển khai'],
    ['\\d+ tỷ đồng', 'tỷ đồng'],
    ['(một|hai) trăm', 'trăm'],
    ['năm.*tháng', 'tháng'],
    ['thángs?', 'tháng'],
    ['ab{2,3}cd', 'cd'],
    ['a\\.b', 'a.b'],
    ['[abc|]xyz', 'xyz'],
    ['một|hai', undefined],
    ['\\x{41}bc', undefined],
    ['(abc)', undefined],
    ['a+', undefined],
  ])('%s needs %s', (source, literal) => {
    expect(requiredLiteral(source)).toBe(literal);
  });
});
