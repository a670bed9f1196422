import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/check/judge.ts';
import { drawPoint, modelSizes, type Family } from '../../src/check/points.ts';
import type { Variable } from '../../src/check/program.ts';
import { seededRandom } from '../../src/check/random.ts';
import { namedSize } from '../../src/expression/size.ts';
import { checked } from '../notebook/verdicts.ts';

const FAMILIES: readonly Family[] = ['core', 'wide', 'far', 'boundary'];
const classes = namedSize('classes');
const target: Variable = { kind: 'probability', axes: [namedSize('samples'), classes], range: [0, 1], quantity: null }; // prettier-ignore
const logits: Variable = { kind: 'real', axes: [classes], range: [-2, 2], quantity: null };

describe('the models', () => {
  test('have classes of 2, 3 and 5, and no two axes of one length', () => {
    const names = ['samples', 'features', 'classes', 'heads', 'words', 'layers', 'rows'];
    const models = modelSizes(names);
    expect(models.map((sizes) => sizes['classes']).sort()).toEqual([2, 3, 5]);
    for (const sizes of models) expect(new Set(Object.values(sizes)).size).toBe(names.length);
  });
});

describe('points', () => {
  const draw = (family: Family, turn: number, seed = 1, oneHot: string[] = []) =>
    drawPoint({ z: logits, t: target }, { classes: 3, samples: 2 }, family, turn, oneHot, seededRandom(seed)); // prettier-ignore

  test('are determined by their seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(63), fc.constantFrom(...FAMILIES), (seed, turn, family) => {
        expect(draw(family, turn, seed)).toEqual(draw(family, turn, seed));
      }),
    );
  });

  test('have distinct values, but for those at the boundary', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(63), fc.constantFrom<Family>('core', 'wide'), (seed, turn, family) => {
        expect(new Set(draw(family, turn, seed).values['z']).size).toBe(3);
      }),
    ); // prettier-ignore
  });

  test('at the boundary have zeros, ties and pairs of opposites', () => {
    const drawn = Array.from({ length: 36 }, (_, turn) => [...(draw('boundary', turn).values['z'] ?? [])]);
    expect(drawn.some((z) => z.every((x) => x === 0))).toBe(true);
    expect(drawn.some((z) => z.every((x) => x === z[0] && x !== 0))).toBe(true);
    expect(drawn.some((z) => z[0] === z[2] && z[0] !== z[1])).toBe(true);
    expect(drawn.some((z) => z.filter((x) => x !== 0).length === 1)).toBe(true);
    expect(drawn.some((z) => z.reduce((a, b) => a + b) === 0 && z.some((x) => x !== 0))).toBe(true);
  }); // prettier-ignore

  test('have probability vectors that sum to 1', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(63), fc.constantFrom(...FAMILIES), (seed, turn, family) => {
        const t = [...(draw(family, turn, seed).values['t'] ?? [])];
        for (const row of [t.slice(0, 3), t.slice(3)])
          expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 15);
      }),
    );
  });

  test.each(['core', 'wide'] as const)(
    '%s have every label, and soft vectors, at each sample; and vectors that are all soft',
    (family) => {
      const turns = Array.from({ length: 64 }, (_, turn) => turn).filter(
        (turn) => (turn % 4 === 3) === (family === 'wide'),
      );
      const seen = [new Set<string>(), new Set<string>()];
      let allSoft = 0;
      for (const turn of turns) {
        const t = [...(draw(family, turn).values['t'] ?? [])];
        const kinds = [t.slice(0, 3), t.slice(3)].map((row) => row.includes(1) ? `label ${row.indexOf(1)}` : 'soft'); // prettier-ignore
        kinds.forEach((kind, row) => seen[row]?.add(kind));
        if (kinds.every((kind) => kind === 'soft')) allSoft += 1;
      }
      for (const kinds of seen)
        expect([...kinds].sort()).toEqual(['label 0', 'label 1', 'label 2', 'soft']);
      expect(allSoft).toBeGreaterThan(0);
    },
  );

  test('have only labels where a vector is one-hot', () => {
    for (let turn = 0; turn < 64; turn++)
      expect(draw('core', turn, 1, ['t']).values['t']?.filter((x) => x === 1).length).toBe(2);
  });

  test.each(['open', 'closed'] as const)('stay in an interval that is %s', (bounds) => {
    const inside: Variable = { kind: 'real', axes: [classes], range: [-1, 0.5], quantity: null, bounds };
    const random = seededRandom(3);
    const all = FAMILIES.flatMap((family) =>
      Array.from({ length: 36 }, (_, turn) => [...(drawPoint({ c: inside }, { classes: 3 }, family, turn, [], random).values['c'] ?? [])]).flat(),
    );
    expect(all.every((x) => (bounds === 'open' ? x > -1 && x < 0.5 : x >= -1 && x <= 0.5))).toBe(true);
    expect(all.includes(-1) && all.includes(0.5)).toBe(bounds === 'closed');
  }); // prettier-ignore
});

describe('the judge', () => {
  const number = (v: number, e = 0): { v: number; e: number } => ({ v, e });

  test.each(['=', '≠', '<', '≤', '>', '≥', '≈'] as const)(
    'finds nothing in %s where a side is not finite',
    (relation) => {
      for (const odd of [NaN, Infinity, -Infinity]) {
        expect(judge(relation, number(odd), number(1), number(1))).toBe('silent');
        expect(judge(relation, number(1), number(odd), number(1))).toBe('silent');
        expect(judge(relation, number(odd), number(odd), number(1))).toBe('silent');
        expect(judge(relation, number(1, Infinity), number(1), number(1))).toBe('silent');
        expect(judge(relation, number(1, NaN), number(1), number(1))).toBe('silent');
      }
    },
  );

  test.each([
    ['=', 1, 1, 'agrees'],
    ['=', 1, 1 + 1e-9, 'differs'],
    ['≠', 1, 1, 'tie'],
    ['≠', 1, 2, 'agrees'],
    ['<', 1, 2, 'agrees'],
    ['<', 1, 1, 'tie'],
    ['<', 2, 1, 'differs'],
    ['≤', 1, 1, 'agrees'],
    ['≤', 2, 1, 'differs'],
    ['>', 1, 1, 'tie'],
    ['≥', 1, 1, 'agrees'],
    ['≥', 1, 2, 'differs'],
  ] as const)('of %s at %d and %d: %s', (relation, left, right, judgement) => {
    expect(judge(relation, number(left), number(right), null)).toBe(judgement);
  });

  test('lets an approximation differ by its bound and no more', () => {
    expect(judge('≈', number(1), number(1.5), number(0.5))).toBe('agrees');
    expect(judge('≈', number(1), number(1.5), number(0.4))).toBe('differs');
    expect(judge('≈', number(1), number(1), number(-1))).toBe('differs');
    expect(judge('≈', number(1), number(1), null)).toBe('silent');
  });
});

describe('evidence', () => {
  const evidenceOf = (tex: string): unknown => {
    const [step] = checked(tex).steps;
    return step?.verdict.verdict === 'holds' ? step.verdict.evidence[0] : step?.verdict;
  };

  test('is the same in every run', () => {
    const tex = '\\sum_{i=1}^C \\sigma(z)_i = 1';
    expect(evidenceOf(tex)).toEqual(evidenceOf(tex));
  });

  test('is of at least 64 points, with a residual within the tolerance', () => {
    const evidence = evidenceOf('\\sum_{i=1}^C \\sigma(z)_i = 1') as { points: number; residual: number; tolerance: number }; // prettier-ignore
    expect(evidence.points).toBeGreaterThanOrEqual(64);
    expect(evidence.residual).toBeLessThanOrEqual(evidence.tolerance);
    expect(evidence.tolerance).toBeLessThan(1e-9);
  });

  test('against a formula has the indices, the values and both sides', () => {
    const [step] = checked('z_i = z_i + u_1').steps;
    if (step?.verdict.verdict !== 'refuted') throw new Error('it is refuted');
    const { indices, values, left, right } = step.verdict.counterexample;
    const [i, z, u] = [indices['i'] ?? 0, values['z'] ?? [], values['u'] ?? []];
    expect(Object.keys(values).sort()).toEqual(['u', 'z']);
    expect(left).toBe(z[i - 1]);
    expect(right).toBe((z[i - 1] ?? 0) + (u[0] ?? 0));
  });
});
