import type { Store } from './store.ts';

/** The least time between two changes of the address, in milliseconds; browsers throttle below it. */
const rest = 250;

/**
 * Keeps the page's address at `encode(state)` until `signal` aborts; the hash stays as it is, and so do
 * the keys of the query that are not `own`, which another store keeps. What has changed `since` is
 * written as well.
 */
export function urlSync<S extends object>(
  store: Store<S>,
  encode: (state: S) => string,
  window: Window,
  signal: AbortSignal,
  own: (key: string) => boolean = () => true,
  since: S = store.get(),
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = since;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.get();
    if (state === written) return;
    written = state;
    const { pathname, search, hash } = window.location;
    const query = joined(encode(state), others(search, own));
    if (query === search) return;
    try {
      window.history.replaceState(window.history.state, '', pathname + query + hash);
    } catch {
      // a browser that counts changes refuses for a while; the next change writes both
    }
  };
  const changed = (): void => {
    timer ??= setTimeout(write, rest);
  };
  if (store.get() !== since) changed();
  store.subscribe(changed, { signal });
  window.addEventListener('pagehide', write, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** The parts of a query whose keys are not `own`, as they are written. */
function others(search: string, own: (key: string) => boolean): string[] {
  return search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !own(part.split('=')[0] ?? ''));
}

function joined(query: string, parts: readonly string[]): string {
  const all = [...(query === '' ? [] : [query.slice(1)]), ...parts];
  return all.length === 0 ? '' : `?${all.join('&')}`;
}
