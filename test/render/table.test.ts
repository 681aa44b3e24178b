import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/report.js';
import { HITS, hit, KEYWORDS, NAMES, name, print, terminal, view } from './support.js';

const NFD = 'Việt Nam'.normalize('NFD');
const COUNTRIES = [
  name(1, 'Ukraine', 1730, [{ text: 'U-crai-na', count: 2 }]),
  name(2, 'Liên minh châu Âu', 865, [
    { text: 'EU', count: 40 },
    { text: 'Liên hiệp châu Âu', count: 3 },
  ]),
  name(3, NFD, 7),
];

describe('table', () => {
  test('aligns text to the left, numbers in Vietnamese style to the right, and draws bars', async () => {
    expect(await print('table', NAMES, COUNTRIES)).toBe(
      [
        '     Name               Mentions    Share          Also written',
        '  1  Ukraine               1.730  173,0 %  ██████  U-crai-na (2)',
        '  2  Liên minh châu Âu       865   86,5 %  ███     EU (40), Liên hiệp châu Âu (3)',
        '  3  Việt Nam                  7    0,7 %  ▏',
        '',
      ].join('\n'),
    );
  });

  test('in a narrow terminal gives up what is secondary first, and no number', async () => {
    expect(await print('table', NAMES, COUNTRIES, { screen: terminal(60) })).toBe(
      [
        '     Name               Mentions    Share  Also written',
        '  1  Ukraine               1.730  173,0 %  U-crai-na (2)',
        '  2  Liên minh châu Âu       865   86,5 %  EU (40), Liên hi…',
        '  3  Việt Nam                  7    0,7 %',
        '',
      ].join('\n'),
    );
  });

  test('leaves out whole columns where nothing else helps, and says so in the head', async () => {
    const numbers = ['Snippets', 'Sentences', 'Words', 'Types'].map(label => ({ label, kind: 'count', key: 'n' }) as const);
    const files = view('fold', {
      record: 'file',
      columns: [],
      screen: [{ label: 'File', kind: 'text', key: 'file', cut: 'start' }, ...numbers],
    });
    const rows = [
      { file: 'news/tin/nato.txt', n: 12345 },
      { file: 'news/tin/asean.txt', n: 7 },
    ];
    expect(await print('table', files, rows, { screen: terminal(42) })).toBe(
      '  File       Snippets  Sentences   Words …\n  nato.txt     12.345     12.345  12.345\n  asean.txt         7          7       7\n',
    );
    expect(await print('table', files, rows, { screen: terminal(48) })).toBe(
      '  File       Snippets  Sentences   Words   Types\n  nato.txt     12.345     12.345  12.345  12.345\n  asean.txt         7          7       7       7\n',
    );
  });

  test('leaves out an optional column without values, and its head with it', async () => {
    expect(await print('table', NAMES, [name(1, 'Nga', 5)])).toBe('     Name  Mentions  Share\n  1  Nga          5  0,5 %  █████\n');
  });

  test('prints nothing for no rows', async () => {
    expect(await print('table', NAMES, [])).toBe('');
  });

  test('shows the neighbourhood of a hit where the text does not fit', async () => {
    const text = 'Các bộ trưởng bàn về việc tăng viện trợ quân sự cho Ukraine trước khi mùa đông đến với cả châu lục.';
    const row = hit('news/tin/nato.txt', 12, text, 'viện trợ');
    expect(await print('table', HITS, [row], { screen: terminal(60) })).toBe(
      '  Place        Text\n  nato.txt:12  … về việc tăng «viện trợ» quân sự cho …\n',
    );
    expect(await print('table', HITS, [row])).toContain(text.replace('viện trợ', '«viện trợ»'));
  });

  test('colours a hit instead of quoting it, and a type in its accent', async () => {
    const row = hit('a.txt', 1, 'giá vàng tăng', 'vàng');
    expect(await print('table', HITS, [row], { screen: terminal(80, true) })).toContain(
      'giá \u001b[1m\u001b[31mvàng\u001b[39m\u001b[22m tăng',
    );
    expect(await print('table', NAMES, [name(1, 'Nga', 5)], { screen: terminal(80, true) })).toContain('\u001b[32mNga\u001b[39m');
  });

  test('puts the keywords below each other in lines of the width asked for', async () => {
    const rows = [
      { record: 'line', left: 'hai bên sẽ nối lại các cuộc', text: 'đàm phán', right: 'vào tuần tới tại Geneva' },
      { record: 'line', left: 'bàn', text: 'đàm phán', right: 'hòa bình' },
    ];
    expect(await print('table', KEYWORDS, rows, { options: { width: 50 } })).toBe(
      '  nối lại các cuộc  «đàm phán»  vào tuần tới tại\n               bàn  «đàm phán»  hòa bình\n',
    );
  });

  test('takes many rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => name(i, `Tỉnh số ${i}`, i));
    expect((await print('table', NAMES, rows)).split('\n')).toHaveLength(20_002);
  });

  test.each([20, 40, 60, 80, 200])('whatever the cells hold, a row at width %i is one line without control characters', async width => {
    const cell = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u001b', '\t', '\n', '\u202e', '\u200b', '\u0301', '👍', 'ế', '日', '\u0085', '\ud800'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), async texts => {
        const rows = texts.map(([text, alias], i) => name(i, text, i, [{ text: alias, count: 1 }]));
        const lines = (await print('table', NAMES, rows, { screen: terminal(width) })).split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });

  test('cuts texts of wide and combining characters to their columns', async () => {
    const rows = [name(1, '東京で会談が行われました、関係者によると', 1), name(2, `${NFD} `.repeat(6), 2), name(3, '👍🏽'.repeat(20), 3)];
    const lines = (await print('table', NAMES, rows, { screen: terminal(44) })).trimEnd().split('\n');
    const ends = lines.slice(1).map(line => stringWidth(line));
    expect(new Set(ends)).toEqual(new Set([ends[0]]));
  });
});

describe('blocks', () => {
  const BLOCKS: readonly Block[] = [
    {
      kind: 'heading',
      left: [
        { value: 1, kind: 'count', label: 'files', one: 'file' },
        { value: 13545, kind: 'bytes', label: '' },
      ],
      right: [{ value: 'all NFC', kind: 'text', label: '' }],
    },
    {
      kind: 'facts',
      label: 'Text',
      facts: [
        { value: 1912, kind: 'count', label: 'words' },
        { value: 0.7123, kind: 'number', label: 'MATTR', labelFirst: true },
        { value: 35, kind: 'count', label: 'words a snippet', notes: [{ value: 58, kind: 'count', label: 'p95', labelFirst: true }] },
        { value: 0.41, kind: 'ratio', label: 'multi-syllable' },
      ],
    },
    {
      kind: 'ranking',
      label: 'Places',
      accent: 'LOC',
      items: [
        { name: 'Ukraine', count: 30 },
        { name: 'Mỹ', count: 27 },
      ],
      tail: { value: 44, kind: 'count', label: 'in all' },
    },
    {
      kind: 'series',
      points: [
        { period: '2024-10', count: 2 },
        { period: '2024-11', count: 0 },
        { period: '2024-12', count: 16 },
      ],
    },
  ];
  const figures = view('fold', { record: 'stats', columns: [], screen: [] });

  test.each([
    [
      80,
      [
        '  1 file, 13,5 KB                                                        all NFC',
        '',
        '  Text   1.912 words   MATTR 0,71   35 words a snippet (p95 58)',
        '         41 % multi-syllable',
        '  Places Ukraine 30   Mỹ 27                                            44 in all',
        '         10 ▁ 11   12 █',
        '',
      ],
    ],
    [
      40,
      [
        '  1 file, 13,5 KB                all NFC',
        '',
        '  Text   1.912 words   MATTR 0,71',
        '         35 words a snippet (p95 58)',
        '         41 % multi-syllable',
        '  Places Ukraine 30   Mỹ 27    44 in all',
        '         10 ▁ 11   12 █',
        '',
      ],
    ],
  ])('at width %i', async (width, expected) => {
    const lines = (await print('table', figures, [], { screen: terminal(width), outcome: { blocks: BLOCKS } })).split('\n');
    expect(lines.map(line => line.trimEnd())).toEqual(expected.map(line => line.trimEnd()));
  });

  test('a long series is condensed to one line', async () => {
    const points = Array.from({ length: 400 }, (_, i) => ({
      period: `${1990 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      count: i,
    }));
    const text = await print('table', figures, [], { screen: terminal(60), outcome: { blocks: [{ kind: 'series', points }] } });
    expect(text).toMatch(/^ {3}1990-01 [▁▂▃▄▅▆▇█]+ 2023-04\n$/);
    expect(text.length).toBeLessThanOrEqual(61);
  });

  test('a footer says on the right what a text without label has to add', async () => {
    const footer = [
      { value: '6 of 94', kind: 'text', label: 'names' },
      { value: '--top 0 shows all', kind: 'text', label: '' },
    ] as const;
    const text = await print('table', NAMES, [name(1, 'Nga', 5)], { screen: terminal(60), outcome: { footer } });
    expect(text.split('\n').at(-2)).toBe('  6 of 94 names                            --top 0 shows all');
  });
});
