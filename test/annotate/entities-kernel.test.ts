import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix } from '../../src/annotate/entities/hash.js';
import { type Kernel, LOW, SCORES, SPREAD } from '../../src/annotate/entities/kernel.js';
import { KERNEL_BASE64 } from '../../src/annotate/entities/kernel-bytes.js';
import { createScalarKernel } from '../../src/annotate/entities/kernel-scalar.js';
import { createSimdKernel } from '../../src/annotate/entities/kernel-simd.js';
import { LABELS } from '../../src/annotate/entities/labels.js';
import { decodeModel, type EntityModel, encodeModel } from '../../src/annotate/entities/model.js';
import { compileKernel } from '../../src/search/scan/compile-kernel.mjs';
import { fillTable } from '../../src/train/entities-tables.js';

const BITS = 6;
const numbers = fc.array(fc.integer(), { maxLength: 90 });
const weight = fc.uint8Array({ minLength: 64, maxLength: 64 });
const steps = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: LABELS * LABELS, maxLength: LABELS * LABELS });

/** A model whose table is so full that some features lie in their second bucket and some find no room. */
function modelOf(known: readonly number[], bytes: Uint8Array, transitions: readonly number[] = []): EntityModel {
  const { prints, placed } = fillTable(known, mix, BITS);
  const rows = new Uint8Array(SCORES << BITS);
  for (const [value, entry] of placed) for (let i = 0; i < SCORES; i++) rows[entry * SCORES + i] = bytes[(value + i) & (bytes.length - 1)]!;
  const few = Uint16Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  return decodeModel(
    encodeModel({
      transitions: Int16Array.from({ length: LABELS * LABELS }, (_, i) => transitions[i] ?? 0),
      prints,
      rows,
      wordPrints: few,
      wordFacts: few,
      parents: new Uint8Array(2),
      phrasePrints: few,
      phraseClasses: new Uint8Array(8),
    }),
  );
}

/** All that a kernel says on the way through a text whose units have these features. */
function walk(kernel: Kernel, units: readonly (readonly number[])[], plus: number): unknown[] {
  const said: unknown[] = [kernel.checksum()];
  kernel.reserve(SPREAD * units.length);
  kernel.state.fill(LOW);
  kernel.state[0] = 0;
  units.forEach((features, lexeme) => {
    for (let slot = SPREAD * lexeme; slot < SPREAD * (lexeme + 1); slot++) {
      kernel.features.set(features.map(value => value + slot));
      kernel.sumNear(slot, features.length, plus);
    }
  });
  kernel.lexemes.set([0, 0, ...units.keys(), 0, 0]);
  kernel.addNear(units.length);
  units.forEach((features, unit) => {
    said.push([...kernel.scores], [...kernel.starts]);
    kernel.features.set(features);
    said.push(kernel.take(unit, features.length, unit === 0), [...kernel.scores], [...kernel.state], [...kernel.origins]);
  });
  return said;
}

describe('the kernel of the recogniser', () => {
  test('its bytes are those of its source', async () => {
    const folder = new URL('../../src/annotate/entities/', import.meta.url);
    expect(Buffer.from(await compileKernel(folder)).toString('base64')).toBe(KERNEL_BASE64);
  });

  test('SIMD and plain JavaScript say the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { maxLength: 80 }),
        numbers,
        weight,
        steps,
        fc.integer(),
        (known, others, bytes, step, plus) => {
          const model = modelOf(known, bytes, step);
          const all = [...known.map(value => value - plus), ...others].slice(0, 100);
          const units = [all, all.slice(0, 9), others.slice(0, 100), [], all.slice(-20), known.slice(0, 12)];
          expect(walk(createSimdKernel(model)!, units, plus)).toEqual(walk(createScalarKernel(model), units, plus));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('they find the same entries of a table, or none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 80 }), numbers, (known, others) => {
        const model = modelOf(known, new Uint8Array(64));
        const [first, second] = [createSimdKernel(model)!, createScalarKernel(model)].map(kernel => kernel.finder(model.weights.prints));
        for (const hash of [...known.map(mix), ...others]) expect(first!(hash)).toBe(second!(hash));
        const [smallest, same] = [createSimdKernel(model)!, createScalarKernel(model)].map(kernel => kernel.finder(model.phrases.prints));
        for (const hash of others) expect(smallest!(hash)).toBe(same!(hash));
      }),
    );
  });

  test('a feature counts once for each time that it is given, and an unknown one for nothing', () => {
    const model = modelOf([7], new Uint8Array(64).fill(131));
    for (const kernel of [createSimdKernel(model)!, createScalarKernel(model)]) {
      kernel.features.set([7, 8, 7]);
      kernel.reserve(1);
      kernel.sumNear(0, 0, 0);
      kernel.lexemes.fill(0);
      kernel.addNear(2);
      expect(kernel.starts[1]).toBe(0);
      kernel.take(1, 3, true);
      expect([...kernel.scores.subarray(0, 2 * SCORES)]).toEqual([...new Array(SCORES).fill(0), ...new Array(SCORES).fill(6)]);
    }
  });
});
