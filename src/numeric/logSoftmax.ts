import { requireLength } from './errors.ts';
import { gapError } from './gap.ts';
import { shift } from './shift.ts';

/**
 * log σ(z)_i = (z_i − max z) − log1p(Σ over the others): two terms of one sign, so nothing cancels.
 * `z`: n logits; returns n logarithms, written into `out` if given (`out` may be `z`). −∞ for a masked
 * class; NaN where softmax is NaN. Throws `ShapeError` for n = 0. Error: at most 2 ulp.
 */
export function logSoftmax(z: ArrayLike<number>, out = new Float64Array(z.length)): Float64Array {
  requireLength('out', z.length, out.length);
  const { max, others, rest } = shift(z);
  const log = Math.log1p(others);
  const left = rest / (1 + others) + (max - max);
  for (let k = 0; k < out.length; k++) {
    const logit = z[k] ?? NaN;
    const gap = logit - max;
    out[k] = gap - (log + (left - gapError(logit, max, gap)));
  }
  return out;
}
