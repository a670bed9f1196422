import type { Algebra } from '../numeric/algebra.ts';
import { expHomomorphism, inverseMod, logHomomorphism, P, powerMod, Q, reduce } from './field.ts';

/**
 * A value in the algebraic test: what it is modulo P as a value, and modulo Q as an exponent or a
 * logarithm; null where that can't be told. Constants keep their number.
 */
export interface Residue {
  readonly p: bigint | null;
  readonly q: bigint | null;
  readonly exact: number | null;
}

/** A formula that the algebraic test can't follow, such as a maximum. */
export class OutOfReach extends Error {
  constructor(what: string) {
    super(`${what} is out of reach of the algebraic test`);
    this.name = 'OutOfReach';
  }
}

const ZERO: Residue = { p: 0n, q: 0n, exact: 0 };

/**
 * Residues in two sorts. Sums, products and quotients are taken in both; exp leads from exponents
 * modulo Q to values modulo P, log back. Derivatives are duals over these: formal derivatives.
 * Source: G. Gonnet, "Determining equivalence of expressions in random polynomial time", STOC 1984.
 */
export const residues: Algebra<Residue> = {
  constant: exactResidue,
  add: (a, b) =>
    combine(
      a,
      b,
      (x, y) => x + y,
      (x, y) => x + y,
    ),
  subtract: (a, b) =>
    combine(
      a,
      b,
      (x, y) => x - y,
      (x, y) => x - y,
    ),
  multiply: (a, b) =>
    a.exact === 0 || b.exact === 0
      ? ZERO
      : combine(
          a,
          b,
          (x, y) => x * y,
          (x, y) => x * y,
        ),
  divide: (a, b) => {
    if (a.exact === 0 && b.exact !== 0) return ZERO;
    const inverse = { p: inverseIn(b.p, P), q: inverseIn(b.q, Q), exact: null };
    return combine(
      a,
      inverse,
      (x, y) => x * y,
      () => NaN,
    );
  },
  negate: (a) =>
    combine(
      ZERO,
      a,
      (x, y) => x - y,
      (x, y) => x - y,
    ),
  exp: (a) =>
    a.exact === 0
      ? exactResidue(1)
      : { p: a.q === null ? null : expHomomorphism(a.q), q: null, exact: null },
  log: (a) => {
    if (a.exact === 1) return ZERO;
    return { p: null, q: a.p === null || a.p === 0n ? null : logHomomorphism(a.p), exact: null };
  },
  power: (a, b) => {
    if (b.exact !== null) return integerPower(a, b.exact);
    if (a.p === null || a.p === 0n || b.q === null) return { p: null, q: null, exact: null };
    return { p: expHomomorphism((logHomomorphism(a.p) * b.q) % Q), q: null, exact: null };
  },
  isZero: (a) => a.exact === 0,
  value: () => {
    throw new OutOfReach('a comparison of values');
  },
};

/** A number that a double holds exactly, as a residue: doubles are integers over powers of 2. */
export function exactResidue(x: number): Residue {
  if (!Number.isFinite(x)) throw new OutOfReach(String(x));
  let [numerator, halvings] = [x, 0];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    halvings += 1;
  }
  const inSort = (m: bigint): bigint =>
    reduce(BigInt(numerator) * powerMod((m + 1n) / 2n, BigInt(halvings), m), m);
  return { p: inSort(P), q: inSort(Q), exact: x };
}

/** A residue that stands for a free value: independent in the two sorts. */
export function freeResidue(p: bigint, q: bigint): Residue {
  return { p: reduce(p, P), q: reduce(q, Q), exact: null };
}

function integerPower(a: Residue, exponent: number): Residue {
  if (!Number.isInteger(exponent)) return { p: null, q: null, exact: null };
  const inSort = (base: bigint | null, m: bigint): bigint | null => {
    const root = exponent < 0 ? inverseIn(base, m) : base;
    return root === null ? null : powerMod(root, BigInt(Math.abs(exponent)), m);
  };
  return {
    p: inSort(a.p, P),
    q: inSort(a.q, Q),
    exact: a.exact === null ? null : safe(a.exact ** exponent),
  };
}

function inverseIn(a: bigint | null, m: bigint): bigint | null {
  return a === null ? null : inverseMod(a, m);
}

function combine(
  a: Residue,
  b: Residue,
  operation: (x: bigint, y: bigint) => bigint,
  exactly: (x: number, y: number) => number,
): Residue {
  return {
    p: a.p === null || b.p === null ? null : reduce(operation(a.p, b.p), P),
    q: a.q === null || b.q === null ? null : reduce(operation(a.q, b.q), Q),
    exact: a.exact === null || b.exact === null ? null : safe(exactly(a.exact, b.exact)),
  };
}

/** Only integers that doubles hold exactly stay known as numbers. */
function safe(x: number): number | null {
  return Number.isSafeInteger(x) ? x : null;
}
