import { describe, expect, test } from 'vitest';
import { mathTerms, queryTerms } from '../../src/search/terms.ts';
import { wordTerms } from '../../src/search/words.ts';

const asked = (query: string): readonly string[] => queryTerms(query).asked;

describe('a query', () => {
  test.each([
    ['σ', '\\sigma', 'sigma'],
    ['ŷ', '\\hat y', 'y hat', 'hat y', 'yhat', 'ŷ'.normalize('NFD'), '\\hat{y}'],
    ['dL/dW', '∂L/∂W', '\\partial L/\\partial W', '\\frac{\\partial L}{\\partial W}', 'd L / d W'],
    ['δ_ij', '\\delta_{ij}', 'delta_ij'],
    ['LSE', 'logsumexp', 'log-sum-exp', 'log sum exp', 'Log–Sum–Exp'.replaceAll('–', '-')],
    ['KL', 'kl-divergence', 'Kullback-Leibler', 'divergence'],
    ['cross entropy', 'cross-entropy', 'Cross Entropy'],
    ['regularisation', 'regularization'],
    ['zᵢ', 'z_i', 'z_{i}'],
    ['𝓛', '\\mathcal L', 'L'],
  ])('%s asks for the same however it is typed', (first, ...others) => {
    expect(asked(first)).not.toEqual([]);
    for (const other of others) expect(asked(other), other).toEqual(asked(first));
  });

  test('asks for a sign with its index, not for the sign alone', () => {
    expect(asked('z_i')).toEqual(['z_i']);
    expect(mathTerms('z_j')).not.toContain('z_i');
  });

  test('keeps words apart that only look like derivatives', () => {
    expect(asked('and/or documents/data')).toContain('document');
  });

  test('of nothing but signs or small words asks for nothing', () => {
    for (const query of ['', '  ', '%%%', '{{{', '}}_^', 'the of', '\\', '\\left(']) {
      expect(asked(query), query).toEqual([]);
    }
  });

  test('of any length and nesting is read', () => {
    expect(() => queryTerms('{'.repeat(100_000))).not.toThrow();
    expect(() => queryTerms('\\frac'.repeat(50_000))).not.toThrow();
  });
});

describe('a formula', () => {
  test('is found by what is asked of it', () => {
    const terms = mathTerms(
      '\\frac{\\partial \\hat y_i}{\\partial z_j} = \\hat y_i \\left( \\delta_{ij} - \\hat y_j \\right)',
    );
    for (const query of ['dŷ/dz', 'ŷ_i', '\\delta_{ij}', 'δij'.replace('δ', 'delta_')])
      expect(terms, query).toEqual(expect.arrayContaining([...asked(query)]));
    expect(terms).toEqual(expect.arrayContaining([...queryTerms('delta - ŷ').welcome]));
  });

  test('with the operator in front names the derivative too', () => {
    expect(mathTerms('\\frac{\\partial}{\\partial z_j} \\sigma(z)_i')).toContain('∂sigma∂z');
    expect(mathTerms('\\nabla_W L')).toContain('∂l∂w');
  });

  test('names no derivative of another quantity', () => {
    expect(mathTerms('\\frac{\\partial L}{\\partial b}')).not.toContain('∂l∂w');
  });

  test('is not found by the bounds of its sums', () => {
    expect(mathTerms('\\sum_{k=1}^C z_k')).not.toContain('c');
  });

  test('calls a transpose by its name, however it is written', () => {
    expect(mathTerms('x^\\top')).toContain('transpose');
    expect(mathTerms('x^T')).toContain('transpose');
  });
});

test('words lose their endings and keep their meaning', () => {
  expect(wordTerms('The Jacobians of losses, normalized')).toEqual([
    'jacobian',
    'losse',
    'normalised',
  ]);
});
