import { shift } from './shift.ts';

/**
 * log Σ_k exp(z_k), as max + log1p of the sum over the others: nothing overflows, nothing cancels.
 * `z`: n logits; throws `ShapeError` for n = 0. −∞ where all logits are −∞, +∞ where one is +∞.
 */
export function logSumExp(z: ArrayLike<number>): number {
  const { max, others } = shift(z, new Float64Array(z.length));
  if (max === Infinity || max === -Infinity) return max;
  return max + Math.log1p(others);
}
