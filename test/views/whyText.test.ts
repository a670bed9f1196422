import { expect, it } from 'vitest';
import type { LiveStep } from '../../src/check/live.ts';
import { whyText } from '../../src/views/whyText.ts';

const step = (status: LiveStep['status'], indices = {}): { relation: string; live: LiveStep } => ({
  relation: '=',
  live: { status, indices, left: 0.25, right: -1.5, why: null, slips: null },
});

it('why a formula fails is told with the step, the entry and both sides', () => {
  expect(whyText([step('holds'), step('fails', { i: 1, j: 2 })])).toBe(
    'At your numbers, in step 2, at i = 1, j = 2, the left side is 0.250000 and the right side −1.500000.',
  );
});

it('a formula that fails elsewhere is not said to fail here', () => {
  expect(whyText([step('holds')])).toContain('both sides agree');
  expect(whyText([step('silent')])).toContain('says nothing');
});
