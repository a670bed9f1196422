import { describe, expect, it } from 'vitest';
import type { LiveStep, SlipCount } from '../../src/check/live.ts';
import { countText } from '../../src/views/countText.ts';
import { failingText, hereText, leadText, slipText } from '../../src/views/verdictText.ts';

const holds: LiveStep = {
  status: 'holds',
  indices: { i: 1, j: 2 },
  left: -0.25,
  right: -0.25,
  why: null,
  slips: null,
};
const count = (passed: number, tried = 8, more: Partial<SlipCount> = {}): SlipCount => ({
  passed,
  tried,
  decisive: 2 * passed >= tried,
  logits: null,
  ...more,
});
const silent = (slips: SlipCount): LiveStep => ({
  ...holds,
  status: 'silent',
  why: 'slips',
  slips,
});

describe('a formula that fails as printed', () => {
  it('may hold at the reader’s numbers, and then says that it fails elsewhere', () => {
    expect(failingText([{ relation: '=', live: holds }])).toBe(
      'fails elsewhere; at i = 1, j = 2 both sides equal −0.2500',
    );
    expect(failingText([{ relation: '=', live: { ...holds, status: 'fails', right: 1 } }])).toBe(
      'at your numbers with i = 1, j = 2: −0.2500 ≠ 1',
    );
  });
});

describe('a step whose slips', () => {
  it('all fail here holds, and nothing more is said', () => {
    expect(hereText({ ...holds, slips: count(0) }, '=')).toBe(
      'At your numbers with i = 1, j = 2: −0.2500 = −0.2500: holds here.',
    );
    expect(slipText({ ...holds, slips: count(0) }, '=')).toBe('');
  });

  it('pass in part says so in its details alone', () => {
    const live = { ...holds, slips: count(2) };
    expect(hereText(live, '=')).toMatch(/: holds here\. 2 of 8 slips would pass here too\.$/);
    expect(slipText(live, '=')).toBe('');
    expect(leadText([{ relation: '=', live }])).toBe('at i = 1, j = 2 both sides equal −0.2500');
  });

  it('pass in great part says nothing, and why', () => {
    const live = silent(count(6, 8, { logits: 'tied' }));
    expect(hereText(live, '=')).toMatch(
      /: says nothing here\. 6 of 8 slips would pass here too: the logits are tied\.$/,
    );
    expect(slipText(live, '=')).toBe('says nothing here');
    expect(leadText([{ relation: '=', live }])).toBe(
      'at your numbers this says nothing; 6 of 8 slips would pass here too: the logits are tied',
    );
    expect(hereText(silent(count(1, 2, { logits: 'saturated' })), '=')).toMatch(
      /1 of 2 slips would pass here too: softmax is saturated\.$/,
    );
  });

  it('is one alone is told in the singular', () => {
    expect(hereText(silent(count(1, 1)), '=')).toMatch(/1 of 1 slip would pass here too\.$/);
  });

  it('lie within a bound still holds', () => {
    const live = { ...holds, slips: count(2, 2, { decisive: false, logits: 'tied' }) };
    expect(hereText(live, '≤')).toMatch(
      /: holds here\. 2 of 2 slips would pass here too: a bound leaves room\.$/,
    );
  });
});

describe('a step that says nothing', () => {
  const infinite: LiveStep = {
    ...holds,
    status: 'silent',
    why: 'not finite',
    left: NaN,
    right: NaN,
  };

  it('gives the reason', () => {
    expect(hereText(infinite, '=')).toMatch(/: says nothing here: not finite\.$/);
    expect(hereText({ ...infinite, why: 'drowned' }, '=')).toMatch(/nothing here: drowned in rounding\.$/); // prettier-ignore
  });

  it('says that its condition is not met, where it has one', () => {
    const elsewhere = { ...infinite, why: 'elsewhere' } as const;
    expect(hereText(elsewhere, '=')).toBe(
      'At your numbers its condition is not met: says nothing here.',
    );
    expect(leadText([{ relation: '=', live: elsewhere }])).toBe(
      'at your numbers this says nothing: its condition is not met',
    );
  });

  it('is named in a derivation of which other steps hold', () => {
    const steps = [holds, infinite].map((live) => ({ relation: '=', live }));
    expect(leadText(steps)).toBe('at your numbers step 2 says nothing: a side is too large for the machine'); // prettier-ignore
    expect(leadText(steps.slice(1))).toBe('at your numbers this says nothing: a side is too large for the machine'); // prettier-ignore
  });

  it('is counted', () => {
    expect(countText(['holds', 'silent', 'fails'])).toBe('1 of 3 steps now fails, 1 of 3 steps says nothing here.'); // prettier-ignore
  });
});
