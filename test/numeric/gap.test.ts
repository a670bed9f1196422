import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expGap, gapError } from '../../src/numeric/gap.ts';
import { dyadic } from './arbitraries.ts';
import { ulp } from './ulp.ts';

const parts = new Float64Array(2);
const below = fc.tuple(
  fc.double({ noNaN: true, max: 1e300, min: -1e300 }),
  fc.double({ min: 0, max: 800, noNaN: true }),
);

describe('gapError', () => {
  test('is what the difference lost', () => {
    expect(gapError(1, 2 ** 60, 1 - 2 ** 60)).toBe(1);
    expect(gapError(2 ** -60, 1, 2 ** -60 - 1)).toBe(2 ** -60);
    fc.assert(
      fc.property(dyadic(1000), dyadic(1000), (a, b) => {
        expect(gapError(a, b, a - b)).toBe(0);
      }),
    );
  });

  test('is 0 where the difference overflows, and finite for the largest doubles', () => {
    expect(gapError(-1e308, 1e308, -Infinity)).toBe(0);
    expect(gapError(-Infinity, 1, -Infinity)).toBe(0);
    const max = Number.MAX_VALUE;
    for (const [a, b] of [
      [max, max],
      [-max, -max],
      [0, max],
      [-max, 0],
      [1e308, max],
    ] as const) {
      expect(gapError(a, b, a - b)).toBeLessThan(Infinity);
    }
  });
});

describe('expGap', () => {
  test('lies within 2 ulp of the engine’s exp, which may itself be off by one', () => {
    fc.assert(
      fc.property(fc.double({ min: -745, max: 0, noNaN: true }), (gap) => {
        const expected = Math.exp(gap);
        expect(Math.abs(expGap(gap, 0, parts) - expected)).toBeLessThanOrEqual(2 * ulp(expected));
      }),
    );
  });

  test('of a sum is the product', () => {
    fc.assert(
      fc.property(dyadic(100), dyadic(100), (a, b) => {
        const [x, y] = [-Math.abs(a), -Math.abs(b)];
        const product = expGap(x, 0, parts) * expGap(y, 0, parts);
        expect(Math.abs(expGap(x + y, 0, parts) - product)).toBeLessThanOrEqual(4 * ulp(product));
      }),
    );
  });

  test('is a probability, and 2⁹⁰⁰ times smaller than its parts', () => {
    fc.assert(
      fc.property(below, ([b, gap]) => {
        const e = expGap(b - gap, b, parts);
        const [high = NaN, low = NaN] = parts;
        expect(e).toBeGreaterThanOrEqual(0);
        expect(e).toBeLessThanOrEqual(1);
        expect(high * 2 ** -900).toBe(e);
        expect(high + low).toBe(high);
      }),
    );
  });

  test('keeps what rounding takes from the difference', () => {
    // 1 − 2⁻⁶⁰ rounds to 1; twice the deviation would show in the last places of exp(−2⁻⁶⁰ − 30).
    expect(expGap(2 ** -54 - 40, 0, parts)).toBe(expGap(-40, 0, parts));
    const lost = expGap(-1, 2 ** -53, parts);
    expect(lost).toBeLessThan(expGap(-1, 0, parts) * (1 + 2 ** -60));
    expect((parts[1] ?? NaN) + (parts[0] ?? NaN)).toBe(parts[0]);
  });

  test.each([
    [0, 0, 1],
    [1e308, 1e308, 1],
    [-1e308, 1e308, 0],
    [-Infinity, 5, 0],
    [-745.13, 0, 2 ** -1074],
    [-745.14, 0, 0],
    [-746, 0, 0],
    [-Infinity, -Infinity, NaN],
    [Infinity, Infinity, NaN],
    [NaN, 1, NaN],
    [1, NaN, NaN],
  ])('of %d − %d is %d', (a, b, expected) => {
    expect(expGap(a, b, parts)).toBe(expected);
  });
});
