import type { MethodName } from '../../numeric/differenceMethods.ts';
import type { GradientSlip } from '../../numeric/gradientSlips.ts';
import { labInTypeScript } from './labInTypeScript.ts';
import { slipOf, type LabProgram } from './labProgram.ts';
import type { Snippets } from './language.ts';
import { pythonFloat, pythonList, pythonRows } from './literals.ts';
import { JAX, TORCH } from './preambles.ts';

/** What the libraries call things. */
interface Library {
  readonly imports: string;
  /** An array of a list, at the precision that is chosen. */
  readonly array: (list: string, single: boolean) => string;
  readonly join: string;
  readonly module: string;
  /** The definition of `softmax(Z)`, row by row. */
  readonly softmax: string;
  /** Sets a part of the gradient `g`. */
  readonly set: (part: string, value: string) => string;
}

const inPlace = (part: string, value: string): string => `g[${part}] = ${value}\n`;

const numpy: Library = {
  imports: 'import numpy as np\n',
  array: (list, single) => `np.array(${list}${single ? ', dtype=np.float32' : ''})`,
  join: 'np.concatenate',
  module: 'np',
  softmax: `def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
`,
  set: inPlace,
};

const torch: Library = {
  imports: TORCH,
  array: (list) => `torch.tensor(${list})`,
  join: 'torch.cat',
  module: 'torch',
  softmax: `def softmax(Z):
    return torch.softmax(Z, dim=1)
`,
  set: inPlace,
};

const jax: Library = {
  imports: JAX,
  array: (list) => `jnp.array(${list})`,
  join: 'jnp.concatenate',
  module: 'jnp',
  softmax: `def softmax(Z):
    return jax.nn.softmax(Z, axis=1)
`,
  set: (part, value) => `g = g.at[${part}].set(${value})\n`,
};

/** The lines that break the gradient `g`, whose first `split` entries are the matrix `G`. */
function slipLines(slip: GradientSlip, { lab }: LabProgram, { module, set }: Library): string {
  const { rows, columns } = lab.problem.shape;
  const split = rows * columns;
  switch (slip) {
    case 'none':
      return '';
    case 'sign':
      return set(String(lab.entry), `-g[${lab.entry}]`);
    case 'samples':
      return 'g = len(T) * g\n';
    case 'transposed':
      return set(`:${split}`, `g[:${split}].reshape(${rows}, ${columns}).T.reshape(-1)`);
    case 'bias':
      return set(`${split}:`, '0.0');
    case 'class': {
      const matrix = `g[:${split}].reshape(${rows}, ${columns})`;
      const rolled = set(`:${split}`, `${module}.roll(${matrix}, -1, 0).reshape(-1)`);
      const { bias } = lab.problem.shape;
      return bias ? rolled + set(`${split}:`, `${module}.roll(g[${split}:], -1, 0)`) : rolled;
    }
    case 'factor':
      return 'g = 1.001 * g\n';
    case 'value':
      return set(String(lab.entry), pythonFloat(lab.choices.value));
  }
}

/** The loss's data, the way to its logits, and its gradient by the formula, broken or not. */
function formula(program: LabProgram, library: Library): string {
  const { lab, T, X } = program;
  const { array, join, softmax, imports } = library;
  const single = lab.choices.precision === 'single';
  const { rows, columns } = lab.problem.shape;
  const slip = slipOf(lab);
  const way = X
    ? `X = ${array(pythonRows(X), single)}

def logits(theta):  # W row by row, then b
    W, b = theta[:${rows * columns}].reshape(${rows}, ${columns}), theta[${rows * columns}:]
    return X @ W.T + b
`
    : `
def logits(z):
    return z.reshape(1, -1)
`;
  return `${imports}
point = ${array(pythonList([...lab.problem.point]), single)}
T = ${array(pythonRows(T), single)}
${way}
${softmax}
Z = logits(point)
D = (softmax(Z) * T.sum(1).reshape(-1, 1) - T) / len(T)
g = ${X ? `${join}([(D.T @ X).reshape(-1), D.sum(0)])` : 'D.reshape(-1)'}
${slip === 'none' ? '' : `# ${lab.choices.slip}\n`}${slipLines(slip, program, library)}print(g.tolist())
`;
}

/** The difference quotient of each method, with d along one axis and h its length. */
const QUOTIENTS: Readonly<Record<MethodName, string>> = {
  forward: `    print((loss(point + d) - loss(point)) / h)
`,
  central: `    print((loss(point + d) - loss(point - d)) / (2 * h))
`,
  'four-point': `    near = loss(point + d) - loss(point - d)
    far = loss(point + 2 * d) - loss(point - 2 * d)
    print((8 * near - far) / (12 * h))
`,
  richardson: `    slopes = [
        (loss(point + d / m) - loss(point - d / m)) / (2 * h / m) for m in (1, 2, 4, 8)
    ]
    for order in (4, 16, 64):  # each cancels the next power of h
        slopes = [b + (b - a) / (order - 1) for a, b in zip(slopes, slopes[1:])]
    print(slopes[0])
`,
};

const LOSSES = {
  stable: `    Z = Z - Z.max(axis=1, keepdims=True)
    return (T.sum(1) @ np.log(np.exp(Z).sum(axis=1)) - (T * Z).sum()) / len(T)
`,
  naive: `    E = np.exp(Z)
    return -(T * np.log(E / E.sum(axis=1, keepdims=True))).sum() / len(T)
`,
} as const;

/** A gradient by its formula, broken as the reader broke it, and then without it. */
export const labCode: Snippets<LabProgram> = {
  numpy: (program) => {
    const { method, step, form } = program.lab.choices;
    return `${formula(program, numpy)}
def loss(theta):
    Z = logits(theta)
${LOSSES[form]}
for k in range(len(point)):  # differences: ${method}
    h = (point[k] + point.dtype.type(${pythonFloat(step)})) - point[k]
    d = np.zeros_like(point)
    d[k] = h
${QUOTIENTS[method]}`;
  },
  torch: (program) => `${formula(program, torch)}
theta = point.clone().requires_grad_()
loss = -(T * torch.log_softmax(logits(theta), dim=1)).sum() / len(T)
loss.backward()
print(theta.grad.tolist())
`,
  jax: (program) => `${formula(program, jax)}
def loss(theta):
    return -(T * jax.nn.log_softmax(logits(theta), axis=1)).sum() / len(T)

print(jax.grad(loss)(point).tolist())
`,
  typescript: labInTypeScript,
};
