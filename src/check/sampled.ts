import { boundedNumbers, type Bounded } from '../expression/bounded.ts';
import { assignments } from './assignments.ts';
import { Dependences } from './dependences.ts';
import { Machine } from './machine.ts';
import { pairsOf, weigh, type Pair } from './pairs.ts';
import { drawPoint, modelSizes, type DrawnPoint, type Family } from './points.ts';
import type { Claim, Program, Variable } from './program.ts';
import { seededRandom } from './random.ts';
import { sizeNames } from './sizeNames.ts';
import type { Counterexample, StepVerdict } from './verdict.ts';

/** Points tried in each of the three models. */
const POINTS_PER_MODEL = 64;

/** Every this many points, one is wide. */
const WIDE_EVERY = 4;

/** Boundary points tried in each model, for relations that break at ties. */
const BOUNDARY_PER_MODEL = 6;

/** A step holds only where at least this many points had something to say. */
export const MIN_POINTS = 64;

/**
 * Tries a claim at seeded points, for all values of its free letters. It holds where it agrees at
 * all points that have something to say; one point where it differs beyond rounding refutes it.
 */
export function checkSampled(claim: Claim<number>, program: Program, seed: number): StepVerdict {
  const dependences = new Dependences(program);
  const vanishing = vanishingDerivative(claim, program, dependences);
  if (vanishing !== null) {
    return {
      verdict: 'undecided',
      reason: `what is differentiated does not contain ${vanishing} as written, so its derivative is not taken to be 0`,
    };
  }
  const machine = new Machine(program, boundedNumbers);
  const evaluate = pairsOf(claim, machine);
  const variables = neededVariables(claim, program, dependences);
  const random = seededRandom(seed);
  let [points, residual, tolerance, silent] = [0, 0, 0, 0];
  for (const sizes of modelSizes(sizeNames(claim, program))) {
    for (const [turn, family] of families(claim).entries()) {
      const point = drawPoint(variables, sizes, family, turn, claim.oneHot, random);
      machine.moveTo(point);
      const pairs = evaluate();
      const found = weigh(claim, pairs, family);
      if (found.differs) {
        return {
          verdict: 'refuted',
          why: 'numbers',
          counterexample: counterexample(found.differs, point),
        };
      }
      if (!found.informative) silent += 1;
      else {
        points += 1;
        residual = Math.max(residual, found.residual);
        tolerance = Math.max(tolerance, found.tolerance);
      }
    }
  }
  if (points < MIN_POINTS) {
    const reason =
      points + silent === 0 || !someAssignment(claim, machine)
        ? 'no point meets the condition under which it is claimed'
        : `only ${points} of ${points + silent} points have something to say; the others are not finite or drowned by rounding`;
    return { verdict: 'undecided', reason };
  }
  return { verdict: 'holds', evidence: [{ method: 'sampled', points, residual, tolerance, seed }] };
}

/** The family of each point in a model. */
function families(claim: Claim<number>): Family[] {
  const list = Array.from({ length: POINTS_PER_MODEL }, (_, k): Family =>
    k % WIDE_EVERY === WIDE_EVERY - 1 ? 'wide' : 'core',
  );
  if (claim.relation === '=') return list;
  return [...Array.from({ length: BOUNDARY_PER_MODEL }, (): Family => 'boundary'), ...list];
}

function counterexample(pair: Pair, point: DrawnPoint): Counterexample {
  const values = Object.entries(point.values).map(([name, list]) => [name, [...list]] as const);
  return {
    indices: pair.indices,
    values: Object.fromEntries(values),
    left: pair.left.v,
    right: pair.right.v,
  };
}

function someAssignment(claim: Claim<number>, machine: Machine<Bounded>): boolean {
  const admits = machine.compileConditions(claim.guard);
  for (const _ of assignments(claim.free, machine)) if (admits()) return true;
  return false;
}

/** The variables that a claim's value can depend on. */
function neededVariables(
  claim: Claim<number>,
  program: Program,
  dependences: Dependences,
): Record<string, Variable> {
  const nodes = [claim.left, claim.right, ...(claim.within === null ? [] : [claim.within])];
  const needed = new Set(nodes.flatMap((node) => [...dependences.symbols(node)]));
  const variables = Object.entries(program.variables).filter(
    ([name]) => needed.has(name) && !(name in program.definitions),
  );
  return Object.fromEntries(variables);
}

/** The variable of a derivative whose body doesn't contain it, or null. */
function vanishingDerivative(
  claim: Claim<number>,
  program: Program,
  dependences: Dependences,
): string | null {
  const seen = new Set<number>();
  const visit = (id: number): string | null => {
    if (seen.has(id)) return null;
    seen.add(id);
    const node = program.nodes[id];
    if (!node) return null;
    if (node.op === 'derivative' && !dependences.dependsOn(node.a, node.symbol)) return node.symbol;
    if (node.op === 'entry') {
      const definition = program.definitions[node.symbol];
      return definition ? visit(definition.body) : null;
    }
    const inner = [...('a' in node ? [node.a] : []), ...('b' in node ? [node.b] : [])];
    return inner.map(visit).find((found) => found !== null) ?? null;
  };
  return visit(claim.left) ?? visit(claim.right);
}
