import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbers } from '../../src/numeric/algebra.ts';
import { dualsOver, type Dual } from '../../src/numeric/dual.ts';
import { fourPointDifference } from '../../src/numeric/differences.ts';

const duals = dualsOver(numbers);
const { add, subtract, multiply, divide, negate, exp, log, power, constant, value } = duals;
type D = Dual<number>;

const functions: [string, (x: D) => D, (x: number) => number][] = [
  ['x² − 3x', (x) => subtract(multiply(x, x), multiply(constant(3), x)), (x) => x * x - 3 * x],
  ['1 / (1 + x)', (x) => divide(constant(1), add(constant(1), x)), (x) => 1 / (1 + x)],
  ['exp(−x)', (x) => exp(negate(x)), (x) => Math.exp(-x)],
  ['log x', log, Math.log],
  ['x³', (x) => power(x, constant(3)), (x) => x ** 3],
  ['2ˣ', (x) => power(constant(2), x), (x) => 2 ** x],
  ['xˣ', (x) => power(x, x), (x) => x ** x],
];

describe('dualsOver', () => {
  test.each(functions)('differentiates %s', (_, f, plain) => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        const y = f({ re: x, du: 1 });
        expect(value(y)).toBeCloseTo(plain(x), 12);
        expect(y.du).toBeCloseTo(
          fourPointDifference(([v = NaN]) => plain(v), [x], 0),
          8,
        );
      }),
    );
  });

  test('takes whole powers of negative numbers', () => {
    expect(power({ re: -2, du: 1 }, constant(3))).toEqual({ re: -8, du: 12 });
  });

  test('keeps the perturbations of nested derivatives apart', () => {
    // d/dx (x · d/dy (x + y)) = 1 at y = x; confusing the two ε gives 2.
    const nested = dualsOver(duals);
    const x: D = { re: 1, du: 1 };
    const inner = nested.add({ re: x, du: constant(0) }, { re: x, du: constant(1) });
    expect(multiply(x, inner.du).du).toBe(1);
  });
});
