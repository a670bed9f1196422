import { shift } from './shift.ts';

/**
 * The probabilities σ(z)_i = exp(z_i) / Σ_k exp(z_k). `z`: n logits, −∞ masks a class; returns n
 * probabilities, written into `out` if given. NaN where a logit is NaN or +∞, or all are −∞.
 * Throws `ShapeError` for n = 0.
 */
export function softmax(z: ArrayLike<number>, out = new Float64Array(z.length)): Float64Array {
  const sum = 1 + shift(z, out).others;
  for (let k = 0; k < out.length; k++) out[k] = (out[k] ?? NaN) / sum;
  return out;
}
