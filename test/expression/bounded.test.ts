import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedNumbers, type Bounded } from '../../src/expression/bounded.ts';
import { exponential, logarithm, over, precise, squareRoot, times, toNumber, wholePower, type Precise } from './precise.ts'; // prettier-ignore

/** A number in both arithmetics. */
interface Both {
  readonly b: Bounded;
  readonly exact: Precise;
}

const { add, subtract, multiply, divide, negate, exp, log, power, constant } = boundedNumbers;

/** An operation on numbers where both arithmetics can follow, or null. */
type Operation = (a: Both, b: Both) => Both | null;

const size = (a: Both): number => Math.abs(a.b.v);

const OPERATIONS: readonly Operation[] = [
  (a, b) => ({ b: add(a.b, b.b), exact: a.exact + b.exact }),
  (a, b) => ({ b: subtract(a.b, b.b), exact: a.exact - b.exact }),
  (a, b) => (size(a) * size(b) < 1e12 ? { b: multiply(a.b, b.b), exact: times(a.exact, b.exact) } : null),
  (a, b) => (size(b) > 1e-3 ? { b: divide(a.b, b.b), exact: over(a.exact, b.exact) } : null),
  (a) => ({ b: negate(a.b), exact: -a.exact }),
  (a) => (size(a) < 20 ? { b: exp(a.b), exact: exponential(a.exact) } : null),
  (a) => (a.b.v > 1e-3 && a.exact > 0n ? { b: log(a.b), exact: logarithm(a.exact) } : null),
  (a) => (a.b.v > 1e-3 && a.exact > 0n ? { b: power(a.b, constant(0.5)), exact: squareRoot(a.exact) } : null),
  (a) => (size(a) < 100 ? { b: power(a.b, constant(3)), exact: wholePower(a.exact, 3) } : null),
  (a) => (size(a) > 0.01 ? { b: power(a.b, constant(-2)), exact: wholePower(a.exact, -2) } : null),
  (a, b) =>
    a.b.v > 0.01 && a.b.v < 20 && size(b) < 5 && a.exact > 0n
      ? { b: power(a.b, b.b), exact: exponential(times(b.exact, logarithm(a.exact))) }
      : null,
]; // prettier-ignore

const start = fc
  .oneof(
    fc.double({ min: -8, max: 8, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-9),
    fc.integer({ min: -20, max: 20 }),
    fc.double({ min: 1e6, max: 1e9, noNaN: true }),
  )
  .map((x): Both => ({ b: constant(x), exact: precise(x) }));

describe('a rounding bound', () => {
  test('is never violated by a chain of operations', () => {
    const step = fc.record({ op: fc.nat(OPERATIONS.length - 1), other: start, swap: fc.boolean() });
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 1, maxLength: 12 }), (first, steps) => {
        let [a, before] = [first, first];
        for (const { op, other, swap } of steps) {
          const b = swap ? before : other;
          const next = OPERATIONS[op]?.(a, b);
          // Precise numbers have an absolute precision.
          if (!next || size(next) > 1e15 || (size(next) < 1e-60 && next.exact !== 0n)) continue;
          [before, a] = [a, next];
          const { v, e } = a.b;
          if (!Number.isFinite(v) || !Number.isFinite(e)) return;
          const error = Math.abs(toNumber(a.exact - precise(v)));
          expect(error).toBeLessThanOrEqual(e * (1 + 1e-9));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('is 0 for constants and for what is exact', () => {
    expect(constant(0.1)).toEqual({ v: 0.1, e: 0 });
    expect(negate(constant(3)).e).toBe(0);
    expect(subtract(constant(3), constant(1))).toEqual({ v: 2, e: 0 });
    expect(add(constant(2 ** 52), constant(0.3)).e).toBeGreaterThanOrEqual(0.3);
    expect(add(constant(2 ** 53), constant(1)).e).toBeGreaterThanOrEqual(1);
    expect(multiply(constant(0), constant(1e300)).e).toBe(0);
    expect(power(constant(0), constant(2))).toEqual({ v: 0, e: 0 });
  });

  test.each([
    ['a quotient by what may be 0', divide(constant(1), { v: 1e-9, e: 1e-8 })],
    ['1 / 0', divide(constant(1), constant(0))],
    ['0 / 0', divide(constant(0), constant(0))],
    ['the logarithm of 0', log(constant(0))],
    ['the logarithm of what may be 0', log({ v: 1e-9, e: 1e-8 })],
    ['the logarithm of −1', log(constant(-1))],
    ['the root of −1', power(constant(-1), constant(0.5))],
    ['0 to the power 0 ± 1', power(constant(0), { v: 0, e: 1 })],
    ['an overflow', exp(constant(1000))],
    ['0 times an overflow', multiply(constant(0), exp(constant(1000)))],
    ['1 divided by an overflow', divide(constant(1), exp(constant(1000)))],
    ['e to the logarithm of 0', exp(log(constant(0)))],
  ])('of %s is not finite, or its value isn’t', (_, { v, e }) => {
    expect(Number.isFinite(v) && Number.isFinite(e)).toBe(false);
  });

  test('covers what underflows', () => {
    for (const small of [exp(constant(-800)), multiply(constant(1e-200), constant(1e-200))]) {
      expect(small.v).toBe(0);
      expect(small.e).toBeGreaterThan(0);
    }
  });
});
