import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/model/report.js';
import { HITS, hit, print, terminal, view } from './support.js';

const near = (line: number, text: string): Row => ({ record: 'context', file: 'tin.txt', line, text });

describe('lines', () => {
  test('as grep prints them', async () => {
    expect(await print('lines', HITS, [hit('tin.txt', 3, 'giá vàng tăng', 'vàng'), hit('b/c.jsonl', 40, 'vàng', 'vàng')])).toBe(
      'tin.txt:3:giá vàng tăng\nb/c.jsonl:40:vàng\n',
    );
  });

  test('context with dashes, and -- at a gap and between files', async () => {
    const withContext = view('scan', { ...HITS, context: () => 1 });
    const rows = [near(1, 'một'), hit('tin.txt', 3, 'hai', 'hai'), { record: 'gap' }, near(8, 'tám'), hit('b.txt', 1, 'chín', 'chín')];
    expect(await print('lines', withContext, rows)).toBe('tin.txt-1-một\ntin.txt:3:hai\n--\ntin.txt-8-tám\n--\nb.txt:1:chín\n');
    expect(await print('lines', withContext, [hit('b.txt', 5, 'năm', 'năm')], { previous: near(3, 'ba') })).toBe('--\nb.txt:5:năm\n');
    expect(await print('lines', withContext, [near(9, 'chín')], { previous: near(3, 'ba') })).toBe('tin.txt-9-chín\n');
  });

  test('counts, and files alone', async () => {
    const rows = [{ record: 'count', file: 'a.txt', snippets: 2, matches: 5 }];
    expect(await print('lines', HITS, rows)).toBe('a.txt:2\n');
    expect(await print('lines', HITS, rows, { options: { countMatches: true } })).toBe('a.txt:5\n');
    expect(await print('lines', HITS, rows, { options: { filesWithMatches: true } })).toBe('a.txt\n');
  });

  test('shows as symbols what a terminal would obey, and keeps a line one line', async () => {
    expect(await print('lines', HITS, [hit('a\u001b]0;.txt', 1, 'đỏ\u001b[31m\u202e\n\tcột', 'đỏ')])).toBe(
      'a␛]0;.txt:1:đỏ␛[31m⟨U+202E⟩ \tcột\n',
    );
  });

  test('fits a terminal, around the first hit', async () => {
    const row = hit('tin.txt', 12, 'Hôm qua hai bộ trưởng đã bàn về giá vàng trong nước trước khi họp báo chung.', 'giá vàng');
    expect(await print('lines', HITS, [row], { screen: terminal(40) })).toBe('tin.txt:12:… bàn về «giá vàng» trong …\n');
    expect(await print('lines', HITS, [row], { screen: terminal(200) })).toContain('về «giá vàng» trong nước trước khi họp báo chung.\n');
  });

  test('highlights hits in colour', async () => {
    const text = await print('lines', HITS, [hit('a.txt', 1, 'giá vàng', 'vàng')], { screen: terminal(80, true) });
    expect(text).toContain('giá \u001b[1m\u001b[31mvàng\u001b[39m\u001b[22m\n');
  });

  test('links the path where the terminal follows links', async () => {
    const screen = { ...terminal(80), links: true, folder: '/tin tức' };
    expect(await print('lines', HITS, [hit('a#1.txt', 1, 'x', 'y')], { screen })).toBe(
      '\u001b]8;;file:///tin%20t%E1%BB%A9c/a%231.txt\u001b\\a#1.txt\u001b]8;;\u001b\\:1:x\n',
    );
    expect(await print('lines', HITS, [hit('\ud800', 1, 'x', 'y')], { screen })).toBe('\ud800:1:x\n');
  });
});
