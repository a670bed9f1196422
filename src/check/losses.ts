import { boundedNumbers, type Bounded } from '../expression/bounded.ts';
import type { Algebra } from '../numeric/algebra.ts';
import { SAFETY } from './judge.ts';

/**
 * A number with the largest part of any addend, factor or power that was lost in computing it: 1 where
 * something vanished altogether, as 3 does in 10^20 + 3.
 */
export interface Lossy {
  readonly n: Bounded;
  readonly lost: number;
}

/** Unit roundoff of IEEE doubles. */
const U = 2 ** -53;

/**
 * Doubles that remember what was swallowed on the way. A rounding bound can't tell: relative to the
 * result it is as small as ever, but the result no longer depends on what was swallowed.
 */
export const losses: Algebra<Lossy> = {
  constant: (x) => ({ n: boundedNumbers.constant(x), lost: 0 }),
  add: (a, b) => ({ n: boundedNumbers.add(a.n, b.n), lost: inSum(a, b) }),
  subtract: (a, b) => ({ n: boundedNumbers.subtract(a.n, b.n), lost: inSum(a, b) }),
  multiply: (a, b) => {
    const n = boundedNumbers.multiply(a.n, b.n);
    return { n, lost: inProduct(n, a, b) };
  },
  divide: (a, b) => {
    const n = boundedNumbers.divide(a.n, b.n);
    return { n, lost: inProduct(n, a, b) };
  },
  negate: (a) => ({ n: boundedNumbers.negate(a.n), lost: a.lost }),
  exp: (a) => {
    const n = boundedNumbers.exp(a.n);
    return { n, lost: n.v === 0 ? 1 : a.lost };
  },
  log: (a) => ({ n: boundedNumbers.log(a.n), lost: a.lost }),
  power: (a, b) => {
    const n = boundedNumbers.power(a.n, b.n);
    return { n, lost: inProduct(n, a, b) };
  },
  isZero: (a) => boundedNumbers.isZero(a.n),
  isDoubtful: (a) => boundedNumbers.isDoubtful(a.n),
  value: (a) => a.n.v,
};

function inSum(a: Lossy, b: Lossy): number {
  const [small, large] = Math.abs(a.n.v) < Math.abs(b.n.v) ? [a, b] : [b, a];
  const size = Math.abs(small.n.v);
  // What is rounding error already has nothing to lose.
  const own = size <= SAFETY * small.n.e ? 0 : (U * Math.abs(large.n.v)) / size;
  return Math.max(a.lost, b.lost, own);
}

function inProduct(n: Bounded, a: Lossy, b: Lossy): number {
  // An exact 0 makes nothing of the other factor. A 0 of two factors that are none has vanished; that of
  // a factor which has come out as 0 by cancelling has lost what the factor has.
  if (isExactZero(a) || isExactZero(b)) return 0;
  return n.v === 0 && a.n.v !== 0 && b.n.v !== 0 ? 1 : Math.max(a.lost, b.lost);
}

function isExactZero({ n }: Lossy): boolean {
  return n.v === 0 && n.e === 0;
}
