import { encode } from '../state/encode.ts';
import type { PageState } from '../state/pageState.ts';
import { urlSync } from '../state/urlSync.ts';
import { pageStore } from './pageStore.ts';

/** Keeps the page's address at what its store holds, with what has changed since it held `initial`. */
export function followState(initial: PageState): void {
  urlSync(
    pageStore,
    encode,
    window,
    new AbortController().signal, // for as long as the page lives
    // The laboratory has a store of its own, and an embedded part its colours.
    (key) => !key.startsWith('gradient-check-') && key !== 'theme',
    initial,
  );
}
