import { merge, sizeOfAxis, unify, unranged } from './axes.ts';
import { refuseGaps } from './branches.ts';
import { patternOf } from './dots.ts';
import { ExpressionError } from './errors.ts';
import { misplaced, type Places, type Scope } from './places.ts';
import { fixedSize, sameSize, showShape } from './size.ts';
import { stackOf, type StackedItem } from './stack.ts';
import { asRow, chosen, known, scalarTensor, type Tensor } from './tensor.ts';
import { isZero, type Expression, type Index, type Range } from './tree.ts';

/** What lowers the parts of a list. */
export interface PartLowering {
  readonly places: Places;
  lower(e: Expression, scope: Scope): Tensor;
  fold(e: Expression & { kind: 'fold' }, scope: Scope): Tensor;
}

/** Lowers what is written entry by entry: matrices, lists and cases. */
export class Lists {
  readonly #lowering: PartLowering;

  constructor(lowering: PartLowering) {
    this.#lowering = lowering;
  }

  /** The extremum of a list: of the entries that are written, or of one vector. */
  among(e: Expression & { kind: 'among' }, scope: Scope): Tensor {
    if (e.fold === 'sum') return this.#listed(e, scope);
    const [only] = e.list;
    const alone = e.list.length === 1 && only ? this.#lowering.lower(only, scope) : null;
    const list = alone?.shape.length === 1 ? alone : this.#stack(e.list, null, e.range, scope);
    const [size] = list.shape;
    if (!size || list.shape.length > 1)
      throw new ExpressionError('unsupported', `an extremum of ${showShape(list.shape)}`, e.range);
    if (e.to?.kind === 'last' && !sameSize(e.to.size, size))
      throw misplaced(e.to.size, size, e.to.range);
    const index = this.#lowering.places.letter();
    const length = known(size, e.range);
    return scalarTensor({ op: e.fold, index, size: length, where: [], a: list.entry([{ index }]) });
  }

  /** A sum of terms with dots between them. */
  #listed(e: Expression & { kind: 'among' }, scope: Scope): Tensor {
    const letter = this.#lowering.places.letter();
    const { size, item, others, offset } = patternOf(e.list, letter, null, e.range);
    if (!size || others.length > 0 || offset > 0) {
      const message = 'terms around dots that follow no pattern';
      throw new ExpressionError('unsupported', message, e.range);
    }
    const to: Index = { kind: 'last', size, range: e.range };
    const { range } = e;
    return this.#lowering.fold(
      { kind: 'fold', fold: 'sum', index: letter, to, where: [], body: item, range },
      scope,
    );
  }

  /** `cases`, which must leave nothing out. */
  cases(e: Expression & { kind: 'cases' }, scope: Scope): Tensor {
    const conditions = e.branches.map(
      ({ where }) => where && this.#lowering.places.compared(where, scope),
    );
    refuseGaps(conditions, e.range);
    const values = withZeros(
      e.branches.map(({ value }) => ({ value, of: this.#lowering.lower(value, scope) })),
    );
    return values.reduceRight((rest, of, k) => chosen(conditions[k] ?? [], of, rest, e.range));
  }

  /** A matrix as written: its rows stacked, each of them a number, a row, or cells side by side. */
  matrix(e: Expression & { kind: 'matrix' }, scope: Scope): Tensor {
    const rows = e.rows.map((row): Expression | null => {
      if (row.cells.every((cell) => cell === null)) return null;
      const [only] = row.cells;
      return row.cells.length === 1 && only
        ? only
        : { ...e, rows: [row], marked: null, kind: 'matrix' };
    });
    const [first] = e.rows;
    if (e.rows.length > 1 || !first || first.cells.length === 1)
      return this.#stack(rows, e.marked, e.range, scope);
    const cells = this.#stack(first.cells, null, e.range, scope);
    if (cells.shape.length !== 1)
      throw new ExpressionError('unsupported', 'a matrix of matrices', e.range);
    return asRow(cells.shape, cells.entry);
  }

  /** Items one below the other, with dots between them filled in. */
  #stack(
    list: readonly (Expression | null)[],
    marked: Index | null,
    range: Range,
    scope: Scope,
  ): Tensor {
    if (!list.includes(null)) {
      const items = list.flatMap((value) =>
        value ? [{ value, of: this.#lowering.lower(value, scope) }] : [],
      );
      const placed = withZeros(items).map((of, k): StackedItem => ({ of, at: { literal: k + 1 } }));
      return stackOf(fixedSize(list.length), null, placed, range);
    }
    const letter = this.#lowering.places.letter();
    const pattern = patternOf(list, letter, marked, range);
    const axis = this.#lowering.places.bind(range, pattern.size);
    const inner = new Map(scope).set(letter, axis);
    const places = pattern.others.map(({ at }) => {
      if (at.kind === 'label') unify(axis, this.#lowering.places.labels(at), at.symbol, at.range);
      else if (at.kind === 'letter')
        merge(axis, this.#lowering.places.axis(at.name, scope), at.name, at.range);
      return this.#lowering.places.position(at, sizeOfAxis(axis), scope);
    });
    const [general, ...others] = withZeros(
      [pattern.item, ...pattern.others.map(({ item }) => item)].map((value, k) => ({
        value,
        of: this.#lowering.lower(value, k === 0 ? inner : scope),
      })),
    );
    if (!general) throw new Error('a list with dots has an entry');
    const size = sizeOfAxis(axis);
    if (!size) throw unranged(range);
    const placed = others.map((of, k): StackedItem => ({ of, at: places[k] ?? { literal: NaN } }));
    const { offset } = pattern;
    const length = { ...size, plus: size.plus + offset };
    return stackOf(length, { of: general, letter, offset }, placed, range);
  }
}

/** Tensors, where a 0 beside others stands for zeros of their shape. */
function withZeros(items: readonly { value: Expression; of: Tensor }[]): Tensor[] {
  const shape = items.find(({ of }) => of.shape.length > 0)?.of.shape ?? [];
  return items.map(({ value, of }) => (isZero(value) ? { ...of, shape } : of));
}
