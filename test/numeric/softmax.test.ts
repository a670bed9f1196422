import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeError } from '../../src/numeric/errors.ts';
import { softmax } from '../../src/numeric/softmax.ts';
import { anyLogits, dyadic, logits } from './arbitraries.ts';
import {
  ALLOWED_ULP,
  logitsOf,
  longCases,
  longLogits,
  regimes,
  worstUlp,
} from './references/references.ts';

const sum = (x: ArrayLike<number>): number => Array.from(x).reduce((a, b) => a + b, 0);

describe('softmax', () => {
  test('is positive within 700 of the largest logit', () => {
    fc.assert(
      fc.property(logits(350), (z) => {
        for (const p of softmax(z)) expect(p).toBeGreaterThan(0);
      }),
    );
  });

  test('sums to 1', () => {
    fc.assert(
      fc.property(logits(800), (z) => {
        expect(Math.abs(sum(softmax(z)) - 1)).toBeLessThanOrEqual(10 * Number.EPSILON);
      }),
    );
  });

  test('softmax(z + c) equals softmax(z), to the last bit where z + c is exact', () => {
    fc.assert(
      fc.property(logits(), dyadic(2 ** 20), (z, c) => {
        expect(softmax(z.map((v) => v + c))).toEqual(softmax(z));
      }),
    );
  });

  test('keeps the order of the logits', () => {
    fc.assert(
      fc.property(logits(100, 2), (z) => {
        const p = softmax(z);
        const order = z.map((_, k) => k).sort((i, j) => (z[i] ?? NaN) - (z[j] ?? NaN));
        const sorted = order.map((k) => p[k] ?? NaN);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });

  test('of equal logits is 1/n, wherever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (n, c) => {
          expect(softmax(new Array<number>(n).fill(c))).toEqual(new Float64Array(n).fill(1 / n));
        },
      ),
    );
  });

  test('of two logits is the logistic function of their difference', () => {
    fc.assert(
      fc.property(dyadic(30), dyadic(30), (a, b) => {
        const [p = NaN] = softmax([a, b]);
        expect(p).toBeCloseTo(1 / (1 + Math.exp(b - a)), 14);
      }),
    );
  });

  test('is a distribution or NaN, whatever the logits', () => {
    fc.assert(
      fc.property(anyLogits, (z) => {
        const p = softmax(z);
        const defined = z.some(Number.isFinite) && !z.includes(Infinity);
        if (defined) expect(Math.abs(sum(p) - 1)).toBeLessThanOrEqual(10 * Number.EPSILON);
        else expect(p.every(Number.isNaN)).toBe(true);
      }),
    );
  });

  test('doesn’t overflow at ±710 and ±1e308', () => {
    expect(softmax([710, -710])).toEqual(Float64Array.of(1, 0));
    expect(softmax([710, 710])).toEqual(Float64Array.of(0.5, 0.5));
    expect(softmax([1e308, -1e308, 1e308])).toEqual(Float64Array.of(0.5, 0, 0.5));
  });

  test('gives a masked class, −∞, probability 0', () => {
    expect(softmax([1, -Infinity, 1])).toEqual(Float64Array.of(0.5, 0, 0.5));
    expect(softmax([-Infinity, -3])).toEqual(Float64Array.of(0, 1));
  });

  test.each([
    ['a NaN', [1, NaN, 2]],
    ['a first NaN', [NaN, 1]],
    ['+∞', [1, Infinity]],
    ['+∞ alone', [Infinity]],
    ['only −∞', [-Infinity, -Infinity]],
    ['one −∞', [-Infinity]],
  ])('is NaN for %s', (_, z) => {
    expect(softmax(z).every(Number.isNaN)).toBe(true);
  });

  test('of no logits is an error', () => {
    expect(() => softmax([])).toThrow(new ShapeError('logits', 'at least one entry', 'none'));
  });

  test('writes into out, which may be its argument, and checks its length', () => {
    const z = Float64Array.of(3, 1, 2);
    const expected = softmax(z);
    const out = new Float64Array(3);
    expect(softmax(z, out)).toBe(out);
    expect(out).toEqual(expected);
    expect(softmax(z, z)).toEqual(expected);
    expect(() => softmax([1, 2], new Float64Array(3))).toThrow(ShapeError);
  });

  test.each(regimes)('is within 2 ulp: %s', (_, cases) => {
    for (const c of cases) {
      expect(worstUlp(softmax(logitsOf(c)), c.softmax)).toBeLessThanOrEqual(ALLOWED_ULP);
    }
  });

  test.each(longCases)('is within 2 ulp for %d logits', (_, c) => {
    const p = softmax(longLogits(c));
    expect(
      worstUlp(
        c.places.map((k) => p[k] ?? NaN),
        c.softmax,
      ),
    ).toBeLessThanOrEqual(ALLOWED_ULP);
  });
});
