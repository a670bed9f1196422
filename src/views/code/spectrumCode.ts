import { directionOf } from '../direction.ts';
import type { Snippets } from './language.ts';
import { list, pythonList } from './literals.ts';
import { JAX, NUMPY_SOFTMAX, SOFTMAX, TORCH } from './preambles.ts';

/** The eigenvalues of the Jacobian, largest first, and its product with the direction v. */
export const spectrumCode: Snippets = {
  numpy: (point) => `import numpy as np

z = np.array(${pythonList(point.z)})
v = np.array(${pythonList(directionOf(point))})
${NUMPY_SOFTMAX}J = np.diag(y) - np.outer(y, y)
print(np.linalg.eigvalsh(J)[::-1].tolist())
print((J @ v).tolist())
`,
  torch: (point) => `${TORCH}
z = torch.tensor(${pythonList(point.z)})
v = torch.tensor(${pythonList(directionOf(point))})

def softmax(z):
    return torch.softmax(z, dim=0)

J = torch.autograd.functional.jacobian(softmax, z)
print(torch.linalg.eigvalsh(J).flip(0).tolist())
print(torch.autograd.functional.jvp(softmax, z, v)[1].tolist())  # J v without J
`,
  jax: (point) => `${JAX}
z = jnp.array(${pythonList(point.z)})
v = jnp.array(${pythonList(directionOf(point))})
J = jax.jacobian(jax.nn.softmax)(z)
print(jnp.linalg.eigvalsh(J)[::-1].tolist())
print(jax.jvp(jax.nn.softmax, (z,), (v,))[1].tolist())  # J v without J
`,
  typescript: (point) => `${SOFTMAX}
const y = softmax(${list(point.z)});
const v = ${list(directionOf(point))};
const A = y.map((p, i) => y.map((q, j) => p * (Number(i === j) - q)));
const n = y.length;
for (let round = 0; round < 20; round++) {
  // Jacobi's method: each rotation makes one entry off the diagonal 0
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const angle = Math.atan2(2 * A[p][q], A[q][q] - A[p][p]) / 2;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      for (let k = 0; k < n; k++)
        [A[k][p], A[k][q]] = [c * A[k][p] - s * A[k][q], s * A[k][p] + c * A[k][q]];
      for (let k = 0; k < n; k++)
        [A[p][k], A[q][k]] = [c * A[p][k] - s * A[q][k], s * A[p][k] + c * A[q][k]];
    }
  }
}
console.log(A.map((row, k) => row[k]).sort((a, b) => b - a));
const mean = y.reduce((sum, p, k) => sum + p * v[k], 0);
console.log(y.map((p, k) => p * (v[k] - mean))); // J v without J
`,
};
