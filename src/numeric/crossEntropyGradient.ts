import { requireLength } from './errors.ts';
import { shift } from './shift.ts';

/**
 * The gradient of the cross-entropy in the logits, ŷ_k Σt − t_k with ŷ = σ(z): prediction minus target
 * where the target sums to 1. `z`: n logits; `t`: n weights; returns n entries, written into `out` if
 * given (`out` may be `z`, not `t`). Where ŷ_k > ½ it is the others' weight minus Σt (1 − ŷ_k), with
 * 1 − ŷ_k the sum of the others. Throws `ShapeError` for n = 0 and where the lengths differ. Error: at most 2 ulp
 * for a one-hot target; in general 2 ulp of max(ŷ_k Σt, t_k), for the difference cancels.
 */
export function crossEntropyGradient(
  z: ArrayLike<number>,
  t: ArrayLike<number>,
  out = new Float64Array(z.length),
): Float64Array {
  requireLength('target', z.length, t.length);
  requireLength('out', z.length, out.length);
  const { at, others, rest, sum: all, left } = shift(z, out);
  let total = 0;
  let lost = 0;
  const add = (weight: number): void => {
    const sum = total + weight;
    const back = sum - total;
    lost += total - (sum - back) + (weight - back);
    total = sum;
  };
  for (let k = 0; k < t.length; k++) if (k !== at) add(t[k] ?? NaN);
  const otherWeight = total + lost;
  add(t[at] ?? NaN);
  // ŷΣt = (q − q · left)(total + lost): the small parts join the target, so that q is rounded once.
  const small = lost - total * left;
  for (let k = 0; k < out.length; k++) {
    const q = (out[k] ?? NaN) / all;
    out[k] = q * total - ((t[k] ?? NaN) - q * small);
  }
  const q = others / all;
  if (q < 0.5) out[at] = otherWeight - total * (q + (rest / all - q * left));
  return out;
}
