import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskSequences } from '../../src/run/read/mask-sequences.js';
import { normalizeText } from '../../src/text/normalize.js';

const piece = fc.constantFrom(
  ...[
    'Nga',
    ' ',
    'hòa',
    '\n',
    '\u001b[31m',
    '\u001b[0m',
    '\u001b[m',
    '\u001b]8;;a\u001b\\',
    '\u001b]8;;ạ\u0007',
    '\u001b(B',
    '\u001b',
    '[',
  ],
  ...[']', '3', 'm', '\u0301', '\u200b', '\\', '\u0007', '👍', '\u001b\u200b[1m'],
);

test('masked bytes have the normal text of those that were read, and their length', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      const bytes = Buffer.from(text);
      const masked = Buffer.from(bytes);
      maskSequences(masked);
      const normal = (lines: string) => lines.split('\n').map(line => normalizeText(line).text);
      // An escape that begins no sequence stays what it is.
      const harmless = (lines: string) => lines.replaceAll('\u001b', '\u0001');
      expect(normal(harmless(masked.toString()))).toEqual(normal(text).map(harmless));
      expect(masked.length).toBe(bytes.length);
    }),
    { numRuns: 2000 },
  );
});
