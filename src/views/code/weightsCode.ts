import { layerOf } from '../layer.ts';
import type { Point } from '../point.ts';
import type { Snippets } from './language.ts';
import { list, pythonList, pythonRows, rows } from './literals.ts';
import { JAX, NUMPY_SOFTMAX, SOFTMAX, TORCH } from './preambles.ts';

/** Input, weights, biases and target in Python, made arrays by `array`. */
function inPython(point: Point, array: (list: string, name: string) => string): string {
  const { x, W, b } = layerOf(point);
  return `W = ${array(pythonRows(W), 'W')}
x = ${array(pythonList(x), 'x')}
b = ${array(pythonList(b), 'b')}
t = ${array(pythonList(point.t), 't')}
`;
}

/** The logits W x + b of one sample, and the gradient in W and in b. */
export const weightsCode: Snippets = {
  numpy: (point) => `import numpy as np

${inPython(point, (array) => `np.array(${array})`)}z = W @ x + b
print(z.tolist())
${NUMPY_SOFTMAX}print(np.outer(y - t, x).tolist())  # gradient in W
print((y - t).tolist())  # gradient in b
`,
  torch: (point) => `${TORCH}
${inPython(point, (array, name) => `torch.tensor(${array}${'Wb'.includes(name) ? ', requires_grad=True' : ''})`)}z = W @ x + b
print(z.tolist())
loss = -(t * torch.log_softmax(z, dim=0)).sum()
loss.backward()
print(W.grad.tolist())
print(b.grad.tolist())
`,
  jax: (point) => `${JAX}
${inPython(point, (array) => `jnp.array(${array})`)}
def loss(W, b):
    return -(t * jax.nn.log_softmax(W @ x + b)).sum()

print((W @ x + b).tolist())
for slope in jax.grad(loss, argnums=(0, 1))(W, b):
    print(slope.tolist())
`,
  typescript: (point) => {
    const { x, W, b } = layerOf(point);
    return `${SOFTMAX}
const W = ${rows(W)};
const x = ${list(x)};
const b = ${list(b)};
const t = ${list(point.t)};
const z = W.map((w, k) => w.reduce((sum, v, m) => sum + v * x[m], 0) + b[k]);
console.log(z);
const slope = softmax(z).map((y, k) => y - t[k]);
console.log(slope.map((s) => x.map((v) => s * v))); // gradient in W
console.log(slope); // gradient in b
`;
  },
};
