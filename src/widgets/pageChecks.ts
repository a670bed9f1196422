import { LiveChecker, type LiveStep } from '../check/live.ts';
import { targetVector } from '../state/pageState.ts';
import type { LiveClaims, PageChecks } from '../views/checks.ts';
import { pageStore } from './pageStore.ts';

/** The checks that the page carries. */
export const checks = JSON.parse(
  document.getElementById('checks')?.textContent ?? 'null',
) as PageChecks | null;

const checker = checks ? new LiveChecker(checks.program) : null;
let checkedAt: unknown = null;

/** What a step says at the reader's numbers as they are now. */
export function checkHere({ claims }: LiveClaims): LiveStep | null {
  const state = pageStore.get();
  if (!checker) return null;
  if (checkedAt !== state) {
    checker.moveTo({ logits: state.z, target: targetVector(state) });
    checkedAt = state;
  }
  return checker.check(claims, state);
}
