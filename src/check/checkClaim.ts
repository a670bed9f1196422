import { checkAlgebraic } from './algebraic.ts';
import type { Claim, Program } from './program.ts';
import { checkSampled } from './sampled.ts';
import type { StepVerdict } from './verdict.ts';

/**
 * The verdict on a claim: by sampling, with the algebraic test as second evidence where it reaches.
 * Where the two disagree, nothing is decided.
 */
export function checkClaim(claim: Claim<number>, program: Program, seed: number): StepVerdict {
  const sampled = checkSampled(claim, program, seed);
  if (sampled.verdict !== 'holds') return sampled;
  const algebraic = checkAlgebraic(claim, program, seed);
  switch (algebraic.outcome) {
    case 'out of reach':
      return sampled;
    case 'differs':
      return {
        verdict: 'undecided',
        reason: 'it agrees at random points, but not in modular arithmetic',
      };
    case 'agrees': {
      const { trials, bound } = algebraic;
      return {
        ...sampled,
        evidence: [...sampled.evidence, { method: 'algebraic', trials, bound }],
      };
    }
  }
}
