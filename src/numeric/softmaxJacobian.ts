import { softmax } from './softmax.ts';

/**
 * The Jacobian ∂σ_i/∂z_j = σ_i (δ_ij − σ_j), row i and column j at i·n + j. `z`: n logits; returns n²
 * entries, written into `out` if given. On the diagonal 1 − σ_i is the sum of the others where σ_i is
 * above ½. Throws `ShapeError` for n = 0.
 */
export function softmaxJacobian(
  z: ArrayLike<number>,
  out = new Float64Array(z.length * z.length),
): Float64Array {
  const n = z.length;
  const p = softmax(z);
  for (let i = 0; i < n; i++) {
    const own = p[i] ?? NaN;
    let others = 0;
    for (let j = 0; j < n; j++) {
      const other = p[j] ?? NaN;
      if (j !== i) others += other;
      out[i * n + j] = -own * other;
    }
    out[i * n + i] = own * (own > 0.5 ? others : 1 - own);
  }
  return out;
}
