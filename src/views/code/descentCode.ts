import { descentInTypeScript } from './descentInTypeScript.ts';
import type { Snippets } from './language.ts';
import { pythonFloat, wrapped } from './literals.ts';
import { JAX, TORCH } from './preambles.ts';
import { tableComment, type TrainedBy } from './trainedBy.ts';

/** What the libraries call things. */
interface Library {
  readonly imports: string;
  readonly array: string;
  /** The name of its module of arrays. */
  readonly module: string;
  /** The standard deviations, with 1 for a feature that is constant. */
  readonly scale: string;
  /** `loss(W, part)`, and `gradient(W)` of `objective(W)`. */
  readonly functions: string;
}

const OBJECTIVE = `def objective(W):
    return loss(W, train) + penalty / 2 * (W[:, :-1] ** 2).sum()
`;

const numpy: Library = {
  imports: 'import numpy as np\n',
  array: 'np.array',
  module: 'np',
  scale: `scale = x[train].std(0)
scale[scale == 0] = 1.0
`,
  functions: `def log_softmax(Z):
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))

def loss(W, part):
    return -(T[part] * log_softmax(X[part] @ W.T)).sum() / len(part)

${OBJECTIVE}
def gradient(W):
    Y = np.exp(log_softmax(X[train] @ W.T))
    G = (Y - T[train]).T @ X[train] / len(train)
    G[:, :-1] += penalty * W[:, :-1]
    return G
`,
};

const torch: Library = {
  imports: TORCH,
  array: 'torch.tensor',
  module: 'torch',
  scale: `scale = x[train].std(0, unbiased=False)
scale[scale == 0] = 1.0
`,
  functions: `def loss(W, part):
    return -(T[part] * torch.log_softmax(X[part] @ W.T, dim=1)).sum() / len(part)

${OBJECTIVE}
def gradient(W):
    W = W.detach().requires_grad_()
    return torch.autograd.grad(objective(W), W)[0]
`,
};

const jax: Library = {
  imports: JAX,
  array: 'jnp.array',
  module: 'jnp',
  scale: `scale = x[train].std(0)
scale = jnp.where(scale == 0, 1.0, scale)
`,
  functions: `def loss(W, part):
    return -(T[part] * jax.nn.log_softmax(X[part] @ W.T)).sum() / len(part)

${OBJECTIVE}
gradient = jax.jit(jax.grad(objective))
`,
};

/** Halves the step until the loss falls enough, by Armijo's rule. */
const SEARCH = `    slope = (change * G).sum()
    if slope >= 0:
        change, slope = -eta * G, -eta * (G * G).sum()
    start = objective(W)
    while objective(W + change) > start + 1e-4 * slope + 1e-15 * abs(start):
        change, slope = change / 2, slope / 2
`;

function program(by: TrainedBy, { imports, array, module, scale, functions }: Library): string {
  return `import csv

${imports}
# ${tableComment(by)}
with open("${by.file}") as file:
    rows = [row for row in csv.reader(file) if row][1:]
names = sorted({row[-1] for row in rows})
held = [  # the rows of the test part, from 0
${wrapped(by.held, '    ')}
]
fitted = [k for k in range(len(rows)) if k not in held]
train, test = ${array}(fitted), ${array}(held)
x = ${array}([[float(v) for v in row[:-1]] for row in rows])
T = ${array}([[float(row[-1] == name) for name in names] for row in rows])
${scale}x = (x - x[train].mean(0)) / scale
X = ${module}.hstack([x, ${module}.ones((len(x), 1))])  # the ones are for the biases
eta = ${pythonFloat(by.learningRate)}${by.isSafe ? '  # the safe step' : ''}
mu, penalty, steps = ${pythonFloat(by.momentum)}, ${pythonFloat(by.penalty)}, ${by.steps}

${functions}
W = ${module}.zeros((len(names), X.shape[1]))
change = 0 * W
for _ in range(steps):
    G = gradient(W)
    if (G * G).sum() <= 1e-12:
        break
    change = mu * change - eta * G
${by.search ? SEARCH : ''}    W = W + change
for part in (train, test):
    told = (X[part] @ W.T).argmax(1) == T[part].argmax(1)
    print(float(loss(W, part)), int(told.sum()))  # loss, and how many are told right
`;
}

/** A training like the figure's, to the end of its first run: loss and samples told right in both parts. */
export const descentCode: Snippets<TrainedBy> = {
  numpy: (by) => program(by, numpy),
  torch: (by) => program(by, torch),
  jax: (by) => program(by, jax),
  typescript: descentInTypeScript,
};
