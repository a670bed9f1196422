import type { Lowering } from './lower.ts';
import type { Position, Scalar } from './scalar.ts';
import { isOne, type Shape } from './size.ts';
import type { Tensor } from './tensor.ts';
import type { Expression, Index, IndexCondition, Range } from './tree.ts';

/** A part of a formula that a number stands for. */
export interface Blank {
  /** The number that holds its place in the tree; no two blanks share one. */
  readonly mark: string;
  /** What it stands for; null for an index in a condition. */
  readonly of: Expression | null;
  /** Its value; to be taken once all is lowered. */
  readonly value: () => Scalar;
}

/** Longer than any number that a formula names. */
const FIRST_MARK = 9_000_000;

/**
 * Puts blanks into formulas where numbers go. What remains is how the numbers are combined: sums,
 * products, fractions, powers, exponentials and logarithms of numbers. What binds a letter, such as
 * `\sum_k`, is one blank, and so is whatever has a vector in it but gives a number.
 */
export class Blanks {
  readonly #lowering: Lowering;
  readonly #found: Blank[] = [];

  /** `lowering` is that of the step: its letters are the blanks' letters. */
  constructor(lowering: Lowering) {
    this.#lowering = lowering;
  }

  /** The blanks so far, in the order in which they were put in. */
  get found(): readonly Blank[] {
    return this.#found;
  }

  /**
   * The entry of `e` at the places `at`, one for each axis, as a formula whose numbers are its own or
   * marks of blanks. Throws {@link ExpressionError} for what has no value.
   */
  in(e: Expression, at: readonly Position[]): Expression {
    switch (e.kind) {
      case 'number':
        return e;
      case 'constant vector':
        return { kind: 'number', text: String(e.value), range: e.range };
      case 'negate':
      case 'elementary':
        return { ...e, of: this.in(e.of, at) };
      case 'transpose':
        return this.in(e.of, turned(this.#shape(e.of), at));
      case 'add':
      case 'subtract':
        return { ...e, left: this.in(e.left, at), right: this.in(e.right, at) };
      case 'multiply':
        return this.#inProduct(e, at);
      case 'divide':
        return { ...e, left: this.in(e.left, at), right: this.in(e.right, []) };
      case 'power':
        return { ...e, left: this.in(e.left, []), right: this.in(e.right, []) };
      default:
        return this.#blank(e, at);
    }
  }

  /** The condition with the values of its letters. */
  inCondition(condition: IndexCondition): IndexCondition {
    const [lowered] = this.#lowering.conditions([condition]);
    if (!lowered) throw new Error('a condition is lowered to one');
    const { left, right } = condition;
    return {
      ...condition,
      left: this.#place(left, lowered.left),
      right: this.#place(right, lowered.right),
    };
  }

  #place(index: Index, place: Position): Index {
    if (index.kind === 'literal') return index;
    const mark = this.#add(null, () => ({ op: 'place', place }));
    return { kind: 'literal', value: Number(mark), range: index.range };
  }

  /** A product of numbers, or the one product that an entry of a product is. */
  #inProduct(e: Expression & { readonly kind: 'multiply' }, at: readonly Position[]): Expression {
    if (e.written === 'otimes') return this.#blank(e, at);
    const [a, b] = [this.#shape(e.left), this.#shape(e.right)];
    const [row, column] = at;
    if (a.length === 0) return multiplied(e, this.in(e.left, []), this.in(e.right, at));
    if (b.length === 0) return multiplied(e, this.in(e.left, at), this.in(e.right, []));
    if (a.length === 1 && isRow(b) && row && column)
      return multiplied(e, this.in(e.left, [row]), this.in(e.right, [{ literal: 1 }, column]));
    return this.#blank(e, at);
  }

  #blank(e: Expression, at: readonly Position[]): Expression {
    const tensor: Tensor = this.#lowering.tensor(e);
    return numberAt(
      this.#add(e, () => tensor.entry(at)),
      e.range,
    );
  }

  #add(of: Expression | null, value: () => Scalar): string {
    const mark = String(FIRST_MARK + this.#found.length);
    this.#found.push({ mark, of, value });
    return mark;
  }

  #shape(e: Expression): Shape {
    return this.#lowering.tensor(e).shape;
  }
}

function numberAt(text: string, range: Range): Expression {
  return { kind: 'number', text, range };
}

/** Two numbers side by side would be read as one, and a number before a fraction or an e as well. */
function multiplied(
  e: Expression & { readonly kind: 'multiply' },
  left: Expression,
  right: Expression,
): Expression {
  const runOn =
    isDotted(left) ||
    startsWith(right, ({ kind }) => kind === 'number' || kind === 'divide') ||
    (endsWithNumber(left) && startsWith(right, isExponential));
  const written = e.written === 'juxtaposed' && runOn ? 'dot' : e.written;
  return { ...e, written, left, right };
}

/** A product with a sign would need brackets before a factor without one. */
function isDotted(e: Expression): boolean {
  return e.kind === 'multiply' && e.written === 'dot';
}

/** Whether what a factor starts with is of some kind. */
function startsWith(e: Expression, isKind: (e: Expression) => boolean): boolean {
  if (isKind(e)) return true;
  return (e.kind === 'multiply' || e.kind === 'power') && startsWith(e.left, isKind);
}

function endsWithNumber(e: Expression): boolean {
  return e.kind === 'number' || (e.kind === 'multiply' && endsWithNumber(e.right));
}

function isExponential(e: Expression): boolean {
  return e.kind === 'elementary' && e.name === 'exp';
}

function isRow([rows, columns]: Shape): boolean {
  return columns !== undefined && rows !== undefined && isOne(rows);
}

/** Where the entry `at` of a transpose stands in what is transposed. */
function turned(shape: Shape, at: readonly Position[]): readonly Position[] {
  const [row, column] = at;
  if (shape.length === 0) return at;
  if (shape.length === 1) return column ? [column] : at;
  return [column ?? { literal: 1 }, ...(row ? [row] : [])];
}
