import { smoothingOf } from '../updateEntropy.ts';
import type { Snippets } from './language.ts';
import { list, number, pythonFloat, pythonList } from './literals.ts';
import { JAX, TORCH } from './preambles.ts';

/** What follows `parts` in Python: the target, and the smoothed one. */
function bothTargets(alpha: number): string {
  return `
alpha = ${pythonFloat(alpha)}
for p in (t, (1 - alpha) * t + alpha / len(t)):
    print(parts(p))
`;
}

/** Entropy, divergence and cross-entropy of the target, and then of the smoothed one. */
export const entropyCode: Snippets = {
  numpy: (point) => `import numpy as np

z = np.array(${pythonList(point.z)})
t = np.array(${pythonList(point.t)})
shifted = z - z.max()
log_y = shifted - np.log(np.exp(shifted).sum())

def parts(t):
    log_t = np.log(np.where(t > 0, t, 1.0))  # 0 log 0 is 0
    entropy = -(t * log_t).sum()
    divergence = (t * (log_t - log_y)).sum()
    return [entropy.item(), divergence.item(), -(t @ log_y).item()]
${bothTargets(smoothingOf(point))}`,
  torch: (point) => `${TORCH}
z = torch.tensor(${pythonList(point.z)})
t = torch.tensor(${pythonList(point.t)})
log_y = torch.log_softmax(z, dim=0)

def parts(t):
    entropy = torch.special.entr(t).sum()
    divergence = torch.nn.functional.kl_div(log_y, t, reduction="sum")
    return [entropy.item(), divergence.item(), -(t @ log_y).item()]
${bothTargets(smoothingOf(point))}`,
  jax: (point) => `${JAX}
z = jnp.array(${pythonList(point.z)})
t = jnp.array(${pythonList(point.t)})
log_y = jax.nn.log_softmax(z)

def parts(t):
    entropy = jax.scipy.special.entr(t).sum()
    divergence = (jax.scipy.special.xlogy(t, t) - t * log_y).sum()
    return [entropy.item(), divergence.item(), -(t @ log_y).item()]
${bothTargets(smoothingOf(point))}`,
  typescript: (point) => `const z = ${list(point.z)};
const t = ${list(point.t)};
const max = Math.max(...z);
const lse = Math.log(z.reduce((sum, v) => sum + Math.exp(v - max), 0));
const logY = z.map((v) => v - max - lse);
const parts = (t: number[]): number[] => {
  const own = t.map((p) => (p > 0 ? p * Math.log(p) : 0)); // 0 log 0 is 0
  const total = (terms: number[]): number => terms.reduce((a, b) => a + b);
  const divergence = total(own.map((v, k) => v - t[k] * logY[k]));
  return [-total(own), divergence, -total(t.map((p, k) => p * logY[k]))];
};
const alpha = ${number(smoothingOf(point))};
console.log(parts(t));
console.log(parts(t.map((p) => (1 - alpha) * p + alpha / t.length)));
`,
};
