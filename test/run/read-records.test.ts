import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../src/run/read/csv-scanner.js';
import { jsonFault } from '../../src/run/read/json-fault.js';
import { writtenDay } from '../../src/run/read/record.js';
import { inputFile, read, temporaryFolder, texts, write } from './read-support.js';

const folder = temporaryFolder();
let made = 0;
const file = (extension: string, content: string | Uint8Array, more: { named?: boolean } = {}) =>
  inputFile(write(folder, `${made++}.${extension}`, content), more);

describe('jsonl', () => {
  test('all fields', async () => {
    const record = { id: 'a1', date: '2024-12-04', source: 'Báo Sớm', title: 'Mưa', url: 'https://vi.example/1', text: 'Hà Nội mưa.' };
    const path = file('jsonl', `\n${JSON.stringify(record)}\r\n`);
    expect((await read(path)).snippets).toEqual([{ file: path.path, line: 2, ...record }]);
  });

  test('other names of fields', async () => {
    const path = file('jsonl', '{"noi_dung":"Huế nắng.","ma":7,"ngay":"2024-12-04T23:30:00-05:00","text":"không phải","id":"x"}');
    const { snippets } = await read(path, { textField: 'noi_dung', idField: 'ma', dateField: 'ngay' });
    expect(snippets).toEqual([{ file: path.path, line: 1, text: 'Huế nắng.', id: '7', date: '2024-12-04' }]);
  });

  test('an id of many digits loses none', async () => {
    const { snippets } = await read(file('jsonl', '{"id": 1864019283746501632 ,"text":"Huế."}\n{"id":-7,"text":"Vinh."}'));
    expect(snippets.map(({ id }) => id)).toEqual(['1864019283746501632', '-7']);
  });

  test('values of other kinds in the optional fields are as if they were not there', async () => {
    const path = file('jsonl', '{"text":"Huế.","id":["x"],"source":1,"title":null,"url":{},"date":null}');
    expect(await read(path)).toMatchObject({ snippets: [{ file: path.path, line: 1, text: 'Huế.' }], warnings: [] });
    expect(Object.keys((await read(path)).snippets[0]!)).toEqual(['file', 'line', 'text']);
  });

  test('an empty text is a snippet, and a text keeps its line ends', async () => {
    expect(texts(await read(file('jsonl', '{"text":""}\n{"text":"Huế\\r\\nVinh\\n"}')))).toEqual([
      [1, ''],
      [2, 'Huế\r\nVinh\n'],
    ]);
  });

  test('lines that cannot be read are named and passed over', async () => {
    const content = [
      '{"text":"một"}',
      '{"text":"hai"',
      '["ba"]',
      '{"tekst":"bốn"}',
      '{"text":5}',
      'năm',
      '"sáu"',
      'null',
      '{"text":"bảy"} {"text":"tám"}',
      `{"text":"${'x'.repeat(300)}"}`,
      '{"text":"chín"}',
    ].join('\n');
    const reading = await read(file('jsonl', content), { maxLine: 200 });
    expect(texts(reading)).toEqual([
      [1, 'một'],
      [11, 'chín'],
    ]);
    expect(reading.input).toMatchObject({ snippets: 2, skipped: 9 });
    expect(reading.warnings).toEqual([
      '2: malformed JSON: it ends where "," or "}" is wanted at column 14',
      '3: a JSON object is wanted',
      '4: no string in the field "text"',
      '5: no string in the field "text"',
      '6: malformed JSON: a value is wanted at column 1',
      '7: a JSON object is wanted',
      '8: a JSON object is wanted',
      '9: malformed JSON: something is behind its end at column 16',
      '10: longer than 200 bytes (--max-line)',
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('a field called %s is a field like any other', async name => {
    const lines = `{"text":"Huế."}\n{"${name}":"Vinh.","text":"Đà Nẵng."}`;
    const reading = await read(file('jsonl', lines), { textField: name });
    expect(texts(reading)).toEqual([[2, 'Vinh.']]);
    expect(reading.warnings).toEqual([`1: no string in the field "${name}"`]);
    expect('text' in {}).toBe(false);
  });

  test('a field of __proto__ is not inherited', async () => {
    expect((await read(file('jsonl', '{"__proto__":{"text":"Huế."}}'))).input).toMatchObject({ snippets: 0, skipped: 1 });
  });

  test('--input-format goes before the name', async () => {
    expect(texts(await read(file('txt', '{"text":"Huế."}'), { inputFormat: 'jsonl' }))).toEqual([[1, 'Huế.']]);
    expect(texts(await read(file('jsonl', '{"text":"Huế."}'), { inputFormat: 'txt' }))).toEqual([[1, '{"text":"Huế."}']]);
  });
});

describe('dates', () => {
  test.each([
    ['2024-12-04', '2024-12-04'],
    [' 2024-02-29 ', '2024-02-29'],
    ['2024-12-04T23:59', '2024-12-04'],
    ['2024-12-04T23:59:59Z', '2024-12-04'],
    ['2024-12-04T23:59:59.123456+07:00', '2024-12-04'],
    ['2024-12-04 08:00:00', '2024-12-04'],
    ['2024-12-04T08:00:00-1100', '2024-12-04'],
    ['2023-02-29', undefined],
    ['2024-13-01', undefined],
    ['2024-04-31', undefined],
    ['2000-02-29', '2000-02-29'],
    ['1900-02-29', undefined],
    ['2024-00-10', undefined],
    ['2024-12-04T25:00', undefined],
    ['04/12/2024', undefined],
    ['2024-12', undefined],
    ['2024-12-04 chiều', undefined],
    ['hôm qua', undefined],
  ])('%s', (raw, day) => {
    expect(writtenDay(raw)).toBe(day);
  });

  test('what is no date is named and ignored', async () => {
    const reading = await read(file('jsonl', '{"text":"a","date":"4/12"}\n{"text":"b","date":20241204}\n{"text":"c","date":""}'));
    expect(reading.snippets.map(({ text, date }) => [text, date])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', undefined],
    ]);
    const message = 'the field "date" is no date (YYYY-MM-DD or an ISO date-time), and is ignored';
    expect(reading.warnings).toEqual([`1: ${message}`, `2: ${message}`]);
    expect(reading.input.skipped).toBe(0);
  });
});

describe('json', () => {
  test('an array of objects; the line is the number of the element', async () => {
    const reading = await read(file('json', '\uFEFF[\n{"text":"Huế.","id":1},\n\n5,{"x":1},{"text":"Vinh."}]\n'));
    expect(texts(reading)).toEqual([
      [1, 'Huế.'],
      [4, 'Vinh.'],
    ]);
    expect(reading.warnings).toEqual(['2: a JSON object is wanted', '3: no string in the field "text"']);
    expect(reading.input.skipped).toBe(2);
  });

  test('many elements', async () => {
    const elements = Array.from({ length: 2500 }, (_, i) => ({ text: `Tin ${i}` }));
    expect(texts(await read(file('json', JSON.stringify(elements))))).toEqual(elements.map(({ text }, i) => [i + 1, text]));
  });

  test.each(['', ' \n', '[]'])('nothing in %j is no fault', async content => {
    expect(await read(file('json', content))).toMatchObject({ snippets: [], error: undefined, input: { files: 1 } });
  });

  test.each([
    ['{"name":"newscli"}', 'not a JSON array of objects'],
    ['[{"name":"x"},2]', 'no element has a field "text"'],
  ])('%s: an error when named, passed over when a walk found it', async (content, message) => {
    expect(await read(file('json', content))).toMatchObject({ error: { code: 'NO_TEXT_FIELD', message }, input: { files: 0, bytes: 0 } });
    expect(await read(file('json', content, { named: false }))).toMatchObject({
      error: undefined,
      warnings: [`${message}: passed over`],
      input: { files: 0, bytes: 0, skipped: 0 },
    });
  });

  test('malformed JSON is an error with its line', async () => {
    const reading = await read(file('json', '[{"text":"Huế."},\n{"text":"Vinh",}]'));
    expect(reading).toMatchObject({ snippets: [], input: { files: 0 } });
    expect(reading.error).toMatchObject({
      code: 'BAD_JSON',
      line: 2,
      message: 'malformed JSON: a key in double quotes is wanted at column 16',
    });
    expect(reading.error?.hint).toContain('jsonl');
  });
});

describe('jsonFault', () => {
  test.each([
    ['', 'it ends where a value is wanted', 1, 1],
    ['{"a":1}}', 'something is behind its end', 1, 8],
    ['{"a" 1}', '":" is wanted', 1, 6],
    ['{a:1}', 'a key in double quotes is wanted', 1, 2],
    ['[1,]', 'a value is wanted', 1, 4],
    ['[01]', '"," or "]" is wanted', 1, 3],
    ['[1\n,\n2', 'it ends where "," or "]" is wanted', 3, 2],
    ['"a\tb"', 'a control character in a string', 1, 3],
    ['"a\\x"', 'a backslash that escapes nothing', 1, 3],
    ['"abc', 'it ends where the end of a string is wanted', 1, 5],
    ['{"a":[{}],"b":tru}', 'a value is wanted', 1, 15],
    ['\uFEFF[]', 'a value is wanted', 1, 1],
  ])('%j', (text, reason, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text)).toEqual({ reason: `${reason} at column ${column}`, line, column });
  });

  test('a million brackets are no stack overflow', () => {
    expect(jsonFault('['.repeat(1_000_000)).column).toBe(1_000_001);
  });
});

describe('csv', () => {
  test('a header, quotes, fields of several lines, with the line on which each record begins', async () => {
    const content = 'id,text,date\r\n1,"Huế, mưa",2024-12-04\r\n\r\n2,"Vinh ""nắng""\r\nvà gió\ncấp 3",\r\n3,Đà Nẵng,2024-12-05';
    const path = file('csv', content);
    expect((await read(path)).snippets).toEqual([
      { file: path.path, line: 2, text: 'Huế, mưa', id: '1', date: '2024-12-04' },
      { file: path.path, line: 4, text: 'Vinh "nắng"\r\nvà gió\ncấp 3', id: '2' },
      { file: path.path, line: 7, text: 'Đà Nẵng', id: '3', date: '2024-12-05' },
    ]);
  });

  test('quotation marks inside a field are characters', async () => {
    const content = 'id,text\n1,Ông nói "không" rồi đi\n2,"Không" là câu trả lời\n3,xong\n';
    expect(texts(await read(file('csv', content)))).toEqual([
      [2, 'Ông nói "không" rồi đi'],
      [3, '"Không" là câu trả lời'],
      [4, 'xong'],
    ]);
  });

  test('a carriage return inside a field is a character and no line', async () => {
    expect(texts(await read(file('csv', 'text,id\n"a\rb",1\n"c\r\nd",2\ne,3\n')))).toEqual([
      [2, 'a\rb'],
      [3, 'c\r\nd'],
      [5, 'e'],
    ]);
  });

  test.each([
    ['a mark before the header', '\uFEFFtext\nHuế\n', [[2, 'Huế']]],
    ['spaces around a name', ' id , text \n1,Huế\n', [[2, 'Huế']]],
    ['two columns of one name: the first counts', 'text,text\nHuế,Vinh\n', [[2, 'Huế']]],
    ['a column called __proto__', '__proto__,text\nx,Huế\n', [[2, 'Huế']]],
    ['an empty file', '', []],
    ['a header alone', 'id,text', []],
    ['blank lines before the header', '\n\ntext\nHuế\n', [[4, 'Huế']]],
    [
      'an empty text',
      'id,text\n1,\n2,""\n',
      [
        [2, ''],
        [3, ''],
      ],
    ],
  ])('%s', async (_what, content, lines) => {
    const reading = await read(file('csv', content));
    expect(texts(reading)).toEqual(lines);
    expect(reading).toMatchObject({ error: undefined, warnings: [], input: { skipped: 0 } });
  });

  test('records of other widths are named and passed over', async () => {
    const reading = await read(file('csv', 'id,text\n1,Huế\n2\n3,Vinh,x\n4,"Đà\nNẵng"\n5,a,b\n'));
    expect(texts(reading)).toEqual([
      [2, 'Huế'],
      [5, 'Đà\nNẵng'],
    ]);
    expect(reading.warnings).toEqual([
      '3: malformed CSV: 1 field under a header of 2',
      '4: malformed CSV: 3 fields under a header of 2',
      '7: malformed CSV: 3 fields under a header of 2',
    ]);
    expect(reading.input.skipped).toBe(3);
  });

  test('a quoted field that never ends', async () => {
    const reading = await read(file('csv', 'id,text\n1,Huế\n2,"Vinh\n3,Đà Nẵng\n'));
    expect(texts(reading)).toEqual([
      [2, 'Huế'],
      [4, 'Đà Nẵng'],
    ]);
    expect(reading.warnings).toEqual(['3: malformed CSV: a quoted field is not closed']);
    expect(reading.input.skipped).toBe(1);
  });

  test('a quoted field that does not end within a mebibyte or --max-line costs one line', async () => {
    const reading = await read(file('csv', `text\nHuế\n"${'x\n'.repeat(900_000)}y"\n`), { maxLine: 1000 });
    expect(reading.snippets).toHaveLength(900_001);
    expect(reading.snippets.at(-1)).toMatchObject({ line: 900_003, text: 'y"' });
    expect(reading.warnings).toEqual(['3: malformed CSV: a quoted field is not closed']);
  });

  test('a quotation mark that begins a field and is not meant as one', async () => {
    const content = 'id,text\n1,"Không" là câu trả lời\n2,"Bắt đầu từ đây\n3,ông nói "thôi" rồi đi\n4,"a, b" c\n5,"d"\n';
    const reading = await read(file('csv', content));
    expect(texts(reading)).toEqual([
      [2, '"Không" là câu trả lời'],
      [3, '"Bắt đầu từ đây'],
      [4, 'ông nói "thôi" rồi đi'],
      [5, '"a, b" c'],
      [6, 'd'],
    ]);
  });

  test('records of RFC 4180 are those of csv-parse, however the text is cut', () => {
    const cell = fc.array(fc.constantFrom('a', 'ế', ',', '"', '\n', '\r\n', ' ', '', 'Huế'), { maxLength: 6 }).map(parts => parts.join(''));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const written = fc.tuple(cell, fc.boolean()).map(([text, bare]) => (bare && !/[",\r\n]/.test(text) ? text : quoted(text)));
    const record = fc.array(written, { minLength: 2, maxLength: 4 }).map(cells => cells.join(','));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (records, end, open) => {
        const content = records.join(end) + (open ? '' : end);
        const lines = content.split('\n').map((line, i, all) => (i < all.length - 1 ? `${line}\n` : line));
        const expected = parse(content, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }) as string[][];
        for (const pieces of [[content], lines]) {
          const found: { line: number; cells: readonly string[] }[] = [];
          const scanner = new CsvScanner(',', 1000, {
            record: (cells, line) => found.push({ line, cells }),
            tooLong: () => expect.unreachable(),
            unclosed: () => expect.unreachable(),
          });
          for (const piece of pieces) if (piece !== '') scanner.feed(piece);
          scanner.end();
          expect(found.map(({ cells }) => cells)).toEqual(expected);
          // Each begins where the texts of those before it end.
          expect(found.map(({ line }) => line)).toEqual(beginnings(records));
          expect(scanner.line).toBe(content.split('\n').length);
        }
      }),
    );
  });

  function beginnings(records: readonly string[]): number[] {
    let line = 1;
    return records.map(text => {
      const begin = line;
      line += text.split('\n').length;
      return begin;
    });
  }

  test('a record longer than --max-line', async () => {
    const reading = await read(file('csv', `text\nHuế\n${'x'.repeat(2_000_000)}\nVinh\n"a${'\nb'.repeat(40)}"\nc\n`), { maxLine: 90 });
    expect(texts(reading)).toEqual([
      [2, 'Huế'],
      [4, 'Vinh'],
      [5, `a${'\nb'.repeat(40)}`],
      [46, 'c'],
    ]);
    expect(reading.warnings).toEqual(['3: longer than 90 bytes (--max-line)']);
  });

  test('without the text column: an error when named, passed over when a walk found it', async () => {
    const named = await read(file('csv', 'id,noi_dung\n1,Huế\n'));
    expect(named).toMatchObject({ error: { code: 'NO_TEXT_FIELD', line: 1, message: 'no column "text"' }, input: { files: 0, bytes: 0 } });
    expect(named.error?.hint).toContain('id, noi_dung');
    const walked = await read(file('csv', 'id,noi_dung\n1,Huế\n', { named: false }));
    expect(walked).toMatchObject({ error: undefined, warnings: ['no column "text": passed over'], input: { files: 0, skipped: 0 } });
    expect(texts(await read(file('csv', 'id,noi_dung\n1,Huế\n'), { textField: 'noi_dung' }))).toEqual([[2, 'Huế']]);
  });

  test('invalid UTF-8 is counted, and strict', async () => {
    const content = Buffer.concat([Buffer.from('text\nHuế nắng đẹp\nVinh '), Buffer.from([0xff]), Buffer.from('\nĐà Nẵng\n')]);
    const reading = await read(file('csv', content));
    expect(texts(reading)).toEqual([
      [2, 'Huế nắng đẹp'],
      [3, 'Vinh \uFFFD'],
      [4, 'Đà Nẵng'],
    ]);
    expect(reading).toMatchObject({ warnings: ['3: invalid UTF-8, shown as U+FFFD'], input: { invalidUtf8: 1 } });
    expect(await read(file('csv', content), { strict: true })).toMatchObject({ error: { line: 3 }, snippets: [{ text: 'Huế nắng đẹp' }] });
  });

  test('many blocks, with lines counted over their borders', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => (i % 3 === 0 ? `${i},"Tin ${i}\r\nHuế, Vinh"` : `${i},Tin ${i} ở Đà Nẵng`));
    const { snippets } = await read(file('csv', `id,text\n${rows.join('\n')}\n`));
    let line = 2;
    const wanted = rows.map((_, i) => {
      const begin = line;
      line += i % 3 === 0 ? 2 : 1;
      return [begin, String(i)];
    });
    expect(snippets.map(snippet => [snippet.line, snippet.id])).toEqual(wanted);
  });
});

describe('tsv', () => {
  test('tab, newline and backslash as our own tsv writes them', async () => {
    const reading = await read(file('tsv', 'id\ttext\n1\tHuế\\tVinh\\nC:\\\\tin \\x\n2\t"Huế"\n'));
    expect(texts(reading)).toEqual([
      [2, 'Huế\tVinh\nC:\\tin \\x'],
      [3, 'Huế'],
    ]);
  });

  test('widths are checked', async () => {
    expect((await read(file('tsv', 'id\ttext\n1\n'))).warnings).toEqual(['2: malformed TSV: 1 field under a header of 2']);
  });
});
