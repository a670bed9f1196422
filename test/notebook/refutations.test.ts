import { describe, expect, test } from 'vitest';
import { matrices } from './matrixRefutations.ts';
import { assignment, canonical, type Refutation } from './refutations.ts';
import { checked } from './verdicts.ts';

const TABLES: readonly (readonly [string, readonly Refutation[]])[] = [
  ['canonical', canonical],
  ['canonical', matrices],
  ['1-assignment', assignment],
];

describe.each(TABLES)('in the notation %s', (notation, table) => {
  const cases = table.map(([truth, ...wrong]) => ({ truth, wrong }));

  test.each(cases)('$truth holds', ({ truth }) => {
    const { verdict, error, steps } = checked(truth, notation);
    expect({ verdict, error, steps: verdict === 'holds' ? [] : steps }).toEqual({
      verdict: 'holds',
      error: null,
      steps: [],
    });
  });

  test.each(cases.flatMap(({ wrong }) => wrong).map((tex) => ({ tex })))(
    '$tex is refuted',
    ({ tex }) => {
      const { verdict, error } = checked(tex, notation);
      expect({ verdict, error }).toEqual({ verdict: 'refuted', error: null });
    },
  );
});

describe('a chain', () => {
  test('is refuted at both steps where two errors cancel', () => {
    const { steps } = checked('\\sigma(z)_i = \\hat y_i + 1 = \\sigma(z)_i');
    expect(steps.map(({ verdict }) => verdict.verdict)).toEqual(['refuted', 'refuted']);
  });

  test('is refuted at the step that fails and nowhere else', () => {
    const { steps } = checked('\\hat y_i = \\sigma(z)_i \\ge 0 = 1 > \\hat y_i');
    expect(steps.map(({ verdict }) => verdict.verdict)).toEqual([
      'holds',
      'holds',
      'refuted',
      'holds',
    ]);
  });

  test('has a second relation in a row checked like one in a row of its own', () => {
    const tex = '\\begin{aligned} z_i &= z_i = v_i \\\\ &= v_i \\end{aligned}';
    expect(checked(tex).steps.map(({ verdict }) => verdict.verdict)).toEqual([
      'holds',
      'refuted',
      'holds',
    ]);
  });
});
