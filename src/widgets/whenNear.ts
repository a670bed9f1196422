import { pageStore } from './pageStore.ts';

/**
 * Calls `show` whenever the page's state has changed and `element` is on or near the screen: at most
 * once a frame, at first as soon as it comes near, and never after `signal` aborts.
 */
export function whenNear(element: Element, show: () => void, signal: AbortSignal): void {
  let near = typeof IntersectionObserver === 'undefined';
  let stale = true;
  const refresh = (): void => {
    if (!stale) return;
    stale = false;
    show();
  };
  pageStore.subscribe(
    () => {
      stale = true;
      if (near) refresh();
    },
    { signal },
  );
  addEventListener('beforeprint', refresh, { signal }); // paper has no screen to be near to
  if (near) {
    refresh();
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      near = entries.at(-1)?.isIntersecting ?? near;
      if (near) refresh();
    },
    { rootMargin: '25%' },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
