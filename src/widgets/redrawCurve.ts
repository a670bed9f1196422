import { defaultState, type PageState } from '../state/pageState.ts';
import { pageStore } from './pageStore.ts';
import { pointOf } from './pointOf.ts';
import { whenNear } from './whenNear.ts';

/** How long the numbers rest before the curve is drawn again, in milliseconds. */
const rest = 180;

/**
 * Draws the loss curve in `place` again once the numbers have changed, rest, and the figure is near the
 * screen. Plot is loaded then, not before; until it has come the last curve stays.
 */
export function redrawCurve(place: Element, signal: AbortSignal): void {
  let drawn = essence(defaultState); // as the build drew it
  let timer: ReturnType<typeof setTimeout> | undefined;
  const redraw = async (): Promise<void> => {
    const wanted = essence(pageStore.get());
    if (wanted === drawn) return;
    const { lossCurve } = await import('../views/lossCurve.ts');
    if (signal.aborted) return;
    const open = place.querySelector('details')?.open ?? false;
    const curve = lossCurve(document, pointOf(pageStore.get()));
    curve.querySelector('details')?.toggleAttribute('open', open);
    place.replaceChildren(curve);
    drawn = wanted;
  };
  whenNear(
    place,
    () => {
      clearTimeout(timer);
      // Offline the import may fail: the last curve stays, and the next change tries again.
      timer = setTimeout(() => void redraw().catch(() => undefined), rest);
    },
    signal,
  );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** What the curve depends on, as a string to compare by. */
function essence({ z, t, i, slip }: PageState): string {
  return JSON.stringify([z, t, i, slip]);
}
