import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonKey } from '../../src/text/keys.js';
import { normalizeText } from '../../src/text/normalize.js';

const sentence = 'Chiều 20-11, Thủ tướng tiếp Đại sứ Mỹ tại Hà Nội; hai bên ký nghị định thư về thuỷ điện.';

describe('normalizeText', () => {
  test('leaves a clean line as it is, without a map', () => {
    expect(normalizeText(sentence)).toEqual({ text: sentence, origin: undefined, nonNfc: false, zeroWidth: false, eth: false });
  });

  test.each([
    // what it is                 original                        text             flags
    ['NFD', 'Đường sắt'.normalize('NFD'), 'Đường sắt', ['nonNfc']],
    ['a mark at the very start', '\u0301a', '\u0301a', []],
    ['letter, zero width, mark', 'e\u200b\u0302', 'ê', ['nonNfc', 'zeroWidth']],
    ['byte order mark', '\ufeffHà Nội', 'Hà Nội', ['zeroWidth']],
    ['soft hyphen', 'Volo\u00addymyr', 'Volodymyr', ['zeroWidth']],
    ['capital eth', 'Ðà Nẵng', 'Đà Nẵng', ['eth']],
    ['small eth', 'ðồng bào', 'đồng bào', ['eth']],
    ['no-break space', '5\u00a0tỷ\u202fđồng', '5 tỷ đồng', []],
    ['emoji', 'Tuyệt 👍🏽 quá', 'Tuyệt 👍🏽 quá', []],
    ['emoji joined by ZWJ', 'Gia đình 👨‍👩‍👧 vui', 'Gia đình 👨‍👩‍👧 vui', []],
    ['a lone surrogate', 'a\ud83d b\udc00c', 'a\ud83d b\udc00c', []],
    ['NUL', 'a\0b', 'a\0b', []],
    ['Ångström sign', '5 \u212b', '5 Å', ['nonNfc']],
    ['Hangul jamo', '\u1112\u1161\u11ab', '한', ['nonNfc']],
    ['a letter that grows', 'ka \u0958', 'ka \u0915\u093c', ['nonNfc']],
    ['Cyrillic', 'Москва и Київ', 'Москва и Київ', []],
    ['a colour', 'tại \u001b[1;31mHà Nội\u001b[0m.', 'tại  Hà Nội .', []],
    ['a link', 'theo \u001b]8;;https://vi.example\u001b\\VietnamPlus\u001b]8;;\u0007.', 'theo  VietnamPlus .', []],
    ['a character set', 'Huế\u001b(B\u001b[m mưa', 'Huế   mưa', []],
    ['a colour with zero-width characters in it', 'a\u001b\u200b[3\u200d1\ufeffmb', 'a b', []],
    ['an escape alone', 'a\u001b b', 'a\u001b b', []],
    ['colours that do not end', '\u001b[31 \u001b[3\u0001m \u001b[', '\u001b[31 \u001b[3\u0001m \u001b[', []],
    ['a colour whose letter has a mark', '\u001b[31m\u0301', '\u001b[31ḿ', ['nonNfc']],
    ['a link that does not end', '\u001b]8;;a\tb', '\u001b]8;;a\tb', []],
  ])('%s', (_name, original, text, flags) => {
    const normal = normalizeText(original);
    expect(normal.text).toBe(text);
    expect(Object.entries(normal).flatMap(([key, value]) => (value === true ? [key] : []))).toEqual(flags);
  });

  test('maps every unit to the place where it came from', () => {
    const original = `\ufeff${'Ðà Nẵng'.normalize('NFD')}, 👍`;
    const { text, origin } = normalizeText(original);
    expect(text).toBe('Đà Nẵng, 👍');
    expect([...origin!].map((from, i) => original.slice(from, origin![i + 1] ?? from).normalize('NFC'))).toEqual([
      'Ð',
      'à',
      ' ',
      'N',
      'ẵ',
      'n',
      'g',
      ',',
      ' ',
      '\ud83d',
      '\udc4d',
      '',
    ]);
  });

  test.each([
    ['≇ᜒx', '≇|ᜒ|x'],
    ['한\u0301!', '\u1112\u1161\u11ab|\u0301|!'],
    ['ế\u0331\u0489.', 'e\u0331\u0302\u0301|\u0489|.'],
    ['g\u0304\u200b\u0327a', 'g\u0304\u200b\u0327|a'],
  ])('maps a mark that joined no letter to its own place: %s', (original, cut) => {
    const decomposed = original.normalize('NFD');
    const { text, origin } = normalizeText(decomposed);
    const places = [...(origin ?? Int32Array.from({ length: text.length + 1 }, (_, i) => i))];
    let at = 0;
    for (const part of cut.split('|')) {
      expect(places).toContain(at);
      at += part.length;
    }
    expect(at).toBe(decomposed.length);
  });

  test('takes a control sequence for a space where it stands', () => {
    const { text, origin } = normalizeText('Nga\u001b[31m, Mỹ\u001b[0m');
    expect(text).toBe('Nga , Mỹ ');
    expect([...origin!]).toEqual([0, 1, 2, 3, 8, 9, 10, 11, 12, 16]);
  });

  test('half a megabyte of alternating marks is cut into pieces', () => {
    const marks = `a${'\u0323\u0301'.repeat(250_000)}`;
    const { text, origin } = normalizeText(`${marks} xong`);
    expect(text.endsWith(' xong')).toBe(true);
    expect(origin!.at(-1)).toBe(marks.length + 5);
  });
});

const letters = fc.constantFrom(
  ...'aàảeêốưđĐÐð oOq.,',
  '\u0301',
  '\u0323',
  '\u0302',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00a0',
  '👍',
  '\ud83d',
  '\udc00',
  '한',
  '\u1161',
  '≇',
  '\u1712',
  '\u001b[31m',
  '\u001b',
  'й',
  '\0',
);
const line = fc.array(letters, { maxLength: 40 }).map(parts => parts.join(''));

describe('laws of normalizeText', () => {
  test('the map never decreases, begins inside the line and ends with it', () => {
    fc.assert(
      fc.property(line, original => {
        const { text, origin } = normalizeText(original);
        const places = [...(origin ?? Int32Array.from({ length: text.length + 1 }, (_, i) => i))];
        expect(places.length).toBe(text.length + 1);
        expect(places.at(-1)).toBe(original.length);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  test('the text is NFC, and normal text stays as it is', () => {
    fc.assert(
      fc.property(line, original => {
        const { text } = normalizeText(original);
        expect(text.normalize('NFC')).toBe(text);
        expect(normalizeText(text).text).toBe(text);
      }),
    );
  });

  test('NFC and NFD of a line have one text and one key', () => {
    fc.assert(
      fc.property(line, original => {
        const composed = original.normalize('NFC');
        const decomposed = original.normalize('NFD');
        expect(normalizeText(decomposed).text).toBe(normalizeText(composed).text);
        expect(comparisonKey(decomposed)).toBe(comparisonKey(composed));
      }),
    );
  });
});
