import { boundedNumbers, type Bounded } from '../expression/bounded.ts';
import { sizeIn, type Size } from '../expression/size.ts';
import { assignments } from './assignments.ts';
import { Crossings } from './crossing.ts';
import { Dependences } from './dependences.ts';
import { derivativeFault } from './derivatives.ts';
import { losses } from './losses.ts';
import { Machine } from './machine.ts';
import { OutOfWork } from './outOfWork.ts';
import { modelsOf, type Model } from './models.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { drawPoint, type DrawnPoint, type Family } from './points.ts';
import type { Claim, Program, Variable } from './program.ts';
import { seededRandom } from './random.ts';
import { isTrivial, Tally } from './tally.ts';
import type { Counterexample, StepVerdict } from './verdict.ts';

/** Points tried in each of the usual models. */
const POINTS_PER_MODEL = 64;

/** Points tried in each extra model. */
const POINTS_PER_EXTRA = 6;

/** Every this many points, one is wide. */
const WIDE_EVERY = 4;

/** Boundary points tried in each model, for relations that break at ties: two rounds of shapes each. */
const BOUNDARY_PER_MODEL = 36;

/** Far points tried in each model, for bounds that break far out. */
const FAR_PER_MODEL = 8;

/** The sample at hand changes every this many points. */
const TURNS_PER_HAND = 8;

/** Terms of sums that a model may take to compute. */
const WORK_PER_MODEL = 2_000_000;

/** Entries that a claim may have in a usual model. */
const MAX_ENTRIES = 20_000;

/** Terms of sums that an extra model may take. */
const WORK_PER_EXTRA = 10_000;

/** An extra model with more entries or values than this is left out. */
const MAX_EXTRA = 2_000;

/** Core points of a model at which it is looked for what one part of a side swallows of another. */
const LOOKS_PER_MODEL = 3;

/** More of an addend or factor than this must not be lost in computing a side. */
const MAX_LOST = 1e-6;

/**
 * Tries a claim at seeded points, for all values of its free letters. It holds where it agrees at
 * all points that have something to say; one point where it differs beyond rounding refutes it. Where
 * a side is not finite at an ordinary point, it is undecided.
 */
export function checkSampled(claim: Claim<number>, program: Program, seed: number): StepVerdict {
  const dependences = new Dependences(program);
  const fault = derivativeFault(claim, program, dependences);
  if (fault !== null) return { verdict: 'undecided', reason: fault };
  const machine = new Machine(program, boundedNumbers);
  const tally = new Tally(claim);
  const crossings = new Crossings(claim, (point, hand) => {
    machine.moveTo(point);
    return evaluate(hand);
  });
  const variables = neededVariables(claim, program, dependences);
  const random = seededRandom(seed);
  const evaluate = pairsOf(claim, machine);
  const looked: DrawnPoint[] = [];
  let met = false;
  for (const model of modelsOf(claim, program)) {
    try {
      if (exceeds(claim, variables, model)) throw new OutOfWork();
      machine.allow(model.extra ? WORK_PER_EXTRA : WORK_PER_MODEL);
      let looks = model.extra ? LOOKS_PER_MODEL : 0;
      for (const [turn, family] of families(claim, model).entries()) {
        const point = drawPoint(variables, model.sizes, family, turn, claim.oneHot, random);
        machine.moveTo(point);
        if (turn === 0) met ||= someAssignment(claim, machine);
        const hand = handOf(claim, machine, turn);
        const pairs = evaluate(hand);
        const differs = tally.add(pairs, point, variables);
        const found = differs ? { pair: differs, point } : crossings.add(pairs, point, hand);
        if (found) {
          const { pair, point: where } = found;
          const shown = counterexample(pair, claim, hand, where);
          return { verdict: 'refuted', why: 'numbers', counterexample: shown };
        }
        if (family === 'core' && looks < LOOKS_PER_MODEL) {
          looks += 1;
          looked.push(point);
        }
      }
    } catch (error) {
      if (!(error instanceof OutOfWork)) throw error;
      if (!model.extra) return { verdict: 'undecided', reason: 'too much to compute' };
    }
  }
  const found = tally.verdict(seed, met);
  return found.verdict === 'holds' && swallows(claim, program, looked) ? SWALLOWED : found;
}

const SWALLOWED: StepVerdict = {
  verdict: 'undecided',
  reason: 'one part of a side is so much larger than another that it swallows it',
};

/** The family of each point in a model. */
function families(claim: Claim<number>, { extra }: Model): Family[] {
  const list = Array.from(
    { length: extra ? POINTS_PER_EXTRA : POINTS_PER_MODEL },
    (_, k): Family => (k % WIDE_EVERY === WIDE_EVERY - 1 ? 'wide' : 'core'),
  );
  if (claim.relation === '=' && !isTrivial(claim)) return list;
  const further = (family: Family, count: number): Family[] =>
    Array.from({ length: extra ? POINTS_PER_EXTRA : count }, () => family);
  const boundary = further('boundary', BOUNDARY_PER_MODEL);
  return claim.relation === '='
    ? [...boundary, ...list]
    : [...boundary, ...list, ...further('far', FAR_PER_MODEL)];
}

/** The sample at hand at a turn: each in its turn, so that none can be named instead. */
function handOf({ free }: Claim<number>, machine: Machine<Bounded>, turn: number): number {
  const hand = free.find(({ name }) => name === '·');
  return hand ? 1 + (Math.floor(turn / TURNS_PER_HAND) % machine.size(hand.size)) : 1;
}

/** Whether at most of some points a part of a side is swallowed by another. */
function swallows(claim: Claim<number>, program: Program, points: readonly DrawnPoint[]): boolean {
  const machine = new Machine(program, losses);
  const sides = [machine.compile(claim.left), machine.compile(claim.right)];
  const admits = machine.compileConditions(claim.guard);
  const found = points.filter((point) => {
    machine.moveTo(point);
    for (const _ of assignments(claim.free, machine))
      if (admits() && sides.some((side) => side().lost > MAX_LOST)) return true;
    return false;
  });
  return found.length > points.length / 2;
}

/** Whether a model is too large for the claim. */
function exceeds(
  { free }: Claim<number>,
  variables: Readonly<Record<string, Variable>>,
  { sizes, extra }: Model,
): boolean {
  const product = (axes: readonly Size[]): number =>
    axes.reduce((all, axis) => all * sizeIn(axis, sizes), 1);
  const entries = product(free.flatMap(({ name, size }) => (name === '·' ? [] : [size])));
  if (!extra) return entries > MAX_ENTRIES;
  const values = Object.values(variables).reduce((sum, { axes }) => sum + product(axes), 0);
  return entries > MAX_EXTRA || values > MAX_EXTRA;
}

function counterexample(
  pair: Pair,
  { free }: Claim<number>,
  hand: number,
  point: DrawnPoint,
): Counterexample {
  const values = Object.entries(point.values).map(([name, list]) => [name, [...list]] as const);
  const atHand = free.some(({ name }) => name === '·') && hand > 1;
  return {
    indices: atHand ? { ...pair.indices, 'sample at hand': hand } : pair.indices,
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
