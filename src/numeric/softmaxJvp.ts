import { requireLength } from './errors.ts';
import { softmax } from './softmax.ts';

/**
 * The Jacobian of softmax times a vector, σ_i (v_i − σ·v), without the matrix; the Jacobian is
 * symmetric, so this is the product from the left too. `z`, `v`: n entries each; returns n entries.
 */
export function softmaxJvp(
  z: ArrayLike<number>,
  v: ArrayLike<number>,
  out = new Float64Array(z.length),
): Float64Array {
  requireLength('direction', z.length, v.length);
  softmax(z, out);
  let mean = 0;
  for (let k = 0; k < out.length; k++) mean += (out[k] ?? NaN) * (v[k] ?? NaN);
  for (let k = 0; k < out.length; k++) out[k] = (out[k] ?? NaN) * ((v[k] ?? NaN) - mean);
  return out;
}
