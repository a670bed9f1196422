import { number, wrapped } from './literals.ts';
import { tableComment, type TrainedBy } from './trainedBy.ts';

/** Halves the step until the loss falls enough, by Armijo's rule. */
const SEARCH = `  let slope = dot(change, G);
  if (slope >= 0) {
    change = combine(-eta, G, 0, G);
    slope = dot(change, G);
  }
  const start = objective(W);
  const enough = (): boolean =>
    objective(combine(1, W, 1, change)) <= start + 1e-4 * slope + 1e-15 * Math.abs(start);
  while (!enough()) [change, slope] = [combine(0.5, change, 0, change), slope / 2];
`;

/** What only a line search needs. */
const SEARCHED = `const dot = (A: Matrix, B: Matrix): number =>
  total(A.map((row, k) => total(row.map((v, m) => v * B[k][m]))));
const objective = (W: Matrix): number =>
  loss(W, train) + (penalty / 2) * total(W.map((w) => total(w.slice(0, -1).map((v) => v * v))));
`;

/** A training like the figure's in TypeScript. */
export function descentInTypeScript(by: TrainedBy): string {
  return `import { readFileSync } from 'node:fs';

type Matrix = number[][];
const total = (x: number[]): number => x.reduce((a, b) => a + b, 0);

// ${tableComment(by)}
const lines = readFileSync('${by.file}', 'utf8').trim().split(/\\r?\\n/).slice(1);
const rows = lines.map((line) => line.split(','));
const labels = rows.map((row) => row.at(-1) ?? '');
const names = [...new Set(labels)];
const held = new Set([ // the rows of the test part, from 0
${wrapped(by.held, '  ')}
]);
const train = [...rows.keys()].filter((s) => !held.has(s));
const test = [...held];
const x = rows.map((row) => row.slice(0, -1).map(Number));
const mean = x[0].map((_, m) => total(train.map((s) => x[s][m])) / train.length);
const scale = mean.map((c, m) =>
  Math.sqrt(total(train.map((s) => (x[s][m] - c) ** 2)) / train.length) || 1);
// The 1 at the end is for the bias.
const X = x.map((row) => [...row.map((v, m) => (v - mean[m]) / scale[m]), 1]);
const T = labels.map((label) => names.map((name) => Number(name === label)));
const eta = ${number(by.learningRate)};${by.isSafe ? ' // the safe step' : ''}
const [mu, penalty, steps] = [${number(by.momentum)}, ${number(by.penalty)}, ${by.steps}];

const logits = (W: Matrix, s: number): number[] => W.map((w) => total(w.map((v, m) => v * X[s][m])));
const logSoftmax = (z: number[]): number[] => {
  const max = Math.max(...z);
  const lse = Math.log(total(z.map((v) => Math.exp(v - max))));
  return z.map((v) => v - max - lse);
};
const loss = (W: Matrix, part: number[]): number =>
  -total(part.map((s) => total(logSoftmax(logits(W, s)).map((v, k) => T[s][k] * v)))) / part.length;
const combine = (a: number, A: Matrix, b: number, B: Matrix): Matrix =>
  A.map((row, k) => row.map((v, m) => a * v + b * B[k][m]));
const gradient = (W: Matrix): Matrix => {
  const G = W.map((w) => w.map((v, m) => (m < w.length - 1 ? penalty * v : 0)));
  for (const s of train)
    logSoftmax(logits(W, s)).forEach((v, k) =>
      X[s].forEach((f, m) => (G[k][m] += ((Math.exp(v) - T[s][k]) * f) / train.length)));
  return G;
};
${by.search ? SEARCHED : ''}
let W = names.map(() => X[0].map(() => 0));
let change = W;
for (let step = 0; step < steps; step++) {
  const G = gradient(W);
  if (total(G.flat().map((g) => g * g)) <= 1e-12) break;
  change = combine(mu, change, -eta, G);
${by.search ? SEARCH : ''}  W = combine(1, W, 1, change);
}
for (const part of [train, test]) {
  const right = part.filter((s) => {
    const z = logits(W, s);
    return T[s][z.indexOf(Math.max(...z))] === 1;
  });
  console.log(loss(W, part), right.length); // loss, and how many are told right
}
`;
}
