import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productError } from '../../src/numeric/productError.ts';

describe('productError', () => {
  test('is what rounding took from a product of integers', () => {
    const factor = fc.integer({ min: -(2 ** 52), max: 2 ** 52 });
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        const error = BigInt(a) * BigInt(b) - BigInt(a * b);
        expect(BigInt(productError(a, b, a * b))).toBe(error);
      }),
    );
  });

  test('of (1 + ε)² is ε²', () => {
    const a = 1 + Number.EPSILON;
    expect(productError(a, a, a * a)).toBe(Number.EPSILON ** 2);
  });
});
