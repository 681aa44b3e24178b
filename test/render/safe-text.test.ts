import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewsError } from '../../src/model/news-error.js';
import { renderError, safeText } from '../../src/render/index.js';
import { cellText, showControls } from '../../src/render/safe-text.js';
import { HITS, hit, print, terminal } from './support.js';

const OBEYED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const hostile = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xa0 }).map(String.fromCharCode),
    fc.constantFrom('\u202e', '\u2066', '\u200f', '\u061c', '\u009b', 'ế', '|', '👍'),
  ),
});

describe('showControls', () => {
  test.each([
    ['\u001b[31mđỏ', '␛[31mđỏ'],
    ['\u0000\u0007\r', '␀␇␍'],
    ['\u007f\u0085\u009b', '␡⟨U+0085⟩⟨U+009B⟩'],
    ['\u202eabc\u2069\u200f\u061c', '⟨U+202E⟩abc⟨U+2069⟩⟨U+200F⟩⟨U+061C⟩'],
    ['một\thai\nba', 'một\thai\nba'],
  ])('%j as %j', (text, shown) => expect(showControls(text)).toBe(shown));
});

describe('cellText', () => {
  test.each([
    ['Việt Nam'.normalize('NFD'), 'Việt Nam'],
    ['một\thai\nba\u2028bốn', 'một hai ba bốn'],
    ['\ufeffhòa\u200b bình', 'hòa bình'],
  ])('%j as %j', (text, shown) => expect(cellText(text)).toBe(shown));

  test('takes any number of marks on a letter', () => {
    const text = `a${'\u0301\u0323'.repeat(200_000)}`;
    expect(cellText(text).length).toBeLessThanOrEqual(text.length);
  });
});

test.each(['table', 'lines', 'markdown'] as const)('%s prints nothing that a terminal obeys, and a line a row', async format => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (file, text) => {
      const row = hit(file, 7, text, text.slice(1, 3) || 'x');
      for (const screen of [undefined, terminal(50)]) {
        const printed = await print(format, HITS, [row], screen === undefined ? {} : { screen });
        expect(printed).not.toMatch(OBEYED);
        expect(printed.trimEnd().split('\n')).toHaveLength(format === 'lines' ? 1 : format === 'table' ? 2 : 3);
      }
    }),
    { numRuns: 200 },
  );
});

describe('renderError', () => {
  const error = new NewsError('ENOENT', 'no such file or folder', { path: 'tin\u001b.txt', hint: 'did you mean tin/?' });

  test('is one line with what to do next', () => {
    expect(renderError(error, false)).toBe('newscli: tin␛.txt: no such file or folder. Did you mean tin/?\n');
    expect(renderError(new NewsError('USAGE', 'unknown command "statz"', { hint: 'Did you mean stats?' }), false)).toBe(
      'newscli: unknown command "statz". Did you mean stats?\n',
    );
    expect(renderError(new NewsError('BAD_RECORD', 'no text', { path: 'a.csv', line: 3 }), false)).toBe('newscli: a.csv:3: no text\n');
  });

  test('or one line of JSON', () => {
    expect(renderError(error, true)).toBe(
      '{"error":{"code":"ENOENT","message":"no such file or folder","path":"tin\\u001b.txt","hint":"did you mean tin/?"}}\n',
    );
  });

  test('a text of unknown origin is one line', () => expect(safeText('a\nb\u001b')).toBe('a b␛'));
});
