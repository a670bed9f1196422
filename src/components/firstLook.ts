import { FirstLook } from '../notebook/firstLook.ts';
import type { NotebookPage } from '../notebook/page.ts';
import { defaultState, targetVector } from '../state/pageState.ts';

const looks = new WeakMap<NotebookPage, FirstLook>();

/** What the steps of a page say in the state that it opens with. */
export function firstLookAt(page: NotebookPage): FirstLook {
  const known = looks.get(page);
  if (known) return known;
  const numbers = { logits: defaultState.z, target: targetVector(defaultState) };
  const look = new FirstLook(page, numbers, defaultState);
  looks.set(page, look);
  return look;
}
