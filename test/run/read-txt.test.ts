import { appendFileSync, closeSync, openSync, readdirSync, truncateSync, unlinkSync, writeSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSnippets } from '../../src/run/read/index.js';
import { inputFile, linesOf, read, readByChunks, sinkOf, temporaryFolder, texts, write } from './read-support.js';

const folder = temporaryFolder();
let made = 0;
const txt = (content: string | Uint8Array) => inputFile(write(folder, `${made++}.txt`, content));
const utf8 = (text: string) => Buffer.from(text);

describe('lines', () => {
  test.each<[what: string, content: string | Uint8Array, lines: [number, string][]]>([
    ['an empty file', '', []],
    ['one line', 'Hà Nội mưa lớn.\n', [[1, 'Hà Nội mưa lớn.']]],
    [
      'a missing last newline',
      'Huế\nĐà Nẵng',
      [
        [1, 'Huế'],
        [2, 'Đà Nẵng'],
      ],
    ],
    [
      'CRLF',
      'Huế\r\nĐà Nẵng\r\n',
      [
        [1, 'Huế'],
        [2, 'Đà Nẵng'],
      ],
    ],
    [
      'blank lines, whose numbers count',
      '\n\nHuế\n  \t\r\n\u00A0\nVinh\n',
      [
        [3, 'Huế'],
        [6, 'Vinh'],
      ],
    ],
    ['outer spaces, which stay', '  Huế \n', [[1, '  Huế ']]],
    ['a byte order mark', '\uFEFFHuế\n', [[1, 'Huế']]],
    [
      'a byte order mark inside, which stays',
      'Huế\n\uFEFFVinh\n',
      [
        [1, 'Huế'],
        [2, '\uFEFFVinh'],
      ],
    ],
    ['a byte order mark alone', '\uFEFF', []],
    ['other line ends, which are none', 'a\rb\u2028c\u2029d\u0085e\vf\fg\n', [[1, 'a\rb\u2028c\u2029d\u0085e\vf\fg']]],
    [
      'two carriage returns, of which one is an end',
      'a\r\r\nb',
      [
        [1, 'a\r'],
        [2, 'b'],
      ],
    ],
    [
      'a carriage return at the end of the file',
      'a\nb\r',
      [
        [1, 'a'],
        [2, 'b\r'],
      ],
    ],
    ['a NUL, which is a character', 'Tin \0 mới trong ngày\n', [[1, 'Tin \0 mới trong ngày']]],
    ['NFD, which stays', 'Hà Nội'.normalize('NFD'), [[1, 'Hà Nội'.normalize('NFD')]]],
    ['emoji', '🌧️ Mưa\n', [[1, '🌧️ Mưa']]],
    [
      'ASCII alone',
      'NATO\nASEAN',
      [
        [1, 'NATO'],
        [2, 'ASEAN'],
      ],
    ],
    ['a zero-width character alone, which is no blank line', '\u200B\n', [[1, '\u200B']]],
  ])('%s', async (_what, content, lines) => {
    const reading = await read(txt(content));
    expect(texts(reading)).toEqual(lines);
    expect(reading).toMatchObject({
      warnings: [],
      error: undefined,
      input: { files: 1, snippets: lines.length, bytes: Buffer.byteLength(content), invalidUtf8: 0, skipped: 0 },
    });
    expect(texts(await readByChunks(txt(content)))).toEqual(lines);
  });

  test('blank lines are kept where a line in wants a line out', async () => {
    const reading = await read(txt('Huế\n\n \nVinh\n'), { keepBlank: true });
    expect(texts(reading)).toEqual([
      [1, 'Huế'],
      [2, ''],
      [3, ''],
      [4, 'Vinh'],
    ]);
    expect(reading.input.snippets).toBe(2);
  });

  test('a file of many blocks', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => (i % 7 === 0 ? '' : `Tin số ${i}: nước sông Hồng ở Hà Nội dâng ${i} cm.`));
    const content = lines.join('\r\n');
    const wanted = lines.flatMap((line, i) => (line === '' ? [] : [[i + 1, line] as [number, string]]));
    expect(texts(await read(txt(content)))).toEqual(wanted);
    expect(texts(await readByChunks(txt(content)))).toEqual(wanted);
  });

  test('any text is split as a plain splitter would', async () => {
    const piece = fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      ' ',
      'Huế',
      'Đồng Tháp',
      'Tin \0 vắn trong ngày',
      '\u2028',
      '🌧️',
      'e\u0302\u0301',
      '\uFFFD',
      '\u00A0',
      'x'.repeat(99),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
        const content = pieces.join('');
        const wanted = linesOf(content).flatMap((line, i) => (line.trim() === '' ? [] : [[i + 1, line]]));
        const file = txt(content);
        expect(texts(await read(file))).toEqual(wanted);
        expect(texts(await readByChunks(file))).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});

describe('invalid UTF-8', () => {
  const broken = Buffer.concat([
    utf8('Hà Nội nắng nhẹ\nHu'),
    Buffer.from([0xe1, 0xba]),
    utf8(' mưa\nVinh '),
    Buffer.from([0xff, 0xc0]),
    utf8(' nắng \uFFFD, gió đông nam cấp ba\n'),
  ]);

  test('becomes U+FFFD, is counted, and is named once with its line', async () => {
    for (const reading of [await read(txt(broken)), await readByChunks(txt(broken))]) {
      expect(texts(reading)).toEqual([
        [1, 'Hà Nội nắng nhẹ'],
        [2, 'Hu\uFFFD mưa'],
        [3, 'Vinh \uFFFD\uFFFD nắng \uFFFD, gió đông nam cấp ba'],
      ]);
      expect(reading.input.invalidUtf8).toBe(3);
      expect(reading.warnings).toEqual(['2: invalid UTF-8, shown as U+FFFD']);
      expect(reading.error).toBeUndefined();
    }
  });

  test('is an error under --strict, behind the lines before it', async () => {
    for (const reading of [await read(txt(broken), { strict: true }), await readByChunks(txt(broken), { strict: true })]) {
      expect(texts(reading)).toEqual([[1, 'Hà Nội nắng nhẹ']]);
      expect(reading.error).toMatchObject({ code: 'INVALID_UTF8', line: 2 });
      expect(reading.error?.hint).toContain('--encoding');
    }
  });

  test('a genuine U+FFFD is neither counted nor refused', async () => {
    const reading = await read(txt('Tin \uFFFD\n'), { strict: true });
    expect(reading).toMatchObject({ warnings: [], error: undefined, input: { invalidUtf8: 0, snippets: 1 } });
  });

  test('any bytes are read as the Encoding Standard has it, or refused as binary', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
        // Clean text around them keeps most of them from being taken for a binary file.
        const content = Buffer.concat([utf8('Bản tin sáng.\n'.repeat(200)), bytes]);
        const reading = await read(txt(content));
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
        const genuine = Buffer.from(bytes).toString('latin1').split('\xef\xbf\xbd').length - 1;
        expect(reading.error).toBeUndefined();
        expect(texts(reading)).toEqual(linesOf(text).flatMap((line, i) => (line.trim() === '' ? [] : [[i + 1, line]])));
        expect(reading.input.invalidUtf8).toBe(text.split('\uFFFD').length - 1 - genuine);
      }),
      { numRuns: 300 },
    );
  });

  test('no bytes make a crash, in any format', async () => {
    const formats = fc.constantFrom('txt', 'jsonl', 'json', 'csv', 'tsv');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), formats, async (bytes, inputFormat) => {
        const { error } = await read(txt(bytes), { inputFormat });
        if (error) expect(error.name).toBe('NewsError');
      }),
      { numRuns: 300 },
    );
  });
});

describe('binary files', () => {
  const noise = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 2_654_435_761) >>> 24));

  test.each<[string, Uint8Array]>([
    ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise(5000)])],
    ['zeros', Buffer.alloc(100_000)],
    ['text in a legacy encoding', Buffer.from('Hà Nội mưa lớn, nước dâng'.replace(/[^\0-\x7f]/g, 'à'), 'latin1')],
  ])('%s', async (_what, content) => {
    for (const reading of [await read(txt(content)), await readByChunks(txt(content))]) {
      expect(reading.snippets).toEqual([]);
      expect(reading.error).toMatchObject({ code: 'BINARY' });
      expect(reading.input).toMatchObject({ files: 0, bytes: 0 });
    }
  });

  test('a tenth at fault is still text, more is not', async () => {
    const clean = 'x'.repeat(900);
    expect((await read(txt(clean + '\x01'.repeat(100)))).error).toBeUndefined();
    expect((await read(txt(clean + '\x01'.repeat(101)))).error).toMatchObject({ code: 'BINARY' });
  });

  test.each(['a\0b', '\xff\n', 'Hu\xe1\xba'])('a short line with one broken character is text: %j', async content => {
    expect((await read(txt(Buffer.from(content, 'latin1')))).error).toBeUndefined();
  });

  test('only the first 64 KiB tell', async () => {
    const reading = await read(txt(Buffer.concat([utf8('Tin.\n'.repeat(16_000)), Buffer.alloc(200_000)])));
    expect(reading.error).toBeUndefined();
  });

  test('a character cut by the end of the first 64 KiB is no fault', async () => {
    const reading = await read(txt(`x${'ộ'.repeat(65_536)}`), { strict: true });
    expect(reading).toMatchObject({ error: undefined, input: { snippets: 1 } });
  });

  test('legacy text and UTF-16 without a mark are told which option helps', async () => {
    expect((await read(txt(Buffer.from('Hà Nội, Huế, Vinh: mưa rải rác', 'utf16le')))).error?.hint).toContain('--encoding');
    expect((await read(txt(Buffer.from('ààà HHH ààà', 'latin1')))).error?.hint).toContain('--encoding');
  });
});

describe('--max-line', () => {
  test.each<[what: string, content: string, maxLine: number, lines: [number, string][], skipped: number[]]>([
    [
      'a line of just the limit',
      'Huế\nxxxxx\n',
      5,
      [
        [1, 'Huế'],
        [2, 'xxxxx'],
      ],
      [],
    ],
    [
      'the line end does not count',
      'xxxxx\r\nHuế\r\n',
      5,
      [
        [1, 'xxxxx'],
        [2, 'Huế'],
      ],
      [],
    ],
    ['bytes count, not characters', 'ộộ\nxxxx\n', 5, [[2, 'xxxx']], [1]],
    [
      'a longer line',
      'Huế\nxxxxxx\nVinh\n',
      5,
      [
        [1, 'Huế'],
        [3, 'Vinh'],
      ],
      [2],
    ],
    ['the last line', 'Huế\nxxxxxx', 5, [[1, 'Huế']], [2]],
    ['the first line', 'xxxxxx\nHuế', 5, [[2, 'Huế']], [1]],
    ['all lines', 'xxxxxx\nyyyyyy\nzzzzzz', 5, [], [1, 2, 3]],
    [
      'a line of many blocks',
      `Huế\n${'x'.repeat(3_000_000)}\nVinh\n`,
      1_000_000,
      [
        [1, 'Huế'],
        [3, 'Vinh'],
      ],
      [2],
    ],
    ['a line of many blocks at the end', `Huế\n${'x'.repeat(3_000_000)}`, 1_000_000, [[1, 'Huế']], [2]],
    ['two of them', `${'x'.repeat(3_000_000)}\n${'y'.repeat(2_000_000)}\nVinh\n`, 1_000_000, [[3, 'Vinh']], [1, 2]],
  ])('%s', async (_what, content, maxLine, lines, skipped) => {
    for (const reading of [await read(txt(content), { maxLine }), await readByChunks(txt(content), { maxLine })]) {
      expect(texts(reading)).toEqual(lines);
      expect(reading.warnings).toEqual(skipped.map(line => `${line}: longer than ${maxLine} bytes (--max-line)`));
      expect(reading.input).toMatchObject({ skipped: skipped.length, snippets: lines.length, bytes: Buffer.byteLength(content) });
    }
  });

  test('any limit leaves out the longer lines and no others', async () => {
    const line = fc.constantFrom('', 'a', 'ộ', 'Huế', 'x'.repeat(20), 'ế'.repeat(9), '🌧️🌧️', `${'y'.repeat(10)}\r`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.integer({ min: 1, max: 30 }), async (lines, maxLine) => {
        const content = lines.join('\n');
        const numbered = linesOf(content).map((text, i) => [i + 1, text] as const);
        const wanted = numbered.filter(([, text]) => Buffer.byteLength(text) <= maxLine && text !== '');
        for (const reading of [await read(txt(content), { maxLine }), await readByChunks(txt(content), { maxLine })]) {
          expect(texts(reading)).toEqual(wanted);
          expect(reading.input.skipped).toBe(numbered.filter(([, text]) => Buffer.byteLength(text) > maxLine).length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a line of 50 MB is read under the limit of 64M', async () => {
    const reading = await read(txt(`Huế\n${'Hà Nội mưa. '.repeat(3_600_000)}\nVinh\n`));
    expect(reading.snippets.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(reading.snippets[1]?.text).toHaveLength(12 * 3_600_000);
    expect(reading.input.skipped).toBe(0);
  });
});

describe('files that change or fail while they are read', () => {
  const many = 'Mực nước sông Cửu Long lên chậm.\n'.repeat(60_000);

  async function readWhile(change: (path: string) => void): Promise<number> {
    const file = txt(many);
    const { sink } = sinkOf();
    let count = 0;
    for await (const batch of readSnippets(file, { strict: false, maxLine: 1000, anchor: 'none' }, sink)) {
      if (count === 0) change(file.open);
      count += batch.length;
    }
    return count;
  }

  test('one that shrinks is named, behind what was read', async () => {
    let seen = 0;
    const shrink = (path: string) => {
      seen++;
      truncateSync(path, 0);
    };
    await expect(readWhile(shrink)).rejects.toMatchObject({ code: 'SHRUNK', message: 'became shorter while it was read' });
    expect(seen).toBe(1);
  });

  test('one that grows is read as long as it was', async () => {
    expect(await readWhile(path => appendFileSync(path, many))).toBe(60_000);
  });

  test('one that vanishes is read to its end', async () => {
    expect(await readWhile(path => unlinkSync(path))).toBe(60_000);
  });

  test('one that is written over does not crash', async () => {
    const count = await readWhile(path => {
      const descriptor = openSync(path, 'r+');
      writeSync(descriptor, Buffer.alloc(1_000_000, 0xff), 0, 1_000_000, 600_000);
      closeSync(descriptor);
    });
    expect(count).toBeGreaterThan(0);
  });

  test('one that is gone, or a folder, is named', async () => {
    expect((await read(inputFile(`${folder}/none.txt`))).error).toMatchObject({
      code: 'ENOENT',
      path: 'none.txt',
      message: 'no such file or folder',
    });
    expect((await read(inputFile(folder))).error).toMatchObject({ code: 'EISDIR', message: 'is a folder' });
  });
});

describe('stopping', () => {
  const openDescriptors = () => readdirSync('/proc/self/fd').length;

  test.runIf(process.platform === 'linux')('closes the file, early or at the end', async () => {
    const file = txt('Tin vắn.\n'.repeat(200_000));
    const before = openDescriptors();
    for await (const _ of readSnippets(file, { strict: false, maxLine: 100, anchor: 'none' }, sinkOf().sink)) break;
    await read(file);
    await read(file, { strict: true, maxLine: 3 });
    await read(txt(Buffer.alloc(1000)));
    expect(openDescriptors()).toBe(before);
  });

  test('a signal ends it with its reason', async () => {
    const controller = new AbortController();
    const file = txt('Tin vắn.\n'.repeat(200_000));
    let batches = 0;
    const reading = async () => {
      for await (const _ of readSnippets(file, { strict: false, maxLine: 100, anchor: 'none', signal: controller.signal }, sinkOf().sink)) {
        batches++;
        controller.abort(new Error('stop'));
      }
    };
    await expect(reading()).rejects.toThrow('stop');
    expect(batches).toBe(1);
  });
});
