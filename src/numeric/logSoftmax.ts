import { shift } from './shift.ts';

/**
 * log σ(z)_i = (z_i − max) − log1p(Σ over the others): two terms of one sign, so nothing cancels.
 * `z`: n logits; returns n logarithms, written into `out` if given. −∞ for a masked class; NaN where
 * softmax is NaN. Throws `ShapeError` for n = 0.
 */
export function logSoftmax(z: ArrayLike<number>, out = new Float64Array(z.length)): Float64Array {
  const { max, others } = shift(z, out);
  const rest = Math.log1p(others);
  for (let k = 0; k < out.length; k++) out[k] = (z[k] ?? NaN) - max - rest;
  return out;
}
