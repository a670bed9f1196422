import type { Algebra } from './algebra.ts';
import { requireLength, ShapeError } from './errors.ts';

/**
 * The cross-entropy −Σ_k t_k log σ(z)_k over any algebra, such as dual numbers, whose derivatives
 * are then independent of the closed form of its gradient. `z`: n logits; `t`: n weights, 0 · log 0 = 0.
 * Measured from the largest logit z_m: Σ_k t_k (z_m − z_k) + Σt · log(1 + Σ_{k≠m} exp(z_k − z_m)). Because
 * z_m keeps its infinitesimal, 1 − ŷ_m doesn't form by cancellation. Throws `ShapeError` for n = 0 and
 * where the lengths differ. Error: a few units of 2⁻⁵³ max(1, loss); derivatives as for a one-hot target's
 * `crossEntropyGradient`, a few ulp.
 */
export function crossEntropyOver<T>(algebra: Algebra<T>, z: readonly T[], t: ArrayLike<number>): T {
  requireLength('target', z.length, t.length);
  const { add, subtract, multiply, exp, log, constant, value } = algebra;
  const at = Math.max(0, z.map(value).indexOf(Math.max(...z.map(value))));
  const top = z[at];
  if (top === undefined) throw new ShapeError('logits', 'at least one entry', 'none');
  let sum = constant(1);
  let linear = constant(0);
  let total = 0;
  z.forEach((logit, k) => {
    const weight = t[k] ?? NaN;
    total += weight;
    if (k === at) return;
    sum = add(sum, exp(subtract(logit, top)));
    if (weight !== 0) linear = add(linear, multiply(constant(weight), subtract(top, logit)));
  });
  return add(linear, multiply(constant(total), log(sum)));
}
