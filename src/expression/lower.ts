import { sizeOfAxis, unify } from './axes.ts';
import { decimal } from './decimal.ts';
import { ExpressionError } from './errors.ts';
import { Lists } from './lists.ts';
import { asMultipleOfOnes, asTranspose, mismatch } from './mismatch.ts';
import { kronecker, stacked, vectorized } from './pairs.ts';
import { Places, SAMPLE_AT_HAND, type Scope } from './places.ts';
import type { Condition, Position, Scalar } from './scalar.ts';
import { literal, substitute } from './scalar.ts';
import { fixedSize, shapesFit, showShape, type Size } from './size.ts';
import type { SymbolDeclaration, SymbolTable } from './symbols.ts';
import {
  asRow,
  component,
  constantVector,
  diagonal,
  entrywise,
  identity,
  mapped,
  product,
  scalarTensor,
  squaredNorm,
  trace,
  transpose,
  type Tensor,
} from './tensor.ts';
import type { Expression, Index, IndexCondition, Range } from './tree.ts';

/** How many parts the functions of a step may have together, once they are written out. */
const MAX_PARTS = 100_000;

/**
 * Turns formulas into tensors of index formulas, and finds out on the way which axis each index
 * letter runs over. One instance serves all formulas that share their free letters: both sides of
 * a step and its guards.
 */
export class Lowering {
  readonly #table: SymbolTable;
  readonly #places: Places;
  readonly #lists: Lists;
  #parts = 0;

  /** `elsewhere` tells what letters run over in the rest of a formula, where this part doesn't. */
  constructor(table: SymbolTable, elsewhere: ReadonlyMap<string, Size> = new Map()) {
    this.#table = table;
    this.#places = new Places(table, elsewhere);
    this.#lists = new Lists({
      places: this.#places,
      lower: (e, scope) => this.#lower(e, scope),
      fold: (e, scope) => this.#fold(e, scope),
    });
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
    return conditions.map((condition) => this.#places.condition(condition, new Map()));
  }

  /** Declares that the free letter `name` runs over `size`; throws where its use says otherwise. */
  constrain(name: string, size: Size, range: Range): void {
    unify(this.#places.axis(name, new Map()), size, name, range);
  }

  /**
   * The free letters and what they run over, once everything is lowered. Throws where the axis of
   * a letter, free or bound, can't be told from its use.
   */
  finish(range: Range): ReadonlyMap<string, Size> {
    return this.#places.finish(range);
  }

  #lower(e: Expression, scope: Scope): Tensor {
    const go = (inner: Expression): Tensor => this.#lower(inner, scope);
    switch (e.kind) {
      case 'number':
        return scalarTensor(decimal(e.text));
      case 'size':
        return scalarTensor({ op: 'size', size: e.size });
      case 'entry': {
        const symbol = this.#places.declaration(e.symbol, e.range);
        if (symbol.kind === 'opaque' || symbol.kind === 'function') {
          throw new ExpressionError('unsupported', `${e.symbol} has no value of its own`, e.range);
        }
        return this.#entry(symbol, e.at, e.range, scope);
      }
      case 'apply':
        return this.#apply(e, scope);
      case 'component': {
        const of = go(e.of);
        const at = e.at.map((index, k) => this.#places.position(index, of.shape[k] ?? null, scope));
        return component(of, at, e.range);
      }
      case 'elementary': {
        const of = go(e.of);
        if (e.name === 'abs' && of.shape.length > 0) {
          const message = `|…| of ${showShape(of.shape)}`;
          throw new ExpressionError('unsupported', `${message}: write \\|…\\| for a norm`, e.range);
        }
        return mapped(of, (a) => ({ op: e.name, a }));
      }
      case 'norm':
        return mapped(this.#squaredNorm(e.of, scope), (a) => ({ op: 'sqrt', a }));
      case 'diagonal':
        return diagonal(go(e.of), e.range);
      case 'vec':
        return vectorized(go(e.of), e.range);
      case 'trace':
        return trace(go(e.of), () => this.#places.letter(), e.range);
      case 'constant vector':
        return constantVector(e.value, e.size);
      case 'identity':
        return identity(e.size);
      case 'negate':
        return mapped(go(e.of), (a) => ({ op: 'negate', a }));
      case 'transpose':
        return transpose(go(e.of), e.range);
      case 'add':
      case 'subtract':
        return this.#entrywise(e, scope);
      case 'multiply': {
        const [a, b] = [go(e.left), go(e.right)];
        if (e.written === 'otimes') return kronecker(a, b, e.range);
        if (e.written === 'cross' && a.shape.length > 0 && b.shape.length > 0) {
          const message = `${showShape(a.shape)} \\times ${showShape(b.shape)}`;
          throw new ExpressionError('unsupported', message, e.range);
        }
        const repair = asTranspose({ e: e.left, ...a }, { e: e.right, ...b });
        return product(a, b, e.written === 'dot', () => this.#places.letter(), e.range, repair);
      }
      case 'divide': {
        const [a, b] = [go(e.left), go(e.right)];
        if (b.shape.length > 0) throw mismatch('divide', a.shape, b.shape, e.range);
        return mapped(a, (entry) => ({ op: 'divide', a: entry, b: b.entry([]) }));
      }
      case 'power': {
        if (e.left.kind === 'norm' && e.right.kind === 'number' && e.right.text === '2')
          return this.#squaredNorm(e.left.of, scope);
        const [a, b] = [go(e.left), go(e.right)];
        if (a.shape.length > 0 || b.shape.length > 0) {
          throw mismatch('raise to a power', a.shape, b.shape, e.range);
        }
        return scalarTensor({ op: 'power', a: a.entry([]), b: b.entry([]) });
      }
      case 'indicator':
        return scalarTensor({
          op: 'indicator',
          where: this.#places.compared(e.conditions, scope),
        });
      case 'fold':
        return this.#fold(e, scope);
      case 'among':
        return this.#lists.among(e, scope);
      case 'cases':
        return this.#lists.cases(e, scope);
      case 'matrix':
        return this.#lists.matrix(e, scope);
      case 'derivative':
        return this.#derivative(e, scope);
    }
  }

  #entrywise(e: Expression & { kind: 'add' | 'subtract' }, scope: Scope): Tensor {
    const [a, b] = [this.#lower(e.left, scope), this.#lower(e.right, scope)];
    const repair = asMultipleOfOnes({ e: e.left, ...a }, { e: e.right, ...b });
    return entrywise(e.kind, a, b, e.range, repair);
  }

  #squaredNorm(of: Expression, scope: Scope): Tensor {
    return squaredNorm(this.#lower(of, scope), () => this.#places.letter(), of.range);
  }

  #entry(
    symbol: SymbolDeclaration,
    at: readonly (Index | null)[],
    range: Range,
    scope: Scope,
    make: (at: readonly Position[]) => Scalar = (places) => ({
      op: 'entry',
      symbol: symbol.denotes,
      at: places,
    }),
  ): Tensor {
    const open: Size[] = [];
    const places = this.#places.places(symbol, at, range, scope).map((place, k) => {
      const size = symbol.slots[k]?.size;
      if (!place && size) open.push(size);
      return place;
    });
    const entry = (rest: readonly Position[]): Scalar => {
      let next = 0;
      return make(places.map((place) => place ?? rest[next++] ?? { literal: NaN }));
    };
    const partly = symbol.rows && open.length === 1 && at.some((index) => index !== null);
    return partly ? asRow(open, entry) : { shape: open, entry };
  }

  #apply(e: Expression & { kind: 'apply' }, scope: Scope): Tensor {
    const symbol = this.#places.declaration(e.symbol, e.range);
    const definition = this.#table.definitions.get(symbol.denotes);
    if (!definition) {
      throw new ExpressionError('undefined', `${e.symbol} is used before it is defined`, e.range);
    }
    const values = e.arguments.map((argument, k): Tensor => {
      const wanted = symbol.parameters[k];
      if (!wanted) return scalarTensor(literal(NaN));
      const value = this.#lower(argument, scope);
      if (!shapesFit(value.shape, wanted)) {
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
      unify(this.#places.axis(SAMPLE_AT_HAND, scope), definition.atHand, SAMPLE_AT_HAND, e.range);
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

  #fold(e: Expression & { kind: 'fold' }, scope: Scope): Tensor {
    const axis = this.#places.bind(e.range, e.to?.kind === 'last' ? e.to.size : null);
    const inner = new Map(scope).set(e.index, axis);
    const where = e.where.map((c) => this.#places.condition(c, inner));
    if (e.to && e.to.kind !== 'last') {
      const right = this.#places.position(e.to, null, inner);
      where.push({ comparison: '≤', left: { index: e.index }, right });
    }
    const body = this.#lower(e.body, inner);
    const entry = (at: readonly Position[]): Scalar => ({
      op: e.fold,
      index: e.index,
      size: sizeOfAxis(axis) ?? fixedSize(NaN),
      where,
      a: body.entry(at),
    });
    return {
      shape: body.shape,
      entry: (at) => {
        if (!at.some((place) => 'index' in place && place.index === e.index)) return entry(at);
        // The place is a letter outside the sum that only looks like the sum's own.
        const stand = at.map(() => this.#places.letter());
        const positions = new Map(stand.map((name, k) => [name, at[k] ?? { literal: NaN }]));
        return substitute(entry(stand.map((index) => ({ index }))), { positions, arguments: [] });
      },
    };
  }

  #derivative(e: Expression & { kind: 'derivative' }, scope: Scope): Tensor {
    const of = this.#lower(e.of, scope);
    const again = e.of.kind === 'derivative' && e.of.written === 'nabla';
    if (e.written === 'nabla' && of.shape.length > 0 && !again) {
      const message = `\\nabla of ${showShape(of.shape)}`;
      throw new ExpressionError('unsupported', `${message}: write \\frac{\\partial …}{…}`, e.range);
    }
    const symbol = this.#places.declaration(e.by.symbol, e.by.range);
    const variable = stacked(this.#entry(symbol, e.by.at, e.by.range, scope), e.by);
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
}
