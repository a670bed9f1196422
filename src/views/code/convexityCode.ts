import { convexLine } from '../convexLine.ts';
import type { Point } from '../point.ts';
import { placeOnLine, towardOf } from '../updateConvexity.ts';
import type { Snippets } from './language.ts';
import { list, number, pythonFloat, pythonList } from './literals.ts';
import { JAX, SOFTMAX, TORCH } from './preambles.ts';

function secondPoint(point: Point): number[] {
  return convexLine(point, towardOf(point)).at(1);
}

/** The two points, the target, and the place on the line between them, in Python, made arrays by `array`. */
function inPython(point: Point, array: (list: string) => string): string {
  return `z = ${array(pythonList(point.z))}
u = ${array(pythonList(secondPoint(point)))}
t = ${array(pythonList(point.t))}
s = ${pythonFloat(placeOnLine(point))}
`;
}

/** What is printed in Python: the loss on the line, and the chord. */
const HEIGHTS = `print(float(loss(z + s * (u - z))))
print(float((1 - s) * loss(z) + s * loss(u)))  # chord
`;

/** The loss on the line from z to u, its chord, and its second derivative along the line. */
export const convexityCode: Snippets = {
  numpy: (point) => `import numpy as np

${inPython(point, (array) => `np.array(${array})`)}
def loss(z):
    m = z.max()
    return t @ (m - z) + t.sum() * np.log(np.exp(z - m).sum())

${HEIGHTS}
d = u - z
at = z + s * d
e = np.exp(at - at.max())
y = e / e.sum()
H = np.diag(y) - np.outer(y, y)
print(d @ H @ d)  # second derivative
`,
  torch: (point) => `${TORCH}
${inPython(point, (array) => `torch.tensor(${array})`)}
def loss(z):
    return -(t * torch.log_softmax(z, dim=0)).sum()

${HEIGHTS}
d = u - z
H = torch.autograd.functional.hessian(loss, z + s * d)
print((d @ H @ d).item())  # second derivative
`,
  jax: (point) => `${JAX}
${inPython(point, (array) => `jnp.array(${array})`)}
def loss(z):
    return -(t * jax.nn.log_softmax(z)).sum()

${HEIGHTS}
def along(s):
    return loss(z + s * (u - z))

print(jax.grad(jax.grad(along))(s).item())  # second derivative
`,
  typescript: (point) => `${SOFTMAX}
const z = ${list(point.z)};
const u = ${list(secondPoint(point))};
const t = ${list(point.t)};
const s = ${number(placeOnLine(point))};
const loss = (z: number[]): number => {
  const max = Math.max(...z);
  const lse = Math.log(z.reduce((sum, v) => sum + Math.exp(v - max), 0));
  return t.reduce((sum, weight, k) => sum + weight * (max - z[k] + lse), 0);
};
const d = u.map((v, k) => v - z[k]);
const at = z.map((v, k) => v + s * d[k]);
console.log(loss(at));
console.log((1 - s) * loss(z) + s * loss(u)); // chord
const y = softmax(at);
const mean = y.reduce((sum, p, k) => sum + p * d[k], 0);
console.log(y.reduce((sum, p, k) => sum + p * (d[k] - mean) ** 2, 0)); // second derivative
`,
};
