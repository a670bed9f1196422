import type { Updater } from '../views/firstFrame.ts';
import { resize } from '../views/resize.ts';
import { pageStore } from './pageStore.ts';
import { pointOf } from './pointOf.ts';
import { whenNear } from './whenNear.ts';

/**
 * Keeps the figure that the build drew inside `host` at the page's state while it is near the screen.
 * Its nodes are taken over as they stand; only another number of classes adds or removes some.
 */
export function showView(host: Element, updater: Updater, signal: AbortSignal): void {
  let classes = 0;
  let update = updater(host);
  whenNear(
    host.firstElementChild ?? host, // the docked panel is on the screen where its host is not
    () => {
      const point = pointOf(pageStore.get());
      if (point.z.length !== classes) {
        classes = point.z.length;
        resize(host, classes);
        update = updater(host);
      }
      update(point);
    },
    signal,
  );
}
