import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumbers } from '../../src/state/parseNumbers.ts';
import { readField } from '../../src/state/readField.ts';

describe('parseNumbers', () => {
  test('reads back every double that JavaScript writes', () => {
    const doubles = fc.array(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(doubles, fc.constantFrom(',', ', ', ' ', ';', '\n'), (numbers, separator) => {
        expect(parseNumbers(numbers.join(separator))).toEqual({ numbers });
      }),
    );
  });

  test.each(['−0.5', '-.5', '−5e−1'])('%s is minus one half', (text) => {
    expect(parseNumbers(text)).toEqual({ numbers: [-0.5] });
  });

  test.each(['abc', '1e400', 'NaN', 'Infinity', '0x10', '1_000', '--1', '1e', '.', ' ', '1..2'])(
    '%s is an error',
    (text) => {
      expect(parseNumbers(text)).toHaveProperty('error');
    },
  );

  test('an error names what it could not read, cut short', () => {
    expect(parseNumbers('1, two, 3')).toEqual({ error: '“two” is not a number' });
    expect(parseNumbers('x'.repeat(100))).toEqual({
      error: `“${'x'.repeat(23)}…” is not a number`,
    });
  });
});

describe('readField', () => {
  test('a pasted list has up to ten numbers', () => {
    expect(readField('1, 2, 0.1')).toEqual({ numbers: [1, 2, 0.1] });
    expect(readField('1 2 3 4 5 6 7 8 9 10 11')).toEqual({
      error: '11 numbers are too many: a list has 2 to 10',
    });
  });

  test('a lone comma between digits is asked about', () => {
    expect(readField('−0,5')).toEqual({
      error: '“−0,5” is unclear: write −0.5, or the list “−0, 5” with a space',
    });
    expect(readField('0, 5')).toEqual({ numbers: [0, 5] });
  });

  test('an empty field is an error', () => {
    expect(readField('  ')).toEqual({ error: 'write a number, such as 0.5' });
  });
});
