import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LiveChecker, type LiveStep } from '../../src/check/live.ts';
import { pageOf } from '../../src/notebook/page.ts';
import { partOfPrograms } from '../../src/notebook/partOfPrograms.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import type { SharedClaims } from '../../src/notebook/sharedPrograms.ts';
import type { SharedPrograms } from '../../src/check/program.ts';
import { notations } from './verdicts.ts';

const POINTS = [
  { logits: [2, 1, -0.5], target: [0, 1, 0] },
  { logits: [0.3, -1, 2, 0.7, 0], target: [0.1, 0.2, 0.3, 0.4, 0] },
];

/** What some steps say, with their slips, at both points. */
function said(programs: SharedPrograms, steps: readonly SharedClaims[]): LiveStep[] {
  const checker = new LiveChecker(programs);
  return POINTS.flatMap((point) => {
    checker.moveTo(point);
    return steps
      .filter(({ claims }) => claims.length > 0)
      .map((step) => checker.checkAtRest(step, { i: 1, j: 2 }));
  });
}

describe.each(['documents/3-note', 'derivations/weights'])('a formula of %s alone', (name) => {
  const source = readFileSync(`content/${name}.md`, 'utf8');
  const { programs, formulas } = pageOf('page', readNotebook(`${name}.md`, source, notations));
  const parts = formulas.map(({ steps }) => ({ steps, part: partOfPrograms(programs, steps) }));

  it('says what it says on its page, number by number', () => {
    for (const { steps, part } of parts)
      expect(said(part.programs, part.steps)).toEqual(said(programs, steps));
  });

  it('brings only what it needs', () => {
    const sizes = parts.map(({ part }) => part.programs.nodes.length);
    expect(Math.max(...sizes)).toBeLessThan(programs.nodes.length / 2);
    for (const { steps, part } of parts)
      if (steps.every(({ claims }) => claims.length === 0))
        expect(part.programs).toEqual({ nodes: [], meanings: [] });
  });
});
