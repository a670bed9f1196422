import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expHomomorphism,
  FACTORS,
  inverseMod,
  logHomomorphism,
  P,
  powerMod,
  Q,
  reduce,
} from '../../src/check/field.ts';

const residue = fc.bigInt({ min: 1n, max: P - 1n });
const exponent = fc.bigInt({ min: 0n, max: Q - 1n });

describe('the moduli', () => {
  it('are P = 2Q + 1 with Q the product of its factors', () => {
    expect(FACTORS.reduce((product, factor) => product * factor, 1n)).toBe(Q);
    expect(P).toBe(2n * Q + 1n);
  });

  it('pass Fermat’s test for P, and the generator has order Q and no less', () => {
    fc.assert(
      fc.property(residue, (a) => powerMod(a, P - 1n, P) === 1n),
      { numRuns: 20 },
    );
    expect(expHomomorphism(Q)).toBe(1n);
    for (const factor of FACTORS) expect(expHomomorphism(Q / factor)).not.toBe(1n);
  });
});

describe('exp', () => {
  it('takes sums to products', () => {
    fc.assert(
      fc.property(
        exponent,
        exponent,
        (a, b) => expHomomorphism((a + b) % Q) === (expHomomorphism(a) * expHomomorphism(b)) % P,
      ),
      { numRuns: 50 },
    );
  });
});

describe('log', () => {
  it('undoes exp', () => {
    fc.assert(
      fc.property(exponent, (a) => logHomomorphism(expHomomorphism(a)) === a),
      { numRuns: 50 },
    );
  });

  it('takes products to sums', () => {
    fc.assert(
      fc.property(
        residue,
        residue,
        (a, b) => logHomomorphism((a * b) % P) === (logHomomorphism(a) + logHomomorphism(b)) % Q,
      ),
      { numRuns: 50 },
    );
  });

  it('forgets signs, and refuses 0', () => {
    fc.assert(
      fc.property(residue, (a) => logHomomorphism(a) === logHomomorphism(P - a)),
      { numRuns: 20 },
    );
    expect(() => logHomomorphism(0n)).toThrow(RangeError);
  });
});

describe('inverses', () => {
  it('exist modulo P for all but 0, and modulo Q for what shares no factor with it', () => {
    fc.assert(fc.property(residue, (a) => reduce(a * (inverseMod(a, P) ?? 0n), P) === 1n));
    expect(inverseMod(0n, P)).toBeNull();
    expect(inverseMod(FACTORS[0], Q)).toBeNull();
  });
});
