import type { Algebra } from './algebra.ts';
import { requireLength } from './errors.ts';

/**
 * The cross-entropy −Σ_k t_k log σ(z)_k over any algebra, such as dual numbers: written from its
 * definition, independent of the closed form of its gradient. `z`: n logits; `t`: n weights.
 */
export function crossEntropyOver<T>(algebra: Algebra<T>, z: readonly T[], t: ArrayLike<number>): T {
  requireLength('target', z.length, t.length);
  const { add, subtract, multiply, exp, log, constant, value } = algebra;
  // Subtracting a constant leaves softmax, and so every derivative, unchanged.
  const max = constant(Math.max(...z.map(value)));
  const shifted = z.map((logit) => subtract(logit, max));
  const logSum = log(shifted.map(exp).reduce(add));
  return shifted
    .map((logit, k) => multiply(constant(t[k] ?? NaN), subtract(logSum, logit)))
    .filter((_, k) => t[k] !== 0)
    .reduce(add, constant(0));
}
