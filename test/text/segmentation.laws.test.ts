import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSentences, createTokens, type Tokens } from '../../src/model/tokens.js';
import { CodeBuffer, codesOf } from '../../src/text/codes.js';
import { normalizeText } from '../../src/text/normalize.js';
import { createSegmenter } from '../../src/text/segment/segmenter.js';
import { createByteSink, writeUnderscore } from '../../src/text/segment/underscore.js';
import { splitSentences } from '../../src/text/sentences.js';

const segmenter = createSegmenter(readFileSync(new URL('../../src/data/words.model', import.meta.url)));

const piece = fc.oneof(
  fc.constantFrom(
    ...'Tổng thống Mỹ Donald Trump họp báo ngày 4/12 tại Hà Nội, TP.HCM TP. HCM (NATO) "hoà bình" Nga-Ukraine 18h30 5.580 47% v.v... Jong-un O\'Neal km/h !? ; a@b.vn www.x.vn 👍🏽 Nguyễn H. Đ _ - / . , . ? công ty LBKT'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const space = fc.constantFrom(' ', ' ', ' ', '', '  ', '\t', '\n');
const line = fc.array(fc.tuple(piece, space), { maxLength: 25 }).map(parts => normalizeText(parts.flat().join('')).text);

describe('laws of segmentation', () => {
  test('tokens ascend, and only white space stands between them', () => {
    fc.assert(
      fc.property(line, text => {
        const tokens = segmented(text);
        let at = 0;
        for (let i = 0; i < tokens.length; i++) {
          expect(text.slice(at, tokens.start[i]).trim()).toBe('');
          expect(tokens.end[i]!).toBeGreaterThan(tokens.start[i]!);
          expect(text.slice(tokens.start[i], tokens.end[i]).trim().length).toBe(tokens.end[i]! - tokens.start[i]!);
          at = tokens.end[i]!;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  test('the same text gives the same tokens, whatever was cut before it', () => {
    fc.assert(
      fc.property(line, line, (first, second) => {
        const alone = columns(segmented(second));
        segmented(first);
        expect(columns(segmented(second))).toEqual(alone);
      }),
    );
  });

  test('lines set side by side with a mark between are cut as they are alone', () => {
    fc.assert(
      fc.property(line, line, (first, second) => {
        const head = `${first} ; `;
        const both = spans(segmented(`${head}${second}`));
        const apart = [
          ...spans(segmented(`${first} ;`)),
          ...spans(segmented(`; ${second}`))
            .slice(1)
            .map(([s, e]) => [s! + head.length - 2, e! + head.length - 2]),
        ];
        expect(both).toEqual(apart);
      }),
    );
  });

  test('a stretch around a hit has the tokens of the whole text', () => {
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(12), (text, from, length) => {
        const start = text.length === 0 ? 0 : from % text.length;
        const end = Math.min(text.length, start + length);
        const whole = columns(segmented(text)).filter(([s, e]) => s! < end && e! > start);
        const tokens = createTokens(4);
        segmenter.segmentAround(text, start, end, tokens);
        expect(columns(tokens).filter(([s, e]) => s! < end && e! > start)).toEqual(whole);
      }),
    );
  });

  test('the underscore form is the text but for white space', () => {
    fc.assert(
      fc.property(line, text => {
        const sink = createByteSink(1);
        writeUnderscore(new CodeBuffer().load(text), 0, segmented(text), 0x0a, sink);
        const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sink.bytes.subarray(0, sink.length));
        expect(written.replace(/[\s_]/g, '')).toBe(text.toWellFormed().replace(/[\s_]/g, ''));
      }),
    );
  });

  test('sentences follow each other, and hold every token', () => {
    fc.assert(
      fc.property(line, text => {
        const tokens = segmented(text);
        const sentences = createSentences(1);
        splitSentences(codesOf(text), tokens, sentences);
        expect(sentences.length).toBeGreaterThan(0);
        let held = 0;
        for (let s = 0; s < sentences.length; s++) {
          if (s > 0) expect(sentences.start[s]!).toBeGreaterThanOrEqual(sentences.end[s - 1]!);
          for (let i = 0; i < tokens.length; i++)
            if (tokens.start[i]! >= sentences.start[s]! && tokens.end[i]! <= sentences.end[s]!) held++;
        }
        expect(held).toBe(tokens.length);
      }),
    );
  });
});

describe('hostile text takes its time in proportion', () => {
  test.each([
    ['one letter', 'a'.repeat(400_000)],
    ['hyphens', 'a-'.repeat(200_000)],
    ['dots', 'a.'.repeat(200_000)],
    ['capital initials', 'A.'.repeat(200_000)],
    ['at signs', 'a@'.repeat(200_000)],
    ['digits and dots', '1.'.repeat(200_000)],
    ['slashes', 'www./'.repeat(100_000)],
    ['capitals', 'Aa '.repeat(150_000)],
    ['brackets', '('.repeat(400_000)],
    ['surrogates', '\ud83d'.repeat(400_000)],
    ['marks', `a${'\u0301'.repeat(400_000)}`],
  ])('%s', (_name, text) => {
    const tokens = segmented(text);
    expect(tokens.end[tokens.length - 1]).toBe(text.trimEnd().length);
  });
});

function segmented(text: string): Tokens {
  const tokens = createTokens(4);
  segmenter.segment(text, tokens, true);
  return tokens;
}

function spans(tokens: Tokens): number[][] {
  return Array.from({ length: tokens.length }, (_, i) => [tokens.start[i]!, tokens.end[i]!]);
}

function columns(tokens: Tokens): number[][] {
  return Array.from({ length: tokens.length }, (_, i) => [
    tokens.start[i]!,
    tokens.end[i]!,
    tokens.kind[i]!,
    tokens.syllables[i]!,
    tokens.lettered[i]!,
  ]);
}
