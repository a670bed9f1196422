import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeError } from '../../src/numeric/errors.ts';
import { logSoftmax } from '../../src/numeric/logSoftmax.ts';
import { softmax } from '../../src/numeric/softmax.ts';
import { dyadic, logits } from './arbitraries.ts';
import {
  ALLOWED_ULP,
  logitsOf,
  longCases,
  longLogits,
  regimes,
  worstUlp,
} from './references/references.ts';

describe('logSoftmax', () => {
  test('is the logarithm of softmax', () => {
    fc.assert(
      fc.property(logits(300), (z) => {
        const p = softmax(z);
        logSoftmax(z).forEach((l, k) => {
          expect(l).toBeLessThanOrEqual(0);
          expect(l).toBeCloseTo(Math.log(p[k] ?? NaN), 11);
        });
      }),
    );
  });

  test('logSoftmax(z + c) equals logSoftmax(z), to the last bit where z + c is exact', () => {
    fc.assert(
      fc.property(logits(), dyadic(2 ** 20), (z, c) => {
        expect(logSoftmax(z.map((v) => v + c))).toEqual(logSoftmax(z));
      }),
    );
  });

  test('keeps a probability next to 1 apart from 1', () => {
    expect(logSoftmax([40, 0])[0]).toBe(-Math.exp(-40));
    expect(logSoftmax([0, -1e308])).toEqual(Float64Array.of(0, -1e308));
  });

  test('is −∞ for a masked class and NaN where softmax is NaN', () => {
    expect(logSoftmax([3, -Infinity])).toEqual(Float64Array.of(0, -Infinity));
    for (const z of [[NaN, 1], [Infinity, 1], [-Infinity], [-Infinity, -Infinity]]) {
      expect(logSoftmax(z).every(Number.isNaN)).toBe(true);
    }
  });

  test('throws for no logits and a wrong out; out may be its argument', () => {
    expect(() => logSoftmax([])).toThrow(ShapeError);
    expect(() => logSoftmax([1], new Float64Array(2))).toThrow(ShapeError);
    const z = Float64Array.of(1, 2, 4);
    const expected = logSoftmax(z);
    expect(logSoftmax(z, z)).toEqual(expected);
  });

  test.each(regimes)('is within 2 ulp: %s', (_, cases) => {
    for (const c of cases) {
      expect(worstUlp(logSoftmax(logitsOf(c)), c.logSoftmax)).toBeLessThanOrEqual(ALLOWED_ULP);
    }
  });

  test.each(longCases)('is within 2 ulp for %d logits', (_, c) => {
    const l = logSoftmax(longLogits(c));
    expect(
      worstUlp(
        c.places.map((k) => l[k] ?? NaN),
        c.logSoftmax,
      ),
    ).toBeLessThanOrEqual(ALLOWED_ULP);
  });
});
