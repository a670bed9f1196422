import { requireLength } from './errors.ts';
import { shift } from './shift.ts';

/**
 * The probabilities σ(z)_i = exp(z_i) / Σ_k exp(z_k). `z`: n logits, −∞ masks a class; returns n
 * probabilities, written into `out` if given (`out` may be `z`). NaN where a logit is NaN or +∞, or all
 * are −∞. Throws `ShapeError` for n = 0. Error: at most 2 ulp.
 */
export function softmax(z: ArrayLike<number>, out = new Float64Array(z.length)): Float64Array {
  requireLength('out', z.length, out.length);
  const { sum, left } = shift(z, out);
  for (let k = 0; k < out.length; k++) {
    const q = (out[k] ?? NaN) / sum;
    out[k] = q - q * left;
  }
  return out;
}
