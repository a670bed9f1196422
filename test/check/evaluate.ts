import type { EntryNode, Expression, Index } from '../../src/expression/tree.ts';
import { exponential, logarithm, ONE, over, precise, squareRoot, times, wholePower, type Precise } from '../expression/precise.ts'; // prettier-ignore

/** What names stand for: values of variables by offset, and letters from 1. */
export interface World {
  readonly classes: number;
  readonly values: Readonly<Record<string, readonly Precise[]>>;
  readonly letters: Readonly<Record<string, number>>;
}

/** The step of a difference, and the step squared is far below what is compared. */
const STEP = ONE >> 100n;

/**
 * The number that a formula stands for, from its tree alone: no lowering, no substitution, no duals, no
 * memory. Functions are evaluated by giving their argument a value, derivatives by differences of steps
 * so small that only 600 bits can carry them. Knows the softmax σ, ŷ = σ(z) and L by name.
 */
export function evaluate(e: Expression, world: World): Precise {
  return entry(e, [], world);
}

function entry(e: Expression, at: readonly number[], world: World): Precise {
  const go = (inner: Expression): Precise => entry(inner, at, world);
  switch (e.kind) {
    case 'number':
      return over(precise(Number(e.text.replace('.', ''))), precise(10 ** (e.text.split('.')[1] ?? '').length)); // prettier-ignore
    case 'size':
      return precise(world.classes);
    case 'entry': {
      const subscripts = e.at.slice(-1).flatMap((i) => (i ? [place(i, world)] : []));
      return value(e.symbol, [...subscripts, ...at], world);
    }
    case 'apply': {
      const [argument] = e.arguments;
      if (!argument) throw new Error('softmax of nothing');
      const list = range(world).map((k) => entry(argument, [k], world));
      return softmax(list, [...e.at.flatMap((i) => (i ? [place(i, world)] : [])), ...at][0] ?? 0);
    }
    case 'component':
      return entry(e.of, [...e.at.map((i) => place(i, world)), ...at], world);
    case 'elementary':
      return e.name === 'exp' ? exponential(go(e.of)) : e.name === 'log' ? logarithm(go(e.of)) : squareRoot(go(e.of)); // prettier-ignore
    case 'negate':
      return -go(e.of);
    case 'add':
      return go(e.left) + go(e.right);
    case 'subtract':
      return go(e.left) - go(e.right);
    case 'multiply': {
      const vector = (part: Expression): boolean => part.kind === 'entry' && isOpen(part);
      const [left, right] = [vector(e.left) ? at : [], vector(e.left) ? [] : at];
      return times(entry(e.left, left, world), entry(e.right, right, world));
    }
    case 'divide':
      return over(go(e.left), go(e.right));
    case 'transpose':
    case 'norm':
    case 'diagonal':
    case 'constant vector':
    case 'identity':
    case 'vec':
    case 'trace':
    case 'among':
    case 'cases':
    case 'matrix':
      throw new Error(`${e.kind} is not known here`);
    case 'power': {
      if (e.right.kind !== 'number') throw new Error('a power that is not whole');
      return wholePower(go(e.left), Number(e.right.text));
    }
    case 'indicator':
      return e.conditions.every((c) => place(c.left, world) === place(c.right, world)) ? ONE : 0n;
    case 'fold': {
      const within = (k: number): World => ({
        ...world,
        letters: { ...world.letters, [e.index]: k },
      });
      const admitted = range(world).filter((k) =>
        e.where.every((c) =>
          compare(place(c.left, within(k)), c.comparison, place(c.right, within(k))),
        ),
      );
      const terms = admitted.map((k) => entry(e.body, at, within(k)));
      if (e.fold === 'sum') return terms.reduce((sum, term) => sum + term, 0n);
      if (e.fold === 'product') return terms.reduce(times, ONE);
      return terms.reduce((best, term) => ((e.fold === 'maximum') === term > best ? term : best));
    }
    case 'derivative': {
      // The variable is free at its current value, whatever that is made of.
      const { symbol } = e.by;
      const open = isOpen(e.by);
      const own = open
        ? at.slice(-1)
        : e.by.at.slice(-1).flatMap((i) => (i ? [place(i, world)] : []));
      const rest = open ? at.slice(0, -1) : at;
      const current = (isNumber(symbol) ? [[]] : range(world).map((k) => [k])).map((k) => value(symbol, k, world)); // prettier-ignore
      const moved = (step: Precise): World => ({
        ...world,
        values: { ...world.values, [symbol]: current.map((v, k) => (k + 1 === (own[0] ?? 1) ? v + step : v)) },
      }); // prettier-ignore
      return over(entry(e.of, rest, moved(STEP)) - entry(e.of, rest, moved(-STEP)), 2n * STEP);
    }
    case 'transpose':
      throw new Error('no transposes');
  }
}

const isNumber = (symbol: string): boolean => symbol === 'c' || symbol === 'L';

function isOpen(e: EntryNode): boolean {
  return !isNumber(e.symbol) && e.at.at(-1) === null;
}

function value(symbol: string, at: readonly number[], world: World): Precise {
  const given = world.values[symbol];
  if (given) return given[(at[0] ?? 1) - 1] ?? 0n;
  if (symbol === '\\hat y') {
    return softmax(range(world).map((k) => value('z', [k], world)), at[0] ?? 1); // prettier-ignore
  }
  if (symbol !== 'L') throw new Error(`what is ${symbol}?`);
  return -range(world).reduce(
    (sum, k) => sum + times(value('t', [k], world), logarithm(value('\\hat y', [k], world))),
    0n,
  );
}

function softmax(list: readonly Precise[], at: number): Precise {
  const powers = list.map(exponential);
  return over(
    powers[at - 1] ?? 0n,
    powers.reduce((sum, power) => sum + power, 0n),
  );
}

function range({ classes }: World): number[] {
  return Array.from({ length: classes }, (_, k) => k + 1);
}

function place(index: Index, world: World): number {
  if (index.kind === 'literal') return index.value;
  if (index.kind === 'label') throw new Error('no labels here');
  return index.kind === 'last' ? world.classes : (world.letters[index.name] ?? NaN);
}

function compare(a: number, comparison: string, b: number): boolean {
  const tests: Readonly<Record<string, boolean>> = {
    '=': a === b,
    '≠': a !== b,
    '<': a < b,
    '≤': a <= b,
    '>': a > b,
    '≥': a >= b,
  };
  return tests[comparison] ?? false;
}
