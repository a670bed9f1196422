import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedNumbers } from '../../src/expression/bounded.ts';
import { ExpressionError } from '../../src/expression/errors.ts';
import { Lowering } from '../../src/expression/lower.ts';
import type { Scalar } from '../../src/expression/scalar.ts';
import { substitute } from '../../src/expression/scalar.ts';
import { showShape, type Shape } from '../../src/expression/size.ts';
import { Cursor } from '../../src/tex/cursor.ts';
import { Parser } from '../../src/tex/parser.ts';
import { table } from '../tex/table.ts';
import { over, precise, toNumber } from './precise.ts';

function shapeOf(tex: string): Shape {
  const tree = new Parser(Cursor.over(tex), table).expression(0);
  const lowering = new Lowering(table);
  const { shape } = lowering.tensor(tree);
  lowering.finish(tree.range);
  return shape;
}

function errorOf(tex: string): ExpressionError {
  try {
    shapeOf(tex);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${tex} has a shape`);
}

describe('the shape of', () => {
  test.each([
    ['z', 'a vector (classes)'],
    ['z_i', 'a number'],
    ['W', 'a matrix (classes × features)'],
    ['W^\\top', 'a matrix (features × classes)'],
    ['W x', 'a vector (classes)'],
    ['W_i', 'a vector (features)'],
    ['z^\\top', 'a matrix (1 × classes)'],
    ['z^\\top v', 'a number'],
    ['z v^\\top', 'a matrix (classes × classes)'],
    ['z \\cdot v', 'a number'],
    ['z^\\top W', 'a matrix (1 × features)'],
    ['z^\\top W x', 'a number'],
    ['2 z - v', 'a vector (classes)'],
    ['-\\frac{z}{a}', 'a vector (classes)'],
    ['e^{z}', 'a vector (classes)'],
    ['(W x)_i', 'a number'],
    ['\\sum_i W_i', 'a vector (features)'],
    ['\\frac{\\partial a}{\\partial z}', 'a vector (classes)'],
    ['\\frac{\\partial z}{\\partial x}', 'a matrix (classes × features)'],
    ['\\frac{\\partial a}{\\partial W}', 'a matrix (classes × features)'],
    ['\\frac{\\partial^2 a}{\\partial z \\partial x}', 'a matrix (features × classes)'],
  ])('%s is %s', (tex, shape) => {
    expect(showShape(shapeOf(tex))).toBe(shape);
  });
});

describe('shapes that do not fit', () => {
  test.each([
    ['a + z', 'a number', 'a vector (classes)'],
    ['z - x', 'a vector (classes)', 'a vector (features)'],
    ['z v', 'a vector (classes)', 'a vector (classes)'],
    ['W z', 'a matrix (classes × features)', 'a vector (classes)'],
    ['z W', 'a vector (classes)', 'a matrix (classes × features)'],
    ['z \\cdot x', 'a vector (classes)', 'a vector (features)'],
    ['\\frac{a}{z}', 'a number', 'a vector (classes)'],
    ['z^2', 'a vector (classes)', 'a number'],
    ['2^z', 'a number', 'a vector (classes)'],
    ['(z + v)_{i,j}', 'a vector (classes)', '2 indices'],
    ['z_i x_i', 'classes', 'features'],
    ['W_{i,i}', 'classes', 'features'],
    ['\\sum_i z_i x_i', 'classes', 'features'],
    ['\\sum_{i=1}^M z_i', 'features', 'classes'],
    ['\\delta_{ij} z_i x_j', 'classes', 'features'],
    ['\\sum_{j \\ne i} z_j x_i', 'classes', 'features'],
    ['z_M', 'features', 'classes'],
  ])('in %s are %s and %s', (tex, ...shapes) => {
    expect(errorOf(tex)).toMatchObject({ code: 'shape', shapes });
  });
});

test.each([
  ['\\sum_j \\delta_{ij}', 'unsupported'],
  ['\\sum_i a', 'unsupported'],
  ['\\mathcal D', 'unsupported'],
  ['z \\times v', 'unsupported'],
  ['\\sigma(z)', 'undefined'],
])('%s has no meaning: %s', (tex, code) => {
  expect(errorOf(tex).code).toBe(code);
});

describe('a decimal', () => {
  /** The value of a scalar without letters, in bounded numbers. */
  const value = (s: Scalar): { v: number; e: number } => {
    if (s.op === 'number') return boundedNumbers.constant(s.value);
    if (s.op !== 'add' && s.op !== 'multiply' && s.op !== 'divide') throw new Error(s.op);
    return boundedNumbers[s.op](value(s.a), value(s.b));
  };

  test('is exact but for rounding that its bound covers', () => {
    const digits = fc.stringMatching(/^[0-9]{1,30}$/);
    fc.assert(
      fc.property(digits, digits, (whole, fraction) => {
        const tree = new Parser(Cursor.over(`${whole}.${fraction}`), table).expression(0);
        const { v, e } = value(new Lowering(table).tensor(tree).entry([]));
        const shift = 2n ** 600n;
        const exact = over(
          BigInt(whole + fraction) * shift,
          10n ** BigInt(fraction.length) * shift,
        );
        expect(Math.abs(toNumber(exact - precise(v)))).toBeLessThanOrEqual(e * (1 + 1e-9));
        expect(e).toBeLessThanOrEqual(1e-15 * v);
      }),
    );
  });

  test.each(['0.1', '0.25', '3.14', '12'])('%s is a quotient of whole numbers', (text) => {
    const tree = new Parser(Cursor.over(text), table).expression(0);
    const scalar = new Lowering(table).tensor(tree).entry([]);
    const parts = scalar.op === 'divide' ? [scalar.a, scalar.b] : [scalar];
    for (const part of parts) {
      expect(part.op === 'number' && Number.isSafeInteger(part.value)).toBe(true);
    }
  });
});

describe('substitution', () => {
  const z = (index: string): Scalar => ({ op: 'entry', symbol: 'z', at: [{ index }] });
  const size = { of: 'classes', plus: 0 };
  const sum = (index: string, a: Scalar): Scalar => ({ op: 'sum', index, size, where: [], a });

  test('renames a bound letter that a replacement mentions', () => {
    const product: Scalar = { op: 'multiply', a: z('i'), b: z('k') };
    const replaced = substitute(sum('k', product), {
      positions: new Map([['i', { index: 'k' }]]),
      arguments: [],
    });
    expect(replaced).toEqual(sum('k′', { op: 'multiply', a: z('k'), b: z('k′') }));
  });

  test('leaves bound letters of the same name alone', () => {
    const by = { positions: new Map([['k', { index: 'i' }]]), arguments: [] };
    expect(substitute(sum('k', z('k')), by)).toEqual(sum('k', z('k')));
  });

  test('of an argument keeps the argument’s letters free', () => {
    const body = sum('k', { op: 'argument', parameter: 0, at: [{ index: 'k' }] });
    const written = (at: readonly { index?: string }[]): Scalar => ({
      op: 'multiply',
      a: z('k'),
      b: z(at[0]?.index ?? ''),
    });
    const by = { positions: new Map(), arguments: [written as () => Scalar] };
    expect(substitute(body, by)).toEqual(sum('k′', { op: 'multiply', a: z('k'), b: z('k′') }));
  });
});
