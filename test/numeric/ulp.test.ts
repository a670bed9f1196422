import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ulp, ulpError } from './ulp.ts';

describe('ulp', () => {
  test.each([
    [1, 2 ** -52],
    [-1.5, 2 ** -52],
    [2 - 2 ** -52, 2 ** -52],
    [2, 2 ** -51],
    [0, 2 ** -1074],
    [2 ** -1074, 2 ** -1074],
    [2 ** -1022, 2 ** -1074],
    [2 ** -1021, 2 ** -1073],
    [2 ** -970, 2 ** -1022],
    [2 ** -971, 2 ** -1023],
    [Number.MAX_VALUE, 2 ** 971],
  ])('of %d is %d', (x, expected) => {
    expect(ulp(x)).toBe(expected);
  });

  test('is the distance to a neighbour', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 0, max: 1e308 }), (x) => {
        expect(x + ulp(x)).toBeGreaterThan(x);
        expect(x + ulp(x) / 4).toBe(x);
      }),
    );
  });
});

describe('ulpError', () => {
  test('adds the rest of the reference', () => {
    expect(ulpError(1 + 2 ** -52, { near: 1, rest: 0.25 })).toBe(0.75);
    expect(ulpError(1, { near: 1, rest: -0.25 })).toBe(0.25);
    expect(ulpError(2 ** -1074, { near: 0, rest: 0.5 })).toBe(0.5);
  });

  test('is infinite where only one of the two is finite, and for NaN', () => {
    expect(ulpError(Infinity, { near: 1, rest: 0 })).toBe(Infinity);
    expect(ulpError(1, { near: -Infinity, rest: 0 })).toBe(Infinity);
    expect(ulpError(NaN, { near: 1, rest: 0 })).toBe(Infinity);
    expect(ulpError(-Infinity, { near: -Infinity, rest: 0 })).toBe(0);
  });
});
