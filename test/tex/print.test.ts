import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedSize } from '../../src/expression/size.ts';
import type { Expression, Index } from '../../src/expression/tree.ts';
import { bindLocally } from '../../src/notebook/bindLocally.ts';
import { readNotations } from '../../src/notebook/notation.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import { Cursor } from '../../src/tex/cursor.ts';
import { parseDisplay } from '../../src/tex/display.ts';
import { Parser } from '../../src/tex/parser.ts';
import { printExpression } from '../../src/tex/print.ts';
import { printDisplay } from '../../src/tex/printDisplay.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { withoutRanges } from './sameTree.ts';
import { table } from './table.ts';

function parse(source: string): Expression {
  const cursor = Cursor.over(source);
  const expression = new Parser(cursor, table).expression(0);
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('the end expected');
  return expression;
}

describe('printExpression', () => {
  test.each([
    ['a + (b + f)', 'a + (b + f)'],
    ['(a + b) + f', 'a + b + f'],
    ['a - (b - f)', 'a - (b - f)'],
    ['(a b) f', 'a b f'],
    ['a (b f)', 'a (b f)'],
    ['(a + b) f', '(a + b) f'],
    ['-(a + b)', '-(a + b)'],
    ['-(a b)', '-a b'],
    ['(-a) b', '(-a) b'],
    ['a - (-b)', 'a - (-b)'],
    ['(a b)^2', '(a b)^2'],
    ['(a^2)^f', '(a^2)^f'],
    ['a^{b^f}', 'a^{b^f}'],
    ['e^{z_i}', 'e^{z_i}'],
    ['\\log(a)', '\\log a'],
    ['\\log(a) b', '\\log(a) b'],
    ['\\log(a b)', '\\log(a b)'],
    ['\\log(\\sum_{j=1}^C z_j)', '\\log \\sum_{j = 1}^C z_j'],
    ['a (\\sum_j z_j)', 'a \\sum_j z_j'],
    ['(\\sum_j z_j) a', '\\left( \\sum_j z_j \\right) a'],
    ['\\sum_j (z_j + a)', '\\sum_j (z_j + a)'],
    ['(\\sum_j z_j) + a', '\\sum_j z_j + a'],
    ['\\sum_{1 \\le j \\le C, j \\ne i} z_j', '\\sum_{j \\ne i}^C z_j'],
    [
      '(\\frac{\\partial}{\\partial a} f g) h',
      '\\left( \\frac{\\partial}{\\partial a} f g \\right) h',
    ],
    ['\\frac{\\partial}{\\partial a} f', '\\frac{\\partial f}{\\partial a}'],
    ['\\frac{\\partial f}{\\partial a} g', '\\frac{\\partial f}{\\partial a} g'],
    ['W_{ij}', 'W_{i, j}'],
    ['\\hat a a', '\\hat{a} a'],
    ['(z + v)_i', '(z + v)_i'],
    ['\\sigma(z)_i^2', '\\sigma(z)_i^2'],
  ])('prints %s as %s', (source, printed) => {
    expect(printExpression(parse(source), table)).toBe(printed);
  });
});

const range = { start: 0, end: 0 };
const letter = fc.constantFrom('i', 'j', 'k');
const index: fc.Arbitrary<Index> = fc.oneof(
  letter.map((name) => ({ kind: 'letter' as const, name, range })),
  fc.integer({ min: 1, max: 9 }).map((value) => ({ kind: 'literal' as const, value, range })),
  fc.constant({ kind: 'last' as const, size: namedSize('classes'), range }),
);
const I: Index = { kind: 'letter', name: 'i', range };
const J: Index = { kind: 'letter', name: 'j', range };
const TWO: Index = { kind: 'literal', value: 2, range };
const size = fc.constantFrom(null, namedSize('classes'));
const last: Index = { kind: 'last', size: namedSize('classes'), range };

const { tree } = fc.letrec<{ tree: Expression }>((tie) => {
  const of = tie('tree');
  const two = { left: of, right: of, range: fc.constant(range) };
  const node = <K extends string>(kind: K): { kind: fc.Arbitrary<K> } => ({
    kind: fc.constant(kind),
  });
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ ...node('number'), text: fc.constantFrom('0', '2', '10', '0.5'), range: fc.constant(range) }),
      fc.record({ ...node('size'), size: fc.constant(namedSize('features')), range: fc.constant(range) }),
      fc.constantFrom('a', 'f', '\\hat a', '\\lambda').map((symbol) => ({ kind: 'entry' as const, symbol, at: [], range })),
      index.map((at) => ({ kind: 'entry' as const, symbol: 'z', at: [at], range })),
      fc.constant({ kind: 'entry' as const, symbol: 'z', at: [null], range }),
      fc.tuple(index, index).map((at) => ({ kind: 'entry' as const, symbol: 'W', at, range })),
      fc.tuple(of, fc.option(index)).map(([inner, at]) => ({ kind: 'apply' as const, symbol: '\\sigma', arguments: [inner], at: [at], range })),
      fc.tuple(of, index).map(([inner, at]) => ({ kind: 'component' as const, of: inner, at: [at], range })),
      fc.tuple(fc.constantFrom('exp' as const, 'log' as const, 'sqrt' as const), of).map(([name, inner]) => ({ kind: 'elementary' as const, name, of: inner, range })),
      fc.tuple(fc.constantFrom('negate' as const, 'transpose' as const), of).map(([kind, inner]) => ({ kind, of: inner, range })),
      fc.record({ kind: fc.constantFrom('add' as const, 'subtract' as const, 'divide' as const, 'power' as const), ...two }),
      fc.record({ ...node('multiply'), written: fc.constantFrom('juxtaposed' as const, 'dot' as const, 'cross' as const, 'otimes' as const), ...two }),
      fc.record({
        ...node('fold'),
        fold: fc.constantFrom('sum' as const, 'product' as const, 'maximum' as const, 'minimum' as const),
        index: letter,
        to: fc.constantFrom(null, last),
        where: fc.constant([]),
        body: of,
        range: fc.constant(range),
      }),
      fc.tuple(index, index).map(([left, right]) => ({ kind: 'indicator' as const, conditions: [{ comparison: '=' as const, left, right }], range })),
      fc.tuple(fc.constantFrom('fraction' as const, 'total' as const, 'subscript' as const, 'nabla' as const), of, index).map(([written, inner, at]) => ({
        kind: 'derivative' as const,
        written,
        of: inner,
        by: { kind: 'entry' as const, symbol: 'z', at: [at], range },
        range,
      })),
      fc.tuple(fc.constantFrom('norm' as const, 'diagonal' as const, 'vec' as const, 'trace' as const), of).map(([kind, inner]) => ({ kind, of: inner, range })),
      fc.tuple(fc.constantFrom(0 as const, 1 as const), size).map(([value, length]) => ({ kind: 'constant vector' as const, value, size: length, range })),
      size.map((length) => ({ kind: 'identity' as const, size: length, range })),
      fc.tuple(of, fc.constant(null), of).map((items) => ({ kind: 'matrix' as const, brackets: 'list' as const, rows: items.map((item) => ({ cells: [item], arrows: false })), marked: null, range })),
      fc.tuple(of, fc.constantFrom('columns' as const, 'rows' as const)).map(([inner, stacked]) => ({
        kind: 'derivative' as const,
        written: 'total' as const,
        of: inner,
        by: { kind: 'entry' as const, symbol: 'W', at: [null, null], stacked, range },
        range,
      })),
      of.map((inner) => ({ kind: 'elementary' as const, name: 'abs' as const, of: inner, range })),
      fc.record({
        ...node('fold'),
        fold: fc.constantFrom('sum' as const, 'maximum' as const, 'argmax' as const, 'argmin' as const),
        index: fc.constant('j'),
        to: fc.constantFrom(null, last),
        where: fc.constantFrom([], [{ comparison: '≠' as const, left: J, right: I }], [{ comparison: '≥' as const, left: J, right: TWO }, { comparison: '<' as const, left: I, right: J }]),
        body: of,
        range: fc.constant(range),
      }),
      fc.record({
        ...node('among'),
        fold: fc.constantFrom('maximum' as const, 'argmax' as const),
        index: fc.constant('j'),
        to: fc.constantFrom(null, last),
        list: fc.tuple(of, fc.constant(null), of),
        range: fc.constant(range),
      }),
      fc.record({
        ...node('among'),
        fold: fc.constantFrom('minimum' as const, 'argmin' as const),
        index: fc.constant(null),
        to: fc.constant(null),
        list: fc.oneof(fc.tuple(of), fc.tuple(of, of), fc.tuple(of, fc.constant(null), of)),
        range: fc.constant(range),
      }),
      fc.tuple(fc.constantFrom('b' as const, 'p' as const), of, of, fc.option(index)).map(([brackets, first, second, marked]) => ({
        kind: 'matrix' as const,
        brackets,
        rows: [{ cells: [first], arrows: false }, { cells: [null], arrows: false }, { cells: [second], arrows: true }],
        marked,
        range,
      })),
      fc.tuple(of, of).map(([first, second]) => ({
        kind: 'cases' as const,
        branches: [{ value: first, where: [{ comparison: '=' as const, left: I, right: J }] }, { value: second, where: null }],
        range,
      })),
      fc.constant({ kind: 'indicator' as const, conditions: [{ comparison: '≠' as const, left: I, right: J }], range }),
    ),
  };
}); // prettier-ignore

test('any tree that is printed is read back as the same tree', () => {
  fc.assert(
    fc.property(tree, (e) => {
      const tex = printExpression(e, table);
      expect(withoutRanges(parse(tex)), tex).toEqual(withoutRanges(e));
    }),
    { numRuns: 2000 },
  );
});

test('any tree that is printed can be typeset', () => {
  fc.assert(
    fc.property(tree, (e) => {
      typeset(printExpression(e, table), { display: true, trusted: true });
    }),
    { numRuns: 300 },
  );
});

describe('the formulas of the content', () => {
  const content = new URL('../../content/', import.meta.url);
  const notations = readNotations(readFileSync(new URL('notations.yaml', content), 'utf8'));
  const files = ['documents', 'derivations'].flatMap((folder) => {
    try {
      return readdirSync(new URL(`${folder}/`, content)).map((name) => `${folder}/${name}`);
    } catch {
      return [];
    }
  });
  test.each(files)('of %s are printed and read back with the same trees', (file) => {
    const notebook = readNotebook(file, readFileSync(new URL(file, content), 'utf8'), notations);
    const notation = notations.get(notebook.front.notation);
    if (!notation) throw new Error(`no notation ${notebook.front.notation}`);
    for (const { tex, steps } of notebook.formulas) {
      if (steps.length === 0) continue;
      const read = parseDisplay(tex, notation.table, bindLocally);
      const printed = printDisplay(read.display, read.table);
      const again = parseDisplay(printed, notation.table, bindLocally);
      expect(withoutRanges(again.display), printed).toEqual(withoutRanges(read.display));
    }
  });
});
