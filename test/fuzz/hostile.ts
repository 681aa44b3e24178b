import fc from 'fast-check';
import { hostileText } from '../support/hostile-text.js';

const LONG = [
  '\u0301\u0323',
  '(',
  '"',
  '12/3/',
  '1h',
  'Nguyễn ',
  'HÀ ',
  '[',
  'a-',
  'A.',
  'a@',
  '\u202e',
  '\u001b[31m',
  'từ ngày 3 đến ',
  'hai ',
  '️‍',
  'ươ',
];

/** One thing again and again. */
const run = fc.tuple(fc.constantFrom(...LONG), fc.integer({ min: 1, max: 400 })).map(([unit, count]) => unit.repeat(count));

/** A line of what real files hold, of what nobody writes, and of runs of it. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 6, arbitrary: hostileText }, { weight: 1, arbitrary: run }), { minLength: 1, maxLength: 4 })
  .map(parts => parts.join(' ').replaceAll('\n', ' '));

export const lines: fc.Arbitrary<readonly string[]> = fc.array(fc.oneof(line, fc.constantFrom('', ' ', '\u00a0')), { maxLength: 12 });

/** Names that are there already in every object. */
export const key: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('text', 'id', 'date', 'source', 'title', 'url', '__proto__', 'constructor', 'toString', ''),
  fc.string({ maxLength: 5 }),
);

/** Bytes of any kind, of text above all. */
export const bytes: fc.Arbitrary<Buffer> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: hostileText.map(text => Buffer.from(text)) },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom('\n', '\r\n', '\r', ',', '"', '""', '\t', '{"text":"', '"}', '[', '\\', ';')
          .map(text => Buffer.from(text)),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }).map(array => Buffer.from(array)) },
      { weight: 1, arbitrary: hostileText.map(text => Buffer.from(text, 'utf16le')) },
    ),
    { maxLength: 20 },
  )
  .map(parts => Buffer.concat(parts));
