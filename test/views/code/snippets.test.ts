import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { crossEntropy } from '../../../src/numeric/crossEntropy.ts';
import { crossEntropyGradient } from '../../../src/numeric/crossEntropyGradient.ts';
import { divergence, entropy } from '../../../src/numeric/entropy.ts';
import { logistic, logisticSlope } from '../../../src/numeric/logistic.ts';
import { logSumExp } from '../../../src/numeric/logSumExp.ts';
import { outerSum } from '../../../src/numeric/outerSum.ts';
import { softmax } from '../../../src/numeric/softmax.ts';
import { softmaxAsWritten } from '../../../src/numeric/softmaxAsWritten.ts';
import { softmaxJacobian } from '../../../src/numeric/softmaxJacobian.ts';
import { softmaxJvp } from '../../../src/numeric/softmaxJvp.ts';
import { symmetricEigen } from '../../../src/numeric/symmetricEigen.ts';
import { LANGUAGES } from '../../../src/views/code/language.ts';
import { list, pythonFloat } from '../../../src/views/code/literals.ts';
import { SNIPPETS, type CodeName } from '../../../src/views/code/snippets.ts';
import { convexLine } from '../../../src/views/convexLine.ts';
import { layerOf, logitsOf } from '../../../src/views/layer.ts';
import type { Point } from '../../../src/views/point.ts';
import { INPUT } from '../../../src/views/rowForm.ts';
import { sampleLogits, sampleTargets, X } from '../../../src/views/samples.ts';
import { slippedGradient } from '../../../src/views/slippedGradient.ts';
import { numbersIn, runnerOf } from './run.ts';

const at = (z: number[], t: number[], rest: Partial<Point> = {}): Point => ({
  z,
  t,
  i: 1,
  j: 2,
  feature: 2,
  slip: 'none',
  ...rest,
});

/** Numbers of single figures, none of them as at first. */
const OWN: Point['own'] = {
  'weights-x': [0.25, -3, 2],
  'weights-w': [1, -2.5, 0.125, 7, 0, -1],
  'jacobian-v': [-0.5, 3],
  'gradient-step': [4.5],
  'distribution-c': [85],
  'distribution-tau': [0.25],
  'likelihood-smoothing': [0.05],
  'convexity-toward': [5],
  'convexity-s': [0.3],
};

const POINTS: readonly Point[] = [
  at([2, 1, -0.5], [0, 1, 0]),
  at([2, 1, -0.5], [0.2, 0.5, 0.3], { slip: 'delta', i: 3, j: 3 }),
  at([-0, 7], [1, 0], { slip: 'sign', i: 2, j: 1, own: OWN }),
  at([0.1, 1 / 3, -12.5], [0, 0, 1]),
  at([25, 0, 1], [0, 0, 1]),
  at([1000, 999, -1000], [0, 1, 0]),
  at([0.3, -1, 2, 0.5, 1e-300, 3, -2, 1, 0.25, -4], [0, 0, 0, 0, 0, 0, 0, 0, 0, 1], { i: 10 }),
];

/** The numbers that a program must print, in order. */
const EXPECTED: Readonly<Record<CodeName, (point: Point) => number[]>> = {
  distribution: ({ z }) => [...softmax(z)],
  jacobian: ({ z, i, j }) => {
    const J = [...softmaxJacobian(z)];
    return [...J, J[(i - 1) * z.length + j - 1] ?? NaN];
  },
  gradient: ({ z, t, slip }) => [
    ...Array.from(slippedGradient(z, t, slip)),
    ...crossEntropyGradient(z, t),
  ],
  logistic: ({ z: [a = NaN, b = NaN] }) => [logistic(a - b), logisticSlope(a - b)],
  'log-sum-exp': ({ z }) => {
    const max = Math.max(...z);
    return [max, logSumExp(z), max + Math.log(z.length)];
  },
  likelihood: ({ z, t }) => [crossEntropy(z, t), Math.exp(-crossEntropy(z, t))],
  'row-form': ({ z, t }) => {
    const truth = t.indexOf(Math.max(...t));
    const oneHot = t.map((_, k) => Number(k === truth));
    return outerSum([crossEntropyGradient(z, oneHot)], [INPUT]).flat();
  },
  'matrix-form': ({ z, t }) => {
    const T = sampleTargets(t);
    const slopes = sampleLogits(z).map((row, s) => crossEntropyGradient(row, T[s] ?? []));
    const sums = outerSum(slopes, X).flat();
    return [...sums, ...sums.map((sum) => sum / X.length)];
  },
  weights: (point) => {
    const layer = layerOf(point);
    const z = logitsOf(layer);
    const slope = crossEntropyGradient(z, point.t);
    return [...z, ...outerSum([slope], [layer.x]).flat(), ...slope];
  },
  convexity: (point) => {
    const line = convexLine(point, point.own?.['convexity-toward']?.[0] ?? 0);
    const s = point.own?.['convexity-s']?.[0] ?? 0.5;
    return [line.loss(s), line.chord(s), line.bend(s)];
  },
  simplex: ({ z }) => [
    ...softmax(z),
    ...z.flatMap((first, i) => z.slice(i + 1).map((second) => first - second)),
  ],
  spectrum: ({ z, own }) => [
    ...symmetricEigen(softmaxJacobian(z), z.length).values,
    ...softmaxJvp(z, own?.['jacobian-v'] ?? z.map((_, k) => Number(k === 0))),
  ],
  step: ({ z, t, own }) => {
    const eta = own?.['gradient-step']?.[0] ?? 1;
    const slope = crossEntropyGradient(z, t);
    const next = z.map((logit, k) => logit - eta * (slope[k] ?? NaN));
    return [crossEntropy(z, t), ...next, crossEntropy(next, t)];
  },
  evaluation: ({ z, own }) => {
    const [tau, c] = [own?.['distribution-tau']?.[0] ?? 1, own?.['distribution-c']?.[0] ?? 0];
    const moved = z.map((logit) => logit / tau + c);
    return [undefined, Math.fround].flatMap((round) =>
      [false, true].flatMap((shifted) => softmaxAsWritten(moved, shifted, round).quotients),
    );
  },
  entropy: ({ z, t, own }) => {
    const alpha = own?.['likelihood-smoothing']?.[0] ?? 0.3;
    const smoothed = t.map((p) => (1 - alpha) * p + alpha / t.length);
    return [t, smoothed].flatMap((p) => [entropy(p), divergence(z, p), crossEntropy(z, p)]);
  },
};

const NAMES = Object.keys(EXPECTED) as CodeName[]; // the record has just these

/** How far a printed number may be off: by rounding, in its precision, but for a difference quotient. */
function tolerance(name: CodeName, language: string, k: number, { z }: Point): number {
  if (name === 'evaluation' && k >= 2 * z.length) return 1e-6;
  const differences = name === 'gradient' && !['torch', 'jax'].includes(language);
  if (!differences || k < z.length) return 1e-12;
  return 1e-9 * Math.max(1, ...z.map(Math.abs));
}

describe.each(LANGUAGES)('programs in $label', ({ name: language, label }) => {
  const run = runnerOf(language);

  test.skipIf(!run)(`print what the figures show (skipped where ${label} is not there)`, () => {
    // JAX compiles each anew
    const points = language === 'jax' ? POINTS.slice(0, 3) : POINTS;
    const cases = NAMES.flatMap((name) => points.map((point) => ({ name, point })));
    const printed = run?.(cases.map(({ name, point }) => SNIPPETS[name][language](point))) ?? [];
    expect(printed).toHaveLength(cases.length);
    cases.forEach(({ name, point }, c) => {
      const program = SNIPPETS[name][language](point);
      const shown = numbersIn(printed[c] ?? '');
      const expected = EXPECTED[name](point);
      expect(shown, program).toHaveLength(expected.length);
      expected.forEach((x, k) => {
        if (Number.isNaN(x)) {
          expect(shown[k], `number ${k + 1} of\n${program}`).toBeNaN();
          return;
        }
        const distance = Math.abs((shown[k] ?? 0) - x) / Math.max(1, Math.abs(x));
        expect(distance, `number ${k + 1} of\n${program}`).toBeLessThanOrEqual(
          tolerance(name, language, k, point),
        );
      });
    });
  });
});

test('programs in TypeScript are accepted by a strict compiler', () => {
  const [point] = POINTS;
  if (!point) throw new Error('no point');
  const ambient = 'declare const console: { log(...values: readonly unknown[]): void };\n';
  const programs = new Map(
    NAMES.map((name) => [`/${name}.ts`, `${ambient}${SNIPPETS[name].typescript(point)}export {};`]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version, ...rest) => {
    const text = programs.get(file);
    return text === undefined
      ? read(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const messages = ts
    .getPreEmitDiagnostics(ts.createProgram([...programs.keys()], options, host))
    .map(({ file, messageText }) => `${file?.fileName}: ${String(messageText)}`);
  expect(messages).toEqual([]);
});

test.each([0, -0, 2, 0.1, 1 / 3, -1e-300, 1e21, 1e300, 123456789012, Number.MIN_VALUE])(
  'the number %d is written so that it is read back as it is, and as a float in Python',
  (x) => {
    expect(Number(pythonFloat(x))).toBe(x);
    expect(pythonFloat(x)).toMatch(/[.e]/);
    expect(JSON.parse(list([x]))).toEqual([x]);
  },
);

test('the gradient’s formula is broken as the reader broke it', () => {
  const [point] = POINTS;
  if (!point) throw new Error('no point');
  for (const { name } of LANGUAGES) {
    const programs = (['none', 'delta', 'sign'] as const).map((slip) =>
      SNIPPETS.gradient[name]({ ...point, slip }),
    );
    expect(new Set(programs).size).toBe(3);
  }
});
