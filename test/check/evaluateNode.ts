import { assignments } from '../../src/check/assignments.ts';
import type { Claim, Point, Program } from '../../src/check/program.ts';
import type { Condition, Position } from '../../src/expression/scalar.ts';
import { sizeIn } from '../../src/expression/size.ts';
import { exponential, logarithm, ONE, over, precise, squareRoot, times, toNumber, wholePower, type Precise } from '../expression/precise.ts'; // prettier-ignore

/** The step of a difference, and the step squared is far below what is compared. */
const STEP = ONE >> 100n;

/** An entry of a symbol that is free at its current value, and by how much it is moved. */
interface Shift {
  readonly symbol: string;
  readonly at: readonly number[];
  readonly by: Precise;
}

type Letters = Readonly<Record<string, number>>;

/**
 * Evaluates nodes in 600 bits, by recursion alone: derivatives are differences of steps so small that
 * only so many bits can carry them. It shares nothing with the machine but the nodes.
 */
export class PlainEvaluator {
  readonly #program: Program;
  readonly #point: Point;
  readonly #exponentials = new Map<Precise, Precise>();
  readonly #logarithms = new Map<Precise, Precise>();

  constructor(program: Program, point: Point) {
    this.#program = program;
    this.#point = point;
  }

  /** The largest difference of a claim's sides over its letters; infinite where a side has no value. */
  difference(claim: Claim<number>): number {
    let most = 0;
    try {
      let letters: Record<string, number> = {};
      const places = {
        size: (size: Parameters<typeof sizeIn>[0]): number => sizeIn(size, this.#point.sizes),
        setLetter: (name: string, value: number): void => void (letters = { ...letters, [name]: value }), // prettier-ignore
      };
      for (const _ of assignments(claim.free, places)) {
        if (!this.#admits(claim.guard, letters)) continue;
        const [left, right] = [claim.left, claim.right].map((id) => this.#value(id, letters, []));
        most = Math.max(most, Math.abs(toNumber((left ?? 0n) - (right ?? 0n))));
      }
    } catch (error) {
      if (error instanceof RangeError) return Infinity;
      throw error;
    }
    return most;
  }

  #value(id: number, letters: Letters, shifts: readonly Shift[]): Precise {
    const node = this.#program.nodes[id];
    if (!node) throw new Error(`no node ${id}`);
    const go = (part: number): Precise => this.#value(part, letters, shifts);
    switch (node.op) {
      case 'number':
        return precise(node.value);
      case 'size':
        return precise(sizeIn(node.size, this.#point.sizes));
      case 'entry':
        return this.#entry(node.symbol, node.at.map((place) => this.#place(place, letters)), shifts); // prettier-ignore
      case 'add':
        return go(node.a) + go(node.b);
      case 'subtract':
        return go(node.a) - go(node.b);
      case 'multiply':
        return times(go(node.a), go(node.b));
      case 'divide':
        return over(go(node.a), go(node.b));
      case 'power':
        return wholePower(go(node.a), toNumber(go(node.b)));
      case 'negate':
        return -go(node.a);
      case 'exp':
        return remembered(this.#exponentials, go(node.a), exponential);
      case 'log':
        return remembered(this.#logarithms, positive(go(node.a)), logarithm);
      case 'sqrt':
        return squareRoot(positive(go(node.a)));
      case 'indicator':
        return this.#admits(node.where, letters) ? ONE : 0n;
      case 'choose':
        return this.#admits(node.where, letters) ? go(node.a) : go(node.b);
      case 'place':
        return precise(this.#place(node.place, letters));
      case 'abs': {
        const value = go(node.a);
        return value < 0n ? -value : value;
      }
      case 'derivative': {
        const at = node.at.map((place) => this.#place(place, letters));
        const [up, down] = [STEP, -STEP].map((by) =>
          this.#value(node.a, letters, [...shifts, { symbol: node.symbol, at, by }]),
        );
        return over((up ?? 0n) - (down ?? 0n), 2n * STEP);
      }
      default: {
        const end = sizeIn(node.size, this.#point.sizes);
        const terms = Array.from({ length: end }, (_, k) => ({ ...letters, [node.index]: k + 1 }))
          .filter((inner) => this.#admits(node.where, inner))
          .map((inner) => this.#value(node.a, inner, shifts));
        if (node.op === 'sum') return terms.reduce((sum, term) => sum + term, 0n);
        if (node.op === 'product') return terms.reduce(times, ONE);
        if (node.op.startsWith('arg')) throw new Error('no places of extrema here');
        if (terms.length === 0) throw new RangeError('the largest of nothing');
        return terms.reduce((best, term) => ((node.op === 'maximum') === term > best ? term : best)); // prettier-ignore
      }
    }
  }

  #entry(symbol: string, at: readonly number[], shifts: readonly Shift[]): Precise {
    const cut = shifts.findLastIndex((shift) => shift.symbol === symbol);
    const shift = shifts[cut];
    if (shift) {
      const moved = shift.at.every((place, k) => place === at[k]);
      return this.#entry(symbol, at, shifts.slice(0, cut)) + (moved ? shift.by : 0n);
    }
    const definition = this.#program.definitions[symbol];
    if (definition) {
      const letters = Object.fromEntries(definition.positions.map((name, k) => [name, at[k] ?? 1]));
      return this.#value(definition.body, letters, shifts);
    }
    const axes = this.#program.variables[symbol]?.axes ?? [];
    const offset = axes.reduce(
      (sum, axis, k) => sum * sizeIn(axis, this.#point.sizes) + (at[k] ?? 1) - 1,
      0,
    );
    const value = this.#point.values[symbol]?.[offset];
    if (value === undefined) throw new RangeError(`${symbol} has no such entry`);
    return precise(value);
  }

  #admits(where: readonly Condition[], letters: Letters): boolean {
    return where.every(({ comparison, left, right }) => {
      const [a, b] = [this.#place(left, letters), this.#place(right, letters)];
      switch (comparison) {
        case '=': return a === b;
        case '≠': return a !== b;
        case '<': return a < b;
        case '≤': return a <= b;
        case '>': return a > b;
        case '≥': return a >= b;
      } // prettier-ignore
    });
  }

  #place(place: Position, letters: Letters): number {
    if ('literal' in place) return place.literal;
    if ('last' in place) return sizeIn(place.last, this.#point.sizes);
    if ('label' in place) {
      const at = place.at.map((inner) => this.#place(inner, letters));
      return Math.round(toNumber(this.#entry(place.label, at, [])));
    }
    if ('part' in place) {
      const from = this.#place(place.of, letters) - 1;
      const by = sizeIn(place.by, this.#point.sizes);
      return 1 + (place.part === 'outer' ? Math.floor(from / by) : from % by) + (place.plus ?? 0);
    }
    return (letters[place.index] ?? 1) + (place.plus ?? 0);
  }
}

function remembered(known: Map<Precise, Precise>, a: Precise, f: (a: Precise) => Precise): Precise {
  const value = known.get(a) ?? f(a);
  known.set(a, value);
  return value;
}

function positive(a: Precise): Precise {
  if (a <= 0n) throw new RangeError('not positive');
  return a;
}
