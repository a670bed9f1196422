import type { Store } from './store.ts';

/** The least time between two changes of the address, in milliseconds; browsers throttle below it. */
const rest = 250;

/** Keeps the page's address at `encode(state)` until `signal` aborts; the hash stays as it is. */
export function urlSync<S extends object>(
  store: Store<S>,
  encode: (state: S) => string,
  window: Window,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = store.get();
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.get();
    if (state === written) return;
    written = state;
    const { pathname, search, hash } = window.location;
    const query = encode(state);
    if (query === search) return;
    try {
      window.history.replaceState(window.history.state, '', pathname + query + hash);
    } catch {
      // a browser that counts changes refuses for a while; the next change writes both
    }
  };
  store.subscribe(() => (timer ??= setTimeout(write, rest)), { signal });
  window.addEventListener('pagehide', write, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
