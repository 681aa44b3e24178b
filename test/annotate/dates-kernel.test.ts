import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPOUNDS } from '../../src/annotate/dates/compounds.js';
import { WORDS } from '../../src/annotate/dates/date-words.js';
import { findDates, findDatesInCodes } from '../../src/annotate/dates/index.js';
import { createKernel, MOST_CODES } from '../../src/annotate/dates/kernel.js';
import { KERNEL_BASE64 } from '../../src/annotate/dates/kernel-bytes.js';
import type { Lexemes } from '../../src/annotate/dates/lexeme.js';
import { lex, lexCodes, lexPlainly } from '../../src/annotate/dates/lexer.js';
import { wordsOf } from '../../src/annotate/dates/word-list.js';
import { compileKernel } from '../../src/search/scan/compile-kernel.mjs';
import { codesOf } from '../../src/text/codes.js';
import { dirtyLine } from '../search/dirt.js';

const kernel = createKernel()!;
const known = [...Object.values(WORDS).flatMap(wordsOf), ...wordsOf(COMPOUNDS)].map(word => word.split('=')[0]!);
const numbers = 'một hai ba bốn năm sáu bảy tám chín mười mươi chục trăm mốt tư lăm nhăm linh'.split(' ');
const written =
  '18h30 10h 3ngày 121kg U23 A320neo 1.004 12.500.000 1.00 9.9999 20190101123 4/12 31/2/2018 5-6 13–11 7.5 8,5 21:30 (2019) [x] 5% "8/3" Đ ngày1 h30 30h5m Ω9'.split(
    ' ',
  );
const marks = [...'/-‐–—.,:()[]%"\'‘’“”«»;!?\n…×÷@#&'];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  { weight: 3, arbitrary: fc.constantFrom(...numbers) },
  { weight: 3, arbitrary: fc.constantFrom(...written) },
  { weight: 2, arbitrary: fc.constantFrom(...marks) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 99_999 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('người', 'Hà Nội', 'TP.HCM', 'x'.repeat(40), '7'.repeat(20), 'ﬁ', '🙂') },
);
const space = fc.constantFrom(' ', ' ', ' ', ' ', '', '  ', '\t', '\u00a0', '\u2009');
const cased = fc.constantFrom<(word: string) => string>(
  word => word,
  word => word.toUpperCase(),
  word => word.charAt(0).toUpperCase() + word.slice(1),
);
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(piece, cased, space), { maxLength: 25 })
      .map(parts => parts.map(([word, as, gap]) => as(word) + gap).join('')),
  },
  { weight: 1, arbitrary: dirtyLine },
);

/** What was read, apart from the memory that it lies in. */
function columns(lexemes: Lexemes | undefined): unknown {
  if (lexemes === undefined) return undefined;
  const { length, kind, symbol, value, start, end, places, placeCount, codes, source } = lexemes;
  const read = (column: Uint8Array | Uint16Array | Int32Array, count: number): number[] => [...column.subarray(0, count)];
  return [
    read(kind, length),
    read(symbol, length),
    read(value, length),
    read(start, length),
    read(end, length),
    read(places, placeCount),
    // With what stands behind the text.
    read(codes, source.text.length + 1),
    source.text,
  ];
}

const plainly = (line: string): unknown => columns(lexPlainly(codesOf(line), { text: line }));

describe('WebAssembly and plain JavaScript', () => {
  test('the kernel is there, and is what its source says', async () => {
    expect(kernel).toBeDefined();
    expect(Buffer.from(await compileKernel(new URL('../../src/annotate/dates/', import.meta.url))).toString('base64')).toBe(KERNEL_BASE64);
  });

  test('read alike', () => {
    fc.assert(
      fc.property(text, line => {
        expect(columns(lex(line))).toEqual(plainly(line));
      }),
      { numRuns: 5000 },
    );
  });

  test('read each known word alike between numbers', () => {
    for (const word of known) {
      for (const line of [`12 ${word} 3`, `${word}5`, `7${word}`, `hai ${word} mười`]) expect(columns(lex(line))).toEqual(plainly(line));
    }
  });

  test('read codes in the middle of others as they read the string', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.constantFrom('\n', ' ', '\r'), (lines, between) => {
        const whole = lines.map(line => line.replaceAll('\n', ' '));
        const { codes } = codesOf(whole.join(between));
        const reference = { day: '2024-12-05' };
        let start = 0;
        for (const line of whole) {
          const span = { codes, start, end: start + line.length };
          const source = { text: line };
          expect(columns(lexCodes(span, source))).toEqual(plainly(line));
          expect(columns(lexPlainly(span, source))).toEqual(plainly(line));
          expect(findDatesInCodes(span, source, reference)).toEqual(findDates(line, reference));
          start += line.length + 1;
        }
      }),
    );
  });

  test.each([MOST_CODES - 1, MOST_CODES, MOST_CODES + 1])('read a text of %i codes', length => {
    for (const part of ['Ngày 4/12 tại Hà Nội, ', '7 ', '. ', 'a1', '1a ', 'hai mươi ']) {
      const line = part.repeat(length / part.length + 1).slice(0, length);
      expect(columns(lex(line))).toEqual(plainly(line));
    }
  });
});
