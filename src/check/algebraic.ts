import { assignments } from './assignments.ts';
import { degrees, UNKNOWN } from './degrees.ts';
import { FACTORS, Q } from './field.ts';
import { Machine } from './machine.ts';
import { OutOfWork } from './outOfWork.ts';
import { modelSizes } from './points.ts';
import type { Claim, Program } from './program.ts';
import { seededRandom, type Random } from './random.ts';
import { exactResidue, freeResidue, OutOfReach, residues, type Residue } from './residues.ts';
import { sizeIn } from '../expression/size.ts';
import { sizeNames } from './sizeNames.ts';

/** Terms of sums that one comparison may take. */
const MAX_TERMS = 200_000;

/** What the algebraic test says of a claim. */
export type AlgebraicOutcome =
  | {
      readonly outcome: 'agrees';
      readonly trials: number;
      /** Bound on the probability that all trials miss a difference. */
      readonly bound: number;
    }
  | { readonly outcome: 'differs' }
  | { readonly outcome: 'out of reach' };

/**
 * Compares the two sides of an identity in modular arithmetic, at random residues, once in each model.
 * Its roundings are none: a difference of 1e-30 is found as surely as one of 1. Relations other than
 * `=`, maxima, square roots and nested exponentials are out of reach.
 */
export function checkAlgebraic(
  claim: Claim<number>,
  program: Program,
  seed: number,
): AlgebraicOutcome {
  if (claim.relation !== '=') return { outcome: 'out of reach' };
  const random = seededRandom(seed);
  let [trials, bound] = [0, 1];
  try {
    for (const sizes of modelSizes(sizeNames(claim, program))) {
      const compared = trial(claim, program, sizes, random);
      if (compared === null) return { outcome: 'out of reach' };
      if (!compared.equal) return { outcome: 'differs' };
      trials += 1;
      bound *= compared.bound;
    }
  } catch (error) {
    if (error instanceof OutOfReach || error instanceof OutOfWork)
      return { outcome: 'out of reach' };
    throw error;
  }
  return { outcome: 'agrees', trials, bound };
}

/** One comparison for all letters in one model; null where the sides share no sort. */
function trial(
  claim: Claim<number>,
  program: Program,
  sizes: Readonly<Record<string, number>>,
  random: Random,
): { equal: boolean; bound: number } | null {
  const values = drawResidues(claim, program, sizes, random);
  const labels = labelsAmong(values, program);
  const machine = new Machine(program, residues, (symbol, offset) => {
    const value = values.get(symbol)?.[offset];
    if (!value) throw new OutOfReach('an index beyond its axis');
    return value;
  });
  const degreeMachine = new Machine(program, degrees, () => UNKNOWN);
  const [left, right] = [machine.compile(claim.left), machine.compile(claim.right)];
  const degree = [degreeMachine.compile(claim.left), degreeMachine.compile(claim.right)];
  const admits = machine.compileConditions(claim.guard);
  machine.allow(MAX_TERMS);
  degreeMachine.allow(MAX_TERMS);
  machine.moveTo({ sizes, values: labels });
  degreeMachine.moveTo({ sizes, values: labels });
  let bound = 0;
  let compared = 0;
  for (const indices of assignments(claim.free, machine)) {
    if (!admits()) continue;
    for (const [name, value] of Object.entries(indices)) degreeMachine.setLetter(name, value);
    const [a, b] = [left(), right()];
    const inP = a.p !== null && b.p !== null;
    if (!inP && (a.q === null || b.q === null)) return null;
    if (inP ? a.p !== b.p : a.q !== b.q) return { equal: false, bound: 0 };
    const [da, db] = degree.map((thunk) => thunk());
    const total = Math.max(
      (da?.top ?? 0) + (db?.bottom ?? 0),
      (db?.top ?? 0) + (da?.bottom ?? 0),
      1,
    );
    bound = Math.max(bound, inP ? total / Number(Q) : missInQ(total));
    compared += 1;
  }
  return compared === 0 ? null : { equal: true, bound };
}

/** Q is composite: a difference is missed only where it vanishes modulo each of its factors. */
function missInQ(degree: number): number {
  return FACTORS.reduce((product, factor) => product * Math.min(1, degree / Number(factor)), 1);
}

/** Residues for all variables; rows of a probability vector sum to 1 in both sorts. */
function drawResidues(
  claim: Claim<number>,
  program: Program,
  sizes: Readonly<Record<string, number>>,
  random: Random,
): Map<string, Residue[]> {
  const free = (): Residue => freeResidue(bigRandom(random), bigRandom(random));
  const drawn = new Map<string, Residue[]>();
  for (const [name, variable] of Object.entries(program.variables)) {
    const lengths = variable.axes.map((axis) => sizeIn(axis, sizes));
    const count = lengths.reduce((all, length) => all * length, 1);
    const width = lengths.at(-1) ?? 1;
    const places = variable.labels ? sizeIn(variable.labels, sizes) : 0;
    const label = (): Residue => exactResidue(1 + Math.floor(places * random()));
    const list = Array.from({ length: count }, variable.labels ? label : free);
    if (variable.kind === 'probability') {
      for (let row = 0; row < count; row += width) {
        const label = Math.floor(random() * width);
        const cells = claim.oneHot.includes(name)
          ? Array.from({ length: width }, (_, k) => exactResidue(Number(k === label)))
          : closeRow(list.slice(row, row + width));
        list.splice(row, width, ...cells);
      }
    }
    drawn.set(name, list);
  }
  return drawn;
}

/** The labels among the values, as the places that they name. */
function labelsAmong(
  values: ReadonlyMap<string, readonly Residue[]>,
  { variables }: Program,
): Record<string, Float64Array> {
  const labels = [...values].filter(([name]) => variables[name]?.labels);
  return Object.fromEntries(
    labels.map(([name, list]) => [name, Float64Array.from(list, ({ exact }) => exact ?? NaN)]),
  );
}

/** A row whose last entry is 1 minus the others. */
function closeRow(row: readonly Residue[]): Residue[] {
  const others = row.slice(0, -1);
  const last = others.reduce((rest, entry) => residues.subtract(rest, entry), exactResidue(1));
  return [...others, { ...last, exact: null }];
}

function bigRandom(random: Random): bigint {
  return (BigInt(Math.floor(random() * 2 ** 32)) << 32n) | BigInt(Math.floor(random() * 2 ** 32));
}
