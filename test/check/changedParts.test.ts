import { describe, expect, test } from 'vitest';
import { changedParts } from '../../src/check/changedParts.ts';
import type { Claim } from '../../src/check/program.ts';
import { literal, type Scalar } from '../../src/expression/scalar.ts';
import { namedSize } from '../../src/expression/size.ts';

const size = namedSize('classes');
const entry = (symbol: string): Scalar => ({ op: 'entry', symbol, at: [{ index: 'i' }] });
const sum = (a: Scalar): Scalar => ({ op: 'sum', index: 'i', size, where: [], a });
const log = (a: Scalar): Scalar => ({ op: 'log', a });
const times = (a: Scalar, b: Scalar): Scalar => ({ op: 'multiply', a, b });

function claim(right: Scalar): Claim<Scalar> {
  const free = [{ name: 'k', size }];
  const guard = [{ comparison: '≠' as const, left: { index: 'k' }, right: { literal: 1 } }];
  return { relation: '=', left: literal(0), right, free, guard, oneHot: [], within: null };
}

describe('the parts that a slip has changed', () => {
  const parts = changedParts(
    claim(times(log(literal(2)), sum(entry('t')))),
    claim(times(log(literal(2)), sum(entry('y')))),
  );

  test('come from the inside out, without the whole', () => {
    expect(parts.map(({ left, right }) => [left, right])).toEqual([
      [entry('t'), entry('y')],
      [sum(entry('t')), sum(entry('y'))],
    ]);
  });

  test('are claimed for the letters of the sums around them, and there without the guard', () => {
    expect(parts.map(({ free }) => free.map(({ name }) => name))).toEqual([['k', 'i'], ['k']]);
    expect(parts.map(({ guard }) => guard.length)).toEqual([0, 1]);
  });

  test('are none where there are two, or where the operation itself is another', () => {
    const two = times(entry('t'), entry('t'));
    expect(changedParts(claim(two), claim(times(entry('y'), entry('y'))))).toEqual([]);
    expect(changedParts(claim(sum(two)), claim(log(two)))).toEqual([]);
    const short: Scalar = { ...sum(two), where: claim(two).guard } as Scalar;
    expect(changedParts(claim(sum(two)), claim(short))).toEqual([]);
  });
});
