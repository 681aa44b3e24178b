import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/model/report.js';
import { HITS, hit, NAMES, name, print, view } from './support.js';

describe('markdown', () => {
  test('a table of what the screen shows, without bars', async () => {
    expect(await print('markdown', NAMES, [name(1, 'Liên minh châu Âu', 1865, [{ text: 'EU', count: 2 }])])).toBe(
      '| rank | Name | Mentions | Share | Also written |\n| ---: | :--- | ---: | ---: | :--- |\n| 1 | Liên minh châu Âu | 1.865 | 186,5 % | EU (2) |\n',
    );
  });

  test('nothing in a text is markup', async () => {
    const text = await print('markdown', HITS, [hit('a|b.txt', 1, '<b>*đậm*</b> [x](y) `c` a|b\n# \u001b[0m', 'q')]);
    expect(text.split('\n').at(2)).toBe('| a\\|b.txt:1 | &lt;b&gt;\\*đậm\\*&lt;/b&gt; \\[x\\](y) \\`c\\` a\\|b # ␛\\[0m |');
  });

  test('shows what a view adds for the screen, and & as it is where it means nothing', async () => {
    const names = { ...NAMES, present: (row: Row) => ({ ...row, aliases: 'Bộ GD&ĐT &lt;' }) };
    expect(await print('markdown', names, [name(1, 'Bộ Giáo dục và Đào tạo', 3)])).toContain('| 0,3 % | Bộ GD&ĐT &amp;lt; |');
  });

  test('hits are bold', async () => {
    const text = await print('markdown', HITS, [hit('a.txt', 1, 'giá vàng *tăng*', 'vàng')]);
    expect(text).toContain('| giá **vàng** \\*tăng\\* |');
  });

  test('figures stand above the rows of a fold', async () => {
    const stats = view('fold', { record: 'stats', columns: [], screen: [] });
    const blocks = [
      { kind: 'facts', label: 'Text', facts: [{ value: 1912, kind: 'count', label: 'words' }] },
      { kind: 'ranking', label: 'Places', items: [{ name: 'Mỹ', count: 27 }], tail: { value: 4, kind: 'count', label: 'in all' } },
    ] as const;
    expect(await print('markdown', stats, [], { outcome: { blocks } })).toBe('**Text**: 1.912 words\n\n**Places**: Mỹ 27 (4 in all)\n');
  });
});
