import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers } from '../../src/numeric/algebra.ts';
import { crossEntropyGradient } from '../../src/numeric/crossEntropyGradient.ts';
import { crossEntropyOver } from '../../src/numeric/crossEntropyOver.ts';
import { dualsOver } from '../../src/numeric/dual.ts';
import { ShapeError } from '../../src/numeric/errors.ts';
import { softmax } from '../../src/numeric/softmax.ts';
import { dyadic, problem } from './arbitraries.ts';
import {
  ALLOWED_ULP,
  logitsOf,
  longCases,
  longLogits,
  regimes,
  worstUlp,
} from './references/references.ts';

const duals = dualsOver(numbers);

describe('crossEntropyGradient', () => {
  test('is prediction minus target where the target sums to 1', () => {
    fc.assert(
      fc.property(problem(), ({ z, t }) => {
        const p = softmax(z);
        crossEntropyGradient(z, t).forEach((g, k) => {
          expect(Math.abs(g - ((p[k] ?? NaN) - (t[k] ?? NaN)))).toBeLessThan(1e-15);
        });
      }),
    );
  });

  test('is ŷ Σt − t for any weights', () => {
    fc.assert(
      fc.property(problem(), fc.integer({ min: 0, max: 8 }), ({ z, t }, power) => {
        const scaled = crossEntropyGradient(
          z,
          t.map((w) => w * 2 ** power),
        );
        expect(scaled).toEqual(crossEntropyGradient(z, t).map((g) => g * 2 ** power));
      }),
    );
    const [a, b] = crossEntropyGradient([0, 0], [3, 0]);
    expect([a, b]).toEqual([-1.5, 1.5]);
  });

  test('is the derivative of the loss by dual numbers', () => {
    fc.assert(
      fc.property(problem(), ({ z, t }) => {
        const gradient = crossEntropyGradient(z, t);
        z.forEach((_, k) => {
          const along = z.map((re, c) => ({ re, du: Number(c === k) }));
          const { du } = crossEntropyOver(duals, along, t);
          expect(Math.abs((gradient[k] ?? NaN) - du)).toBeLessThan(4e-15);
        });
      }),
    );
  });

  test('sums to 0', () => {
    fc.assert(
      fc.property(problem(), ({ z, t }) => {
        expect(Math.abs(crossEntropyGradient(z, t).reduce((a, b) => a + b))).toBeLessThan(1e-15);
      }),
    );
  });

  test('is the same at z + c', () => {
    fc.assert(
      fc.property(problem(), dyadic(2 ** 20), ({ z, t }, c) => {
        expect(
          crossEntropyGradient(
            z.map((v) => v + c),
            t,
          ),
        ).toEqual(crossEntropyGradient(z, t));
      }),
    );
  });

  test('keeps its digits where the prediction is next to the target', () => {
    expect(crossEntropyGradient([40, 0], [1, 0])).toEqual(
      Float64Array.of(-Math.exp(-40), Math.exp(-40)),
    );
    expect(crossEntropyGradient([1e308, -1e308], [1, 0])).toEqual(Float64Array.of(0, 0));
  });

  test('of one class is 0', () => {
    expect(crossEntropyGradient([7], [1])).toEqual(Float64Array.of(0));
  });

  test('is 0 for a masked class and NaN where softmax is', () => {
    expect(crossEntropyGradient([0, -Infinity, 0], [1, 0, 0])).toEqual(
      Float64Array.of(-0.5, 0, 0.5),
    );
    expect(crossEntropyGradient([NaN, 0], [1, 0]).every(Number.isNaN)).toBe(true);
    expect(crossEntropyGradient([Infinity, 0], [1, 0]).every(Number.isNaN)).toBe(true);
    expect(crossEntropyGradient([-Infinity, -Infinity], [1, 0]).every(Number.isNaN)).toBe(true);
  });

  test('throws for other lengths; out may be the logits', () => {
    expect(() => crossEntropyGradient([], [])).toThrow(ShapeError);
    expect(() => crossEntropyGradient([1, 2], [1])).toThrow(ShapeError);
    expect(() => crossEntropyGradient([1], [1], new Float64Array(2))).toThrow(ShapeError);
    const z = Float64Array.of(1, 2, 4);
    const expected = crossEntropyGradient(z, [0, 0.5, 0.5]);
    expect(crossEntropyGradient(z, [0, 0.5, 0.5], z)).toEqual(expected);
  });

  test.each(regimes)('is within 2 ulp, at soft targets of the larger operand: %s', (_, cases) => {
    for (const c of cases) {
      const z = logitsOf(c);
      const p = softmax(z);
      c.targets.forEach(({ t, gradient }, soft) => {
        const operand = (near: number, k: number): number =>
          soft ? Math.max(Math.abs(near), p[k] ?? NaN, t[k] ?? NaN) : near;
        const error = worstUlp(crossEntropyGradient(z, t), gradient, operand);
        expect(error).toBeLessThanOrEqual(ALLOWED_ULP);
      });
    }
  });

  test.each(longCases)('is within 2 ulp next to the target for %d logits', (_, c) => {
    const z = longLogits(c);
    const top = z.indexOf(z.reduce((a, b) => Math.max(a, b)));
    const t = new Float64Array(c.n);
    t[top] = 1;
    const g = crossEntropyGradient(z, t)[top] ?? NaN;
    expect(worstUlp([-g], c.complement)).toBeLessThanOrEqual(ALLOWED_ULP);
  });
});
