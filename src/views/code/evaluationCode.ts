import type { Point } from '../point.ts';
import { shiftOf, temperatureOf } from '../updateEvaluation.ts';
import type { Snippets } from './language.ts';
import { list, number, pythonFloat, pythonList } from './literals.ts';
import { JAX, TORCH } from './preambles.ts';

/** The logits, the temperature and what is added to all, in Python; `list` is made an array by `array`. */
function inPython(point: Point, array: (list: string) => string): string {
  return `z = ${array(pythonList(point.z))}
tau = ${pythonFloat(temperatureOf(point))}
c = ${pythonFloat(shiftOf(point))}
`;
}

/** Softmax in four ways: as written and from the largest logit, in both precisions. */
export const evaluationCode: Snippets = {
  numpy: (point) => `import numpy as np

${inPython(point, (z) => `np.array(${z})`)}
def softmax(z):
    e = np.exp(z)
    return (e / e.sum()).tolist()

for dtype in (np.float64, np.float32):
    moved = (z / tau + c).astype(dtype)
    print(softmax(moved))  # as written
    print(softmax(moved - moved.max()))
`,
  torch: (point) => `${TORCH}
${inPython(point, (z) => `torch.tensor(${z})`)}
def softmax(z):
    e = torch.exp(z)
    return (e / e.sum()).tolist()

for dtype in (torch.float64, torch.float32):
    moved = (z / tau + c).to(dtype)
    print(softmax(moved))  # as written
    print(softmax(moved - moved.max()))
`,
  jax: (point) => `${JAX}
${inPython(point, (z) => `jnp.array(${z})`)}
def softmax(z):
    e = jnp.exp(z)
    return (e / e.sum()).tolist()

for dtype in (jnp.float64, jnp.float32):
    moved = (z / tau + c).astype(dtype)
    print(softmax(moved))  # as written
    print(softmax(moved - moved.max()))
`,
  typescript: (point) => `const z = ${list(point.z)};
const tau = ${number(temperatureOf(point))};
const c = ${number(shiftOf(point))};
type Round = (x: number) => number; // after each operation
const softmax = (z: number[], round: Round): number[] => {
  const e = z.map((v) => round(Math.exp(v)));
  const sum = e.reduce((a, b) => round(a + b));
  return e.map((v) => round(v / sum));
};
for (const round of [(x: number) => x, Math.fround]) {
  const moved = z.map((v) => round(v / tau + c));
  const max = Math.max(...moved);
  console.log(softmax(moved, round)); // as written
  console.log(softmax(moved.map((v) => round(v - max)), round));
}
`,
};
