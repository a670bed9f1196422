import type { MethodName } from '../../numeric/differenceMethods.ts';
import { slipOf, type LabProgram } from './labProgram.ts';
import { list, number, rows } from './literals.ts';

/** The difference quotient of each method, from `at`, the loss with a step of so many h added. */
const QUOTIENTS: Readonly<Record<MethodName, string>> = {
  forward: '(at(1) - at(0)) / h',
  central: '(at(1) - at(-1)) / (2 * h)',
  'four-point': '(8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)',
  richardson: 'extrapolated([1, 2, 4, 8].map((m) => (at(1 / m) - at(-1 / m)) / ((2 * h) / m)))',
};

/** What Richardson's method needs. */
const EXTRAPOLATED = `const extrapolated = (slopes: number[], order = 4): number =>
  slopes.length === 1 // else the next power of h is cancelled
    ? slopes[0]
    : extrapolated(
        slopes.slice(1).map((b, m) => b + (b - slopes[m]) / (order - 1)),
        4 * order,
      );
`;

const LOSSES = {
  stable: `  const max = Math.max(...z);
  const lse = round(Math.log(sum(z.map((v) => round(Math.exp(round(v - max)))))));
  return sum(t.map((p, k) => round(p * round(round(max - z[k]) + lse))));
`,
  naive: `  const e = z.map((v) => round(Math.exp(v)));
  const all = sum(e);
  return -sum(t.map((p, k) => round(p * round(Math.log(round(e[k] / all))))));
`,
} as const;

/** The gradient `g` as the reader broke it: the value of the constant `broken`. */
function brokenGradient({ lab }: LabProgram): string {
  const { rows: C, columns: M, bias } = lab.problem.shape;
  const split = C * M;
  switch (slipOf(lab)) {
    case 'none':
      return 'g';
    case 'sign':
      return `g.with(${lab.entry}, -g[${lab.entry}])`;
    case 'samples':
      return 'g.map((v) => T.length * v)';
    case 'transposed':
      return `g.map((v, k) => (k < ${split} ? g[(k % ${C}) * ${M} + Math.floor(k / ${C})] : v))`;
    case 'bias':
      return `g.map((v, k) => (k < ${split} ? v : 0))`;
    case 'class': {
      const matrix = `g[(k + ${M}) % ${split}]`;
      return bias
        ? `g.map((_, k) => (k < ${split} ? ${matrix} : g[${split} + ((k + 1) % ${C})]))`
        : `g.map((_, k) => ${matrix})`;
    }
    case 'factor':
      return 'g.map((v) => 1.001 * v)';
    case 'value':
      return `g.with(${lab.entry}, ${number(lab.choices.value)})`;
  }
}

/** A gradient by its formula, broken as the reader broke it, and by differences, in TypeScript. */
export function labInTypeScript(program: LabProgram): string {
  const { lab, T, X } = program;
  const { method, step, form, precision } = lab.choices;
  const { rows: C, columns: M } = lab.problem.shape;
  const way = X
    ? `const X = ${rows(X)};
// Of W row by row, then b.
const logits = (theta: number[], s: number): number[] =>
  T[s].map((_, k) =>
    X[s].reduce((z, x, m) => round(z + round(theta[${M} * k + m] * x)), theta[${C * M} + k]));
`
    : `const logits = (z: number[], _: number): number[] => z;
`;
  return `type Round = (x: number) => number; // after each operation
const round: Round = ${precision === 'single' ? 'Math.fround' : '(x) => x'};
const sum = (x: number[]): number => x.reduce((a, b) => round(a + b));

const point = ${list([...lab.problem.point])};
const T = ${rows(T)};
${way}
const D = T.map((t, s) => {
  const z = logits(point, s);
  const e = z.map((v) => Math.exp(v - Math.max(...z)));
  const [all, total] = [e.reduce((a, b) => a + b), t.reduce((a, b) => a + b)];
  return e.map((v, k) => ((v / all) * total - t[k]) / T.length);
});
${
  X
    ? `const ofClass = (k: number, x: (s: number) => number): number =>
  D.reduce((g, d, s) => g + d[k] * x(s), 0);
const g = [
  ...T[0].flatMap((_, k) => X[0].map((_, m) => ofClass(k, (s) => X[s][m]))),
  ...T[0].map((_, k) => ofClass(k, () => 1)),
];`
    : 'const [g] = D;'
}
console.log(${brokenGradient(program)});

const lossOf = (z: number[], t: number[]): number => {
${LOSSES[form]}};
const loss = (theta: number[]): number =>
  round(sum(T.map((t, s) => lossOf(logits(theta, s), t))) / T.length);
${method === 'richardson' ? EXTRAPOLATED : ''}point.forEach((v, k) => {
  const h = round(v + ${number(step)}) - v;
  const at = (steps: number): number => loss(point.with(k, round(v + steps * h)));
  console.log(${QUOTIENTS[method]}); // difference: ${method}
});
`;
}
