import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeError } from '../../src/numeric/errors.ts';
import { logSumExp } from '../../src/numeric/logSumExp.ts';
import { dyadic, logits } from './arbitraries.ts';
import {
  ALLOWED_ULP,
  logitsOf,
  longCases,
  longLogits,
  regimes,
  worstUlp,
} from './references/references.ts';
import { ulp } from './ulp.ts';

describe('logSumExp', () => {
  test('lies between max z and max z + log n', () => {
    fc.assert(
      fc.property(logits(), (z) => {
        const max = Math.max(...z);
        expect(logSumExp(z)).toBeGreaterThanOrEqual(max);
        const bound = max + Math.log(z.length);
        expect(logSumExp(z)).toBeLessThanOrEqual(
          bound + 2 * ulp(Math.max(Math.abs(bound), Math.abs(max))),
        );
      }),
    );
  });

  test('logSumExp(z + c) equals logSumExp(z) + c', () => {
    fc.assert(
      fc.property(logits(), dyadic(100), (z, c) => {
        expect(logSumExp(z.map((v) => v + c))).toBeCloseTo(logSumExp(z) + c, 12);
      }),
    );
  });

  test('of a split is logSumExp of the parts', () => {
    fc.assert(
      fc.property(logits(), logits(), (a, b) => {
        const parts = logSumExp([logSumExp(a), logSumExp(b)]);
        expect(logSumExp([...a, ...b])).toBeCloseTo(parts, 12);
      }),
    );
  });

  test.each([
    [[5], 5],
    [[-1e308], -1e308],
    [[710, 710], 710 + Math.LN2],
    [[-800, -800], -800 + Math.LN2],
    [[0, -40], Math.exp(-40)],
    [[0, -Infinity], 0],
    [[-Infinity, -Infinity], -Infinity],
    [[-Infinity], -Infinity],
    [[Infinity, 1], Infinity],
    [[Infinity, -Infinity], Infinity],
    [[Infinity, NaN], NaN],
    [[NaN, Infinity], NaN],
    [[NaN, -Infinity], NaN],
  ])('of %j is %d', (z, expected) => {
    expect(logSumExp(z)).toBe(expected);
  });

  test('of no logits is an error', () => {
    expect(() => logSumExp([])).toThrow(ShapeError);
  });

  test.each(regimes)('is within 2 ulp of the larger of |lse| and |max z|: %s', (_, cases) => {
    for (const c of cases) {
      const z = logitsOf(c);
      const size = Math.abs(Math.max(...z));
      const error = worstUlp([logSumExp(z)], c.logSumExp, (near) => Math.max(size, Math.abs(near)));
      expect(error).toBeLessThanOrEqual(ALLOWED_ULP);
    }
  });

  test.each(longCases)('is within 2 ulp for %d logits', (_, c) => {
    expect(worstUlp([logSumExp(longLogits(c))], c.logSumExp)).toBeLessThanOrEqual(ALLOWED_ULP);
  });
});
