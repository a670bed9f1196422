import { encode } from '../state/encode.ts';
import type { PageState } from '../state/pageState.ts';
import type { Store } from '../state/store.ts';
import { urlSync } from '../state/urlSync.ts';

/** Keeps the page's address at what `store` holds, with what has changed since it held `initial`. */
export function followState(store: Store<PageState>, initial: PageState): void {
  urlSync(
    store,
    encode,
    window,
    new AbortController().signal, // for as long as the page lives
    // The laboratory has a store of its own, and an embedded part its colours.
    (key) => !key.startsWith('gradient-check-') && key !== 'theme',
    initial,
  );
}
