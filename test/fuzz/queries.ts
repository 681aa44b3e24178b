import fc from 'fast-check';
import { expect } from 'vitest';
import type { Matcher } from '../../src/model/analysis.js';
import { NewsError } from '../../src/model/news-error.js';
import { Analyser } from '../../src/run/analyse.js';
import { maskSequences } from '../../src/run/read/mask-sequences.js';
import {
  compileByteFilter,
  compileQuery,
  createKernel,
  createLineRanges,
  type Kernel,
  parseQuery,
  prepareQuery,
  type QueryNode,
  type QueryOptions,
} from '../../src/search/index.js';
import { scalarKernel } from '../../src/search/scan/kernel.js';
import { line } from './hostile.js';
import { type Law, law } from './law.js';
import { toolbox } from './toolbox.js';

const WORDS = [
  'hòa bình',
  'an',
  'viet nam',
  'Trump',
  'NATO',
  'đường',
  '__proto__',
  'kin*',
  'Hà Nội',
  'thuý',
  'Ðà',
  '12/5/2025',
  '👩‍👩‍👧',
  '%',
];
const FIELDS = [
  'entity:Trump',
  'type:PER',
  'date:2025',
  'date:2025-05..2025-06',
  'file:*.txt',
  'source:a',
  '/tri.n/',
  '/(a|b)*c/',
  '/\\d+/',
];
const SIGNS = [
  '(',
  ')',
  '"',
  '-',
  'AND',
  'OR',
  'NOT',
  'NEAR/3',
  'NEAR/',
  '/',
  '*',
  'entity:',
  'date:',
  'type:',
  ' ',
  '  ',
  '\\',
  '..',
  '\u0301',
];

/** Queries that can be read, for the most part. */
const sound: fc.Arbitrary<string> = fc.letrec<{ query: string; operand: string }>(tie => ({
  operand: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...WORDS, ...FIELDS),
    fc.constantFrom(...WORDS).map(word => `"${word}"`),
    tie('query').map(query => `(${query})`),
    tie('operand').map(operand => `NOT ${operand}`),
  ),
  query: fc
    .array(fc.tuple(tie('operand'), fc.constantFrom(' ', ' AND ', ' OR ', ' NEAR/4 ')), { minLength: 1, maxLength: 3 })
    .map(parts => parts.flat().slice(0, -1).join('')),
})).query;
const any: fc.Arbitrary<string> = fc.oneof(
  sound,
  fc.array(fc.constantFrom(...WORDS, ...FIELDS, ...SIGNS), { maxLength: 10 }).map(parts => parts.join('')),
  line,
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const options: fc.Arbitrary<QueryOptions> = fc.record({
  match: fc.constantFrom('smart', 'exact', 'fold'),
  caseSensitive: fc.boolean(),
  syllable: fc.boolean(),
  substring: fc.boolean(),
});

const { segmenter } = toolbox;
const tools = { lexicon: segmenter.lexicon, segmentAround: segmenter.segmentAround, resolveNames: toolbox.resolveSnippet };

/** `undefined` for what is no query: it must be said so. */
function parsed(text: string): QueryNode | undefined {
  try {
    return parseQuery(text);
  } catch (error) {
    isQueryError(error, text);
    return undefined;
  }
}

async function compiled(text: string, how: QueryOptions): Promise<Matcher | undefined> {
  const node = parsed(text);
  if (node === undefined) return undefined;
  await prepareQuery(node);
  try {
    return compileQuery(node, how, tools);
  } catch (error) {
    isQueryError(error, text);
    return undefined;
  }
}

function isQueryError(error: unknown, text: string): void {
  expect(error).toBeInstanceOf(NewsError);
  const { code, message } = error as NewsError;
  expect(code).toBe('QUERY');
  const column = Number(/^column (\d+): /.exec(message)?.[1]);
  expect(column >= 1 && column <= text.length + 1).toBe(true);
}

function hitsIn(query: Matcher, text: string): readonly string[] | undefined {
  const analyser = new Analyser(toolbox, { needs: new Set(), refDate: undefined, where: undefined, query });
  const doc = analyser.analyse({ file: 'a.txt', line: 1, text });
  if (doc === undefined) return undefined;
  let last = 0;
  for (const { start, end } of doc.hits) {
    expect([start >= last, end > start, end <= text.length]).toEqual([true, true, true]);
    last = start;
  }
  return doc.hits.map(({ start, end }) => text.slice(start, end));
}

export const QUERY_LAWS: readonly Law[] = [
  law(
    'a query is read, or its fault has a column',
    fc.asyncProperty(any, options, async (query, how) => void (await compiled(query, how))),
    500,
  ),
  law(
    'hits lie in the text, and a query and its negation share the lines out',
    fc.asyncProperty(sound, options, line, async (query, how, text) => {
      const [matcher, negated] = [await compiled(query, how), await compiled(`NOT (${query})`, how)];
      if (matcher === undefined || negated === undefined) return;
      expect(hitsIn(matcher, text) === undefined).toBe(hitsIn(negated, text) !== undefined);
    }),
    200,
  ),
  law(
    'NFC and NFD match alike',
    fc.asyncProperty(sound, options, line, async (query, how, text) => {
      const [composed, decomposed] = await Promise.all([query.normalize('NFC'), query.normalize('NFD')].map(form => compiled(form, how)));
      if (composed === undefined || decomposed === undefined) return;
      const shown = (hits: readonly string[] | undefined) => hits?.map(hit => hit.normalize('NFC'));
      const wanted = shown(hitsIn(composed, text.normalize('NFC')));
      expect(shown(hitsIn(composed, text.normalize('NFD')))).toEqual(wanted);
      expect(shown(hitsIn(decomposed, text.normalize('NFC')))).toEqual(wanted);
    }),
    200,
  ),
  law(
    'the look at bytes misses no line that matches, with WebAssembly and without',
    fc.asyncProperty(sound, options, fc.array(line, { minLength: 1, maxLength: 8 }), async (query, how, texts) => {
      const matcher = await compiled(query, how);
      if (matcher === undefined) return;
      const wellFormed = texts.map(text => text.toWellFormed());
      const bytes = Buffer.from(wellFormed.join('\n'));
      for (const kernel of [createKernel(), scalarKernel]) {
        const seen = candidates(query, how, bytes, kernel);
        if (seen === undefined) continue;
        for (const text of wellFormed) if (hitsIn(matcher, text) !== undefined) expect([...seen]).toContain(text);
      }
    }),
    150,
  ),
];

/** The lines that may match as far as their bytes tell, masked as a reader masks them; `undefined` when that may be any. */
function candidates(query: string, how: QueryOptions, bytes: Buffer, kernel: Kernel): ReadonlySet<string> | undefined {
  const filter = compileByteFilter(parseQuery(query), how, tools, kernel);
  if (filter === undefined) return undefined;
  const ranges = createLineRanges();
  const masked = Buffer.from(bytes);
  maskSequences(masked);
  const chunk = kernel.resident(masked);
  filter.candidates(chunk, 0, chunk.length, ranges);
  return new Set(Array.from({ length: ranges.length }, (_, i) => bytes.toString('utf8', ranges.start[i]!, ranges.end[i]!)));
}
