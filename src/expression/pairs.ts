import { ExpressionError } from './errors.ts';
import type { Position } from './scalar.ts';
import { isOne, showShape, sizeOfPairs, type Size } from './size.ts';
import { asMatrix, fromMatrix, known, product, times, transpose, type Tensor } from './tensor.ts';
import type { Range, Variable } from './tree.ts';

/*
 * An axis of pairs goes through the places of its inner axis for the first place of the outer one, then
 * for the second, and so on.
 */

/** The place on the outer axis of the pair at `place`, where the axes have these lengths. */
function outer(place: Position, outerSize: Size, innerSize: Size): Position {
  if (isOne(innerSize)) return place;
  if (isOne(outerSize)) return { literal: 1 };
  return { part: 'outer', of: place, by: innerSize };
}

/** The place on the inner axis of the pair at `place`. */
function inner(place: Position, outerSize: Size, innerSize: Size): Position {
  if (isOne(innerSize)) return { literal: 1 };
  if (isOne(outerSize)) return place;
  return { part: 'inner', of: place, by: innerSize };
}

/**
 * The columns of a matrix below each other, as one vector: entry (i, j) of `rows` × `columns` stands at
 * i + (j − 1) · rows. A vector or a number stays as it is.
 */
export function vectorized(a: Tensor, range: Range): Tensor {
  const [rows, columns] = a.shape;
  if (!rows || !columns) return a;
  if (a.shape.length > 2)
    throw new ExpressionError('unsupported', `vec of ${showShape(a.shape)}`, range);
  return {
    shape: [sizeOfPairs(columns, rows)],
    entry: ([place = { literal: NaN }]) => {
      const [height, width] = [known(rows, range), known(columns, range)];
      return a.entry([inner(place, width, height), outer(place, width, height)]);
    },
  };
}

/** What a derivative is taken by, as one vector where it says so. */
export function stacked(variable: Tensor, { stacked: way, range }: Variable): Tensor {
  if (way === undefined) return variable;
  return vectorized(way === 'rows' ? transpose(variable, range) : variable, range);
}

/**
 * The Kronecker product `a ⊗ b`: each entry of `a` times the whole of `b`, in the place of the entry. A
 * vector counts as a matrix of one column.
 */
export function kronecker(a: Tensor, b: Tensor, range: Range): Tensor {
  if (a.shape.length === 0 || b.shape.length === 0) return product(a, b, false, () => '', range);
  const [left, right] = [asMatrix(a, range), asMatrix(b, range)];
  const axes = [0, 1].map((axis): readonly [Size, Size] => {
    const [outerSize, innerSize] = [left.shape[axis], right.shape[axis]];
    if (!outerSize || !innerSize) throw new Error('a matrix has two axes');
    return [outerSize, innerSize];
  });
  return fromMatrix({
    shape: axes.map(([outerSize, innerSize]) => sizeOfPairs(outerSize, innerSize)),
    entry: (at) => {
      const pairs = axes.map(
        ([outerSize, innerSize], axis) =>
          [at[axis] ?? { literal: NaN }, known(outerSize, range), known(innerSize, range)] as const,
      );
      return times(
        left.entry(pairs.map((pair) => outer(...pair))),
        right.entry(pairs.map((pair) => inner(...pair))),
      );
    },
  });
}
