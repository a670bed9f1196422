import type { Snippets } from './language.ts';
import { list, pythonList } from './literals.ts';
import { JAX, TORCH } from './preambles.ts';

/** What follows `log_y` in Python: the log-ratio of each pair of classes. */
const PAIRS = `for i in range(len(z)):
    for j in range(i + 1, len(z)):
        print(float(log_y[i] - log_y[j]))  # z[i] - z[j]
`;

/** The probabilities, and the log-ratio of each pair of them. */
export const simplexCode: Snippets = {
  numpy: ({ z }) => `import numpy as np

z = np.array(${pythonList(z)})
shifted = z - z.max()
log_y = shifted - np.log(np.exp(shifted).sum())
print(np.exp(log_y).tolist())
${PAIRS}`,
  torch: ({ z }) => `${TORCH}
z = torch.tensor(${pythonList(z)})
log_y = torch.log_softmax(z, dim=0)
print(torch.exp(log_y).tolist())
${PAIRS}`,
  jax: ({ z }) => `${JAX}
z = jnp.array(${pythonList(z)})
log_y = jax.nn.log_softmax(z)
print(jnp.exp(log_y).tolist())
${PAIRS}`,
  typescript: ({ z }) => `const z = ${list(z)};
const max = Math.max(...z);
const lse = Math.log(z.reduce((sum, v) => sum + Math.exp(v - max), 0));
const logY = z.map((v) => v - max - lse);
console.log(logY.map((v) => Math.exp(v)));
logY.forEach((p, i) => {
  for (const q of logY.slice(i + 1)) console.log(p - q); // z[i] - z[j]
});
`,
};
