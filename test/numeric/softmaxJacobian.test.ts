import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers } from '../../src/numeric/algebra.ts';
import { centralDifference } from '../../src/numeric/differences.ts';
import { dualsOver } from '../../src/numeric/dual.ts';
import { ShapeError } from '../../src/numeric/errors.ts';
import { softmax } from '../../src/numeric/softmax.ts';
import { softmaxJacobian } from '../../src/numeric/softmaxJacobian.ts';
import { dyadic, logits } from './arbitraries.ts';
import { ALLOWED_ULP, logitsOf, regimes, worstUlp } from './references/references.ts';

/** Row `i` of an n × n matrix. */
const row = (J: Float64Array, n: number, i: number): Float64Array => J.subarray(i * n, i * n + n);

/** ∂σ_i/∂z_j by dual numbers, from the definition. */
function byDuals(z: readonly number[], i: number, j: number): number {
  const { add, divide, exp } = dualsOver(numbers);
  const max = Math.max(...z);
  const e = z.map((v, k) => exp({ re: v - max, du: Number(k === j) }));
  return divide(e[i] ?? { re: NaN, du: NaN }, e.reduce(add)).du;
}

describe('softmaxJacobian', () => {
  test('is symmetric to the last bit', () => {
    fc.assert(
      fc.property(logits(100), (z) => {
        const J = softmaxJacobian(z);
        const n = z.length;
        z.forEach((_, i) => {
          z.forEach((_, j) => {
            expect(J[i * n + j]).toBe(J[j * n + i]);
          });
        });
      }),
    );
  });

  test('has rows and columns that sum to 0', () => {
    fc.assert(
      fc.property(logits(100), (z) => {
        const J = softmaxJacobian(z);
        z.forEach((_, i) => {
          const sum = row(J, z.length, i).reduce((a, b) => a + b, 0);
          expect(Math.abs(sum)).toBeLessThanOrEqual(
            4 * Number.EPSILON * (J[i * z.length + i] ?? NaN),
          );
        });
      }),
    );
  });

  test('is positive on the diagonal and negative beside it', () => {
    fc.assert(
      fc.property(logits(100, 2), (z) => {
        softmaxJacobian(z).forEach((entry, place) => {
          const diagonal = place % (z.length + 1) === 0;
          expect(diagonal ? entry : -entry).toBeGreaterThan(0);
        });
      }),
    );
  });

  test('is σ_i (δ_ij − σ_j)', () => {
    fc.assert(
      fc.property(logits(), (z) => {
        const p = softmax(z);
        softmaxJacobian(z).forEach((entry, place) => {
          const i = Math.floor(place / z.length);
          const j = place % z.length;
          const expected = (p[i] ?? NaN) * (Number(i === j) - (p[j] ?? NaN));
          expect(Math.abs(entry - expected)).toBeLessThan(4e-16);
        });
      }),
    );
  });

  test('agrees with dual numbers and with central differences', () => {
    fc.assert(
      fc.property(logits(3, 2), (z) => {
        softmaxJacobian(z).forEach((entry, place) => {
          const i = Math.floor(place / z.length);
          const j = place % z.length;
          expect(Math.abs(entry - byDuals(z, i, j))).toBeLessThan(1e-15);
          const difference = centralDifference((x) => softmax(x)[i] ?? NaN, z, j);
          expect(Math.abs(entry - difference)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  test('is the same at z + c', () => {
    fc.assert(
      fc.property(logits(), dyadic(2 ** 20), (z, c) => {
        expect(softmaxJacobian(z.map((v) => v + c))).toEqual(softmaxJacobian(z));
      }),
    );
  });

  test('keeps the digits of 1 − σ_i at a saturated point', () => {
    const e = Math.exp(-40);
    expect(softmaxJacobian([40, 0])).toEqual(Float64Array.of(e, -e, -e, e));
  });

  test('of one class is 0, and NaN where softmax is', () => {
    expect(softmaxJacobian([710])).toEqual(Float64Array.of(0));
    for (const z of [
      [NaN],
      [Infinity],
      [-Infinity],
      [1, NaN, 2],
      [Infinity, 0],
      [-Infinity, -Infinity],
    ]) {
      expect(softmaxJacobian(z).every(Number.isNaN)).toBe(true);
    }
  });

  test('has zeros in the row and column of a masked class, and none of them negative', () => {
    expect(softmaxJacobian([0, -Infinity, 0])).toEqual(
      Float64Array.of(0.25, 0, -0.25, 0, 0, 0, -0.25, 0, 0.25),
    );
    expect(softmaxJacobian([710, -710])).toEqual(new Float64Array(4));
  });

  test('writes into out and checks its length', () => {
    const out = new Float64Array(9).fill(7);
    expect(softmaxJacobian([1, 2, 3], out)).toBe(out);
    expect(out).toEqual(softmaxJacobian([1, 2, 3]));
    expect(() => softmaxJacobian([1, 2], new Float64Array(2))).toThrow(
      'out: expected length 4, got length 2',
    );
    expect(() => softmaxJacobian([])).toThrow(ShapeError);
  });

  test.each(regimes)('is within 2 ulp: %s', (_, cases) => {
    for (const c of cases) {
      if (!c.jacobian) continue;
      expect(worstUlp(softmaxJacobian(logitsOf(c)), c.jacobian)).toBeLessThanOrEqual(ALLOWED_ULP);
    }
  });
});
