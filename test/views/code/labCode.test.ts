import { describe, expect, test } from 'vitest';
import { defaultLab, labChoices, type GradientLab } from '../../../src/state/gradientLab.ts';
import { labCode } from '../../../src/views/code/labCode.ts';
import { labProgram, type LabProgram } from '../../../src/views/code/labProgram.ts';
import { LANGUAGES } from '../../../src/views/code/language.ts';
import { labOf, problemOf } from '../../../src/views/laboratory/lab.ts';
import { numbersIn, runnerOf } from './run.ts';

const Z = [2, 0.1, -0.5];
const t = [0.2, 0.5, 0.3];

function programAt(choices: Partial<GradientLab>): LabProgram {
  const all = { ...defaultLab, ...choices };
  const problem = problemOf(all, Z, t);
  const program = problem && labProgram(labOf(all, problem), t);
  if (!program) throw new Error('no program');
  return program;
}

const CASES: readonly Partial<GradientLab>[] = [
  ...(['logits', 'weights'] as const).flatMap((loss) =>
    labChoices.slip.map((slip) => ({ loss, slip, entry: 2, value: 0.75 })),
  ),
  ...labChoices.method.map((method) => ({ method, step: 2 ** -7 })),
  { form: 'naive', loss: 'weights' },
  { precision: 'single', step: 2 ** -7 },
  { precision: 'single', form: 'naive', loss: 'weights', step: 2 ** -7 },
];

/** How far a difference may be off: the rounding of some values of the loss over the step. */
function tolerance({ lab }: LabProgram): number {
  return (200 * lab.problem.epsilon) / lab.choices.step;
}

describe.each(LANGUAGES)('gradient checks in $label', ({ name: language, label }) => {
  const run = runnerOf(language);
  test.skipIf(!run)(`print what the laboratory shows (skipped where ${label} is not there)`, () => {
    const programs = CASES.map(programAt);
    const printed = run?.(programs.map((program) => labCode[language](program))) ?? [];
    programs.forEach((program, c) => {
      const { analytic, entries, duals, problem } = program.lab;
      const text = labCode[language](program);
      const differences = language === 'numpy' || language === 'typescript';
      const shown = numbersIn(printed[c] ?? '');
      const others = differences ? entries.map((entry) => entry.numeric) : [...duals];
      expect(shown, text).toHaveLength(2 * analytic.length);
      [...analytic].forEach((x, k) => {
        const off = Math.abs((shown[k] ?? NaN) - x);
        expect(off, `entry ${k} of\n${text}`).toBeLessThanOrEqual(16 * problem.epsilon);
      });
      others.forEach((x, k) => {
        const off = Math.abs((shown[analytic.length + k] ?? NaN) - x);
        expect(off, `difference ${k} of\n${text}`).toBeLessThanOrEqual(tolerance(program));
      });
    });
  });
});

test('a function that the reader wrote has no program', () => {
  const problem = problemOf(defaultLab, Z, t);
  if (!problem) throw new Error('no problem');
  expect(labProgram(labOf({ ...defaultLab, loss: 'own' }, problem), t)).toBeNull();
});
