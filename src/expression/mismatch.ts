import { ExpressionError, type Repair } from './errors.ts';
import { sameSize, showShape, type Shape } from './size.ts';
import type { Expression, Range } from './tree.ts';

/** A part of a formula with its shape. */
interface Shaped {
  readonly e: Expression;
  readonly shape: Shape;
}

/** The error of combining `a` and `b`. */
export function mismatch(
  verb: string,
  a: Shape,
  b: Shape,
  range: Range,
  repair: Repair | null = null,
): ExpressionError {
  const shapes = [showShape(a), showShape(b)] as const;
  const columns = verb === 'multiply' && a.length === 1 && b.length === 1;
  const hint = columns ? ', both columns' : '';
  const message = `can't ${verb} ${shapes[0]} and ${shapes[1]}${hint}`;
  return new ExpressionError('shape', message, range, shapes, repair);
}

/** How a number is added to every entry of a vector: as a multiple of ones. */
export function asMultipleOfOnes(left: Shaped, right: Shaped): Repair | null {
  const [number, vector] = left.shape.length === 0 ? [left, right] : [right, left];
  if (number.shape.length > 0 || vector.shape.length !== 1) return null;
  return { part: number.e.range, by: 'ones', closed: isClosed(number.e) };
}

/** Which of two columns to turn: the left one for their scalar product, the right one for the outer. */
export function asTranspose(left: Shaped, right: Shaped): Repair | null {
  const [a, b] = [left.shape[0], right.shape[0]];
  if (!a || !b || left.shape.length > 1 || right.shape.length > 1) return null;
  const { e } = sameSize(a, b) ? left : right;
  return { part: e.range, by: 'transpose', closed: e.kind === 'entry' };
}

function isClosed({ kind }: Expression): boolean {
  return ['number', 'size', 'entry', 'divide', 'power', 'component'].includes(kind);
}
