import { expect, test } from 'vitest';
import type { Snippet } from '../../src/model/snippet.js';
import { ContextWindow } from '../../src/run/context.js';

/** What is printed of a file where `!` stands for a snippet that matches, its number for context, `-` for a gap. */
function printed(file: string, size: number): string {
  const window = new ContextWindow(size);
  return [...file]
    .flatMap((sign, line) => {
      if (sign === '!') return [...window.match().map(row => (row.record === 'gap' ? '-' : `${row.line}`)), '!'];
      const row = window.pass({ file: 'a', line, text: '' } as Snippet);
      return row === undefined ? [] : [`${row.line}`];
    })
    .join('');
}

test.each([
  ['....!....', 1, '3!5'],
  ['!..!', 1, '!12!'],
  ['!...!', 1, '!1-3!'],
  ['..!!.....!', 2, '01!!45-78!'],
  ['.!.!', 0, '!!'],
])('%s with %i', (file, size, shown) => expect(printed(file, size)).toBe(shown));
