import { dualsOver, type Dual } from '../numeric/dual.ts';
import type { Algebra } from '../numeric/algebra.ts';
import type { Condition, Position } from '../expression/scalar.ts';
import { sizeIn, type Size } from '../expression/size.ts';
import type { Comparison, Fold } from '../expression/tree.ts';
import { Dependences } from './dependences.ts';
import type { GraphNode } from './graph.ts';
import type { Point, Program } from './program.ts';

/** Evaluates one formula at the machine's current point and letters. */
export type Thunk<T> = () => T;

/** A value at some depth of derivatives: `T`, `Dual<T>`, `Dual<Dual<T>>`, … */
type Value = unknown;

/** A derivative that is being taken: its variable and the letters that hold its indices. */
interface Seed {
  readonly symbol: string;
  readonly letters: readonly string[];
}

/** A formula that takes longer to evaluate than it was allowed to. */
export class OutOfWork extends Error {
  constructor() {
    super('too many terms to compute');
    this.name = 'OutOfWork';
  }
}

/** Values of a formula that depends on more letters than this are computed each time. */
const MAX_KEPT_LETTERS = 4;

/**
 * Compiles formulas to closures over the algebra `base`, without `eval`. Equal parts share one
 * closure, and a value is kept for the letters it depends on until the point changes, so that a
 * sum which a loop meets again is looked up.
 *
 * Derivatives are forward mode: inside `∂/∂z_k` everything is evaluated in dual numbers whose ε
 * is that derivative's own, so nested derivatives don't mix. A variable that is a defined symbol
 * is cut off from its definition: it is free at its current value, which keeps the perturbations
 * of outer derivatives.
 */
export class Machine<T> {
  readonly #program: Program;
  readonly #dependences: Dependences;
  readonly #algebras: Algebra<Value>[];
  readonly #read: (symbol: string, offset: number) => Value;
  readonly #letters = new Map<string, number>();
  /** The letters' values, counted from 1. */
  readonly #at: number[] = [];
  readonly #thunks = new Map<string, Thunk<Value>>();
  #point: Point = { sizes: {}, values: {} };
  #epoch = 0;
  #radix = 1;
  #work = Infinity;

  /**
   * `read` tells the value of a variable at an offset, row-major; by default the point's own number,
   * taken as exact.
   */
  constructor(program: Program, base: Algebra<T>, read?: (symbol: string, offset: number) => T) {
    this.#program = program;
    this.#read =
      read ?? ((symbol, offset) => base.constant(this.#point.values[symbol]?.[offset] ?? NaN));
    this.#dependences = new Dependences(program);
    // A closure of depth d only ever meets values of depth d; the type can't say so.
    this.#algebras = [base as Algebra<Value>];
  }

  /** Moves to another point; what was computed at the last one is forgotten. */
  moveTo(point: Point): void {
    this.#point = point;
    this.#epoch += 1;
    this.#radix = 2 + Math.max(0, ...Object.values(point.sizes));
  }

  /** Allows that many terms of sums from here on; one more throws {@link OutOfWork}. */
  allow(terms: number): void {
    this.#work = terms;
  }

  /** Counts work that is done outside as so many terms. */
  spend(terms: number): void {
    this.#work -= terms;
    if (this.#work < 0) throw new OutOfWork();
  }

  /** The length of an axis at the current point. */
  size(size: Size): number {
    return sizeIn(size, this.#point.sizes);
  }

  /** Sets a free letter, counted from 1. */
  setLetter(name: string, value: number): void {
    this.#at[this.#letter(name)] = value;
  }

  /** The closure of a node. */
  compile(node: number): Thunk<T> {
    return this.#compile(node, []) as Thunk<T>;
  }

  /** The closure that tells whether all of `where` hold. */
  compileConditions(where: readonly Condition[]): Thunk<boolean> {
    const tests = where.map(({ comparison, left, right }): Thunk<boolean> => {
      const [a, b, test] = [this.#position(left), this.#position(right), COMPARE[comparison]];
      return () => test(a(), b());
    });
    return () => tests.every((test) => test());
  }

  #compile(id: number, seeds: readonly Seed[]): Thunk<Value> {
    const top = seeds.at(-1);
    if (top && !this.#dependences.dependsOn(id, top.symbol)) {
      // Nothing here moves with the innermost variable: the derivative part is zero.
      const outer = this.#compile(id, seeds.slice(0, -1));
      const zero = this.#algebra(seeds.length - 1).constant(0);
      return (): Dual<Value> => ({ re: outer(), du: zero });
    }
    const key = `${id} ${seeds.map(({ symbol }) => symbol).join(' ')}`;
    const known = this.#thunks.get(key);
    if (known) return known;
    const thunk = this.#kept(id, seeds, this.#build(this.#node(id), seeds));
    this.#thunks.set(key, thunk);
    return thunk;
  }

  #build(node: GraphNode, seeds: readonly Seed[]): Thunk<Value> {
    const algebra = this.#algebra(seeds.length);
    switch (node.op) {
      case 'number': {
        const value = algebra.constant(node.value);
        return () => value;
      }
      case 'size': {
        const { size } = node;
        return () => algebra.constant(this.size(size));
      }
      case 'entry':
        return this.#entry(node, seeds);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'power': {
        const [a, b] = [this.#compile(node.a, seeds), this.#compile(node.b, seeds)];
        const operation = algebra[node.op];
        return () => operation(a(), b());
      }
      case 'negate':
      case 'exp':
      case 'log': {
        const [a, operation] = [this.#compile(node.a, seeds), algebra[node.op]];
        return () => operation(a());
      }
      case 'sqrt': {
        const [a, half] = [this.#compile(node.a, seeds), algebra.constant(0.5)];
        return () => algebra.power(a(), half);
      }
      case 'indicator': {
        const holds = this.compileConditions(node.where);
        const [one, zero] = [algebra.constant(1), algebra.constant(0)];
        return () => (holds() ? one : zero);
      }
      case 'derivative':
        return this.#derivative(node, seeds);
      default:
        return this.#fold(node, this.#compile(node.a, seeds), algebra);
    }
  }

  #fold(
    node: GraphNode & { readonly op: Fold },
    body: Thunk<Value>,
    algebra: Algebra<Value>,
  ): Thunk<Value> {
    const { op, size, where } = node;
    const letter = this.#letter(node.index);
    const admits = where.length > 0 ? this.compileConditions(where) : null;
    const sign = op === 'maximum' ? 1 : -1;
    const empty = op === 'sum' ? 0 : op === 'product' ? 1 : NaN;
    return () => {
      const at = this.#at;
      const outer = at[letter] ?? NaN;
      const end = this.size(size);
      let result: Value = null;
      for (let k = 1; k <= end; k++) {
        at[letter] = k;
        if (--this.#work < 0) throw new OutOfWork();
        if (admits && !admits()) continue;
        const term = body();
        if (result === null) result = term;
        else if (op === 'sum') result = algebra.add(result, term);
        else if (op === 'product') result = algebra.multiply(result, term);
        else if (!(sign * (algebra.value(term) - algebra.value(result)) <= 0)) result = term;
      }
      at[letter] = outer;
      return result ?? algebra.constant(empty);
    };
  }

  #entry(node: GraphNode & { readonly op: 'entry' }, seeds: readonly Seed[]): Thunk<Value> {
    const { symbol } = node;
    const places = node.at.map((place) => this.#place(place));
    const top = seeds.at(-1);
    if (top?.symbol === symbol) {
      const outer = this.#entry(node, seeds.slice(0, -1));
      const below = this.#algebra(seeds.length - 1);
      const [one, zero] = [below.constant(1), below.constant(0)];
      const seeded = top.letters.map((name) => this.#letter(name));
      return (): Dual<Value> => ({
        re: outer(),
        du: places.every((place, k) => place() === this.#at[seeded[k] ?? -1]) ? one : zero,
      });
    }
    const definition = this.#program.definitions[symbol];
    if (definition) {
      const body = this.#compile(definition.body, seeds);
      return this.#withLetters(definition.positions, places, body);
    }
    const axes = this.#program.variables[symbol]?.axes;
    if (!axes) throw new Error(`no values for ${symbol}`);
    const value = (): Value => {
      let offset = 0;
      for (const [k, axis] of axes.entries()) {
        const place = places[k]?.() ?? NaN;
        const length = this.size(axis);
        offset = place >= 1 && place <= length ? offset * length + place - 1 : NaN;
      }
      return this.#read(symbol, offset);
    };
    return seeds.reduce<Thunk<Value>>((inner, _, depth) => {
      const zero = this.#algebra(depth).constant(0);
      return (): Dual<Value> => ({ re: inner(), du: zero });
    }, value);
  }

  #derivative(
    node: GraphNode & { readonly op: 'derivative' },
    seeds: readonly Seed[],
  ): Thunk<Value> {
    const letters = node.at.map((_, k) => `∂${seeds.length} ${k}`);
    const body = this.#compile(node.a, [...seeds, { symbol: node.symbol, letters }]) as Thunk<
      Dual<Value>
    >;
    const places = node.at.map((place) => this.#place(place));
    return this.#withLetters(letters, places, () => body().du);
  }

  /** `body` evaluated with `names` set to `places`, and set back afterwards. */
  #withLetters(
    names: readonly string[],
    places: readonly Thunk<number>[],
    body: Thunk<Value>,
  ): Thunk<Value> {
    const letters = names.map((name) => this.#letter(name));
    return () => {
      const at = this.#at;
      const inner = places.map((place) => place());
      const outer = letters.map((letter) => at[letter] ?? NaN);
      for (const [k, letter] of letters.entries()) at[letter] = inner[k] ?? NaN;
      const result = body();
      for (const [k, letter] of letters.entries()) at[letter] = outer[k] ?? NaN;
      return result;
    };
  }

  /** Keeps the values of a formula by the letters that it depends on. */
  #kept(id: number, seeds: readonly Seed[], thunk: Thunk<Value>): Thunk<Value> {
    const node = this.#node(id);
    if (node.op === 'number' || node.op === 'size' || node.op === 'indicator') return thunk;
    if (node.op === 'entry' && !(node.symbol in this.#program.definitions)) return thunk;
    const names = new Set(this.#dependences.letters(id));
    for (const seed of seeds) {
      if (this.#dependences.dependsOn(id, seed.symbol))
        for (const name of seed.letters) names.add(name);
    }
    if (names.size > MAX_KEPT_LETTERS) return thunk;
    const letters = [...names].map((name) => this.#letter(name));
    const values: Value[] = [];
    const epochs: number[] = [];
    return () => {
      let key = 0;
      for (const letter of letters) key = key * this.#radix + (this.#at[letter] ?? 0);
      if (epochs[key] !== this.#epoch) {
        values[key] = thunk();
        epochs[key] = this.#epoch;
      }
      return values[key];
    };
  }

  /** Like a position; one beyond every axis stays so, but below the radix of the kept values. */
  #place(position: Position): Thunk<number> {
    if (!('literal' in position)) return this.#position(position);
    const { literal } = position;
    return () => Math.min(literal, this.#radix - 1);
  }

  #position(position: Position): Thunk<number> {
    if ('literal' in position) {
      const { literal } = position;
      return () => literal;
    }
    if ('last' in position) {
      const { last } = position;
      return () => this.size(last);
    }
    const letter = this.#letter(position.index);
    return () => this.#at[letter] ?? NaN;
  }

  #letter(name: string): number {
    const known = this.#letters.get(name);
    if (known !== undefined) return known;
    const letter = this.#at.push(NaN) - 1;
    this.#letters.set(name, letter);
    return letter;
  }

  #algebra(depth: number): Algebra<Value> {
    const known = this.#algebras[depth];
    if (known) return known;
    const algebra = dualsOver(this.#algebra(depth - 1)) as Algebra<Value>;
    this.#algebras[depth] = algebra;
    return algebra;
  }

  #node(id: number): GraphNode {
    const node = this.#program.nodes[id];
    if (!node) throw new Error(`no node ${id}`);
    return node;
  }
}

const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '≠': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
};
