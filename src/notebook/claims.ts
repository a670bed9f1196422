import type { Claim } from '../check/program.ts';
import { ExpressionError } from '../expression/errors.ts';
import { Lowering } from '../expression/lower.ts';
import type { Position, Scalar } from '../expression/scalar.ts';
import { literal } from '../expression/scalar.ts';
import { sameShape, showShape } from '../expression/size.ts';
import type { SymbolTable } from '../expression/symbols.ts';
import { mismatch, type Tensor } from '../expression/tensor.ts';
import { span, type Expression, type IndexCondition, type Range } from '../expression/tree.ts';
import type { Sides } from '../tex/display.ts';
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
}

/**
 * The claims about numbers that `left relation right` makes; more than one for a membership.
 * Throws {@link ExpressionError}, with the code `shape` where the two sides don't fit together.
 */
export function claimsOf(
  step: { left: Expression; relation: Relation; right: Expression | NamedSet },
  sides: Sides,
  conditions: Conditions,
  table: SymbolTable,
): Claim<Scalar>[] {
  const lowering = new Lowering(table);
  const range = span(step.left.range, step.right.range);
  const left = lowering.tensor(step.left);
  const axes = left.shape.map((size, k) => ({ name: AXES[k] ?? `axis ${k + 1}`, size }));
  const at = axes.map(({ name }): Position => ({ index: name }));
  const compared = comparisons(step, left, lowering, range);
  for (const { letter, size, range: at } of sides.ranges) lowering.constrain(letter, size, at);
  const claimed = lowering.conditions(sides.conditions);
  const guarded = inPragma(() => lowering.conditions(conditions.guard));
  const within = inPragma(() => boundOf(conditions.within, lowering));
  const free = [...lowering.finish(range)].map(([name, size]) => ({ name, size }));
  return compared.map(({ relation, right }) => ({
    relation,
    left: left.entry(at),
    right: right.entry(at),
    free: [...free, ...axes],
    guard: [...claimed, ...guarded],
    oneHot: conditions.oneHot,
    within: relation === '≈' && within ? within() : null,
  }));
}

/** Names of the places along a tensor's axes, in counterexamples. */
const AXES = ['row', 'column'];

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

function comparisons(
  step: { left: Expression; relation: Relation; right: Expression | NamedSet },
  left: Tensor,
  lowering: Lowering,
  range: Range,
): { relation: Claim<Scalar>['relation']; right: Tensor }[] {
  if (!('kind' in step.right)) return memberships(left, step.right, range);
  const right = lowering.tensor(step.right);
  if (!sameShape(left.shape, right.shape))
    throw mismatch('compare', left.shape, right.shape, range);
  const relation = step.relation === ':=' ? '=' : step.relation;
  if (relation === '∈') throw new ExpressionError('unsupported', 'membership needs a set', range);
  return [{ relation, right }];
}

function memberships(
  left: Tensor,
  set: NamedSet,
  range: Range,
): { relation: Claim<Scalar>['relation']; right: Tensor }[] {
  if (!sameShape(left.shape, set.shape)) {
    const shapes = [showShape(left.shape), showShape(set.shape)] as const;
    throw new ExpressionError(
      'shape',
      `${shapes[0]} is not an element of a set of ${shapes[1]}`,
      range,
      shapes,
    );
  }
  const bound = (value: number): Tensor => ({ shape: left.shape, entry: () => literal(value) });
  // That a value is real shows in its comparison with itself: it fails to be finite, or agrees.
  if (!set.interval) return [{ relation: '=', right: left }];
  const { from, to, open } = set.interval;
  return [
    { relation: open ? '>' : '≥', right: bound(from) },
    { relation: open ? '<' : '≤', right: bound(to) },
  ];
}
