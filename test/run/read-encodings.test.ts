import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tcvn3, viscii } from '../../src/run/read/encodings/single-byte.js';
import type { ReadOptions } from '../../src/run/read/index.js';
import { inputFile, linesOf, read, temporaryFolder, texts, write } from './read-support.js';

const folder = temporaryFolder();
let made = 0;
const txt = (content: string | Uint8Array, name = `${made++}.txt`) => inputFile(write(folder, name, content));
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

const LETTERS = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';
const HEADLINE = 'Bộ trưởng Nguyễn Văn Ước: “Đồng bằng sông Cửu Long cần thêm nước ngọt”';

describe('UTF-16', () => {
  const text = 'Hà Nội 🌧️\r\n\nVinh\n';
  const lines = [
    [1, 'Hà Nội 🌧️'],
    [3, 'Vinh'],
  ];

  test.each<[what: string, content: Uint8Array, encoding: ReadOptions['encoding']]>([
    ['little-endian by its mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), undefined],
    ['big-endian by its mark', bigEndian(`\uFEFF${text}`), undefined],
    ['little-endian as told', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['big-endian as told', bigEndian(text), 'utf-16be'],
    ['a mark that says otherwise than the option', bigEndian(`\uFEFF${text}`), 'windows-1258'],
    ['UTF-8 with a mark, whatever the option says', Buffer.from(`\uFEFF${text}`), 'utf-16le'],
  ])('%s', async (_what, content, encoding) => {
    const reading = await read(txt(content), { encoding });
    expect(texts(reading)).toEqual(lines);
    expect(reading).toMatchObject({ warnings: [], input: { bytes: content.length, invalidUtf8: 0 } });
  });

  test('half a pair and half a unit become U+FFFD', async () => {
    const content = Buffer.concat([Buffer.from('\uFEFFHuế nắng\nx\uD83Cy\n\uDF27z', 'utf16le'), Buffer.from([0x41])]);
    const reading = await read(txt(content));
    expect(texts(reading)).toEqual([
      [1, 'Huế nắng'],
      [2, 'x\uFFFDy'],
      [3, '\uFFFDz\uFFFD'],
    ]);
    expect(reading.input.invalidUtf8).toBe(3);
    expect(reading.warnings).toEqual(['2: bytes that are not utf-16le, shown as U+FFFD']);
    expect((await read(txt(content), { strict: true })).error).toMatchObject({ code: 'INVALID_TEXT', line: 2 });
  });

  test('any text, however its pairs are cut', async () => {
    const piece = fc.constantFrom('🌧️', 'Hà Nội', '\n', '\r\n', 'a', '🇻🇳');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.nat(3), async (pieces, shift) => {
        const text = `${'x'.repeat(32_764 + shift)}${pieces.join('')}`;
        expect(texts(await read(txt(bigEndian(`\uFEFF${text}`)))).map(([, line]) => line)).toEqual(
          linesOf(text).filter(line => line !== ''),
        );
      }),
      { numRuns: 50 },
    );
  });
});

/** A text in an encoding of one byte a character. */
function encoded(text: string, table: Uint16Array): Buffer {
  return Buffer.from([...text].map(letter => table.indexOf(letter.charCodeAt(0))));
}

describe('legacy encodings', () => {
  test('viscii: every letter there and back', async () => {
    const text = `${LETTERS}\n${LETTERS.toUpperCase()}\n`;
    const reading = await read(txt(encoded(text, viscii())), { encoding: 'viscii' });
    expect(texts(reading)).toEqual([
      [1, LETTERS],
      [2, LETTERS.toUpperCase()],
    ]);
    expect(reading.input.bytes).toBe([...text].length);
  });

  test('viscii: known bytes', async () => {
    const content = Buffer.from('Vi\xaet Nam, H\xe0 N\xb5i', 'latin1');
    expect(texts(await read(txt(content), { encoding: 'viscii' }))).toEqual([[1, 'Việt Nam, Hà Nội']]);
  });

  test('tcvn3: every small letter, and known bytes', async () => {
    expect(texts(await read(txt(encoded(LETTERS, tcvn3())), { encoding: 'tcvn3' }))).toEqual([[1, LETTERS]]);
    const content = Buffer.from('Hµ Néi: §¹i t\xad\xedng \x93Vâ Nguyªn Gi¸p\x94', 'latin1');
    expect(texts(await read(txt(content), { encoding: 'tcvn3' }))).toEqual([[1, 'Hà Nội: Đại tướng “Võ Nguyên Giáp”']]);
  });

  test('vni: letters of one and two bytes, either case of the mark', async () => {
    const content = Buffer.from(
      'Haø Noäi: Ñaïi töôùng “Voõ Nguyeân Giaùp”, TIEÁNG VIEÄT, Tieáng Vieät, AÊn, æ, ó, î'.replace(/[“”]/g, '"'),
      'latin1',
    );
    expect(texts(await read(txt(content), { encoding: 'vni' }))).toEqual([
      [1, 'Hà Nội: Đại tướng "Võ Nguyên Giáp", TIẾNG VIỆT, Tiếng Việt, Ăn, ỉ, ĩ, ỵ'],
    ]);
  });

  test('vni: a pair cut by the end of a chunk, and a base at the end of the file', async () => {
    const content = Buffer.from(`${'x'.repeat(65_535)}aø\n${'y'.repeat(65_534)}ña`, 'latin1');
    const reading = await read(txt(content), { encoding: 'vni' });
    expect(reading.snippets.map(({ text }) => text.slice(-2))).toEqual(['xà', 'đa']);
  });

  test('windows-1258: tones are marks behind the vowel', async () => {
    const content = Buffer.from('Hà Nôòi, Ðà N\xe3\xdeng, \x93Hu\xea\xec\x94'.replaceAll('à', 'a\xcc'), 'latin1');
    const reading = await read(txt(content), { encoding: 'windows-1258' });
    expect(reading.snippets[0]?.text.normalize('NFC')).toBe('Hà Nội, Đà Nẵng, “Huế”');
  });

  test.each(['windows-1258', 'tcvn3', 'vni', 'viscii'] as const)('%s: no bytes make a crash', async encoding => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
        const { error } = await read(txt(bytes), { encoding });
        if (error) expect(error.code).toBe('BINARY');
      }),
      { numRuns: 60 },
    );
  });

  test('a byte without a meaning becomes U+FFFD, and is named', async () => {
    const content = Buffer.from('Sài Gòn chiều nay\nx\x81y\n'.replace('ề', 'ê\xcc'), 'latin1');
    const reading = await read(txt(content), { encoding: 'windows-1258' });
    expect(reading.input.invalidUtf8).toBe(1);
    expect(reading.warnings).toEqual(['2: bytes that are not windows-1258, shown as U+FFFD']);
    const strict = await read(txt(content), { encoding: 'windows-1258', strict: true });
    expect(strict.error).toMatchObject({ code: 'INVALID_TEXT', line: 2 });
    expect(strict.snippets).toHaveLength(1);
  });

  test('plain ASCII is the same in all of them', async () => {
    for (const encoding of ['windows-1258', 'tcvn3', 'vni', 'viscii'] as const) {
      expect(texts(await read(txt('NATO 2024\r\nASEAN+3\n'), { encoding }))).toEqual([
        [1, 'NATO 2024'],
        [2, 'ASEAN+3'],
      ]);
    }
  });
});

describe('gzip', () => {
  const news = Array.from({ length: 20_000 }, (_, i) => `Bản tin ${i}: ${HEADLINE}`);
  const whole = gzipSync(news.join('\n'));

  test.each(['tin.txt.gz', 'tin.txt', 'tin', 'tin.gz'])('is told by its first bytes, not by its name: %s', async name => {
    const reading = await read(txt(gzipSync('Huế\n\nVinh\n'), `gz/${name}`));
    expect(texts(reading)).toEqual([
      [1, 'Huế'],
      [3, 'Vinh'],
    ]);
    expect(reading.input.bytes).toBe(Buffer.byteLength('Huế\n\nVinh\n'));
  });

  test('a name alone makes no gzip', async () => {
    expect(texts(await read(txt('Huế\n', 'plain.txt.gz')))).toEqual([[1, 'Huế']]);
  });

  test('many blocks; several members; UTF-16 and a mark inside', async () => {
    expect(texts(await read(txt(whole)))).toEqual(news.map((line, i) => [i + 1, line]));
    expect(texts(await read(txt(Buffer.concat([gzipSync('Huế\nVi'), gzipSync('nh\n')]))))).toEqual([
      [1, 'Huế'],
      [2, 'Vinh'],
    ]);
    expect(texts(await read(txt(gzipSync(Buffer.from('\uFEFFHuế', 'utf16le')))))).toEqual([[1, 'Huế']]);
  });

  test('an empty one', async () => {
    expect(await read(txt(gzipSync('')))).toMatchObject({ snippets: [], error: undefined, input: { files: 1, bytes: 0 } });
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['one that is cut', whole.subarray(0, whole.length >> 1), /ends too early/],
    ['one whose checksum is wrong', Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)]), /damaged/],
  ])('%s is named, and the snippets before it come out', async (_what, content, message) => {
    const reading = await read(txt(content, 'hong.txt.gz'));
    expect(reading.error).toMatchObject({ code: 'BAD_GZIP', path: 'hong.txt.gz', message: expect.stringMatching(message) });
    expect(reading.snippets.length).toBeGreaterThan(1000);
    expect(reading.snippets.map(({ text }) => text)).toEqual(news.slice(0, reading.snippets.length));
    expect(reading.input).toMatchObject({ files: 1, snippets: reading.snippets.length });
  });

  test('one that is cut in its head could not be read at all', async () => {
    const reading = await read(txt(whole.subarray(0, 12)));
    expect(reading).toMatchObject({ snippets: [], error: { code: 'BAD_GZIP' }, input: { files: 0 } });
  });

  test('a bomb is passed over without being held', async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000, 'x'));
    const before = process.memoryUsage().rss;
    const reading = await read(txt(Buffer.concat([gzipSync('Huế\n'), bomb, gzipSync('\nVinh\n')])), { maxLine: 1_000_000 });
    expect(texts(reading)).toEqual([
      [1, 'Huế'],
      [3, 'Vinh'],
    ]);
    expect(reading.input.skipped).toBe(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
});

test('a fault that is met while looking whether a file is binary comes behind the lines before it', async () => {
  const content = Buffer.from('Tin v\u0007n\nHai\n\x81\n', 'latin1');
  const reading = await read(txt(content), { encoding: 'windows-1258', strict: true });
  expect(texts(reading)).toEqual([
    [1, 'Tin v\u0007n'],
    [2, 'Hai'],
  ]);
  expect(reading.error).toMatchObject({ code: 'INVALID_TEXT', line: 3 });
});

test.each(['txt', 'jsonl', 'csv'])('--strict says of a pipe of %s in tiny pieces what it says of it as a whole', async format => {
  const all = Buffer.from([72, 0, 224, 0, 32, 0, 78, 0, 217, 30, 105, 0, 239, 161, 143, 72, 195, 160, 32, 78, 225, 187, 153, 105]);
  const strict = async (sizes: readonly number[]) => {
    async function* standardInput(): AsyncGenerator<Buffer> {
      let at = 0;
      for (const size of [...sizes, all.length]) {
        yield all.subarray(at, at + size);
        at += size;
      }
    }
    const { snippets, error } = await read(inputFile(`a.${format}`, { open: '-' }), { encoding: 'vni', strict: true, standardInput });
    return [snippets.length, error?.code, error?.line];
  };
  expect(await strict([7, 2])).toEqual(await strict([]));
  expect(await strict([1, 1, 1])).toEqual(await strict([]));
});
