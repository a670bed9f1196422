/** Fractional bits of the numbers below: about 180 decimal digits. */
const BITS = 600n;

/** A real number as an integer multiple of 2^−600. Slow and plain: what fast arithmetic is held against. */
export type Precise = bigint;

export const ONE: Precise = 1n << BITS;

/** The exact value of a double. */
export function precise(x: number): Precise {
  let [numerator, halvings] = [x, 0n];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    halvings += 1n;
  }
  return (BigInt(numerator) << BITS) >> halvings;
}

/** The nearest double, or one next to it. */
export function toNumber(a: Precise): number {
  const negative = a < 0n;
  const size = negative ? -a : a;
  const excess = BigInt(Math.max(0, size.toString(2).length - 64));
  const value = Number(size >> excess) * 2 ** Number(excess - BITS);
  return negative ? -value : value;
}

export const times = (a: Precise, b: Precise): Precise => (a * b) >> BITS;

export const over = (a: Precise, b: Precise): Precise => (a << BITS) / b;

/** e^a by halving the argument 40 times, a Taylor series and squaring. */
export function exponential(a: Precise): Precise {
  const halvings = 40n;
  // More bits while squaring, which doubles errors.
  const extra = 64n;
  const one = ONE << extra;
  const x = (a << extra) >> halvings;
  let [term, sum] = [one, one];
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = ((term * x) >> (BITS + extra)) / k;
    sum += term;
  }
  for (let k = 0n; k < halvings; k++) sum = (sum * sum) >> (BITS + extra);
  return sum >> extra;
}

/** log a for a > 0, by Newton's method for e^x = a. */
export function logarithm(a: Precise): Precise {
  let x = precise(Math.log(toNumber(a)));
  for (let k = 0; k < 6; k++) x += over(a, exponential(x)) - ONE;
  return x;
}

/** The largest whole number whose square is at most `a`, in the same units. */
export function squareRoot(a: Precise): Precise {
  const n = a << BITS;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** a to a whole power. */
export function wholePower(a: Precise, exponent: number): Precise {
  let result = ONE;
  for (let k = 0; k < Math.abs(exponent); k++) result = times(result, a);
  return exponent < 0 ? over(ONE, result) : result;
}
