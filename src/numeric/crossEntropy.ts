import { requireLength } from './errors.ts';
import { shift } from './shift.ts';

/**
 * The cross-entropy −Σ_k t_k log σ(z)_k of n logits `z` and the target `t`, n weights that are not
 * negative; 0 · log 0 is 0. A sum of terms of one sign. Throws `ShapeError` for other lengths.
 */
export function crossEntropy(z: ArrayLike<number>, t: ArrayLike<number>): number {
  requireLength('target', z.length, t.length);
  const { max, others } = shift(z, new Float64Array(z.length));
  const rest = Math.log1p(others);
  let loss = 0;
  for (let k = 0; k < z.length; k++) {
    const weight = t[k] ?? NaN;
    if (weight !== 0) loss += weight * (max - (z[k] ?? NaN) + rest);
  }
  return loss;
}
