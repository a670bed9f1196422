import { boundedNumbers } from '../expression/bounded.ts';
import type { Scalar } from '../expression/scalar.ts';
import { checkAlgebraic } from './algebraic.ts';
import { changedParts } from './changedParts.ts';
import { Machine } from './machine.ts';
import type { GraphNode } from './graph.ts';
import { mutantsOf } from './mutants.ts';
import { pairsOf, weigh } from './pairs.ts';
import type { Claim, Program, ProgramBuilder } from './program.ts';
import { readerPoint, type ReaderNumbers } from './readerPoint.ts';
import { reachable } from './reachable.ts';
import { checkSampled } from './sampled.ts';

/** What became of the mutants of some claims. What is in none of the last three survived. */
export interface MutantCount {
  readonly tried: number;
  /** Refuted, as they should be. */
  readonly killed: number;
  /** The same function as the original: the algebraic test finds no difference. */
  readonly equivalent: number;
  /** True as well, of a claim that is no identity. */
  readonly alsoTrue: number;
}

/** What became of the mutants of one claim. */
export interface KilledMutants extends MutantCount {
  /** Those that are wrong, and seen to be at ordinary numbers of a reader; each stored once. */
  readonly refuted: readonly Claim<Scalar>[];
}

/** No mutants. */
export const NO_MUTANTS: MutantCount = { tried: 0, killed: 0, equivalent: 0, alsoTrue: 0 };

/** Checks the mutants of a claim; those that can't be decided are not counted. */
export function killMutants(
  claim: Claim<Scalar>,
  builder: ProgramBuilder,
  seed: number,
): KilledMutants {
  const { program } = builder;
  const symbols = { ...program.variables, ...program.definitions };
  let [tried, killed, equivalent, alsoTrue] = [0, 0, 0, 0];
  const refuted = new Map<number, Claim<Scalar>>();
  const shows = atOrdinaryNumbers(program);
  for (const mutant of mutantsOf(claim, symbols)) {
    const compiled = builder.addClaim(mutant);
    const { verdict } = checkSampled(compiled, builder.program, seed);
    if (verdict !== 'holds' && verdict !== 'refuted') continue;
    tried += 1;
    if (verdict === 'refuted') {
      killed += 1;
      if (!refuted.has(compiled.right) && shows(compiled)) refuted.set(compiled.right, mutant);
    } else if (!isIdentity(compiled, program)) alsoTrue += 1;
    else if (checkAlgebraic(compiled, builder.program, seed).outcome === 'agrees') equivalent += 1;
    else if (isSameInPart(claim, mutant, builder, seed)) equivalent += 1;
  }
  return { tried, killed, equivalent, alsoTrue, refuted: [...refuted.values()] };
}

/**
 * Whether what a slip has changed is the same as it was, so that the whole is: the algebraic test may
 * reach a part, such as Σt, of a whole that is beyond it.
 */
function isSameInPart(
  claim: Claim<Scalar>,
  mutant: Claim<Scalar>,
  builder: ProgramBuilder,
  seed: number,
): boolean {
  return changedParts(claim, mutant).some((part) => {
    const compiled = builder.addClaim(part);
    return checkAlgebraic(compiled, builder.program, seed).outcome === 'agrees';
  });
}

/** Whether a claim is that two formulas are one: places of an extremum only have to be the same. */
function isIdentity({ relation, left, right }: Claim<number>, program: Program): boolean {
  const places = (node: GraphNode): boolean => node.op === 'argmax' || node.op === 'argmin';
  return relation === '=' && !reachable([left, right], program).some(places);
}

/** Numbers of a reader at which nothing is special: distinct logits, a soft target. */
const ORDINARY: ReaderNumbers = { logits: [0.7, -1.3, 0.4], target: [0.2, 0.5, 0.3] };

/**
 * Tells whether a claim is seen to be wrong at ordinary numbers of a reader. If it is not, then what a
 * page fixes hides it, or a bound leaves room for it, and it says nothing about other numbers.
 */
function atOrdinaryNumbers(program: Program): (claim: Claim<number>) => boolean {
  const machine = new Machine(program, boundedNumbers);
  machine.moveTo(readerPoint(program, ORDINARY));
  return (claim) => weigh(claim, pairsOf(claim, machine)(), 'wide').differs !== null;
}

/** The counts of several claims together. */
export function addCounts(counts: readonly MutantCount[]): MutantCount {
  return counts.reduce(
    (sum, count) => ({
      tried: sum.tried + count.tried,
      killed: sum.killed + count.killed,
      equivalent: sum.equivalent + count.equivalent,
      alsoTrue: sum.alsoTrue + count.alsoTrue,
    }),
    NO_MUTANTS,
  );
}
