import { probe, type ScalarFunction } from './probe.ts';

/** A difference quotient and what its rounding error depends on. */
export interface Quotient {
  readonly slope: number;
  /** The larger |f| of the two values. */
  readonly size: number;
  readonly step: number;
}

/** The quotient of {@link centralDifference}. */
export function centralQuotient(
  f: ScalarFunction,
  x: ArrayLike<number>,
  k: number,
  h?: number,
): Quotient {
  const { at, step, value } = probe(f, x, k, h ?? 1e-5, h !== undefined);
  const [above, below] = [value(at + step), value(at - step)];
  const slope = (above - below) / (at + step - (at - step));
  return { slope, size: Math.max(Math.abs(above), Math.abs(below)), step };
}

/**
 * (f(x + h e_k) − f(x − h e_k)) / 2h ≈ ∂f/∂x_k, with the difference of the rounded points for 2h.
 * `x`: n entries; `k` from 0; `h` in units of x_k, 1e-5 max(1, |x_k|) unless given: near ε^(1/3), where
 * truncation h² f‴/6 and rounding ε|f|/h balance. NaN where h is lost against x_k. Throws `DomainError`
 * for k outside 0 … n − 1 or h ≤ 0, as its relatives do. Evaluates f twice.
 * Source: W. Press et al., Numerical Recipes, 3rd ed., section 5.7.
 */
export function centralDifference(
  f: ScalarFunction,
  x: ArrayLike<number>,
  k: number,
  h?: number,
): number {
  return centralQuotient(f, x, k, h).slope;
}

/** (f(x + h e_k) − f(x)) / h; truncation h f″/2; h is 1e-8 max(1, |x_k|) unless given, about √ε. */
export function forwardDifference(
  f: ScalarFunction,
  x: ArrayLike<number>,
  k: number,
  h?: number,
): number {
  const { at, step, value } = probe(f, x, k, h ?? 1e-8, h !== undefined);
  return (value(at + step) - value(at)) / step;
}

/**
 * (f(x − 2h) − 8 f(x − h) + 8 f(x + h) − f(x + 2h)) / 12h along e_k; truncation h⁴ f⁗′/30; h is
 * 1e-3 max(1, |x_k|) unless given, about ε^(1/5).
 * Source: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, table 25.2.
 */
export function fourPointDifference(
  f: ScalarFunction,
  x: ArrayLike<number>,
  k: number,
  h?: number,
): number {
  const { at, step, value } = probe(f, x, k, h ?? 1e-3, h !== undefined);
  const near = value(at + step) - value(at - step);
  const far = value(at + 2 * step) - value(at - 2 * step);
  return (8 * near - far) / (12 * step);
}

/**
 * Central differences at h, h/2, h/4 and h/8, extrapolated to h = 0; truncation O(h⁸); h is
 * max(1, |x_k|)/16 unless given. Source: L. F. Richardson and J. A. Gaunt, "The deferred approach to
 * the limit", Phil. Trans. R. Soc. A 226 (1927).
 */
export function richardsonDifference(
  f: ScalarFunction,
  x: ArrayLike<number>,
  k: number,
  h?: number,
): number {
  const { at, step, value } = probe(f, x, k, h ?? 1 / 16, h !== undefined);
  const slopes = [1, 2, 4, 8].map((m) => {
    const short = at + step / m - at;
    return (value(at + short) - value(at - short)) / (2 * short);
  });
  for (let order = 4; slopes.length > 1; order *= 4) {
    for (let m = 0; m + 1 < slopes.length; m++) {
      const [wide, narrow] = [slopes[m] ?? NaN, slopes[m + 1] ?? NaN];
      slopes[m] = narrow + (narrow - wide) / (order - 1);
    }
    slopes.pop();
  }
  return slopes[0] ?? NaN;
}
