import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix } from '../../src/annotate/entities/hash.js';
import { createScalarKernel, createSimdKernel, type Kernel, SCORES } from '../../src/annotate/entities/kernel.js';
import { KERNEL_BASE64 } from '../../src/annotate/entities/kernel-bytes.js';
import type { Weights } from '../../src/annotate/entities/tables.js';
import { compileKernel } from '../../src/search/scan/compile-kernel.mjs';
import { fillTable } from '../../src/train/entities-tables.js';

const BITS = 6;
const values = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 90 });

/** A table so full that some features lie in their second bucket and some find no room. */
function weightsOf(known: readonly number[], bytes: Uint8Array): Weights {
  const { prints, placed } = fillTable(known, mix, BITS);
  const rows = new Uint8Array(SCORES << BITS);
  for (const [value, entry] of placed) for (let i = 0; i < SCORES; i++) rows[entry * SCORES + i] = bytes[(value + i) & (bytes.length - 1)]!;
  return { prints, rows, transitions: new Int16Array(0) };
}

function scoresOf(kernel: Kernel, features: readonly number[], plus: number): number[][] {
  const seen: number[][] = [];
  kernel.reserve(5);
  for (let slot = 0; slot < 5; slot++) {
    kernel.features.set(features.map(value => value + slot));
    kernel.sumNear(slot, features.length, plus);
  }
  kernel.addNear(4, 3, 2, 1, 0);
  seen.push([...kernel.scores]);
  kernel.addFeatures(features.length);
  seen.push([...kernel.scores]);
  return seen;
}

describe('the kernel of the recogniser', () => {
  test('its bytes are those of its source', async () => {
    const folder = new URL('../../src/annotate/entities/', import.meta.url);
    expect(Buffer.from(await compileKernel(folder)).toString('base64')).toBe(KERNEL_BASE64);
  });

  test('SIMD and plain JavaScript give the same sums', () => {
    const bytes = fc.uint8Array({ minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 80 }), values, bytes, fc.integer(), (known, others, weight, plus) => {
        const weights = weightsOf(known, weight);
        const features = [...known.map(value => value - plus), ...others].slice(0, 100);
        expect(scoresOf(createSimdKernel(weights)!, features, plus)).toEqual(scoresOf(createScalarKernel(weights), features, plus));
      }),
      { numRuns: 200 },
    );
  });

  test('a feature counts once for each time that it is given, and an unknown one for nothing', () => {
    const weights = weightsOf([7], new Uint8Array(64).fill(131));
    for (const kernel of [createSimdKernel(weights)!, createScalarKernel(weights)]) {
      kernel.reserve(1);
      kernel.features.set([7, 8, 7]);
      kernel.sumNear(0, 0, 0);
      kernel.addNear(0, 0, 0, 0, 0);
      kernel.addFeatures(3);
      expect([...kernel.scores]).toEqual(new Array(SCORES).fill(6));
    }
  });
});
