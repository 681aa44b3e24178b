import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTokens, type Tokens } from '../../src/model/tokens.js';
import { compileKernel } from '../../src/search/scan/compile-kernel.mjs';
import { CodeBuffer } from '../../src/text/codes.js';
import { normalizeText } from '../../src/text/normalize.js';
import { MOST_CODES } from '../../src/text/segment/kernel.js';
import { KERNEL_BASE64 } from '../../src/text/segment/kernel-bytes.js';
import { createSegmenter, type Segmenter } from '../../src/text/segment/segmenter.js';
import { createByteSink, writeUnderscore } from '../../src/text/segment/underscore.js';
import { dirtyLine } from '../search/dirt.js';

const model = readFileSync(new URL('../../src/data/words.model', import.meta.url));
const kernel = createSegmenter(model);
const plain = createSegmenter(model, [], true);

const piece = fc.oneof(
  fc.constantFrom(
    ...'Thủ tướng Chính phủ Phạm Minh Chính thăm tỉnh Quảng Ninh , . ; ... - – ( ) "hợp tác" 12 2024 1.250 ４ １２ 3/4 TP. H. gs. km/h Nga-Mỹ COVID-19 iPhone LBKT RBKT a@b.vn @ % 5% 🙂 x'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom('đ'.repeat(255), 'Ạ'.repeat(257), '7'.repeat(300)),
);
const space = fc.constantFrom(' ', ' ', ' ', ' ', '', '  ', '\t', '\n', '\u3000');
const text = fc
  .oneof(
    dirtyLine,
    fc.array(fc.tuple(piece, space), { maxLength: 30 }).map(parts => parts.flat().join('')),
  )
  .map(line => normalizeText(line).text);

describe('WebAssembly and plain JavaScript', () => {
  test('cut alike', () => {
    fc.assert(
      fc.property(text, line => {
        expect(columns(kernel, line)).toEqual(columns(plain, line));
      }),
      { numRuns: 1000 },
    );
  });

  test('number words alike', () => {
    fc.assert(
      fc.property(text, line => {
        expect(words(kernel, line)).toEqual(words(plain, line));
      }),
    );
  });

  test('cut a text alike that is too long for the kernel', () => {
    const line = 'Hội nghị bàn về an ninh lương thực, nước sạch. '.repeat(MOST_CODES / 40);
    expect(line.length).toBeGreaterThan(MOST_CODES);
    expect(columns(kernel, line)).toEqual(columns(plain, line));
  });

  test('cut codes as they cut the string', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), lines => {
        const codes = new CodeBuffer().load(lines.map(line => line.replaceAll('\n', ' ')).join('\n'));
        let start = 0;
        for (const line of lines) {
          const tokens = createTokens(4);
          kernel.segmentCodes(codes, start, start + line.length, tokens, false);
          expect(spans(tokens)).toEqual(columns(plain, line.replaceAll('\n', ' ')).map(([from, to]) => [from, to]));
          start += line.length + 1;
        }
      }),
    );
  });

  test('join the tokens alike', () => {
    const word = fc.constantFrom(...'đường sắt cao tốc Bắc - Nam qua 20 tỉnh , thành phố ; Hà Nội ( 2026 ) . “ ” € km'.split(' '));
    const own = createSegmenter(model, ['Bắc-Nam', 'tốc Bắc']);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', '  ', '', '\t')), { maxLength: 20 }), parts => {
        const line = parts.flat().join('');
        const codes = new CodeBuffer().load(line);
        for (const segmenter of [kernel, own]) {
          const tokens = createTokens(4);
          const sink = createByteSink(4);
          segmenter.segment(line, tokens, false);
          writeUnderscore(codes, 0, tokens, 0x0a, sink);
          const behind = segmenter.joinCodes(codes.slice(), 0, line.length, 0x0a, 3);
          expect(decoded(segmenter.joined.subarray(3, behind))).toBe(decoded(sink.bytes.subarray(0, sink.length)));
        }
      }),
    );
  });
});

test('kernel-bytes.ts is made from kernel.wat', async () => {
  const bytes = await compileKernel(new URL('../../src/text/segment/', import.meta.url));
  expect(Buffer.from(bytes).toString('base64')).toBe(KERNEL_BASE64);
});

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const spans = ({ start, end, length }: Tokens): number[][] => Array.from({ length }, (_, i) => [start[i]!, end[i]!]);

function columns(segmenter: Segmenter, line: string): number[][] {
  const tokens = createTokens(4);
  segmenter.segment(line, tokens, true);
  const { start, end, kind, syllables, lettered, length } = tokens;
  return Array.from({ length }, (_, i) => [start[i]!, end[i]!, kind[i]!, syllables[i]!, lettered[i]!]);
}

/** The forms and keys of the words, and the hash of the text. */
function words({ segment, vocabulary }: Segmenter, line: string): unknown[] {
  const tokens = createTokens(4);
  segment(line, tokens, true);
  const { form, key, lettered, length, textLow, textHigh } = tokens;
  const forms = Array.from({ length }, (_, i) =>
    lettered[i] === 1 ? [vocabulary.spelling(form[i]!), vocabulary.spelling(key[i]!), vocabulary.keyForm(form[i]!) === key[i]] : [],
  );
  return [...forms, textLow, textHigh];
}
