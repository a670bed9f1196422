import { checkClaim } from '../check/checkClaim.ts';
import { addCounts, killMutants, NO_MUTANTS, type MutantCount } from '../check/killMutants.ts';
import type { Claim } from '../check/program.ts';
import { withSlips, type Refuted, type TestedClaim } from '../check/slips.ts';
import { worstVerdict, type StepVerdict } from '../check/verdict.ts';
import { ExpressionError } from '../expression/errors.ts';
import type { Scalar } from '../expression/scalar.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import type { Expression } from '../expression/tree.ts';
import type { Link } from '../tex/display.ts';
import type { Sides } from '../tex/sides.ts';
import { claimsOf, type Conditions } from './claims.ts';
import { programOf } from './programs.ts';
import { repaired } from './repaired.ts';

/** What was found of a step. */
export interface StepResult {
  readonly verdict: StepVerdict;
  readonly claims: readonly TestedClaim<Scalar>[];
  readonly mutants: MutantCount;
}

/**
 * Checks one relation between neighbours of a chain in the formula `tex`. Sides whose shapes don't fit
 * are refuted by that; what can't be given a meaning throws {@link ExpressionError}.
 */
export function checkStep(
  link: Link,
  left: Expression,
  sides: Sides,
  conditions: Conditions,
  table: SymbolTable,
  tex: string,
): StepResult {
  if (link.relation === '≈' && !conditions.within) {
    return undecided('an approximation needs its bound: % within:');
  }
  try {
    const step = { left, relation: link.relation, right: link.right };
    const claims = claimsOf(step, sides, conditions, table);
    const builder = programOf(table);
    const seed = seedOf(tex.slice(left.range.start, link.right.range.end));
    const verdict = worstOf(
      claims.map((claim) => checkClaim(builder.addClaim(claim), builder.program, seed)),
    );
    if (verdict.verdict !== 'holds') {
      return { verdict, claims: withSlips(claims.map(untested)), mutants: NO_MUTANTS };
    }
    const mutants = claims.map((claim) => ({ claim, ...killMutants(claim, builder, seed) }));
    return { verdict, claims: withSlips(mutants), mutants: addCounts(mutants) };
  } catch (error) {
    if (!(error instanceof ExpressionError) || error.shapes === null) throw error;
    const [a, b] = error.shapes;
    const instead = repaired(tex, error);
    const said = instead === null ? error.message : `${error.message}: ${instead}`;
    const note = error.message.startsWith("can't compare") ? {} : { note: said };
    const counterexample = { indices: {}, values: {}, left: a, right: b, ...note };
    return {
      verdict: { verdict: 'refuted', why: 'shape', counterexample },
      claims: [],
      mutants: NO_MUTANTS,
    };
  }
}

/** A claim that does not hold has no slips. */
function untested(claim: Claim<Scalar>): Refuted {
  return { claim, refuted: [] };
}

function undecided(reason: string): StepResult {
  return { verdict: { verdict: 'undecided', reason }, claims: [], mutants: NO_MUTANTS };
}

function worstOf(verdicts: readonly StepVerdict[]): StepVerdict {
  const worst = worstVerdict(verdicts.map(({ verdict }) => verdict));
  const found = verdicts.find(({ verdict }) => verdict === worst);
  if (!found) throw new Error('a step makes at least one claim');
  return found;
}

/** FNV-1a of a step's TeX, however its lines end: its points are its own, and the same in every run. */
function seedOf(tex: string): number {
  let hash = 0x811c9dc5;
  for (const character of tex.replaceAll('\r\n', '\n'))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
