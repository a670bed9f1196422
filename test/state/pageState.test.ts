import { describe, expect, test } from 'vitest';
import { defaultState, targetVector, withLogits } from '../../src/state/pageState.ts';
import { presets } from '../../src/state/presets.ts';

describe('targetVector', () => {
  test('a class is one-hot', () => {
    expect(targetVector(defaultState)).toEqual([0, 1, 0]);
  });

  test('a soft target is itself', () => {
    expect(targetVector({ z: [1, 2], t: { kind: 'soft', p: [0.25, 0.75] } })).toEqual([0.25, 0.75]);
  });
});

describe('withLogits', () => {
  test('fewer classes pull the target and the indices in', () => {
    const state = { ...defaultState, t: { kind: 'class', label: 3 } as const, i: 3, j: 3 };
    expect(withLogits(state, [1, 2])).toEqual({
      z: [1, 2],
      t: { kind: 'class', label: 2 },
      i: 2,
      j: 2,
    });
  });

  test('a soft target of another length becomes its likeliest class', () => {
    const state = { ...defaultState, t: { kind: 'soft', p: [0.2, 0.1, 0.7] } as const };
    expect(withLogits(state, [1, 2, 3]).t).toBe(state.t);
    expect(withLogits(state, [1, 2, 3, 4]).t).toEqual({ kind: 'class', label: 3 });
    expect(withLogits(state, [1, 2]).t).toEqual({ kind: 'class', label: 2 });
  });
});

describe('presets', () => {
  test('overflow goes beyond the largest double, saturated does not', () => {
    expect(presets.overflow.some((z) => Math.exp(z) === Infinity)).toBe(true);
    expect(presets.saturated.every((z) => Number.isFinite(Math.exp(z)))).toBe(true);
  });
});
