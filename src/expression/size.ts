/**
 * The length of an axis: a named size plus a constant (`features + 1`), or a constant alone
 * (`of` null). Names are those of the size classes a notation declares, not of its letters, so
 * that `n` and `C` are the same size where both count the classes.
 */
export interface Size {
  readonly of: string | null;
  readonly plus: number;
  /** For an axis of pairs of places: the lengths that `plus` is multiplied by; `of` is null. */
  readonly times?: readonly Size[];
  /** For an axis that is as long as it needs to be: what is known of its length. */
  readonly open?: OpenLength;
}

/** The length of a vector of ones, or of an identity, once something beside it has told. */
export interface OpenLength {
  /** What it is the length of, in TeX. */
  readonly name: string;
  size: Size | null;
}

/** The axis lengths of a tensor, outermost first; `[]` is a number, `[n]` a column vector. */
export type Shape = readonly Size[];

/** The length of an axis that has exactly `count` entries. */
export function fixedSize(count: number): Size {
  return { of: null, plus: count };
}

/** The length of an axis counted by the size class `of`. */
export function namedSize(of: string, plus = 0): Size {
  return { of, plus };
}

/** A length of its own that fits whatever it meets first: that of `name`. */
export function openSize(name: string): Size {
  return { of: null, plus: 0, open: { name, size: null } };
}

/** The length as far as it is known by now. */
export function settled(size: Size): Size {
  if (size.open?.size) return settled(size.open.size);
  if (!size.times?.some(({ open }) => open)) return size;
  return size.times.reduce(sizeOfPairs, fixedSize(size.plus));
}

/** Whether nothing has told yet how long an axis is. */
export function isOpen(size: Size): boolean {
  const { open, times } = settled(size);
  return open !== undefined || (times?.some(isOpen) ?? false);
}

/** Whether an axis has one entry. */
export function isOne(size: Size): boolean {
  const { of, plus, times, open } = settled(size);
  return of === null && plus === 1 && !times && !open;
}

/** How many pairs there are of a place on `a` and one on `b`. */
export function sizeOfPairs(a: Size, b: Size): Size {
  const [left, right] = [factorsOf(a), factorsOf(b)];
  return productOf({
    count: left.count * right.count,
    others: [...left.others, ...right.others],
  });
}

/** A length as a product: of a number and of lengths that are none. */
interface Factors {
  readonly count: number;
  readonly others: readonly Size[];
}

function factorsOf(size: Size): Factors {
  const known = settled(size);
  if (known.times) return { count: known.plus, others: known.times };
  const counted = known.of === null && !known.open;
  return counted ? { count: known.plus, others: [] } : { count: 1, others: [known] };
}

function productOf({ count, others }: Factors): Size {
  const [only, second] = others;
  if (!only) return fixedSize(count);
  if (count === 1 && !second) return only;
  const inOrder = (a: Size, b: Size): number => (showSize(a) < showSize(b) ? -1 : 1);
  return { of: null, plus: count, times: [...others].sort(inOrder) };
}

/** Whether two lengths are the same in every model, not only by coincidence in one. */
export function sameSize(a: Size, b: Size): boolean {
  const [left, right] = [settled(a), settled(b)];
  if (left.open ?? right.open) return left.open === right.open;
  const [some, others] = [left.times ?? [], right.times ?? []];
  return (
    left.of === right.of &&
    left.plus === right.plus &&
    some.length === others.length &&
    some.every((size, k) => sameSize(size, others[k] ?? size))
  );
}

/** Whether two shapes agree axis by axis. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, k) => sameSize(size, b[k] ?? size));
}

/**
 * Whether two lengths are the same, or one of them is open and from here on is what the other one
 * asks for.
 */
export function fits(a: Size, b: Size): boolean {
  if (sameSize(a, b)) return true;
  const [left, right] = withoutCommon(factorsOf(a), factorsOf(b));
  return settle(left, right) || settle(right, left);
}

/** Whether two shapes {@link fits fit} axis by axis. */
export function shapesFit(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, k) => fits(size, b[k] ?? size));
}

/** Two products without the factors that they share. */
function withoutCommon(a: Factors, b: Factors): [Factors, Factors] {
  const others = [...b.others];
  const left = a.others.filter((size) => {
    const found = others.findIndex((other) => sameSize(size, other));
    if (found >= 0) others.splice(found, 1);
    return found < 0;
  });
  return [
    { ...a, others: left },
    { ...b, others },
  ];
}

/** Settles an open length that stands alone on one side. */
function settle(side: Factors, { count, others }: Factors): boolean {
  const [only, second] = side.others;
  const quotient = count / side.count;
  if (!only?.open || second || !Number.isInteger(quotient)) return false;
  only.open.size = productOf({ count: quotient, others });
  return true;
}

/** The length of the axis in a model, given the value of each size class. */
export function sizeIn(size: Size, sizes: Readonly<Record<string, number>>): number {
  if (size.times) return size.times.reduce((all, one) => all * sizeIn(one, sizes), size.plus);
  return (size.of === null ? 0 : (sizes[size.of] ?? NaN)) + size.plus;
}

/** The size classes that a length is counted by. */
export function classesOf({ of, times }: Size): readonly string[] {
  return times ? times.flatMap(classesOf) : of === null ? [] : [of];
}

/** `classes`, `features+1`, `3` or `classes·features`. */
export function showSize(size: Size): string {
  const { of, plus, times, open } = settled(size);
  if (open) return 'any size';
  if (times) return [...(plus === 1 ? [] : [String(plus)]), ...times.map(showSize)].join('·');
  if (of === null) return String(plus);
  if (plus === 0) return of;
  return `${of}${plus > 0 ? '+' : '−'}${Math.abs(plus)}`;
}

/** A shape in words: `a number`, `a vector of classes`, `a matrix classes × features`. */
export function showShape(shape: Shape): string {
  const sizes = shape.map(showSize);
  if (sizes.length === 0) return 'a number';
  if (sizes.length === 1) return `a vector (${sizes.join('')})`;
  return `a ${sizes.length === 2 ? 'matrix' : 'tensor'} (${sizes.join(' × ')})`;
}
