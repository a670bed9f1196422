import { dualsOver, type Dual } from '../numeric/dual.ts';
import type { Algebra } from '../numeric/algebra.ts';
import type { Condition } from '../expression/scalar.ts';
import type { Size } from '../expression/size.ts';
import type { Fold } from '../expression/tree.ts';
import { Dependences } from './dependences.ts';
import { isEntropyTerm } from './entropyTerm.ts';
import { gatherer } from './gather.ts';
import type { GraphNode } from './graph.ts';
import { keptBy } from './kept.ts';
import { Letters } from './letters.ts';
import { OutOfWork } from './outOfWork.ts';
import type { Point, Program } from './program.ts';

/** Evaluates one formula at the machine's current point and letters. */
type Thunk<T> = () => T;

/** A value at some depth of derivatives: `T`, `Dual<T>`, `Dual<Dual<T>>`, … */
type Value = unknown;

/** A derivative that is being taken: its variable and the letters that hold its indices. */
interface Seed {
  readonly symbol: string;
  readonly letters: readonly string[];
}

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
  readonly #letters: Letters;
  readonly #thunks = new Map<string, Thunk<Value>>();
  #point: Point = { sizes: {}, values: {} };
  #epoch = 0;
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
    this.#letters = new Letters(
      (label, at) => this.#labelled(label, at),
      () => (this.#epoch += 1),
    );
    // A closure of depth d only ever meets values of depth d; the type can't say so.
    this.#algebras = [base as Algebra<Value>];
  }

  /** Moves to another point; what was computed at the last one is forgotten. */
  moveTo(point: Point): void {
    this.#point = point;
    this.#epoch += 1;
    this.#letters.moveTo(point.sizes);
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
    return this.#letters.size(size);
  }

  /** Sets a free letter, counted from 1. */
  setLetter(name: string, value: number): void {
    this.#letters.at[this.#letters.number(name)] = value;
  }

  /** The closure of a node. */
  compile(node: number): Thunk<T> {
    return this.#compile(node, []) as Thunk<T>;
  }

  /** The closure that tells whether all of `where` hold. */
  compileConditions(where: readonly Condition[]): Thunk<boolean> {
    return this.#letters.conditions(where);
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
      case 'place': {
        const place = this.#letters.position(node.place);
        return () => algebra.constant(place());
      }
      case 'entry':
        return this.#entry(node, seeds);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'power': {
        const [entropy, none] = [isEntropyTerm(node, this.#program.nodes), algebra.constant(0)];
        const [a, b] = [this.#compile(node.a, seeds), this.#compile(node.b, seeds)];
        const operation = algebra[node.op];
        if (entropy) return () => (algebra.isZero(a()) ? none : operation(a(), b()));
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
      case 'choose': {
        const holds = this.compileConditions(node.where);
        const [a, b] = [this.#compile(node.a, seeds), this.#compile(node.b, seeds)];
        return () => (holds() ? a() : b());
      }
      case 'abs': {
        const a = this.#compile(node.a, seeds);
        return () => {
          const value = a();
          return algebra.value(value) < 0 ? algebra.negate(value) : value;
        };
      }
      case 'indicator': {
        const holds = this.compileConditions(node.where);
        const [one, zero] = [algebra.constant(1), algebra.constant(0)];
        return () => (holds() ? one : zero);
      }
      case 'derivative':
        return this.#derivative(node, seeds);
      default:
        // Dual numbers double at each depth; the allowance is made for second derivatives.
        return this.#fold(
          node,
          this.#compile(node.a, seeds),
          algebra,
          2 ** Math.max(0, seeds.length - 2),
        );
    }
  }

  #fold(
    node: GraphNode & { readonly op: Fold },
    body: Thunk<Value>,
    algebra: Algebra<Value>,
    cost: number,
  ): Thunk<Value> {
    const { op, size, where } = node;
    const letters = this.#letters;
    const letter = letters.number(node.index);
    const admits = where.length > 0 ? this.compileConditions(where) : null;
    const gathered = gatherer(op, algebra);
    return () => {
      gathered.start();
      const outer = letters.at[letter] ?? NaN;
      const end = letters.size(size);
      for (let k = 1; k <= end; k++) {
        letters.at[letter] = k;
        this.spend(cost);
        if (!admits || admits()) gathered.add(body(), k);
      }
      letters.at[letter] = outer;
      return gathered.result();
    };
  }

  #entry(node: GraphNode & { readonly op: 'entry' }, seeds: readonly Seed[]): Thunk<Value> {
    const { symbol } = node;
    const places = node.at.map((place) => this.#letters.place(place));
    const top = seeds.at(-1);
    if (top?.symbol === symbol) {
      const outer = this.#entry(node, seeds.slice(0, -1));
      const below = this.#algebra(seeds.length - 1);
      const [one, zero] = [below.constant(1), below.constant(0)];
      const { at } = this.#letters;
      const seeded = top.letters.map((name) => this.#letters.number(name));
      return (): Dual<Value> => ({
        re: outer(),
        du: places.every((place, k) => place() === at[seeded[k] ?? -1]) ? one : zero,
      });
    }
    const definition = this.#program.definitions[symbol];
    if (definition) {
      const body = this.#compile(definition.body, seeds);
      return this.#letters.within(definition.positions, places, body);
    }
    const offset = this.#offset(symbol, places);
    const value = (): Value => this.#read(symbol, offset());
    return seeds.reduce<Thunk<Value>>((inner, _, depth) => {
      const zero = this.#algebra(depth).constant(0);
      return (): Dual<Value> => ({ re: inner(), du: zero });
    }, value);
  }

  #offset(symbol: string, places: readonly Thunk<number>[]): Thunk<number> {
    const axes = this.#program.variables[symbol]?.axes;
    if (!axes) throw new Error(`no values for ${symbol}`);
    return this.#letters.offset(axes, places);
  }

  /** The place that an entry of a label names: a value of the point, or of the label's definition. */
  #labelled(label: string, places: readonly Thunk<number>[]): Thunk<number> {
    const definition = this.#program.definitions[label];
    if (definition) {
      const body = this.#compile(definition.body, []);
      const algebra = this.#algebra(0);
      return this.#letters.within(definition.positions, places, () => algebra.value(body()));
    }
    const offset = this.#offset(label, places);
    return () => this.#point.values[label]?.[offset()] ?? NaN;
  }

  #derivative(
    node: GraphNode & { readonly op: 'derivative' },
    seeds: readonly Seed[],
  ): Thunk<Value> {
    const letters = node.at.map((_, k) => `∂${seeds.length} ${k}`);
    const body = this.#compile(node.a, [...seeds, { symbol: node.symbol, letters }]) as Thunk<
      Dual<Value>
    >;
    const places = node.at.map((place) => this.#letters.place(place));
    return this.#letters.within(letters, places, () => body().du);
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
    return keptBy(this.#letters, names, () => this.#epoch, thunk);
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
