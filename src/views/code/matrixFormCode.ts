import type { Point } from '../point.ts';
import { sampleTargets, sampleWeights, X } from '../samples.ts';
import type { Snippets } from './language.ts';
import { pythonRows, rows } from './literals.ts';
import { JAX, SOFTMAX, TORCH } from './preambles.ts';

/** The inputs, the weights and the targets in Python, made arrays by `array`. */
function inPython({ z, t }: Point, array: (rows: string, name: string) => string): string {
  const matrices = { X, W: sampleWeights(z), T: sampleTargets(t) };
  return Object.entries(matrices)
    .map(([name, matrix]) => `${name} = ${array(pythonRows(matrix), name)}\n`)
    .join('');
}

/** The gradient in the weights of four samples' losses, a row a class: of their sum, and of their mean. */
export const matrixFormCode: Snippets = {
  numpy: (point) => `import numpy as np

${inPython(point, (m) => `np.array(${m})`)}Z = X @ W.T
E = np.exp(Z - Z.max(axis=1, keepdims=True))  # none overflows
Y = E / E.sum(axis=1, keepdims=True)
G = (Y - T).T @ X
print(G.tolist())
print((G / len(X)).tolist())  # of the mean
`,
  torch: (point) => `${TORCH}
${inPython(point, (m, name) => `torch.tensor(${m}${name === 'W' ? ', requires_grad=True' : ''})`)}loss = -(T * torch.log_softmax(X @ W.T, dim=1)).sum()
loss.backward()
print(W.grad.tolist())
print((W.grad / len(X)).tolist())  # of the mean
`,
  jax: (point) => `${JAX}
${inPython(point, (m) => `jnp.array(${m})`)}
def loss(W):
    return -(T * jax.nn.log_softmax(X @ W.T, axis=1)).sum()

G = jax.grad(loss)(W)
print(G.tolist())
print((G / len(X)).tolist())  # of the mean
`,
  typescript: ({ z, t }) => `${SOFTMAX}
const X = ${rows(X)};
const W = ${rows(sampleWeights(z))};
const T = ${rows(sampleTargets(t))};
const dot = (a: number[], b: number[]): number =>
  a.reduce((sum, v, m) => sum + v * b[m], 0);
const Y = X.map((x) => softmax(W.map((w) => dot(w, x))));
const entry = (k: number, m: number): number =>
  X.reduce((sum, x, s) => sum + (Y[s][k] - T[s][k]) * x[m], 0);
const G = W.map((w, k) => w.map((_, m) => entry(k, m)));
console.log(G);
console.log(G.map((row) => row.map((g) => g / X.length))); // of the mean
`,
};
