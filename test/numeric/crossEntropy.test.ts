import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossEntropy } from '../../src/numeric/crossEntropy.ts';
import { DomainError, ShapeError } from '../../src/numeric/errors.ts';
import { logSoftmax } from '../../src/numeric/logSoftmax.ts';
import { softmax } from '../../src/numeric/softmax.ts';
import { dyadic, problem } from './arbitraries.ts';
import { ALLOWED_ULP, logitsOf, regimes, worstUlp } from './references/references.ts';

describe('crossEntropy', () => {
  test('of a one-hot target is −log σ of its class, to the last bit', () => {
    fc.assert(
      fc.property(problem(300), ({ z }) => {
        const logs = logSoftmax(z);
        z.forEach((_, label) => {
          const t = z.map((_, k) => Number(k === label));
          expect(crossEntropy(z, t)).toBe(-(logs[label] ?? NaN));
        });
      }),
    );
  });

  test('is at least the entropy of the target, and equal to it at z = log t', () => {
    const entropy = (t: number[]): number =>
      -t.reduce((h, p) => h + (p > 0 ? p * Math.log(p) : 0), 0);
    fc.assert(
      fc.property(problem(), ({ z, t }) => {
        expect(crossEntropy(z, t)).toBeGreaterThan(entropy(t) - 1e-12);
        expect(crossEntropy(t.map(Math.log), t)).toBeCloseTo(entropy(t), 12);
      }),
    );
  });

  test('crossEntropy(z + c, t) equals crossEntropy(z, t)', () => {
    fc.assert(
      fc.property(problem(), dyadic(2 ** 20), ({ z, t }, c) => {
        expect(
          crossEntropy(
            z.map((v) => v + c),
            t,
          ),
        ).toBe(crossEntropy(z, t));
      }),
    );
  });

  test('of σ(z) itself is its entropy', () => {
    const p = softmax([2, 1, -0.5]);
    const expected = -p.reduce((h, x) => h + x * Math.log(x), 0);
    expect(crossEntropy([2, 1, -0.5], p)).toBeCloseTo(expected, 14);
  });

  test('takes 0 · log 0 for 0, and is +∞ where a weight lies on a masked class', () => {
    expect(crossEntropy([0, -Infinity], [1, 0])).toBe(0);
    expect(crossEntropy([0, -Infinity], [0, 1])).toBe(Infinity);
    expect(crossEntropy([0, -Infinity, 1], [0.5, 0.25, 0.25])).toBe(Infinity);
    expect(crossEntropy([0, 0, -Infinity], [0.5, 0.5, 0])).toBe(Math.LN2);
  });

  test('weighs differences beyond the largest double', () => {
    expect(crossEntropy([1e308, -1e308], [0.5, 0.5])).toBe(1e308);
    expect(crossEntropy([1e308, -1e308], [0, 1])).toBe(Infinity);
  });

  test('is NaN where softmax is, and for a NaN weight', () => {
    expect(crossEntropy([NaN, 1], [0, 1])).toBeNaN();
    expect(crossEntropy([Infinity, 1], [0, 1])).toBeNaN();
    expect(crossEntropy([-Infinity, -Infinity], [0, 1])).toBeNaN();
    expect(crossEntropy([1, 2], [NaN, 1])).toBeNaN();
  });

  test('throws for other lengths and negative weights, with what was expected', () => {
    expect(() => crossEntropy([], [])).toThrow(ShapeError);
    expect(() => crossEntropy([1, 2], [1])).toThrow('target: expected length 2, got length 1');
    expect(() => crossEntropy([1, 2], [1.5, -0.5])).toThrow(DomainError);
    expect(() => crossEntropy([1, 2], [1.5, -0.5])).toThrow('got -0.5');
  });

  test.each(regimes)('is within 2 ulp for one-hot and soft targets: %s', (_, cases) => {
    for (const c of cases) {
      for (const { t, crossEntropy: expected } of c.targets) {
        const error = worstUlp([crossEntropy(logitsOf(c), t)], expected);
        expect(error).toBeLessThanOrEqual(ALLOWED_ULP);
      }
    }
  });
});
