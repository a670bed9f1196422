import { requireLength } from './errors.ts';
import { shift } from './shift.ts';

/**
 * The Jacobian of softmax times a vector, σ_i (v_i − σ·v), without the matrix, in O(n). The Jacobian
 * is symmetric, so this is vᵀJ too. `z`: n logits; `v`: n finite entries; returns n entries, written
 * into `out` if given (`out` may be `z`, not `v`). Throws `ShapeError` for n = 0 and where the lengths differ.
 *
 * Adding a constant to v changes nothing (J1 = 0): entries are measured from that of the most
 * probable class, so that 1 − σ_i never forms by cancellation. Error: a few ulp of σ_i times the
 * larger of |w_i| and Σ σ_j |w_j|, w = v minus that entry.
 */
export function softmaxJvp(
  z: ArrayLike<number>,
  v: ArrayLike<number>,
  out = new Float64Array(z.length),
): Float64Array {
  requireLength('direction', z.length, v.length);
  requireLength('out', z.length, out.length);
  const { at, sum: total, left } = shift(z, out);
  const base = v[at] ?? NaN;
  let mean = 0;
  let lost = 0;
  for (let k = 0; k < out.length; k++) {
    const q = (out[k] ?? NaN) / total;
    const p = q - q * left;
    out[k] = p;
    const term = p * ((v[k] ?? NaN) - base);
    const sum = mean + term;
    const back = sum - mean;
    lost += mean - (sum - back) + (term - back);
    mean = sum;
  }
  mean += lost;
  for (let k = 0; k < out.length; k++) out[k] = (out[k] ?? NaN) * ((v[k] ?? NaN) - base - mean);
  return out;
}
