import { requireEntries } from './errors.ts';

/** Logits measured from their largest: what softmax and its relatives share. */
export interface Shift {
  /** The largest logit; NaN where one is NaN. */
  readonly max: number;
  /** Its first place, counted from 0. */
  readonly at: number;
  /** Σ exp(z_k − max) over all other places: relative error of a few units in the last place. */
  readonly others: number;
}

/**
 * Writes exp(z_k − max z) into `out` (length n). Subtracting the maximum leaves softmax unchanged
 * and keeps exp from overflowing. The rounding error r of z_k − max is kept, exp(d + r) ≈ exp(d)(1 + r),
 * and the sum is compensated. `z`: n logits; −∞ masks a class.
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision", 1971
 * (two-sum); P. Blanchard, D. Higham and N. Higham, "Accurately computing the log-sum-exp and
 * softmax functions", IMA J. Numer. Anal. 41 (2021), for the shift.
 */
export function shift(z: ArrayLike<number>, out: Float64Array): Shift {
  const n = z.length;
  requireEntries('logits', n);
  let at = 0;
  for (let k = 1; k < n; k++)
    if (!((z[k] ?? NaN) <= (z[at] ?? NaN)) && !Number.isNaN(z[at])) at = k;
  const max = z[at] ?? NaN;
  let sum = 0;
  let lost = 0;
  for (let k = 0; k < n; k++) {
    const e = expDifference(z[k] ?? NaN, max);
    out[k] = e;
    if (k === at) continue;
    // Neumaier's sum for terms of one sign.
    const next = sum + e;
    lost += sum >= e ? sum - next + e : e - next + sum;
    sum = next;
  }
  return { max, at, others: sum + lost };
}

/** exp(a − b) for a ≤ b, with the rounding error of the difference put back. */
function expDifference(a: number, b: number): number {
  if (a === b) return a - b === 0 ? 1 : NaN; // equal infinities have no difference
  const d = a - b;
  if (d === -Infinity) return 0;
  const back = d - a;
  const r = a - (d - back) + (-b - back);
  const e = Math.exp(d);
  return e + e * r;
}
