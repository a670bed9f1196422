import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  centralDifference,
  centralQuotient,
  forwardDifference,
  fourPointDifference,
  richardsonDifference,
} from '../../src/numeric/differences.ts';
import { DomainError } from '../../src/numeric/errors.ts';

const methods = [
  ['forward', forwardDifference, 1, 1e-6],
  ['central', centralDifference, 2, 1e-9],
  ['four-point', fourPointDifference, 4, 1e-11],
  ['Richardson', richardsonDifference, 8, 1e-12],
] as const;

const wave = ([x = NaN, y = NaN]: Float64Array): number => Math.sin(x) * Math.exp(y / 4);

describe.each(methods)('the %s difference', (_, difference, order, accuracy) => {
  test(`is the derivative within ${accuracy}`, () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
        expect(Math.abs(difference(wave, [x, 1], 0) - Math.cos(x) * Math.exp(0.25))).toBeLessThan(
          accuracy,
        );
      }),
    );
  });

  test(`is exact for a polynomial of degree ${order}, at a long step`, () => {
    const slope = difference(([x = NaN]) => (x + 1) ** order, [0], 0, 0.5);
    expect(slope).toBeCloseTo(order, 12);
  });

  test(`is not exact for degree ${order + 1}`, () => {
    const slope = difference(([x = NaN]) => (x + 1) ** (order + 1), [0], 0, 0.5);
    expect(Math.abs(slope - order - 1)).toBeGreaterThan(1e-7);
  });

  test(`has a truncation error of order ${order} in h`, () => {
    const error = (h: number): number =>
      Math.abs(difference(([x = NaN]) => Math.exp(x), [0], 0, h) - 1);
    const long = order === 8 ? 2 : order === 4 ? 0.1 : 0.01;
    expect(Math.log2(error(long) / error(long / 2))).toBeCloseTo(order, 0);
  });

  test('takes the other entries as they are and changes no argument', () => {
    const x = Float64Array.of(1, 2, 3);
    const slope = difference(([a = NaN, b = NaN, c = NaN]) => a * b * c, x, 1);
    expect(slope).toBeCloseTo(3, 6);
    expect(x).toEqual(Float64Array.of(1, 2, 3));
  });

  test('throws for a place outside x and a step that is not positive', () => {
    expect(() => difference(wave, [1, 2], 2)).toThrow('place: expected one of 0 to 1, got 2');
    expect(() => difference(wave, [1, 2], -1)).toThrow(DomainError);
    expect(() => difference(wave, [1, 2], 0, 0)).toThrow(DomainError);
    expect(() => difference(wave, [1, 2], 0, NaN)).toThrow(DomainError);
  });

  test('is NaN where f is, or where the step is lost against x', () => {
    expect(difference(() => NaN, [0], 0)).toBeNaN();
    expect(difference(([x = NaN]) => x, [1e16], 0, 1e-5)).toBeNaN();
  });
});

describe('centralDifference', () => {
  test('divides by the distance really taken', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (x) => {
        expect(centralDifference(([v = NaN]) => v, [x], 0, 1e-5)).toBe(1);
      }),
    );
  });

  test('takes a step in proportion to a large entry', () => {
    const { step, size } = centralQuotient(([x = NaN]) => x, [1e8], 0);
    expect(step).toBeCloseTo(1e3, 6);
    expect(size).toBeCloseTo(1e8 + 1e3, 6);
  });
});
