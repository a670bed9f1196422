import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers } from '../../src/numeric/algebra.ts';
import { crossEntropy } from '../../src/numeric/crossEntropy.ts';
import { crossEntropyGradient } from '../../src/numeric/crossEntropyGradient.ts';
import { crossEntropyOver } from '../../src/numeric/crossEntropyOver.ts';
import { dualsOver } from '../../src/numeric/dual.ts';
import { ShapeError } from '../../src/numeric/errors.ts';
import { softmaxJacobian } from '../../src/numeric/softmaxJacobian.ts';
import { problem } from './arbitraries.ts';

const duals = dualsOver(numbers);
const nested = dualsOver(duals);

/** ∂L/∂z_k by a dual number. */
function slope(z: readonly number[], t: readonly number[], k: number): number {
  return crossEntropyOver(
    duals,
    z.map((re, c) => ({ re, du: Number(c === k) })),
    t,
  ).du;
}

describe('crossEntropyOver', () => {
  test('numbers is crossEntropy', () => {
    fc.assert(
      fc.property(problem(), ({ z, t }) => {
        const loss = crossEntropy(z, t);
        expect(Math.abs(crossEntropyOver(numbers, z, t) - loss)).toBeLessThan(
          1e-15 * Math.max(4, 4 * loss),
        );
      }),
    );
  });

  test('duals keeps the digits of the gradient at saturated logits', () => {
    fc.assert(
      fc.property(problem(300), fc.nat(9), ({ z }, place) => {
        const label = place % z.length;
        const t = z.map((_, k) => Number(k === label));
        const gradient = crossEntropyGradient(z, t);
        z.forEach((_, k) => {
          const g = gradient[k] ?? NaN;
          expect(Math.abs(slope(z, t, k) - g)).toBeLessThanOrEqual(
            16 * Number.EPSILON * Math.abs(g),
          );
        });
      }),
    );
  });

  test('nested duals has the Jacobian of softmax for Hessian', () => {
    fc.assert(
      fc.property(problem(5), ({ z, t }) => {
        const H = softmaxJacobian(z);
        z.forEach((_, i) => {
          z.forEach((_, j) => {
            const along = z.map((re, c) => ({
              re: { re, du: Number(c === j) },
              du: { re: Number(c === i), du: 0 },
            }));
            const { du } = crossEntropyOver(nested, along, t).du;
            expect(Math.abs(du - (H[i * z.length + j] ?? NaN))).toBeLessThan(1e-14);
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  test('overflows nowhere and takes 0 · log 0 for 0', () => {
    expect(crossEntropyOver(numbers, [1e308, -1e308], [1, 0])).toBe(0);
    expect(crossEntropyOver(numbers, [0, -Infinity, 0], [1, 0, 0])).toBe(Math.LN2);
    expect(slope([0, -Infinity, 0], [1, 0, 0], 1)).toBe(0);
    expect(crossEntropyOver(numbers, [5], [1])).toBe(0);
  });

  test('is NaN for NaN', () => {
    expect(crossEntropyOver(numbers, [NaN, 1], [1, 0])).toBeNaN();
    expect(crossEntropyOver(numbers, [1, NaN], [1, 0])).toBeNaN();
  });

  test('throws for other lengths', () => {
    expect(() => crossEntropyOver(numbers, [], [])).toThrow(ShapeError);
    expect(() => crossEntropyOver(numbers, [1], [1, 0])).toThrow(ShapeError);
  });
});
