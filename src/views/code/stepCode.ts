import { stepSizeOf } from '../updateStep.ts';
import type { Snippets } from './language.ts';
import { list, number, pythonFloat, pythonList } from './literals.ts';
import { JAX, TORCH } from './preambles.ts';

/** One step of gradient descent on the logits, and the loss before and after it. */
export const stepCode: Snippets = {
  numpy: (point) => `import numpy as np

z = np.array(${pythonList(point.z)})
t = np.array(${pythonList(point.t)})
eta = ${pythonFloat(stepSizeOf(point))}

def log_softmax(z):
    shifted = z - z.max()
    return shifted - np.log(np.exp(shifted).sum())

def loss(z):
    return -(t * log_softmax(z)).sum()

print(loss(z))
z = z - eta * (np.exp(log_softmax(z)) - t)
print(z.tolist())
print(loss(z))
`,
  torch: (point) => `${TORCH}
z = torch.tensor(${pythonList(point.z)}, requires_grad=True)
t = torch.tensor(${pythonList(point.t)})
optimizer = torch.optim.SGD([z], lr=${pythonFloat(stepSizeOf(point))})

def loss():
    return -(t * torch.log_softmax(z, dim=0)).sum()

before = loss()
print(before.item())
before.backward()
optimizer.step()
print(z.tolist())
print(loss().item())
`,
  jax: (point) => `${JAX}
z = jnp.array(${pythonList(point.z)})
t = jnp.array(${pythonList(point.t)})
eta = ${pythonFloat(stepSizeOf(point))}

def loss(z):
    return -(t * jax.nn.log_softmax(z)).sum()

print(loss(z).item())
z = z - eta * jax.grad(loss)(z)
print(z.tolist())
print(loss(z).item())
`,
  typescript: (point) => `const t = ${list(point.t)};
const eta = ${number(stepSizeOf(point))};
const logSoftmax = (z: number[]): number[] => {
  const max = Math.max(...z);
  const lse = Math.log(z.reduce((sum, v) => sum + Math.exp(v - max), 0));
  return z.map((v) => v - max - lse);
};
const loss = (z: number[]): number =>
  -logSoftmax(z).reduce((sum, v, k) => sum + t[k] * v, 0);

const z = ${list(point.z)};
console.log(loss(z));
const next = logSoftmax(z).map((v, k) => z[k] - eta * (Math.exp(v) - t[k]));
console.log(next);
console.log(loss(next));
`,
};
