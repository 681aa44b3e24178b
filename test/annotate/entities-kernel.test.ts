import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAD } from '../../src/annotate/entities/context.js';
import { join } from '../../src/annotate/entities/hash.js';
import { type Kernel, MOST_LEXEMES, SCORES } from '../../src/annotate/entities/kernel.js';
import { KERNEL_BASE64 } from '../../src/annotate/entities/kernel-bytes.js';
import { createScalarKernel } from '../../src/annotate/entities/kernel-scalar.js';
import { createSimdKernel } from '../../src/annotate/entities/kernel-simd.js';
import { LABELS } from '../../src/annotate/entities/labels.js';
import { createLexemes } from '../../src/annotate/entities/lexemes.js';
import { decodeModel, type EntityModel, encodeModel } from '../../src/annotate/entities/model.js';
import { createPhraseTable, createWordTable, finderOf } from '../../src/annotate/entities/tables.js';
import type { CodeSpan } from '../../src/model/snippet.js';
import { compileKernel } from '../../src/search/scan/compile-kernel.mjs';
import { codesOf } from '../../src/text/codes.js';
import { readSamples } from '../../src/train/entities-samples.js';
import { fillTable } from '../../src/train/entities-tables.js';
import { readCases } from './recogniser-cases.js';

const news = decodeModel(readFileSync(new URL('../../src/data/entities.model', import.meta.url)));
const lines = readCases().map(({ text }) => text);
const words = [...new Set(lines.join(' ').split(' '))];

const strange = [
  '4,5',
  '12/3/2020',
  '1.000.',
  ':',
  '3G',
  'A400M',
  '\u00a0',
  '\t',
  'ﬀ',
  '한국',
  'ﾀ',
  '\u20d0',
  '\u0300',
  '\ud83d\ude00',
  '𝐀',
  '"',
  '“',
  '—',
];
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...words).map(word => word.toUpperCase()) },
  fc.constantFrom(...strange),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.nat().map(String),
);
const text = fc.oneof(
  fc.constantFrom(...lines),
  fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 60 }).map(pieces => pieces.flat().join('')),
);
const steps = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: LABELS * LABELS, maxLength: LABELS * LABELS });

/** The model of the news with other weights: a table so full that some features lie in their second bucket and some find no room. */
function modelOf(features: Iterable<number>, bits: number, row: Uint8Array, transitions: readonly number[]): EntityModel {
  const { prints, placed } = fillTable(new Set(features), hash => hash, bits);
  const rows = new Uint8Array(SCORES << bits);
  for (const entry of placed.values()) for (let i = 0; i < SCORES; i++) rows[entry * SCORES + i] = row[(entry * 7 + i) % row.length]!;
  return decodeModel(
    encodeModel({
      transitions: Int16Array.from(transitions),
      prints,
      rows,
      wordPrints: news.words.prints,
      wordFacts: news.words.facts,
      parents: news.words.parents,
      phrasePrints: news.phrases.prints,
      phraseClasses: news.phrases.classes,
    }),
  );
}

/** The hashes of all features of some texts. */
function featuresOf(texts: readonly string[]): number[] {
  const wordTable = createWordTable(news.words.facts, news.words.parents, finderOf(news.words.prints));
  const phraseTable = createPhraseTable(news.phrases.classes, finderOf(news.phrases.prints));
  const samples = readSamples(
    texts.map(text => ({ text, entities: [] })),
    createLexemes(wordTable, phraseTable),
    phraseTable,
  );
  return samples.flatMap(({ features }) => [...features]);
}

/** All that a kernel says of a text. */
function read(kernel: Kernel, given: CodeSpan): Record<string, string> {
  kernel.read(given);
  kernel.label();
  const { units, context, labels } = kernel;
  const said = (column: Int32Array | Uint8Array, pad = 0): string => column.subarray(0, units.length + 2 * pad).join(' ');
  return {
    start: said(units.start),
    end: said(units.end),
    key: said(context.key, PAD),
    facts: said(context.facts, PAD),
    runFirst: said(context.runFirst, PAD),
    runLast: said(context.runLast, PAD),
    labels: said(labels),
  };
}

describe('the kernel of the recogniser', () => {
  test('its bytes are those of its source', async () => {
    const folder = new URL('../../src/annotate/entities/', import.meta.url);
    expect(Buffer.from(await compileKernel(folder)).toString('base64')).toBe(KERNEL_BASE64);
  });

  const [simd, scalar] = [createSimdKernel(news)!, createScalarKernel(news)];

  test('WebAssembly and plain JavaScript say the same of news', () => {
    expect(simd.checksum()).toBe(scalar.checksum());
    for (const line of lines) expect(read(simd, codesOf(line)), line).toEqual(read(scalar, codesOf(line)));
  });

  test('… and of texts that are no news', () => {
    fc.assert(
      fc.property(text, given => {
        expect(read(simd, codesOf(given))).toEqual(read(scalar, codesOf(given)));
      }),
      { numRuns: 400 },
    );
  });

  test('… with other weights', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer(), { maxLength: 80 }),
        fc.integer({ min: 3, max: 11 }),
        fc.uint8Array({ minLength: 61, maxLength: 61 }),
        steps,
        (texts, others, bits, row, transitions) => {
          const model = modelOf([...featuresOf(texts), ...others], bits, row, transitions);
          const [first, second] = [createSimdKernel(model)!, createScalarKernel(model)];
          for (const given of texts) expect(read(first, codesOf(given))).toEqual(read(second, codesOf(given)));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('… of a text among others, longer than all before, with more words than are kept', () => {
    const numbers = Array.from({ length: MOST_LEXEMES + 10 }, (_, i) => i).join(' ');
    for (const given of [lines[0]!, lines.join(' '), numbers, lines[1]!, numbers.slice(0, 9000), '']) {
      const { codes } = codesOf(`xyz ${given}\nxyz`);
      const span = { codes, start: 4, end: 4 + given.length };
      expect(read(simd, span)).toEqual(read(scalar, span));
    }
  });

  test('they find the same entries of a table, or none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { maxLength: 80 }),
        fc.array(fc.integer()),
        fc.integer({ min: 3, max: 6 }),
        (known, others, bits) => {
          const { prints } = fillTable(known, hash => hash, bits);
          const model = decodeModel(
            encodeModel({
              transitions: news.weights.transitions,
              prints: news.weights.prints.slice(0, 8),
              rows: news.weights.rows.slice(0, 8 * SCORES),
              wordPrints: prints,
              wordFacts: new Uint16Array(prints.length),
              parents: news.words.parents,
              phrasePrints: news.phrases.prints.slice(0, 8),
              phraseClasses: news.phrases.classes.slice(0, 8),
            }),
          );
          const [first, second] = [createSimdKernel(model)!, createScalarKernel(model)];
          for (const hash of [...known, ...others]) {
            expect(first.words.find(hash)).toBe(second.words.find(hash));
            expect(first.phrases.step(join(hash, 1))).toBe(second.phrases.step(join(hash, 1)));
          }
        },
      ),
    );
  });
});
