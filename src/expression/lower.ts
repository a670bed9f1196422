import { ExpressionError } from './errors.ts';
import type { Condition, Position, Scalar } from './scalar.ts';
import { literal, substitute } from './scalar.ts';
import { fixedSize, sameShape, sameSize, showShape, showSize, type Size } from './size.ts';
import type { SymbolDeclaration, SymbolTable } from './symbols.ts';
import {
  entrywise,
  mapped,
  mismatch,
  product,
  scalarTensor,
  transpose,
  type Tensor,
} from './tensor.ts';
import type { Expression, Index, IndexCondition, Range } from './tree.ts';

/** The letter that an omitted sample index stands for: "the sample at hand". */
export const SAMPLE_AT_HAND = '·';

/** How many parts the functions of a step may have together, once they are written out. */
const MAX_PARTS = 100_000;

/** The axis of an index letter, as far as its uses have told; compared letters share a cell. */
interface Cell {
  size: Size | null;
  same: Cell | null;
}

/**
 * Turns formulas into tensors of index formulas, and finds out on the way which axis each index
 * letter runs over. One instance serves all formulas that share their free letters: both sides of
 * a step and its guards.
 */
export class Lowering {
  readonly #table: SymbolTable;
  readonly #free = new Map<string, Cell>();
  readonly #bound: { readonly cell: Cell; readonly range: Range }[] = [];
  #fresh = 0;
  #parts = 0;

  constructor(table: SymbolTable) {
    this.#table = table;
  }

  /**
   * The tensor that `expression` stands for; its entries can be taken after {@link finish}.
   * Throws {@link ExpressionError}.
   */
  tensor(expression: Expression): Tensor {
    return this.#lower(expression, new Map());
  }

  /** The conditions of a guard, over free letters. */
  conditions(conditions: readonly IndexCondition[]): readonly Condition[] {
    return conditions.map((condition) => this.#condition(condition, new Map()));
  }

  /** Declares that the free letter `name` runs over `size`; throws where its use says otherwise. */
  constrain(name: string, size: Size, range: Range): void {
    unify(this.#cell(name, new Map()), size, name, range);
  }

  /**
   * The free letters and what they run over, once everything is lowered. Throws where the axis of
   * a letter, free or bound, can't be told from its use.
   */
  finish(range: Range): ReadonlyMap<string, Size> {
    for (const { cell, range: at } of this.#bound) {
      if (!find(cell).size) throw unranged(at);
    }
    const free = new Map<string, Size>();
    for (const [name, cell] of this.#free) {
      const { size } = find(cell);
      if (!size) throw unranged(range, name);
      free.set(name, size);
    }
    return free;
  }

  #lower(e: Expression, scope: ReadonlyMap<string, Cell>): Tensor {
    const go = (inner: Expression): Tensor => this.#lower(inner, scope);
    switch (e.kind) {
      case 'number':
        return scalarTensor(decimal(e.text));
      case 'size':
        return scalarTensor({ op: 'size', size: e.size });
      case 'entry': {
        const symbol = this.#declaration(e.symbol, e.range);
        if (symbol.kind === 'opaque' || symbol.kind === 'function') {
          throw new ExpressionError('unsupported', `${e.symbol} has no value of its own`, e.range);
        }
        return this.#entry(symbol, e.at, e.range, scope);
      }
      case 'apply':
        return this.#apply(e, scope);
      case 'component': {
        const of = go(e.of);
        if (e.at.length > of.shape.length) {
          throw new ExpressionError(
            'shape',
            `${showShape(of.shape)} has no entry with ${e.at.length} indices`,
            e.range,
            [showShape(of.shape), `${e.at.length} indices`],
          );
        }
        const at = e.at.map((index, k) => this.#position(index, of.shape[k] ?? null, scope));
        return { shape: of.shape.slice(at.length), entry: (rest) => of.entry([...at, ...rest]) };
      }
      case 'elementary':
        return mapped(go(e.of), (a) => ({ op: e.name, a }));
      case 'negate':
        return mapped(go(e.of), (a) => ({ op: 'negate', a }));
      case 'transpose':
        return transpose(go(e.of), e.range);
      case 'add':
      case 'subtract':
        return entrywise(e.kind, go(e.left), go(e.right), e.range);
      case 'multiply': {
        const [a, b] = [go(e.left), go(e.right)];
        if (e.written === 'cross' && a.shape.length > 0 && b.shape.length > 0) {
          const message = `${showShape(a.shape)} \\times ${showShape(b.shape)}`;
          throw new ExpressionError('unsupported', message, e.range);
        }
        return product(a, b, e.written === 'dot', () => this.#letter(), e.range);
      }
      case 'divide': {
        const [a, b] = [go(e.left), go(e.right)];
        if (b.shape.length > 0) throw mismatch('divide', a.shape, b.shape, e.range);
        return mapped(a, (entry) => ({ op: 'divide', a: entry, b: b.entry([]) }));
      }
      case 'power': {
        const [a, b] = [go(e.left), go(e.right)];
        if (a.shape.length > 0 || b.shape.length > 0) {
          throw mismatch('raise to a power', a.shape, b.shape, e.range);
        }
        return scalarTensor({ op: 'power', a: a.entry([]), b: b.entry([]) });
      }
      case 'indicator':
        return scalarTensor({
          op: 'indicator',
          where: e.conditions.map((c) => this.#condition(c, scope)),
        });
      case 'fold':
        return this.#fold(e, scope);
      case 'derivative':
        return this.#derivative(e, scope);
    }
  }

  #entry(
    symbol: SymbolDeclaration,
    at: readonly (Index | null)[],
    range: Range,
    scope: ReadonlyMap<string, Cell>,
    make: (at: readonly Position[]) => Scalar = (places) => ({
      op: 'entry',
      symbol: symbol.name,
      at: places,
    }),
  ): Tensor {
    const open: Size[] = [];
    const places = symbol.slots.map((slot, k): Position | null => {
      const index = at[k] ?? null;
      if (index) return this.#position(index, slot.size, scope);
      if (slot.optional) {
        unify(this.#cell(SAMPLE_AT_HAND, scope), slot.size, SAMPLE_AT_HAND, range);
        return { index: SAMPLE_AT_HAND };
      }
      open.push(slot.size);
      return null;
    });
    return {
      shape: open,
      entry: (rest) => {
        let next = 0;
        return make(places.map((place) => place ?? rest[next++] ?? { literal: NaN }));
      },
    };
  }

  #apply(e: Expression & { kind: 'apply' }, scope: ReadonlyMap<string, Cell>): Tensor {
    const symbol = this.#declaration(e.symbol, e.range);
    const definition = this.#table.definitions.get(e.symbol);
    if (!definition) {
      throw new ExpressionError('undefined', `${e.symbol} is used before it is defined`, e.range);
    }
    const values = e.arguments.map((argument, k): Tensor => {
      const wanted = symbol.parameters[k];
      if (!wanted) return scalarTensor(literal(NaN));
      const value = this.#lower(argument, scope);
      if (!sameShape(value.shape, wanted)) {
        throw new ExpressionError(
          'shape',
          `${e.symbol} takes ${showShape(wanted)}, not ${showShape(value.shape)}`,
          argument.range,
          [showShape(value.shape), showShape(wanted)],
        );
      }
      return value;
    });
    if (definition.atHand) {
      unify(this.#cell(SAMPLE_AT_HAND, scope), definition.atHand, SAMPLE_AT_HAND, e.range);
    }
    return this.#entry(symbol, e.at, e.range, scope, (places) => ({
      op: 'inlined',
      symbol: e.symbol,
      a: substitute(definition.body, {
        positions: new Map(
          definition.positions.map((name, k) => [name, places[k] ?? { literal: NaN }]),
        ),
        arguments: values.map((value) => value.entry),
        spend: () => {
          this.#parts += 1;
          if (this.#parts > MAX_PARTS)
            throw new ExpressionError('unsupported', 'nested functions this large', e.range);
        },
      }),
    }));
  }

  #fold(e: Expression & { kind: 'fold' }, scope: ReadonlyMap<string, Cell>): Tensor {
    const cell: Cell = { size: e.to?.kind === 'last' ? e.to.size : null, same: null };
    this.#bound.push({ cell, range: e.range });
    const inner = new Map(scope).set(e.index, cell);
    const where = e.where.map((c) => this.#condition(c, inner));
    if (e.to && e.to.kind !== 'last') {
      const right = this.#position(e.to, null, inner);
      where.push({ comparison: '≤', left: { index: e.index }, right });
    }
    const body = this.#lower(e.body, inner);
    const entry = (at: readonly Position[]): Scalar => ({
      op: e.fold,
      index: e.index,
      size: find(cell).size ?? fixedSize(NaN),
      where,
      a: body.entry(at),
    });
    return {
      shape: body.shape,
      entry: (at) => {
        if (!at.some((place) => 'index' in place && place.index === e.index)) return entry(at);
        // The place is a letter outside the sum that only looks like the sum's own.
        const stand = at.map(() => this.#letter());
        const positions = new Map(stand.map((name, k) => [name, at[k] ?? { literal: NaN }]));
        return substitute(entry(stand.map((index) => ({ index }))), { positions, arguments: [] });
      },
    };
  }

  #derivative(e: Expression & { kind: 'derivative' }, scope: ReadonlyMap<string, Cell>): Tensor {
    const of = this.#lower(e.of, scope);
    const symbol = this.#declaration(e.by.symbol, e.by.range);
    const variable = this.#entry(symbol, e.by.at, e.by.range, scope);
    // The function's axes come first, then the variable's: ∂f_i/∂z_j has the shape (f, z).
    return {
      shape: [...of.shape, ...variable.shape],
      entry: (at) => {
        const by = variable.entry(at.slice(of.shape.length));
        if (by.op !== 'entry') throw new Error('a variable is always an entry');
        return {
          op: 'derivative',
          symbol: by.symbol,
          at: by.at,
          a: of.entry(at.slice(0, of.shape.length)),
        };
      },
    };
  }

  #condition(c: IndexCondition, scope: ReadonlyMap<string, Cell>): Condition {
    // Letters that are compared run over the same axis.
    if (c.left.kind === 'letter' && c.right.kind === 'letter') {
      merge(
        this.#cell(c.left.name, scope),
        this.#cell(c.right.name, scope),
        c.right.name,
        c.right.range,
      );
    }
    const end =
      c.left.kind === 'last' ? c.left.size : c.right.kind === 'last' ? c.right.size : null;
    return {
      comparison: c.comparison,
      left: this.#position(c.left, end, scope),
      right: this.#position(c.right, end, scope),
    };
  }

  #position(index: Index, size: Size | null, scope: ReadonlyMap<string, Cell>): Position {
    switch (index.kind) {
      case 'literal':
        return { literal: index.value };
      case 'last':
        if (size && !sameSize(size, index.size)) {
          throw new ExpressionError(
            'shape',
            `${showSize(index.size)} is not an index of an axis of ${showSize(size)}`,
            index.range,
            [showSize(index.size), showSize(size)],
          );
        }
        return { last: index.size };
      case 'letter':
        if (size) unify(this.#cell(index.name, scope), size, index.name, index.range);
        else this.#cell(index.name, scope);
        return { index: index.name };
    }
  }

  #cell(name: string, scope: ReadonlyMap<string, Cell>): Cell {
    const known = scope.get(name) ?? this.#free.get(name);
    if (known) return known;
    const cell: Cell = { size: null, same: null };
    this.#free.set(name, cell);
    return cell;
  }

  #declaration(name: string, range: Range): SymbolDeclaration {
    const symbol = this.#table.symbols.get(name);
    if (!symbol) throw new ExpressionError('undefined', `${name} is not declared`, range);
    return symbol;
  }

  #letter(): string {
    this.#fresh += 1;
    return `_${this.#fresh}`;
  }
}

function find(cell: Cell): Cell {
  return cell.same ? find(cell.same) : cell;
}

function unify(cell: Cell, size: Size, name: string, range: Range): void {
  const root = find(cell);
  if (root.size && !sameSize(root.size, size)) {
    const shapes = [showSize(root.size), showSize(size)] as const;
    const message = `index ${name} runs over ${shapes[0]} and over ${shapes[1]}`;
    throw new ExpressionError('shape', message, range, shapes);
  }
  root.size = size;
}

function merge(a: Cell, b: Cell, name: string, range: Range): void {
  const [rootA, rootB] = [find(a), find(b)];
  if (rootA === rootB) return;
  if (rootB.size) unify(rootA, rootB.size, name, range);
  rootB.same = rootA;
}

function unranged(range: Range, name?: string): ExpressionError {
  const what = name === undefined ? 'the index of a sum' : `index ${name}`;
  return new ExpressionError(
    'unsupported',
    `what ${what} runs over can't be told from its use`,
    range,
  );
}

/** Decimal digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;

/** `0.25` as 25/100: exact in every algebra. */
function decimal(text: string): Scalar {
  const [whole = '', fraction = ''] = text.split('.');
  const numerator = integer(whole + fraction);
  if (fraction === '') return numerator;
  return { op: 'divide', a: numerator, b: integer(`1${'0'.repeat(fraction.length)}`) };
}

/** A long number as a sum of parts that are exact, so that its rounding is accounted for. */
function integer(digits: string): Scalar {
  const last = literal(Number(digits.slice(-EXACT_DIGITS)));
  if (digits.length <= EXACT_DIGITS) return last;
  const scale = literal(10 ** EXACT_DIGITS);
  const high: Scalar = { op: 'multiply', a: integer(digits.slice(0, -EXACT_DIGITS)), b: scale };
  return { op: 'add', a: high, b: last };
}
