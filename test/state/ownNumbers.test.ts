import { describe, expect, test } from 'vitest';
import { decode } from '../../src/state/decode.ts';
import { encode } from '../../src/state/encode.ts';
import { ownFault, ownKeys, withOwn } from '../../src/state/ownNumbers.ts';
import { defaultState } from '../../src/state/pageState.ts';

describe('a figure’s own numbers', () => {
  test('links that were given out keep their meaning', () => {
    const { state, problems } = decode(
      '?mode=predict&weights-x=1,-2&weights-w=0.5,1&jacobian-v=1,-1&gradient-step=2.5&distribution-c=800&distribution-tau=0.5&likelihood-smoothing=0.1&convexity-toward=3&convexity-s=0.25',
    );
    expect(problems).toEqual([]);
    expect(state).toEqual({
      ...defaultState,
      predict: true,
      own: {
        'weights-x': [1, -2],
        'weights-w': [0.5, 1],
        'jacobian-v': [1, -1],
        'gradient-step': [2.5],
        'distribution-c': [800],
        'distribution-tau': [0.5],
        'likelihood-smoothing': [0.1],
        'convexity-toward': [3],
        'convexity-s': [0.25],
      },
    });
    expect(decode(encode(state)).state).toEqual(state);
  });

  test.each([
    ['?weights-x=1,2,3,4,5', 'weights-x is not used: it takes 1 to 4 numbers from -99 to 99'],
    ['?weights-x=1e9', 'weights-x is not used: it takes 1 to 4 numbers'],
    ['?weights-rows=0.5', 'weights-rows is not used: it takes 1 whole number from 0 to 1'],
    ['?gradient-step=-1', 'gradient-step is not used: it takes 1 number from 0 to 10'],
    ['?distribution-tau=0', 'distribution-tau is not used: it takes 1 number from 0.05'],
    ['?distribution-c=<b>', 'distribution-c is not used: “<b>” is not a number'],
    ['?jacobian-v=', 'jacobian-v is not used: a number is missing'],
    ['?mode=hostile', 'mode “hostile” is not the one there is'],
  ])('%s falls back and says why', (search, problem) => {
    const { state, problems } = decode(search);
    expect(state).toEqual(defaultState);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test('what may not be there changes nothing, and null takes away', () => {
    const own = withOwn({}, 'gradient-step', [2]);
    expect(withOwn(own, 'gradient-step', [NaN])).toBe(own);
    expect(withOwn(own, 'gradient-step', [11])).toBe(own);
    expect(withOwn(own, 'gradient-step', null)).toEqual({});
  });

  test('the fullest link is read back', () => {
    const own = Object.fromEntries(
      ownKeys.flatMap((key) => {
        const longest = Array.from({ length: 40 }, () => -98.765);
        const fits = [40, 10, 4].map((n) => longest.slice(0, n)).find((list) => ownFault(key, list) === ''); // prettier-ignore
        return fits ? [[key, fits]] : [];
      }),
    );
    expect(Object.keys(own)).toContain('weights-w');
    const state = { ...defaultState, own };
    expect(decode(encode(state))).toEqual({ state, problems: [] });
  });
});
