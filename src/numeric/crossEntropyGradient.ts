import { requireLength } from './errors.ts';
import { softmax } from './softmax.ts';

/**
 * The gradient of the cross-entropy in the logits, σ(z)_k Σt − t_k: prediction minus target where the
 * target sums to 1. `z`: n logits; `t`: n weights; returns n entries, written into `out` if given.
 * For a probability above ½ the distance to 1 is the sum of the others, which doesn't cancel.
 */
export function crossEntropyGradient(
  z: ArrayLike<number>,
  t: ArrayLike<number>,
  out = new Float64Array(z.length),
): Float64Array {
  requireLength('target', z.length, t.length);
  softmax(z, out);
  let total = 0;
  for (let k = 0; k < t.length; k++) total += t[k] ?? NaN;
  const above = out.findIndex((p) => p > 0.5);
  let others = 0;
  for (let k = 0; k < out.length; k++) if (k !== above) others += out[k] ?? NaN;
  for (let k = 0; k < out.length; k++) {
    const weight = t[k] ?? NaN;
    out[k] = k === above ? total - weight - total * others : (out[k] ?? NaN) * total - weight;
  }
  return out;
}
