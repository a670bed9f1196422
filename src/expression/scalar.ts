import type { Comparison, Elementary, Fold } from './tree.ts';
import type { Size } from './size.ts';

/**
 * A place on an axis, counted from 1: an index variable, a number, the axis' end, the place that an entry
 * of a label names, or one of the two places that a place on an axis of pairs stands for: `by` is the
 * length of the inner axis, which runs faster.
 */
export type Position =
  | { readonly index: string; readonly plus?: number }
  | { readonly literal: number }
  | { readonly last: Size }
  | { readonly label: string; readonly at: readonly Position[] }
  | {
      readonly part: 'outer' | 'inner';
      readonly of: Position;
      readonly by: Size;
      readonly plus?: number;
    };

/** A comparison of two places. */
export interface Condition {
  readonly comparison: Comparison;
  readonly left: Position;
  readonly right: Position;
}

/**
 * A formula for one number, written out in indices: what shapes, matrix products and functions
 * of vectors come down to. It is plain JSON: the build evaluates it, the page carries it.
 */
export type Scalar =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'size'; readonly size: Size }
  | { readonly op: 'entry'; readonly symbol: string; readonly at: readonly Position[] }
  /** A place as a number. */
  | { readonly op: 'place'; readonly place: Position }
  | { readonly op: 'argument'; readonly parameter: number; readonly at: readonly Position[] }
  | {
      readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'power';
      readonly a: Scalar;
      readonly b: Scalar;
    }
  | { readonly op: 'negate' | Elementary; readonly a: Scalar }
  /** `a` where the conditions hold, else `b`; the other one need not have a value. */
  | {
      readonly op: 'choose';
      readonly where: readonly Condition[];
      readonly a: Scalar;
      readonly b: Scalar;
    }
  | {
      readonly op: Fold;
      readonly index: string;
      readonly size: Size;
      readonly where: readonly Condition[];
      readonly a: Scalar;
    }
  | { readonly op: 'indicator'; readonly where: readonly Condition[] }
  | { readonly op: 'inlined'; readonly symbol: string; readonly a: Scalar }
  | {
      readonly op: 'derivative';
      readonly symbol: string;
      readonly at: readonly Position[];
      readonly a: Scalar;
    };

/** The scalar `value`. */
export function literal(value: number): Scalar {
  return { op: 'number', value };
}

/** What a letter, and what a function's argument, stands for inside a definition. */
export interface Substitution {
  readonly positions: ReadonlyMap<string, Position>;
  readonly arguments: readonly ((at: readonly Position[]) => Scalar)[];
  /** Called for every part that is made; may throw where there are too many. */
  readonly spend?: () => void;
}

/**
 * `scalar` with its free index letters and arguments replaced. A bound letter that a replacement
 * mentions is renamed first, so that nothing is captured.
 */
export function substitute(scalar: Scalar, by: Substitution): Scalar {
  const go = (a: Scalar): Scalar => substitute(a, by);
  by.spend?.();
  switch (scalar.op) {
    case 'number':
    case 'size':
      return scalar;
    case 'place':
      return { op: 'place', place: replace(scalar.place, by) };
    case 'entry':
      return { ...scalar, at: scalar.at.map((p) => replace(p, by)) };
    case 'argument': {
      const argument = by.arguments[scalar.parameter];
      const at = scalar.at.map((p) => replace(p, by));
      return argument ? argument(at) : { ...scalar, at };
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return { op: scalar.op, a: go(scalar.a), b: go(scalar.b) };
    case 'choose':
      return {
        op: 'choose',
        where: scalar.where.map((c) => replaceIn(c, by)),
        a: go(scalar.a),
        b: go(scalar.b),
      };
    case 'negate':
    case 'exp':
    case 'log':
    case 'sqrt':
    case 'abs':
      return { op: scalar.op, a: go(scalar.a) };
    case 'indicator':
      return { op: 'indicator', where: scalar.where.map((c) => replaceIn(c, by)) };
    case 'inlined':
      return { ...scalar, a: go(scalar.a) };
    case 'derivative':
      return { ...scalar, at: scalar.at.map((p) => replace(p, by)), a: go(scalar.a) };
    case 'sum':
    case 'product':
    case 'maximum':
    case 'minimum':
    case 'argmax':
    case 'argmin': {
      const index = freshName(scalar.index, by);
      const positions = new Map(by.positions).set(scalar.index, { index });
      const inner = { ...by, positions };
      return {
        op: scalar.op,
        index,
        size: scalar.size,
        where: scalar.where.map((c) => replaceIn(c, inner)),
        a: substitute(scalar.a, inner),
      };
    }
  }
}

/** The index letters that a place depends on. */
export function lettersOf(position: Position): readonly string[] {
  if ('index' in position) return [position.index];
  if ('part' in position) return lettersOf(position.of);
  return 'label' in position ? position.at.flatMap(lettersOf) : [];
}

/** The labels that a place depends on. */
export function labelsOf(position: Position): readonly string[] {
  if ('part' in position) return labelsOf(position.of);
  return 'label' in position ? [position.label, ...position.at.flatMap(labelsOf)] : [];
}

/** The places that the top of a formula names, on the axes of an entry or in conditions. */
export function placesIn(top: object): readonly Position[] {
  const { place, at, where } = top as {
    place?: Position;
    at?: readonly Position[];
    where?: readonly Condition[];
  };
  return [
    ...(place ? [place] : []),
    ...(at ?? []),
    ...(where ?? []).flatMap(({ left, right }) => [left, right]),
  ];
}

function replace(position: Position, by: Substitution): Position {
  if ('label' in position) return { ...position, at: position.at.map((p) => replace(p, by)) };
  if ('part' in position) return { ...position, of: replace(position.of, by) };
  if (!('index' in position)) return position;
  const found = by.positions.get(position.index);
  return found ? moved(found, position.plus ?? 0) : position;
}

/** The place that many places further on. */
export function moved(position: Position, by: number): Position {
  if (by === 0) return position;
  if ('literal' in position) return { literal: position.literal + by };
  if ('last' in position) return { last: { ...position.last, plus: position.last.plus + by } };
  if ('index' in position || 'part' in position)
    return { ...position, plus: (position.plus ?? 0) + by };
  throw new Error('a place beside a label');
}

function replaceIn(condition: Condition, by: Substitution): Condition {
  return { ...condition, left: replace(condition.left, by), right: replace(condition.right, by) };
}

function freshName(name: string, by: Substitution): string {
  const taken = new Set<string>();
  for (const position of by.positions.values()) lettersOf(position).forEach((l) => taken.add(l));
  // An argument may mention any letter of the place it was written in.
  if (by.arguments.length > 0) name += '′';
  while (taken.has(name)) name += '′';
  return name;
}
