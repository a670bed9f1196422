import { ExpressionError } from './errors.ts';
import { literal, moved, substitute, type Position, type Scalar } from './scalar.ts';
import { isOne, settled, shapesFit, showShape, type Size } from './size.ts';
import type { Tensor } from './tensor.ts';
import type { Range } from './tree.ts';

/** A tensor that stands at a place of its own in a stack. */
export interface StackedItem {
  readonly of: Tensor;
  readonly at: Position;
}

/** What stands at every place `letter`; the first of them is `offset` places further on. */
export interface General {
  readonly of: Tensor;
  readonly letter: string;
  readonly offset: number;
}

/**
 * Tensors one below the other along an axis of `size`: `general`, which depends on its place by the
 * letter, and `placed` where these stand. Numbers make a vector, rows a matrix.
 */
export function stackOf(
  size: Size,
  general: General | null,
  placed: readonly StackedItem[],
  range: Range,
): Tensor {
  const items = [...(general ? [general.of] : []), ...placed.map(({ of }) => of)];
  const inner = items[0]?.shape ?? [];
  const different = items.find(({ shape }) => !shapesFit(shape, inner));
  if (different) {
    const shapes = [showShape(inner), showShape(different.shape)] as const;
    const message = `one entry is ${shapes[0]}, another ${shapes[1]}`;
    throw new ExpressionError('shape', message, range, shapes);
  }
  const [rows] = inner;
  const isRow = inner.length === 2 && rows !== undefined && isOne(rows);
  if (inner.length > 0 && !isRow)
    throw new ExpressionError('unsupported', `a matrix made of ${showShape(inner)}`, range);
  const across = isRow ? inner.slice(1).map(settled) : [];
  const within = (at: readonly Position[]): readonly Position[] =>
    isRow ? [{ literal: 1 }, ...at] : at;
  return {
    shape: [size, ...across],
    entry: ([place, ...rest]) => {
      if (!place) return literal(NaN);
      const at = within(rest);
      const base = general && generalAt(general, place, at);
      return placed.reduceRight<Scalar>(
        (others, item) => choose(place, item.at, item.of.entry(at), others),
        base ?? literal(0),
      );
    },
  };
}

function generalAt(
  { of, letter, offset }: General,
  place: Position,
  at: readonly Position[],
): Scalar {
  const positions = new Map([[letter, moved(place, -offset)]]);
  return substitute(of.entry(at), { positions, arguments: [] });
}

/** `here` where the places are the same, else `elsewhere`. */
function choose(place: Position, at: Position, here: Scalar, elsewhere: Scalar): Scalar {
  if ('literal' in place && 'literal' in at) return place.literal === at.literal ? here : elsewhere;
  return {
    op: 'choose',
    where: [{ comparison: '=', left: place, right: at }],
    a: here,
    b: elsewhere,
  };
}
