import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, Row } from '../../src/model/report.js';
import { KIND_NAMES } from '../../src/model/tokens.js';
import { jsonText } from '../../src/render/json-text.js';
import { ndjson } from '../../src/render/ndjson.js';
import type { RenderContext } from '../../src/render/renderer.js';
import { HITS, hit, NAMES, name, print, terminal, view } from './support.js';

const ROWS = [
  name(1, 'Nga', 333, [
    { text: 'Nga', count: 330 },
    { text: 'nước Nga', count: 3 },
  ]),
  name(2, '=Mỹ', 1),
];
const STATS = view('fold', { record: 'stats', columns: [], screen: [] });
const FIGURES: JsonObject = {
  words: 12,
  ratio: 1 / 3,
  perSnippet: { mean: 2.5 },
  topWords: [
    { word: 'viện trợ', count: 7 },
    { word: 'quân sự', count: 5 },
  ],
  entities: { byType: [{ type: 'PER', mentions: 4, top: [{ entity: 'Mark Rutte', mentions: 3 }] }] },
  dates: { first: null },
};

/** Any text: letters, marks, controls, quotes, halves of surrogate pairs. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', "'", ',', ';', '\t', '\n', '\r', '\\', '=', '\u001b', '\u202e', '\u0085', '\u2028', '\ud83d', 'ế', '👍'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});
const NO_CONTEXT = {} as RenderContext;
const whole = (text: string) => Buffer.from(text).toString();

describe('json', () => {
  test('is one document on one line, its keys in order', async () => {
    expect(await print('json', NAMES, ROWS.slice(0, 1), { outcome: { figures: { mentions: 334 } } })).toBe(
      '{"schema":"newscli.made-up/1","tool":{"name":"newscli","version":"0.0.0"},"command":"made-up","params":{"top":3},' +
        '"input":{"files":1,"snippets":2,"bytes":30,"nonNfc":0,"invalidUtf8":0,"skipped":0},"partial":false,"warnings":[],' +
        '"result":{"mentions":334,"total":1,"items":[{"record":"name","rank":1,"name":"Nga","type":"LOC","mentions":333,"share":0.333,' +
        '"aliases":[{"text":"Nga","count":330},{"text":"nước Nga","count":3}]}]}}\n',
    );
  });

  test.each([
    [1 / 3, '0.333333'],
    [0.1 + 0.2, '0.3'],
    [1e-9, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [Number.NaN, 'null'],
    [1234567.12345678, '1234567.123457'],
  ])('writes %d as %s', async (share, expected) => {
    expect(await print('ndjson', NAMES, [{ share }], { summary: false })).toBe(`{"share":${expected}}\n`);
  });

  test('comes in parts, and is whole', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => name(i, `Tỉnh số ${i}`, i));
    expect(JSON.parse(await print('json', NAMES, rows)).result.items).toEqual(rows);
  });

  test('escapes what a terminal would obey, and leaves out keys without a value', async () => {
    const row = { text: '\u001b[31m\u007f\u0085\u202e\u200f\u061c\u2066\u2028\ud83d"\\ế👍', mod: undefined };
    expect(await print('ndjson', NAMES, [row], { summary: false })).toBe(
      '{"text":"\\u001b[31m\\u007f\\u0085\\u202e\\u200f\\u061c\\u2066\\u2028\\ud83d\\"\\\\ế👍"}\n',
    );
  });

  test('parses back, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.dictionary(anyText, fc.oneof(anyText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null))),
        async (text, rest) => {
          const row = { ...rest, text, list: [text, rest] } as Row;
          const printed = await print('ndjson', NAMES, [row], { summary: false });
          expect(printed.split('\n')).toHaveLength(2);
          expect(printed).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
          expect(`${jsonText(row)}\n`).toBe(printed);
          expect(JSON.parse(printed)).toEqual(
            JSON.parse(
              JSON.stringify(row, (_key, value) =>
                typeof value === 'number' && Number.isFinite(value) ? Number(value.toFixed(6)) : value,
              ),
            ),
          );
          expect(JSON.parse(await print('json', NAMES, [row, row])).result.items).toHaveLength(2);
        },
      ),
    );
  });
});

describe('ndjson', () => {
  test('escapes the same units in bytes as in text, alone and as a token', async () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const text = units.join('');
    const spans = Int32Array.from(units.flatMap((_, i) => [i, i + 1, i % 9]));
    const tokens = units.map((unit, i) => ({ text: unit, start: i, end: i + 1, kind: KIND_NAMES[i % 9]! }));
    const printed = await print('ndjson', NAMES, [{ tokens: { text, spans } }, ...tokens], { summary: false });
    expect(printed === [{ tokens }, ...tokens].map(row => `${jsonText(row)}\n`).join('')).toBe(true);
  });

  test('prints tokens and sentences that are columns as lists of objects', async () => {
    const text = 'Hà Nội 🙂\u0007 mưa.';
    const row = {
      text,
      tokens: { text, spans: Int32Array.of(0, 6, 1, 7, 10, 7, 11, 14, 0, 14, 15, 8) },
      sentences: { spans: Int32Array.of(0, 15) },
    };
    const none = { tokens: { text: '', spans: new Int32Array() }, sentences: { spans: new Int32Array() } };
    expect(await print('ndjson', NAMES, [row, none], { summary: false })).toBe(
      '{"text":"Hà Nội 🙂\\u0007 mưa.","tokens":[{"text":"Hà Nội","start":0,"end":6,"kind":"name"},{"text":"🙂\\u0007","start":7,"end":10,"kind":"symbol"},' +
        '{"text":"mưa","start":11,"end":14,"kind":"word"},{"text":".","start":14,"end":15,"kind":"punct"}],"sentences":[{"start":0,"end":15}]}\n' +
        '{"tokens":[],"sentences":[]}\n',
    );
  });

  test('writes a long row in parts', async () => {
    const text = 'a👍'.repeat(1e6);
    const spans = Int32Array.from({ length: 3e6 }, (_, i) => [i, i + 2, 0][i % 3]!);
    const words = Array.from({ length: 1e5 }, (_, i) => `từ ${i}`);
    const row = { text, tokens: { text, spans }, words };
    const parts = Array.from(ndjson.rows([row], NO_CONTEXT), part => Buffer.from(part as Uint8Array));
    expect(Math.max(...parts.map(part => part.length))).toBeLessThan(1 << 20);
    const read = JSON.parse(Buffer.concat(parts).toString());
    expect(read.text === text).toBe(true);
    expect(read.words).toEqual(words);
    expect(read.tokens).toHaveLength(1e6);
    expect(read.tokens.at(-1)).toEqual({ text: 'a👍', start: 2_999_997, end: 3_000_000, kind: 'word' });
  });

  test('ends with the envelope without its items', async () => {
    const lines = (await print('ndjson', NAMES, ROWS))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.slice(0, -1)).toEqual(ROWS);
    const { result, ...document } = JSON.parse(await print('json', NAMES, ROWS));
    expect(lines.at(-1)).toEqual({ record: 'summary', ...document, result: { total: result.total } });
  });

  test('has one line of figures where a view lists nothing', async () => {
    const [first, ...rest] = (await print('ndjson', STATS, [], { outcome: { figures: FIGURES }, summary: false })).trimEnd().split('\n');
    expect(JSON.parse(first!)).toEqual({ record: 'stats', ...FIGURES, ratio: 0.333333 });
    expect(rest).toEqual([]);
  });
});

describe('csv', () => {
  test('has all keys as columns, lists as text (count), and guards what a spreadsheet would run', async () => {
    expect(await print('csv', NAMES, ROWS)).toBe(
      "record,rank,name,type,mentions,share,aliases\nname,1,Nga,LOC,333,0.333,Nga (330); nước Nga (3)\nname,2,'=Mỹ,LOC,1,0.001,\n",
    );
    expect(await print('csv', NAMES, ROWS.slice(1), { guard: false })).toContain('name,2,=Mỹ,');
  });

  test.each(['=1+1', '+84', '-5 độ', '@ai', '\tx', '\rx'])('guards %j, but no number', async text => {
    const [, row] = parse(await print('csv', NAMES, [{ ...name(-1, text, 1), share: -0.5 }])) as string[][];
    expect([row![1], row![2], row![5]]).toEqual(['-1', `'${text}`, '-0.5']);
  });

  test('lists hits by their text, and leaves an absent key empty', async () => {
    expect(await print('csv', HITS, [hit('a.txt', 3, 'giá vàng, vàng "ta"', 'vàng')])).toBe(
      'record,file,line,id,text,matches\nmatch,a.txt,3,,"giá vàng, vàng ""ta""",vàng; vàng\n',
    );
  });

  test('parses back, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 3 }), async texts => {
        const rows = texts.map((text, i) => name(i, text, 1));
        const [, ...parsed] = parse(await print('csv', NAMES, rows, { guard: false }), {
          bom: false,
          relax_column_count: false,
          record_delimiter: '\n',
        }) as string[][];
        expect(parsed.map(row => whole(row[2]!))).toEqual(texts.map(whole));
      }),
    );
  });

  test('keeps control characters in a pipe and shows them on a terminal', async () => {
    const rows = [name(1, 'a\u001b[2J', 1)];
    expect(await print('csv', NAMES, rows)).toContain('a\u001b[2J');
    for (const format of ['csv', 'tsv'] as const) expect(await print(format, NAMES, rows, { screen: terminal(80) })).toContain('a␛[2J');
  });

  test('prints figures by dotted names where a view lists nothing', async () => {
    expect(await print('csv', STATS, [], { outcome: { figures: FIGURES, total: 57 } })).toBe(
      [
        'metric,value',
        'words,12',
        'ratio,0.333333',
        'perSnippet.mean,2.5',
        'topWords,viện trợ (7); quân sự (5)',
        'entities.byType.PER.mentions,4',
        'entities.byType.PER.top,Mark Rutte (3)',
        'dates.first,',
        'total,57',
        '',
      ].join('\n'),
    );
  });
});

describe('tsv', () => {
  test('escapes tabs, newlines and backslashes', async () => {
    expect(await print('tsv', HITS, [hit('a\\b.txt', 3, 'một\thai\nba', 'x')])).toBe(
      'record\tfile\tline\tid\ttext\tmatches\nmatch\ta\\\\b.txt\t3\t\tmột\\thai\\nba\t\n',
    );
  });
});
