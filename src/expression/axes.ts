import { ExpressionError } from './errors.ts';
import { isOpen, sameSize, showSize, type Size } from './size.ts';
import type { Range } from './tree.ts';

/** The axis of an index letter, as far as its uses have told; compared letters share one. */
export interface Axis {
  size: Size | null;
  same: Axis | null;
}

/** An axis of which nothing is known but perhaps its size. */
export function newAxis(size: Size | null = null): Axis {
  return { size, same: null };
}

/** The size of an axis, where it is known. */
export function sizeOfAxis(axis: Axis): Size | null {
  return find(axis).size;
}

/** Says that the letter `name` runs over `size`; throws where its use says otherwise. */
export function unify(axis: Axis, size: Size, name: string, range: Range): void {
  if (isOpen(size)) return;
  const root = find(axis);
  if (root.size && !sameSize(root.size, size)) {
    const shapes = [showSize(root.size), showSize(size)] as const;
    const message = `index ${name} runs over ${shapes[0]} and over ${shapes[1]}`;
    throw new ExpressionError('shape', message, range, shapes);
  }
  root.size = size;
}

/** Says that two letters run over the same axis. */
export function merge(a: Axis, b: Axis, name: string, range: Range): void {
  const [rootA, rootB] = [find(a), find(b)];
  if (rootA === rootB) return;
  if (rootB.size) unify(rootA, rootB.size, name, range);
  rootB.same = rootA;
}

/** The error of a letter whose axis nothing tells. */
export function unranged(range: Range, name?: string): ExpressionError {
  const what = name === undefined ? 'the index of a sum' : `index ${name}`;
  return new ExpressionError(
    'unsupported',
    `what ${what} runs over can't be told from its use`,
    range,
  );
}

function find(axis: Axis): Axis {
  return axis.same ? find(axis.same) : axis;
}
