import type { Size } from './size.ts';

/** A half-open range of offsets into the TeX source of one formula. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where an entry of a tensor is taken: by a letter, a number, at the end of an axis, or at the place
 * that a symbol such as a class label names.
 */
export type Index =
  | { readonly kind: 'letter'; readonly name: string; readonly range: Range }
  | { readonly kind: 'literal'; readonly value: number; readonly range: Range }
  | { readonly kind: 'last'; readonly size: Size; readonly range: Range }
  | {
      readonly kind: 'label';
      readonly symbol: string;
      readonly at: readonly (Index | null)[];
      readonly range: Range;
    };

/** How two indices compare in a guard, a sum's condition or a case. */
export type Comparison = '=' | '≠' | '<' | '≤' | '>' | '≥';

/** A condition on indices, such as `j ≠ i`. */
export interface IndexCondition {
  readonly comparison: Comparison;
  readonly left: Index;
  readonly right: Index;
}

/** A function of one real number that the checker knows by name. */
export type Elementary = 'exp' | 'log' | 'sqrt' | 'abs';

/** An operation that runs over an index; `argmax` and `argmin` give the first place of an extremum. */
export type Fold = 'sum' | 'product' | 'maximum' | 'minimum' | 'argmax' | 'argmin';

/** A row of a matrix as written; a `null` cell stands for dots, a row without cells for dots alone. */
export interface MatrixRow {
  readonly cells: readonly (Expression | null)[];
  /** Whether the row is drawn with arrows: one cell that is a whole row. */
  readonly arrows: boolean;
}

/** A branch of `cases`; without conditions it is what holds otherwise. */
export interface Branch {
  readonly value: Expression;
  readonly where: readonly IndexCondition[] | null;
}

/**
 * A formula as written: names are resolved against a notation, every node knows its range in the
 * source, and a `null` index is a slot left open (`z` for the whole vector).
 */
export type Expression = Node & { readonly range: Range };

type Node =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'size'; readonly size: Size }
  | EntryNode
  | {
      readonly kind: 'apply';
      readonly symbol: string;
      readonly arguments: readonly Expression[];
      readonly at: readonly (Index | null)[];
    }
  | { readonly kind: 'component'; readonly of: Expression; readonly at: readonly Index[] }
  | { readonly kind: 'elementary'; readonly name: Elementary; readonly of: Expression }
  | {
      /** `vec` sets the columns of a matrix below each other. */
      readonly kind: 'negate' | 'transpose' | 'norm' | 'diagonal' | 'vec' | 'trace';
      readonly of: Expression;
    }
  /** `\mathbf 1` or `\mathbf 0`: a vector of equal numbers; without a size, of the one that fits. */
  | { readonly kind: 'constant vector'; readonly value: 0 | 1; readonly size: Size | null }
  /** `I`: the identity matrix; without a size, of the one that fits. */
  | { readonly kind: 'identity'; readonly size: Size | null }
  | { readonly kind: 'add' | 'subtract'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'multiply';
      /** `otimes` is the Kronecker product. */
      readonly written: 'juxtaposed' | 'dot' | 'cross' | 'otimes';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'divide' | 'power';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'fold';
      readonly fold: Fold;
      readonly index: string;
      /** The upper bound; null where the range follows from the index's use. */
      readonly to: Index | null;
      readonly where: readonly IndexCondition[];
      readonly body: Expression;
    }
  /** An extremum of a list, `\max \{ o_1, \dots, o_K \}`; `null` stands for dots. */
  | {
      readonly kind: 'among';
      readonly fold: Fold;
      /** The letter that is written below, if any; the list doesn't use it. */
      readonly index: string | null;
      readonly to: Index | null;
      readonly list: readonly (Expression | null)[];
    }
  | { readonly kind: 'indicator'; readonly conditions: readonly IndexCondition[] }
  | { readonly kind: 'cases'; readonly branches: readonly Branch[] }
  | {
      readonly kind: 'matrix';
      /** `list` is a vector written in a line, `(a, \dots, b)`. */
      readonly brackets: 'b' | 'p' | 'list';
      readonly rows: readonly MatrixRow[];
      /** Where the row that differs from the others stands, as the margin says. */
      readonly marked: Index | null;
    }
  | {
      readonly kind: 'derivative';
      readonly written: 'fraction' | 'total' | 'subscript' | 'nabla' | 'prime';
      readonly of: Expression;
      readonly by: Variable;
    };

/** What a derivative is taken by: a symbol, or a matrix stacked into one vector. */
export type Variable = EntryNode & {
  readonly range: Range;
  /** `vec(W)` stacks the columns of a matrix, `vec(Wᵀ)` its rows. */
  readonly stacked?: 'columns' | 'rows';
};

/** A declared symbol with its slots filled or open. */
export interface EntryNode {
  readonly kind: 'entry';
  readonly symbol: string;
  readonly at: readonly (Index | null)[];
}

/** The range from the start of `a` to the end of `b`. */
export function span(a: Range, b: Range): Range {
  return { start: a.start, end: b.end };
}

/** The formulas that a formula is made of. */
export function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'size':
    case 'entry':
    case 'indicator':
    case 'constant vector':
    case 'identity':
      return [];
    case 'apply':
      return e.arguments;
    case 'component':
    case 'elementary':
    case 'negate':
    case 'transpose':
    case 'norm':
    case 'diagonal':
    case 'vec':
    case 'trace':
      return [e.of];
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return [e.left, e.right];
    case 'fold':
      return [e.body];
    case 'among':
      return e.list.filter((part) => part !== null);
    case 'cases':
      return e.branches.map(({ value }) => value);
    case 'matrix':
      return e.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
    case 'derivative':
      return [e.of, e.by];
  }
}

/** Whether a formula is a 0 as written. */
export function isZero(e: Expression): boolean {
  return e.kind === 'number' && /^0$/.test(e.text);
}
