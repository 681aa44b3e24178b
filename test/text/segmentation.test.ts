import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTokens, KIND_NAMES, type Tokens } from '../../src/model/tokens.js';
import { CodeBuffer } from '../../src/text/codes.js';
import { normalizeText } from '../../src/text/normalize.js';
import { createSegmenter, type Segmenter } from '../../src/text/segment/segmenter.js';
import { createByteSink, writeUnderscore } from '../../src/text/segment/underscore.js';

const model = readFileSync(new URL('../../src/data/words.model', import.meta.url));
const segmenter = createSegmenter(model);

describe('segments a table of hard cases', () => {
  test.each(rows('segmentation.tsv'))('%s', (text, expected) => {
    expect(underscore(text!)).toBe(expected);
  });

  test.each(rows('segmentation.tsv'))('NFD and NFC alike: %s', (text, expected) => {
    expect(underscore(normalizeText(text!.normalize('NFD')).text)).toBe(expected);
  });
});

describe('says what kind a token is', () => {
  test.each([
    ['Ông Putin gặp bà Merkel', 'word name word word name'],
    ['Nga tuyên bố ngừng bắn', 'name word word'],
    ['NATO họp ngày 4/12 lúc 18h30', 'abbr word word date word date'],
    ['Giá 5.580 USD, tăng 47%', 'word number abbr punct word number'],
    ['Gửi toasoan@bao.vn hoặc www.bao.vn/lienhe', 'word email word url'],
    ['Đội U23 ở TP.HCM 👍', 'word abbr word abbr symbol'],
    ['HỌP BÁO CHÍNH PHỦ', 'word word'],
  ])('%s', (text, kinds) => {
    const tokens = segmented(text);
    expect(Array.from({ length: tokens.length }, (_, i) => KIND_NAMES[tokens.kind[i]!]).join(' ')).toBe(kinds);
  });
});

describe('forms', () => {
  const written = ['Hòa bình', 'hòa  bình', 'HOÀ BÌNH', 'hoà bình', 'Hòa bình'];

  test('a form is a word as it is written, with one key for all spellings', () => {
    const all = written.map(text => {
      const { form, key } = segmented(text, segmenter, true);
      return [form[0]!, key[0]!] as const;
    });
    const { vocabulary } = segmenter;
    expect(all.map(([form]) => vocabulary.spelling(form))).toEqual(['Hòa bình', 'hòa bình', 'HOÀ BÌNH', 'hoà bình', 'Hòa bình']);
    expect(new Set(all.map(([, key]) => vocabulary.spelling(key)))).toEqual(new Set(['hoà bình']));
    expect(all.map(([form]) => vocabulary.keyForm(form))).toEqual(all.map(([, key]) => key));
  });

  test('thousands of them keep their numbers', () => {
    const words = Array.from(
      { length: 20_000 },
      (_, i) => `Xã${'ăâêôơư'[i % 6]}${i.toString(36).replace(/\d/g, digit => 'bcdghklmnp'[Number(digit)]!)}`,
    );
    const distinct = [...new Set(words)];
    const forms = () => distinct.map(word => segmented(word, segmenter, true).form[0]!);
    const first = forms();
    expect(forms()).toEqual(first);
    expect(new Set(first).size).toBe(distinct.length);
  });
});

describe('the lexicon', () => {
  test.each(['việt nam', 'triển khai', 'tổng thư ký', 'đường', 'an', 'nga', 'nato', 'trump', 'hoà bình'])('has %s', key => {
    expect(segmenter.lexicon.has(key)).toBe(true);
  });

  test.each(['viet nam', 'trien khai', 'duong', 'của các', 'xyzzy', ''])('has no %s', key => {
    expect(segmenter.lexicon.has(key)).toBe(false);
  });

  test.each(['viet nam', 'trien khai', 'duong', 'tong thu ky', 'an'])('knows %s without its marks', folded => {
    expect(segmenter.lexicon.hasFolded(folded)).toBe(true);
  });

  test('lists its words', () => {
    const words = new Set(segmenter.lexicon.words());
    expect(words.size).toBeGreaterThan(30_000);
    for (const word of ['quân đội', 'đàm phán', 'tổng thư ký', 'nga']) expect(words.has(word)).toBe(true);
    expect(Math.max(...[...words].map(word => word.split(' ').length))).toBe(segmenter.lexicon.maxSyllables);
  });
});

describe('words of a user', () => {
  const own = createSegmenter(model, ['bệ phóng tên lửa', 'Nga-Ukraine', 'Sea Games']);

  test.each([
    ['Phá 5 bệ phóng tên lửa mới', 'Phá 5 bệ_phóng_tên_lửa mới'],
    ['Xung đột Nga-Ukraine kéo dài', 'Xung_đột Nga-Ukraine kéo_dài'],
    ['Xung đột Nga - Ukraine kéo dài', 'Xung_đột Nga - Ukraine kéo_dài'],
    ['BỆ PHÓNG TÊN LỬA', 'BỆ_PHÓNG_TÊN_LỬA'],
    ['kỳ SEA Games tới', 'kỳ SEA_Games tới'],
  ])('%s', (text, expected) => {
    expect(underscore(text, own)).toBe(expected);
  });

  test('are in the lexicon', () => {
    expect(own.lexicon.has('bệ phóng tên lửa')).toBe(true);
    expect(own.lexicon.hasFolded('be phong ten lua')).toBe(true);
  });
});

describe('a damaged model is refused', () => {
  test.each([
    ['empty', new Uint8Array(0)],
    ['text', new TextEncoder().encode('this is no model at all!')],
    ['cut short', model.subarray(0, 4096)],
    ['one bit flipped', flipped(model, 1_000_000)],
  ])('%s', (_name, bytes) => {
    expect(() => createSegmenter(bytes)).toThrow(/words\.model/);
  });
});

test('keeps its F1 on sentences of our own', () => {
  const gold = read('gold/news.seg').split('\n').filter(Boolean);
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const line of gold) {
    const expected = spans(line);
    const actual = spans(underscore(line.replaceAll('_', ' ')));
    wanted += expected.size;
    found += actual.size;
    for (const span of actual) if (expected.has(span)) right++;
  }
  expect((2 * right) / (wanted + found)).toBeGreaterThan(0.96);
});

function segmented(text: string, by: Segmenter = segmenter, forms = false): Tokens {
  const tokens = createTokens(4);
  by.segment(text, tokens, forms);
  return tokens;
}

function underscore(text: string, by: Segmenter = segmenter): string {
  const sink = createByteSink(16);
  writeUnderscore(new CodeBuffer().load(text), 0, segmented(text, by), 0x0a, sink);
  return new TextDecoder().decode(sink.bytes.subarray(0, sink.length - 1));
}

/** Spans of the words of a segmented line over its letters, white space apart. */
function spans(line: string): Set<string> {
  let at = 0;
  return new Set(
    line.split(' ').map(word => {
      const start = at;
      at += word.replaceAll('_', '').length;
      return `${start}-${at}`;
    }),
  );
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at]! ^= 1;
  return copy;
}

function read(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
}

function rows(name: string): string[][] {
  return read(`cases/${name}`)
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'));
}
