import type { Claim } from '../check/program.ts';
import { ExpressionError } from '../expression/errors.ts';
import { Lowering } from '../expression/lower.ts';
import type { Position, Scalar } from '../expression/scalar.ts';
import { literal } from '../expression/scalar.ts';
import { shapesFit, showShape, type Size } from '../expression/size.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import { mismatch } from '../expression/mismatch.ts';
import { known, scalarTensor, type Tensor } from '../expression/tensor.ts';
import {
  isZero,
  span,
  type Expression,
  type IndexCondition,
  type Range,
} from '../expression/tree.ts';
import type { Sides } from '../tex/sides.ts';
import type { Relation } from '../tex/relations.ts';
import type { NamedSet } from '../tex/sets.ts';
import { inPragma } from './inPragma.ts';

/** Under what a formula is claimed, beside what it says itself. */
export interface Conditions {
  readonly guard: readonly IndexCondition[];
  /** Probability vectors taken to be one-hot. */
  readonly oneHot: readonly string[];
  /** The bound of an `≈`. */
  readonly within: Expression | null;
  /** What letters run over elsewhere in the formula; a part may hold them in a δ alone. */
  readonly elsewhere?: ReadonlyMap<string, Size>;
}

/** Two neighbours of a chain. */
export interface Related {
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression | NamedSet;
}

/**
 * The claims about numbers that `left relation right` makes; more than one for a membership.
 * Throws {@link ExpressionError}, with the code `shape` where the two sides don't fit together.
 * `lowering` may have lowered more with the same letters; this finishes it.
 */
export function claimsOf(
  step: Related,
  sides: Sides,
  conditions: Conditions,
  table: SymbolTable,
  lowering: Lowering = new Lowering(table, conditions.elsewhere),
): Claim<Scalar>[] {
  const range = span(step.left.range, step.right.range);
  const compared = comparisons(step, lowering, range);
  const [first] = compared;
  const axes = (first?.left.shape ?? []).map((size, k) => ({
    name: axisLetter(k),
    size: known(size, range),
  }));
  const at = axes.map(({ name }): Position => ({ index: name }));
  for (const { letter, size, range: at } of sides.ranges) lowering.constrain(letter, size, at);
  const claimed = lowering.conditions(sides.conditions);
  const guarded = inPragma(() => lowering.conditions(conditions.guard));
  const within = inPragma(() => boundOf(conditions.within, lowering));
  const free = [...lowering.finish(range)].map(([name, size]) => ({ name, size }));
  return compared.map(({ relation, left, right }) => ({
    relation,
    left: left.entry(at),
    right: right.entry(at),
    free: [...free, ...axes],
    guard: [...claimed, ...guarded],
    oneHot: conditions.oneHot,
    within: relation === '≈' && within ? within() : null,
  }));
}

/** The letter for places along the axis `k` of both sides, from 0, where these are no numbers. */
export function axisLetter(k: number): string {
  return ['row', 'column'][k] ?? `axis ${k + 1}`;
}

/** The bound of an `≈`, which has to be a number; its entry can be taken once all is lowered. */
function boundOf(bound: Expression | null, lowering: Lowering): (() => Scalar) | null {
  if (!bound) return null;
  const tensor = lowering.tensor(bound);
  if (tensor.shape.length > 0) {
    const message = `the bound is ${showShape(tensor.shape)}, not a number`;
    throw new ExpressionError('unsupported', message, bound.range);
  }
  return () => tensor.entry([]);
}

/** Two tensors of one shape, compared entry by entry. */
interface Comparison {
  readonly relation: Claim<Scalar>['relation'];
  readonly left: Tensor;
  readonly right: Tensor;
}

function comparisons(step: Related, lowering: Lowering, range: Range): Comparison[] {
  const own = lowering.tensor(step.left);
  if (!('kind' in step.right)) return memberships(own, step.right, range);
  const other = lowering.tensor(step.right);
  const relation = step.relation === ':=' ? '=' : step.relation;
  if (relation === '∈') throw new ExpressionError('unsupported', 'membership needs a set', range);
  // A vector or matrix is 0 where all its entries are.
  const left = relation === '=' && isZero(step.left) ? zeros(other) : own;
  const right = relation === '=' && isZero(step.right) ? zeros(own) : other;
  if (!shapesFit(left.shape, right.shape))
    throw mismatch('compare', left.shape, right.shape, range);
  return [{ relation, left, right }];
}

function zeros({ shape }: Tensor): Tensor {
  return { shape, entry: () => literal(0) };
}

const PLACE = { index: 'place′' };

function memberships(left: Tensor, set: NamedSet, range: Range): Comparison[] {
  if (!shapesFit(left.shape, set.shape)) {
    const shapes = [showShape(left.shape), showShape(set.shape)] as const;
    throw new ExpressionError(
      'shape',
      `${shapes[0]} is not an element of a set of ${shapes[1]}`,
      range,
      shapes,
    );
  }
  if (set.upTo) {
    // It is one of the places where the product of its distances to them, put on top of it, is 0.
    const own = left.entry([]);
    const distance: Scalar = { op: 'subtract', a: own, b: { op: 'place', place: PLACE } };
    const all: Scalar = {
      op: 'product',
      index: PLACE.index,
      size: set.upTo,
      where: [],
      a: distance,
    };
    return [{ relation: '=', left, right: scalarTensor({ op: 'add', a: own, b: all }) }];
  }
  const bound = (value: number): Tensor => ({ shape: left.shape, entry: () => literal(value) });
  // That a value is real shows in its comparison with itself: it fails to be finite, or agrees.
  if (!set.interval) return [{ relation: '=', left, right: left }];
  const { from, to, openBelow, openAbove } = set.interval;
  return [
    { relation: openBelow ? '>' : '≥', left, right: bound(from) },
    { relation: openAbove ? '<' : '≤', left, right: bound(to) },
  ];
}
