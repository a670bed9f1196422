import { isCodeName, SNIPPETS } from '../views/code/snippets.ts';
import { updateCode } from '../views/updateCode.ts';
import { codeBox } from './codeBox.ts';
import { pageStore } from './pageStore.ts';
import { pointOf } from './pointOf.ts';

/** Keeps the programs in `box` at the page's numbers until `signal` aborts. */
export function keepPrograms(box: Element, signal: AbortSignal): void {
  const of = box.getAttribute('of') ?? undefined;
  if (!isCodeName(of)) return;
  const update = updateCode(box, SNIPPETS[of]);
  const refresh = codeBox(box, () => update(pointOf(pageStore.get())), signal);
  pageStore.subscribe(refresh, { signal });
}
