import { ExpressionError, type Repair } from './errors.ts';
import { mismatch } from './mismatch.ts';
import { literal, type Condition, type Position, type Scalar } from './scalar.ts';
import {
  fits,
  fixedSize,
  isOne,
  isOpen,
  openSize,
  settled,
  shapesFit,
  showShape,
  type Shape,
  type Size,
} from './size.ts';
import type { Range } from './tree.ts';

/**
 * A tensor given entry by entry: its shape, and the formula of the entry at given places. Shapes
 * are checked when a tensor is made, so that taking an entry can't fail.
 */
export interface Tensor {
  readonly shape: Shape;
  readonly entry: (at: readonly Position[]) => Scalar;
}

/** The number `a` as a tensor without axes. */
export function scalarTensor(a: Scalar): Tensor {
  return { shape: [], entry: () => a };
}

/** `a` and `b` combined entry by entry; their shapes must be the same, or there is a `repair`. */
export function entrywise(
  op: 'add' | 'subtract',
  a: Tensor,
  b: Tensor,
  range: Range,
  repair: Repair | null = null,
): Tensor {
  if (!shapesFit(a.shape, b.shape)) throw mismatch(op, a.shape, b.shape, range, repair);
  return {
    shape: a.shape.map(settled),
    entry: (at) => ({ op, a: a.entry(at), b: b.entry(at) }),
  };
}

/** `a` where the conditions hold, else `b`, entry by entry; their shapes must be the same. */
export function chosen(where: readonly Condition[], a: Tensor, b: Tensor, range: Range): Tensor {
  if (!shapesFit(a.shape, b.shape)) throw mismatch('choose between', a.shape, b.shape, range);
  return {
    shape: a.shape,
    entry: (at) => ({ op: 'choose', where, a: a.entry(at), b: b.entry(at) }),
  };
}

/** A vector of equal numbers of this length; as long as it needs to be, where none is said. */
export function constantVector(value: number, size: Size | null): Tensor {
  const length = size ?? openSize(`\\mathbf ${value}`);
  return { shape: [length], entry: () => literal(value) };
}

/** The identity matrix of this size; as large as it needs to be, where none is said. */
export function identity(size: Size | null): Tensor {
  const length = size ?? openSize('I');
  return { shape: [length, length], entry: ([i, j]) => (i && j ? sameness(i, j) : literal(NaN)) };
}

/** The square matrix with a vector or row on its diagonal, or the diagonal of a square matrix. */
export function diagonal(a: Tensor, range: Range): Tensor {
  const [rows, columns] = a.shape;
  if (!rows || a.shape.length > 2)
    throw new ExpressionError('unsupported', `diag of ${showShape(a.shape)}`, range);
  if (columns && !isOne(rows)) {
    if (!fits(rows, columns)) throw notSquare('the diagonal of', a.shape, range);
    return { shape: [rows], entry: ([i]) => (i ? a.entry([i, i]) : literal(NaN)) };
  }
  const vector = columns ? transpose(a, range) : a;
  const size = columns ?? rows;
  return {
    shape: [size, size],
    entry: ([i, j]) => (i && j ? times(sameness(i, j), vector.entry([i])) : literal(NaN)),
  };
}

/** The sum of a square matrix' diagonal. */
export function trace(a: Tensor, fresh: () => string, range: Range): Tensor {
  const [rows, columns] = a.shape;
  if (!rows) return a;
  if (!columns || a.shape.length > 2 || !fits(rows, columns))
    throw notSquare('the trace of', a.shape, range);
  const index = fresh();
  return {
    shape: [],
    entry: () => contraction(index, known(rows, range), (k) => a.entry([k, k])),
  };
}

function sameness(left: Position, right: Position): Scalar {
  return { op: 'indicator', where: [{ comparison: '=', left, right }] };
}

function notSquare(what: string, shape: Shape, range: Range): ExpressionError {
  const shapes = [showShape(shape), 'a square matrix'] as const;
  return new ExpressionError('shape', `${what} ${shapes[0]}, which is not square`, range, shapes);
}

/** The sum of the squares of a vector's entries. */
export function squaredNorm(a: Tensor, fresh: () => string, range: Range): Tensor {
  const [size] = a.shape;
  if (!size || a.shape.length > 1)
    throw new ExpressionError('unsupported', `the norm of ${showShape(a.shape)}`, range);
  const index = fresh();
  const square = (k: Position): Scalar => times(a.entry([k]), a.entry([k]));
  return { shape: [], entry: () => contraction(index, known(size, range), square) };
}

/** An axis' length, which something has to have told by now. */
export function known(size: Size, range: Range): Size {
  const length = settled(size);
  if (!isOpen(length)) return length;
  const what = [length, ...(length.times ?? [])].find(({ open }) => open)?.open?.name ?? '';
  const hint = `write ${what}_C for a size C`;
  throw new ExpressionError('unsupported', `how long ${what} is here is not said: ${hint}`, range);
}

/** What stands at the first places of a tensor: of a matrix with one index, a row. */
export function component(of: Tensor, at: readonly Position[], range: Range): Tensor {
  const counted = `${at.length} indices`;
  if (at.length > of.shape.length) {
    const shape = showShape(of.shape);
    const message = `${shape} has no entry with ${counted}`;
    throw new ExpressionError('shape', message, range, [shape, counted]);
  }
  const shape = of.shape.slice(at.length);
  const entry = (rest: readonly Position[]): Scalar => of.entry([...at, ...rest]);
  return of.shape.length === 2 && at.length === 1 ? asRow(shape, entry) : { shape, entry };
}

/** `f` applied to every entry. */
export function mapped(a: Tensor, f: (entry: Scalar) => Scalar): Tensor {
  return { shape: a.shape, entry: (at) => f(a.entry(at)) };
}

/** The transpose of a number, a vector (to a row) or a matrix. */
export function transpose(a: Tensor, range: Range): Tensor {
  const [rows, columns] = a.shape;
  if (rows === undefined) return a;
  if (a.shape.length > 2) {
    throw new ExpressionError('unsupported', 'a transpose needs a vector or a matrix', range);
  }
  if (columns === undefined) {
    return { shape: [fixedSize(1), rows], entry: ([, j]) => a.entry(j ? [j] : []) };
  }
  if (isOne(rows))
    return { shape: [columns], entry: ([i]) => a.entry([{ literal: 1 }, ...(i ? [i] : [])]) };
  return { shape: [columns, rows], entry: ([i, j]) => a.entry(i && j ? [j, i] : []) };
}

/**
 * The product of two tensors: of a number with anything, of matrices and column vectors by the
 * rule of matrices, and with `dot` between two vectors their scalar product. `fresh` supplies an
 * unused letter to sum over.
 */
export function product(
  a: Tensor,
  b: Tensor,
  dot: boolean,
  fresh: () => string,
  range: Range,
  repair: Repair | null = null,
): Tensor {
  if (a.shape.length === 0) return mapped(b, (entry) => times(a.entry([]), entry));
  if (b.shape.length === 0) return mapped(a, (entry) => times(entry, b.entry([])));
  const left = asMatrix(a, range);
  const right = dot && a.shape.length === 1 && b.shape.length === 1 ? null : asMatrix(b, range);
  const [rows, inner] = right === null ? [fixedSize(1), left.shape[0]] : left.shape;
  const [innerRight, columns] = right === null ? [b.shape[0], fixedSize(1)] : right.shape;
  if (!inner || !innerRight || !rows || !columns || !fits(inner, innerRight)) {
    throw mismatch('multiply', a.shape, b.shape, range, repair);
  }
  const index = fresh();
  const contract = (i: Position, j: Position): Scalar =>
    contraction(index, known(inner, range), (k) =>
      right === null
        ? times(a.entry([k]), b.entry([k]))
        : times(left.entry([i, k]), right.entry([k, j])),
    );
  return fromMatrix({
    shape: [rows, columns],
    entry: ([i, j]) => contract(i ?? { literal: 1 }, j ?? { literal: 1 }),
  });
}

function contraction(index: string, size: Size, term: (k: Position) => Scalar): Scalar {
  if (isOne(size)) return term({ literal: 1 });
  return { op: 'sum', index, size, where: [], a: term({ index }) };
}

/** The product of two numbers. */
export function times(a: Scalar, b: Scalar): Scalar {
  return { op: 'multiply', a, b };
}

/** A vector as a matrix of one column; a matrix as it is. */
export function asMatrix(a: Tensor, range: Range): Tensor {
  const [rows] = a.shape;
  if (a.shape.length === 1 && rows) {
    return { shape: [rows, fixedSize(1)], entry: ([i]) => a.entry(i ? [i] : []) };
  }
  if (a.shape.length > 2) {
    throw new ExpressionError('unsupported', `${showShape(a.shape)} can't be multiplied`, range);
  }
  return a;
}

/** Columns of width 1 are vectors; a single entry is a number. Rows stay rows. */
export function fromMatrix(a: Tensor): Tensor {
  const [rows, columns] = a.shape;
  if (!rows || !columns || !isOne(columns)) return a;
  if (isOne(rows)) return { shape: [], entry: () => a.entry([{ literal: 1 }, { literal: 1 }]) };
  return { shape: [rows], entry: ([i]) => a.entry([...(i ? [i] : []), { literal: 1 }]) };
}

/** What would be a column of `shape`, as a row. */
export function asRow(shape: Shape, entry: Tensor['entry']): Tensor {
  return { shape: [fixedSize(1), ...shape], entry: ([, ...rest]) => entry(rest) };
}
