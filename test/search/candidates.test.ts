import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Snippet } from '../../src/model/snippet.js';
import { readCandidates } from '../../src/run/read/candidates.js';
import { readSnippets } from '../../src/run/read/index.js';
import { MAX_LINE } from '../../src/run/read/options.js';
import { compileByteFilter, compileQuery, parseQuery } from '../../src/search/index.js';
import { createSimdKernel, type Kernel, scalarKernel } from '../../src/search/scan/kernel.js';
import { normalizeText } from '../../src/text/normalize.js';
import { inputFile, sinkOf, temporaryFolder, write } from '../run/read-support.js';
import { dirtyLine } from './dirt.js';
import { analysisOf, SMART, tools } from './tools.js';

const folder = temporaryFolder();
const OPTIONS = { strict: false, maxLine: MAX_LINE, anchor: 'none' } as const;

interface Found {
  readonly lines: readonly string[];
  readonly input: unknown;
}

/** The matching snippets of a file, and the figures of all of them. */
async function searched(path: string, query: string, kernel: Kernel | undefined): Promise<Found> {
  const node = parseQuery(query);
  const matcher = compileQuery(node, SMART, tools);
  const { sink } = sinkOf();
  const lines: string[] = [];
  const file = inputFile(path);
  const batches: AsyncGenerator<readonly Snippet[]> =
    kernel === undefined
      ? readSnippets(file, OPTIONS, sink)
      : readCandidates(file, OPTIONS, sink, { filter: compileByteFilter(node, SMART, tools, kernel)!, kernel, figures: true });
  for await (const batch of batches) {
    for (const { line, text } of batch) {
      if (normalizeText(text).nonNfc) sink.input.nonNfc++;
      if (matcher.matches(analysisOf(text), [])) lines.push(`${line}: ${text}`);
    }
  }
  return { lines, input: sink.input };
}

describe('reading candidates alone', () => {
  const line = fc.oneof(
    { weight: 4, arbitrary: dirtyLine },
    fc.constantFrom('', ' ', '\t\u00a0', '\u3000', '\u2028', '“Nga”', 'Ấn Độ', 'é', 'e\u0301', '\u2126'),
  );
  const end = fc.constantFrom('\n', '\r\n');

  test.each(['Nga', 'viet nam', 'đường OR an', 'tỷ đồng'])('gives the matches and figures of reading all, for %s', async query => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, end), { maxLength: 30 }), fc.boolean(), async (lines, closed) => {
        const text = lines.map(parts => parts.join('')).join('');
        const path = write(folder, `${number++}.txt`, closed ? text : text.replace(/\r?\n$/, ''));
        const whole = await searched(path, query, undefined);
        expect(await searched(path, query, createSimdKernel())).toEqual(whole);
        expect(await searched(path, query, scalarKernel)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  test('also where a file is many chunks long, and invalid here and there', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) =>
      i % 997 === 0 ? `Dòng ${i} nói về Nga.` : `Dòng ${i} nói về chuyện khác, dài hơn một chút.`,
    );
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    bytes[1_000_000] = 0xff;
    const path = write(folder, 'long.txt', bytes);
    const whole = await searched(path, 'Nga', undefined);
    expect(whole.lines).toHaveLength(61);
    expect(await searched(path, 'Nga', createSimdKernel())).toEqual(whole);
  });
});
