import { describe, expect, test } from 'vitest';
import { checked } from './verdicts.ts';

/** What is said of two shapes that don't fit. */
function note(tex: string): string | undefined {
  const [step] = checked(tex).steps;
  const { verdict } = step ?? {};
  return verdict?.verdict === 'refuted' ? verdict.counterexample.note : undefined;
}

describe('where shapes do not fit, what to write is said:', () => {
  test.each([
    ['\\sigma(z + c) = \\sigma(z)', 'z + c', 'z + c \\mathbf 1'],
    ['\\hat y - 1 = z', '\\hat y - 1', '\\hat y - \\mathbf 1'],
    ['\\sigma(z - \\max_j z_j) = \\hat y', 'z - \\max_j z_j', 'z - (\\max_j z_j) \\mathbf 1'],
    ['c + z = z', 'c + z', 'c \\mathbf 1 + z'],
    ['W_i x = z_i', 'W_i x', 'W_i^\\top x'],
    ['x^{(s)} W_i = 1', 'x^{(s)} W_i', '(x^{(s)})^\\top W_i'],
    ['\\hat y x = W', '\\hat y x', '\\hat y x^\\top'],
    ['(W x + b) \\hat y = c', '(W x + b) \\hat y', '(W x + b)^\\top \\hat y'],
  ])('in %s, for %s %s', (tex, instead, wanted) => {
    expect(note(tex)).toMatch(new RegExp(`: for ${escaped(instead)} write ${escaped(wanted)}$`));
  });

  test('and what is said is what then fits', () => {
    expect(checked('\\sigma(z + c \\mathbf 1) = \\sigma(z)').verdict).toBe('holds');
    expect(checked('W_i^\\top x = z_i - b_i').verdict).toBe('holds');
  });

  test('where nothing is near, the shapes alone', () => {
    expect(note('W + x = W')).toBe(
      "can't add a matrix (classes × features) and a vector (features)",
    );
  });
});

function escaped(tex: string): string {
  return tex.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
