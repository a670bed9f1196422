import { describe, expect, test } from 'vitest';
import {
  DomainError,
  requireEntries,
  requireLength,
  ShapeError,
} from '../../src/numeric/errors.ts';

describe('errors', () => {
  test('carry what was expected and what came, and name the value', () => {
    const shape = new ShapeError('target', 'length 3', 'length 2');
    expect(shape).toBeInstanceOf(Error);
    expect(shape).toMatchObject({ name: 'ShapeError', expected: 'length 3', actual: 'length 2' });
    expect(shape.message).toBe('target: expected length 3, got length 2');
    const domain = new DomainError('step', 'a positive number', -1);
    expect(domain).toMatchObject({
      name: 'DomainError',
      expected: 'a positive number',
      actual: '-1',
    });
    expect(domain.message).toBe('step: expected a positive number, got -1');
  });

  test('requireLength and requireEntries throw only where they must', () => {
    expect(() => {
      requireLength('x', 2, 2);
      requireEntries('x', 1);
    }).not.toThrow();
    expect(() => {
      requireLength('x', 2, 3);
    }).toThrow(ShapeError);
    expect(() => {
      requireEntries('x', 0);
    }).toThrow('x: expected at least one entry, got none');
  });
});
