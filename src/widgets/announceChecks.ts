import type { LiveStep } from '../check/live.ts';
import { countText } from '../views/countText.ts';
import { checkHere, checks } from './pageChecks.ts';
import { pageStore } from './pageStore.ts';

/** How long the numbers must rest before the page says how its steps came out, in milliseconds. */
const REST = 600;

/** How long it checks before it lets the page do something else, in milliseconds. */
const SLICE = 5;

/**
 * Says in the page's one polite live region how many steps fail or say nothing, once the numbers
 * rest. Formulas that are shown because they fail don't count.
 */
function announceChecks(region: Element, signal: AbortSignal): void {
  const steps = Object.entries(checks?.formulas ?? {})
    .filter(([number]) => !checks?.printed.includes(Number(number)))
    .flatMap(([, list]) => list.filter((step) => step !== null));
  const check = (statuses: LiveStep['status'][]): void => {
    const start = performance.now();
    for (const step of steps.slice(statuses.length)) {
      statuses.push(checkHere(step)?.status ?? 'silent');
      if (performance.now() - start > SLICE) break;
    }
    if (statuses.length < steps.length) {
      timer = setTimeout(check, 0, statuses);
      return;
    }
    const hidden = pageStore.get().hide.includes('verdicts');
    const text = hidden ? '' : countText(statuses);
    if (region.textContent !== text) region.textContent = text;
  };
  // This script comes with the first move.
  let timer = setTimeout(check, REST, []);
  let at = pageStore.get();
  pageStore.subscribe(
    (state) => {
      const moved = state.z !== at.z || state.t !== at.t;
      at = state;
      if (!moved) return;
      clearTimeout(timer);
      timer = setTimeout(check, REST, []);
    },
    { signal },
  );
}

const region = document.getElementById('announcer');
if (region && checks) announceChecks(region, new AbortController().signal); // for as long as the page lives
