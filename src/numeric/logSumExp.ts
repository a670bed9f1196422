import { gapError } from './gap.ts';
import { shift } from './shift.ts';

/**
 * log Σ_k exp(z_k) = max z + log1p(Σ over the others): nothing overflows, and the terms below the
 * largest are not lost. `z`: n logits; throws `ShapeError` for n = 0. −∞ where all logits are −∞, +∞
 * where one is +∞, NaN where one is NaN. Error: at most 2 ulp of max(|lse|, |max z|).
 * Source: P. Blanchard, D. J. Higham and N. J. Higham, "Accurately computing the log-sum-exp and
 * softmax functions", IMA J. Numer. Anal. 41 (2021).
 */
export function logSumExp(z: ArrayLike<number>): number {
  const { max, others, rest } = shift(z);
  if (!Number.isFinite(max)) return max;
  const log = Math.log1p(others);
  const sum = log + max;
  return sum + (gapError(log, -max, sum) + rest / (1 + others));
}
