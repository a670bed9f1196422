import { crossEntropyGradient } from '../numeric/crossEntropyGradient.ts';
import { softmax } from '../numeric/softmax.ts';

/** How the gradient's formula is broken: not at all, δ left out, or a sign flipped. */
export type Slip = 'none' | 'delta' | 'sign';

/**
 * The gradient Σ_c −t_c (δ_ck − σ_k) of the cross-entropy with the slip made: σ_k − t_k as it should
 * be, σ_k without δ, σ_k + t_k with δ's sign flipped. `z`: n logits; `t`: n probabilities.
 */
export function slippedGradient(
  z: readonly number[],
  t: readonly number[],
  slip: Slip,
): ArrayLike<number> {
  if (slip === 'none') return crossEntropyGradient(z, t);
  const probabilities = softmax(z);
  return slip === 'delta' ? probabilities : probabilities.map((p, k) => p + (t[k] ?? 0));
}
