import { requireLength } from './errors.ts';
import { splitSoftmax } from './splitSoftmax.ts';
import { sumOfOthers } from './sumOfOthers.ts';

/**
 * The Jacobian ∂σ_i/∂z_j = σ_i (δ_ij − σ_j), row i and column j at i·n + j, symmetric to the last
 * bit. `z`: n logits; returns n² entries, written into `out` if given. The most probable class's
 * diagonal entry is minus the sum of its row's others, which doesn't cancel. NaN where softmax is
 * NaN. Throws `ShapeError` for n = 0. Error: at most 2 ulp.
 */
export function softmaxJacobian(
  z: ArrayLike<number>,
  out = new Float64Array(z.length * z.length),
): Float64Array {
  const n = z.length;
  requireLength('out', n * n, out.length);
  if (n === 1) return out.fill((z[0] ?? NaN) - (z[0] ?? NaN));
  // σ = p + q to more than double precision. It waits in the last two rows, b and c, whose entries
  // are those of the last two columns.
  const b = n - 2;
  const c = n - 1;
  const p = out.subarray(b * n, c * n);
  const q = out.subarray(c * n);
  const at = splitSoftmax(z, p, q);
  const [pb = NaN, pc = NaN] = p.subarray(b);
  const [qb = NaN, qc = NaN] = q.subarray(b);
  for (let i = 0; i < b; i++) {
    const pi = p[i] ?? NaN;
    const qi = q[i] ?? NaN;
    const row = i * n;
    for (let j = 0; j < n; j++) {
      const pj = p[j] ?? NaN;
      out[row + j] = 0 - (pi * pj + (pi * (q[j] ?? NaN) + qi * pj));
    }
    out[row + i] = diagonal(pi, qi);
  }
  for (let j = 0; j < b; j++) {
    p[j] = out[j * n + b] ?? NaN;
    q[j] = out[j * n + c] ?? NaN;
  }
  p[b] = diagonal(pb, qb);
  p[c] = q[b] = 0 - (pb * pc + (pb * qc + qb * pc));
  q[c] = diagonal(pc, qc);
  out[at * n + at] = 0 - sumOfOthers(out.subarray(at * n, at * n + n), at);
  return out;
}

/** σ(1 − σ) for σ = p + q. */
function diagonal(p: number, q: number): number {
  const other = 1 - p;
  return p * other + (p * (1 - other - p) + q * (other - p));
}
