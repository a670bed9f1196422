import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf, type Expression } from '../../src/expression/tree.ts';
import { Cursor } from '../../src/tex/cursor.ts';
import { parseDisplay } from '../../src/tex/display.ts';
import { TexError } from '../../src/tex/errors.ts';
import { parseGuard } from '../../src/tex/guard.ts';
import { MAX_LENGTH } from '../../src/tex/lexer.ts';
import { Parser } from '../../src/tex/parser.ts';
import { hasRelation } from '../../src/tex/relations.ts';
import { show } from './show.ts';
import { table } from './table.ts';

function parse(source: string): Expression {
  const cursor = Cursor.over(source);
  const expression = new Parser(cursor, table).expression(0);
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('the end expected');
  return expression;
}

const display = (source: string): ReturnType<typeof parseDisplay> =>
  parseDisplay(source, table, (same) => same);

describe('binding', () => {
  test.each([
    ['a + b \\cdot f', '(a + (b * f))'],
    ['a - b - f', '((a - b) - f)'],
    ['a - b + f', '((a - b) + f)'],
    ['a b \\cdot f g', '((a * b) * (f * g))'],
    ['a / b \\cdot f', '((a / b) * f)'],
    ['a / b / f', '((a / b) / f)'],
    ['a b / f', '((a * b) / f)'],
    ['-a \\cdot b', '(-(a * b))'],
    ['-a b', '(-(a * b))'],
    ['-a + b', '((-a) + b)'],
    ['-a^2', '(-(a ^ 2))'],
    ['(-a)^2', '((-a) ^ 2)'],
    ['a - -b', '(a - (-b))'],
    ['--a', '(-(-a))'],
    ['2 a^2 b', '((2 * (a ^ 2)) * b)'],
    ['a^{b^f}', '(a ^ (b ^ f))'],
    ['e^{a} b', '(exp(a) * b)'],
    ['e^a', 'exp(a)'],
    ['e', 'exp(1)'],
    ['\\sum_{j=1}^C z_j a + b', '(sum[j to classes]((z_j * a)) + b)'],
    ['\\sum_{j=1}^C z_j \\cdot a - b', '(sum[j to classes]((z_j * a)) - b)'],
    ['\\sum_{j=1}^C -z_j', 'sum[j to classes]((-z_j))'],
    ['a \\sum_j z_j \\sum_k v_k', '(a * sum[j]((z_j * sum[k](v_k))))'],
    ['-\\sum_j z_j', '(-sum[j](z_j))'],
    ['\\max_j z_j \\cdot a', '(maximum[j](z_j) * a)'],
    ['\\max_j z_j a', 'maximum[j]((z_j * a))'],
    ['\\sum_{i,j} z_i v_j', 'sum[i](sum[j]((z_i * v_j)))'],
    ['\\sum_{i,j=1}^C z_i v_j', 'sum[i to classes](sum[j to classes]((z_i * v_j)))'],
    ['\\sum_{j \\ne i}^C z_j', 'sum[j to classes, j≠i](z_j)'],
    ['\\sum_{j=2}^C z_j', 'sum[j to classes, j≥2](z_j)'],
    ['\\sum_{1 \\le j \\le C, j \\ne i} z_j', 'sum[j to classes, j≠i](z_j)'],
    ['\\prod_{j < i} z_j', 'product[j, j<i](z_j)'],
    ['\\frac{\\partial}{\\partial a} f g \\cdot h', '(d/da((f * g)) * h)'],
    ['\\frac{\\partial}{\\partial a} f + g', '(d/da(f) + g)'],
    ['\\frac{\\partial f}{\\partial a} g', '(d/da(f) * g)'],
    ['f \\frac{\\partial}{\\partial a} g h', '(f * d/da((g * h)))'],
    ['\\frac{\\partial^2 f}{\\partial a \\partial b}', 'd/da(d/db(f))'],
    ['\\frac{\\partial^2 f}{\\partial a^2}', 'd/da(d/da(f))'],
    ['\\partial_{z_k} f g', 'd/dz_k((f * g))'],
    ['\\frac12 a', '((1 / 2) * a)'],
    ['\\frac1C', '(1 / classes)'],
    ['\\frac{a}{b}^2', '((a / b) ^ 2)'],
    ['\\log a', 'log(a)'],
    ['\\log a \\cdot b', '(log(a) * b)'],
    ['\\log a + b', '(log(a) + b)'],
    ['\\log (a) b', '(log(a) * b)'],
    ['\\log \\log a', 'log(log(a))'],
    ['\\log \\sum_j z_j a', 'log(sum[j]((z_j * a)))'],
    ['\\exp(a) / \\sum_k \\exp z_k', '(exp(a) / sum[k](exp(z_k)))'],
    ['\\sigma(z)_i^2', '(\\sigma(z)_i ^ 2)'],
    ['\\sigma_i(z)', '\\sigma(z)_i'],
    ['v^\\top z', "(v' * z)"],
    ['v^{T} z', "(v' * z)"],
    ['W_{i,k} W_{ik}', '(W_i_k * W_i_k)'],
    ['(W x)_i', '(W * x)_i'],
    ['\\left[ a + b \\right]^2', '((a + b) ^ 2)'],
    ['\\bigl( a \\bigr) \\{ b \\}', '(a * b)'],
    ['\\mathbf{z}_{i} \\mathrm a', '(z_i * a)'],
    ['\\hat{\\mathbf a}', '\\hat a'],
    ['\\delta_{ij} \\delta_{i,2}', '([i=j] * [i=2])'],
    ['\\sqrt{a} b', '(sqrt(a) * b)'],
    ['a \\, b \\; f ~ g', '(((a * b) * f) * g)'],
    ['a % b\n f', '(a * f)'],
  ])('%s is %s', (source, tree) => {
    expect(show(parse(source))).toBe(tree);
  });
});

/** Each error with the part of the source that it points at. */
describe('errors', () => {
  const at = (source: string, read: (source: string) => unknown): [string, string, number] => {
    try {
      read(source);
    } catch (error) {
      if (!(error instanceof TexError)) throw error;
      const { start, end } = error.range;
      return [error.code, source.slice(start, end), start];
    }
    return ['none', '', 0];
  };

  test.each([
    ['a − b', 'character', '−', 2],
    ['a 😀', 'character', '😀', 2],
    ['\\text{é} = é', 'character', 'é', 11],
    ['a + \\foo', 'unknown-command', '\\foo', 4],
    ['a \\boxed{b}', 'unexpected', '\\boxed', 2],
    ['a + q', 'undeclared', 'q', 4],
    ['a + \\mathbf{q}', 'undeclared', '\\mathbf{q}', 4],
    ['z_q', 'undeclared', 'q', 2],
    ['i + 1', 'undeclared', 'i', 0],
    ['a + )', 'unexpected', ')', 4],
    ['a ]', 'unexpected', ']', 2],
    ['a +', 'missing', '', 3],
    ['\\sum a', 'missing', '\\sum', 0],
    ['\\sum_{j=2} z_j', 'missing', '2', 8],
    ['\\delta', 'undeclared', '\\delta', 0],
    ['a + (b', 'unbalanced', '(', 4],
    ['\\frac{a}{b', 'unbalanced', '{', 8],
    ['\\left( a )', 'unbalanced', '\\left', 0],
    ['(a]', 'unexpected', ']', 2],
    ['\\log a b', 'ambiguous', 'b', 7],
    ['\\exp a (b)', 'ambiguous', '(', 7],
    ['\\log (a)^2', 'ambiguous', '(a)^2', 5],
    ['a / b f', 'ambiguous', 'f', 6],
    ['a 2', 'ambiguous', '2', 2],
    ['a^23', 'ambiguous', '23', 2],
    ['a^b^f', 'ambiguous', '^', 3],
    ['a \\cdot -b', 'ambiguous', '-', 8],
    ['{a + b} f', 'ambiguous', '{a + b}', 0],
    ['z_12', 'ambiguous', '12', 2],
    ['W_{12}', 'ambiguous', '12', 3],
    ['\\frac{\\partial f + g}{\\partial a}', 'ambiguous', '+', 17],
    ['\\sum_{i,i} z_i', 'ambiguous', 'i', 6],
    ['\\log^2 a', 'unsupported', '^', 4],
    ['a \\text{ and $b$}', 'unsupported', '$', 13],
    ['z_0', 'unexpected', '0', 2],
    ['z_{i,j}', 'unexpected', 'j', 5],
    ['a_i', 'unexpected', 'i', 2],
    ['z_i_j', 'unexpected', '_', 3],
    ['\\sigma', 'missing', '', 6],
    ['\\sigma(z; z)', 'unexpected', ';', 8],
    ['(z_1, z_2)^\\top', 'ambiguous', '(z_1, z_2)^\\top', 0],
    ['[a, b]', 'unsupported', ',', 2],
    ['a \\pm b', 'unsupported', '\\pm', 2],
    ['a \\cdot b \\otimes f', 'ambiguous', '\\otimes', 10],
    ['a \\otimes b \\cdot f', 'ambiguous', '\\cdot', 12],
    ['\\operatorname{vec} W z', 'ambiguous', 'z', 21],
    ['\\operatorname{tr}', 'missing', '', 17],
    ['\\frac{d^2 f}{da db}', 'unexpected', 'd', 16],
    ['\\frac{\\partial f}{\\partial \\sigma}', 'unexpected', '\\sigma', 27],
    ['\\frac{\\partial^2 f}{\\partial a}', 'unexpected', '\\frac{\\partial^2 f}{\\partial a}', 0],
    ['\\frac{\\partial^9 f}{\\partial a^9}', 'unexpected', '9', 15],
    ['\\text{a', 'unbalanced', '\\text', 0],
    ['\\(a', 'unknown-command', '\\(', 0],
  ])('of %s: %s at "%s"', (source, code, text, start) => {
    expect(at(source, parse)).toEqual([code, text, start]);
  });

  test.each([
    ['\\begin{matrix} a \\end{matrix}', 'unknown-environment', '{matrix}', 6],
    ['\\begin{aligned} a = b', 'unbalanced', '\\begin', 0],
    ['\\begin{aligned} a = b \\end{split}', 'unbalanced', '\\begin', 0],
    ['a = b = ', 'missing', '', 8],
    ['= b', 'unexpected', '=', 0],
    ['a = b \\\\ a = b', 'unexpected', '\\\\', 6],
    ['a = b && c', 'unexpected', 'c', 9],
    ['a \\in q', 'unexpected', 'q', 6],
    ['a \\in \\mathbb R^q', 'undeclared', 'q', 16],
    ['a \\in (1,0)', 'unexpected', '(1,0)', 6],
    ['a = b, i = 1, \\dots, 5', 'unexpected', 'i = 1, \\dots, 5', 7],
    ['a = b \\forall c', 'missing', '', 15],
  ])('of the display %s: %s at "%s"', (source, code, text, start) => {
    expect(at(source, display)).toEqual([code, text, start]);
  });

  test('of a formula that is too long point behind what is read', () => {
    const source = 'a+'.repeat(50_000);
    const [code, , start] = at(source, parse);
    expect([code, start]).toEqual(['too-long', MAX_LENGTH]);
  });
});

describe('hostile TeX', () => {
  const readers = [parse, display, hasRelation, (s: string) => parseGuard(s, table)];

  /** Every reader returns, or throws a TexError whose range lies inside the source. */
  function survives(source: string): void {
    for (const read of readers) {
      try {
        read(source);
      } catch (error) {
        if (!(error instanceof TexError)) throw error;
        const { start, end } = error.range;
        expect(start >= 0 && start <= end && end <= source.length).toBe(true);
      }
    }
  }

  const deep = (open: string, close: string, inside = 'a'): string => {
    const times = Math.floor((MAX_LENGTH - inside.length) / (open.length + close.length));
    return open.repeat(times) + inside + close.repeat(times);
  };

  test.each([
    ['brackets', deep('(', ')')],
    ['open brackets', '('.repeat(MAX_LENGTH)],
    ['sized brackets', deep('\\left(', '\\right)')],
    ['braces', deep('{', '}')],
    ['fractions', deep('\\frac{a}{', '}')],
    ['scripts', deep('a^{', '}')],
    ['exponentials', deep('e^{', '}')],
    ['logarithms', deep('\\log ', '')],
    ['logarithms in brackets', deep('\\log(', ')')],
    ['square roots', deep('\\sqrt{', '}')],
    ['signs', deep('-', '')],
    ['sums', deep('\\sum_i ', '')],
    ['maxima', deep('\\max_i ', '')],
    ['derivatives', deep('\\partial_{a} ', '')],
    ['derivatives in fractions', deep('\\frac{\\partial}{\\partial a} ', '')],
    ['functions', deep('\\sigma(', ')', 'z')],
  ])('nested in %s is too deep', (_, source) => {
    expect(() => parse(source)).toThrow(TexError);
    survives(source);
  });

  test.each([
    ['accents', deep('\\hat{', '}')],
    ['fonts', deep('\\mathbf ', '')],
    ['a long sum', 'a' + '+a'.repeat((MAX_LENGTH - 1) / 2)],
    ['a long product', 'a'.repeat(MAX_LENGTH)],
    ['a long quotient', 'a' + '/a'.repeat((MAX_LENGTH - 1) / 2)],
    ['a long number', '1'.repeat(MAX_LENGTH)],
    ['text in braces', `\\text${deep('{', '}')}`],
    ['open text', '\\text{a '.repeat(2_000)],
    ['blank text', `\\text${' '.repeat(9_000)}{${'a'.repeat(9_000)}}`],
    ['macros', '\\def\\a{\\a\\a}\\a'],
    ['a chain', 'a' + '=a'.repeat((MAX_LENGTH - 1) / 2)],
    ['quantifiers', '\\forall a \\in \\mathbb R '.repeat(800)],
    ['rows', `\\begin{aligned}${'a=a\\\\'.repeat(3_000)}\\end{aligned}`],
    ['names of objects', '\\text{constructor} \\constructor \\toString __proto__'],
    ['100 kB', 'a + '.repeat(25_000)],
  ])('%s is read or refused', (_, source) => {
    survives(source);
  });

  test('of random characters is read or refused', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), survives), {
      numRuns: 500,
    });
  });

  const tokens = fc.constantFrom(
    ...'a b z W e 1 23 0 0.5 + - / ^ _ { } ( ) [ ] , . & = < \' | : ; i j C M T'.split(' '),
    ...'\\frac \\partial \\sum \\prod \\max \\exp \\log \\sqrt \\delta \\sigma \\hat \\mathbf \\cdot'.split(' '),
    ...'\\left \\right \\begin{aligned} \\end{aligned} \\\\ \\text{for} \\forall \\in \\mathbb R'.split(' '),
    ...'\\ne \\le := \\dots \\quad \\top \\{ \\} \\big \\mid \\operatorname'.split(' '),
    '\\frac{\\partial', '}{\\partial', '_{i}', '^{(i)}', '\\sum_{i=1}^C', 'z_i', '\\sigma(z)_i', '1, \\dots, C', '\\text{ one-hot}',
  ); // prettier-ignore

  test('of random tokens is read or refused', () => {
    const soup = fc.array(tokens, { maxLength: 25 }).map((list) => list.join(' '));
    fc.assert(fc.property(soup, survives), { numRuns: 3000 });
  });
});

describe('ranges', () => {
  const atoms = fc.constantFrom('a', 'z_i', '2', 'C', '\\sigma(z)_i', '\\hat a', '\\delta_{ij}', 'W_{i,j}', '\\frac12'); // prettier-ignore
  const { formula } = fc.letrec<{ formula: string }>((tie) => {
    const inner = tie('formula');
    return {
      formula: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        atoms,
        fc.tuple(inner, inner).map(([a, b]) => `${a} + (${b})`),
        fc.tuple(inner, inner).map(([a, b]) => `(${a}) \\cdot \\left( ${b} \\right)`),
        fc.tuple(inner, inner).map(([a, b]) => `\\frac{${a}}{${b}}`),
        inner.map((a) => `\\left[ ${a} \\right]^{2}`),
        inner.map((a) => `e^{${a}}`),
        inner.map((a) => `\\log(${a})`),
        inner.map((a) => `\\sum_{k=1}^C (${a})`),
        inner.map((a) => `\\frac{\\partial}{\\partial z_k} (${a})`),
      ),
    };
  });

  test('of every part, cut out and read again, give the same part', () => {
    fc.assert(
      fc.property(formula, (source) => {
        const visit = (e: Expression): void => {
          const cut = source.slice(e.range.start, e.range.end);
          expect(show(parse(cut))).toBe(show(e));
          partsOf(e).forEach(visit);
        };
        visit(parse(source));
      }),
      { numRuns: 200 },
    );
  });

  test('of a chain’s members and relations, joined, are the source', () => {
    fc.assert(
      fc.property(fc.array(formula, { minLength: 2, maxLength: 4 }), (members) => {
        const source = members.join(' \\le ');
        const [chain] = display(source).display.chains;
        if (!chain) throw new Error('no chain');
        const ranges = [
          chain.first.range,
          ...chain.links.flatMap(({ relationRange, right }) => [relationRange, right.range]),
        ];
        expect(ranges.map(({ start, end }) => source.slice(start, end)).join(' ')).toBe(source);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a relation', () => {
  test.each([
    'a = b', '{a = b}', '\\left( a = b \\right)', '(a < b)', '\\text{a = b}', '\\boxed{a = b}', 'a \\equiv b', 'a \\to b',
    'a^{b = c}', '\\{ a \\le b \\}', 'a \\not\\in b', '\\def\\r{x} a \\r b', '1 \\char 61 2', 'a := b', 'a \\stackrel{!}{x} b',
  ])('is found in %s', (source) => {
    expect(hasRelation(source)).toBe(true);
  }); // prettier-ignore

  test.each([
    'a + b',
    '\\sum_{i=1}^C z_i',
    'P(Y = k)',
    '\\sum_{i \\ne j} a',
    '\\text{softmax}',
    'z_i',
    '\\mathbb{1}[i = j]',
  ])('is not found in %s', (source) => {
    expect(hasRelation(source)).toBe(false);
  });
});
