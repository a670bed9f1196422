import { DomainError } from './errors.ts';

/** A function of n real numbers. It must not keep or change its argument. */
export type ScalarFunction = (x: Float64Array) => number;

/** A function along one of its n axes. */
export interface Probe {
  /** Where it stands. */
  readonly at: number;
  /** About the step asked for, and such that at ± step are doubles: the true step. */
  readonly step: number;
  /** f with the entry set to `x`, the other entries as they are. */
  readonly value: (x: number) => number;
}

/**
 * `f` along entry `k` of `x` (n entries, `k` from 0; `x` is copied), with the step `h`, in proportion to
 * |x_k| where that is above 1 unless `fixed`. Throws `DomainError` for k outside 0 … n − 1 and h ≤ 0.
 * Source of the rounded step: W. Press et al., Numerical Recipes, 3rd ed., section 5.7.
 */
export function probe(
  f: ScalarFunction,
  x: ArrayLike<number>,
  k: number,
  h: number,
  fixed: boolean,
): Probe {
  const point = Float64Array.from(x);
  const at = point[k];
  if (at === undefined) throw new DomainError('place', `one of 0 to ${x.length - 1}`, k);
  if (!(h > 0)) throw new DomainError('step', 'a positive number', h);
  const wanted = fixed ? h : h * Math.max(1, Math.abs(at));
  const value = (x: number): number => {
    point[k] = x;
    return f(point);
  };
  return { at, step: at + wanted - at, value };
}
