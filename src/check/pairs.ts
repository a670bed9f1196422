import type { Bounded } from '../expression/bounded.ts';
import { assignments } from './assignments.ts';
import { isDrowned, judge, noiseOf, violation } from './judge.ts';
import type { Machine } from './machine.ts';
import type { Family } from './points.ts';
import type { Claim } from './program.ts';

/** What a pair counts as, beside the sums in it. */
const TERMS_PER_PAIR = 4;

/** One pair of values of a claim's two sides. */
export interface Pair {
  readonly indices: Readonly<Record<string, number>>;
  readonly left: Bounded;
  readonly right: Bounded;
  readonly within: Bounded | null;
}

/**
 * Evaluates both sides at the machine's point, for all letters that the guard admits, with `hand` as
 * the sample at hand.
 */
export function pairsOf(
  claim: Claim<number>,
  machine: Machine<Bounded>,
): (hand?: number) => Pair[] {
  const [left, right] = [machine.compile(claim.left), machine.compile(claim.right)];
  const within = claim.within === null ? null : machine.compile(claim.within);
  const admits = machine.compileConditions(claim.guard);
  return (hand = 1) => {
    const pairs: Pair[] = [];
    for (const indices of assignments(claim.free, machine, hand)) {
      machine.spend(TERMS_PER_PAIR);
      if (admits())
        pairs.push({ indices, left: left(), right: right(), within: within?.() ?? null });
    }
    return pairs;
  };
}

/** What the pairs at one point say together. */
export interface Weight {
  readonly differs: Pair | null;
  /** Whether all pairs have something to say. */
  readonly informative: boolean;
  readonly residual: number;
  readonly tolerance: number;
}

/** Weighs the pairs at one point. */
export function weigh(claim: Claim<number>, pairs: readonly Pair[], family: Family): Weight {
  const scale = pairs.reduce(
    (most, { left, right }) => Math.max(most, Math.abs(left.v), Math.abs(right.v)),
    0,
  );
  let informative = pairs.length > 0;
  let [residual, tolerance] = [0, 0];
  for (const pair of pairs) {
    const { left, right } = pair;
    const judgement = judge(claim.relation, left, right, pair.within);
    // Far out, rounding may tie what is strictly ordered; elsewhere a tie is a counterexample.
    if (judgement === 'differs' || (judgement === 'tie' && family !== 'wide' && family !== 'far')) {
      return { differs: pair, informative: true, residual: Infinity, tolerance };
    }
    if (judgement !== 'agrees' || isDrowned(left, right, scale)) informative = false;
    const unit = scale > noiseOf(left, right) ? scale : 1;
    residual = Math.max(residual, violation(claim.relation, left, right) / unit);
    tolerance = Math.max(tolerance, noiseOf(left, right) / unit);
  }
  return { differs: null, informative, residual, tolerance };
}
