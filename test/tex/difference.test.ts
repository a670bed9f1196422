import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/tex/difference.ts';

describe('the difference of two formulas', () => {
  it.each([
    ['an index, with what carries it', 'a_i + b_j', 'a_i + b_k', 'b_j', 'b_k'],
    [
      'what is differentiated by',
      '\\frac{\\partial f}{\\partial z_i}',
      '\\frac{\\partial f}{\\partial z_j}',
      '\\partial z_i',
      '\\partial z_j',
    ],
    ['a sign that is missing', 'a = \\sum_i b_i', 'a = -\\sum_i b_i', '', '-'],
    ['a factor that is one too many', '2 a b', 'a b', '2', ''],
    [
      'a bound, with its sum',
      '\\prod_{i=c}^C y_c',
      '\\prod_{c=1}^C y_c',
      '\\prod_{i=c}^C',
      '\\prod_{c=1}^C',
    ],
    [
      'one cell of a matrix',
      '\\begin{bmatrix} a \\\\ b - c \\end{bmatrix}',
      '\\begin{bmatrix} a \\\\ b - d \\end{bmatrix}',
      'c',
      'd',
    ],
    ['brackets with their content', 'P(y \\mid o)', 'P(y_1 \\mid o)', 'y', 'y_1'],
    ['both brackets where one moved', 'a + (b x)', '(a + b) x', 'a + (b x)', '(a + b) x'],
  ])('is %s', (_, from, to, own, other) => {
    expect(differenceOf(from, to)).toEqual({ from: own, to: other });
  });

  it('is none where only blanks and comments differ', () => {
    expect(differenceOf('a + b', '% a remark\na+b')).toBeNull();
  });

  it('can be put in place of what it stands for', () => {
    const [from, to] = ['x_1 - \\frac{a}{b + c}', 'x_1 - \\frac{a}{b - c}'];
    const found = differenceOf(from, to);
    expect(from.replace(found?.from ?? '', found?.to ?? '')).toBe(to);
  });
});
