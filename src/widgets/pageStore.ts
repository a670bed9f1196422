import { decode, encode } from '../state/codec.ts';
import type { PageState } from '../state/pageState.ts';
import { createStore, type Store } from '../state/store.ts';
import { urlSync } from '../state/urlSync.ts';

const { state, problems } = decode(location.search);

const store = createStore(state);

/**
 * The page's one store of what all pages share. It starts from the link, and keeps the link at what it
 * holds. While the link locks the numbers, they stay.
 */
export const pageStore: Store<PageState> = {
  ...store,
  set(patch) {
    const { z, t, own } = store.get();
    store.set(store.get().lock ? { ...patch, z, t, own } : patch);
  },
};

// Few links have any, so what shows them comes late; offline it may fail.
if (problems.length > 0)
  void import('./notes.ts').then(
    ({ showNote }) => {
      for (const problem of problems) showNote(problem);
    },
    () => undefined,
  );
urlSync(
  pageStore,
  encode,
  window,
  new AbortController().signal, // for as long as the page lives
  // The laboratory has a store of its own, and an embedded part its colours.
  (key) => !key.startsWith('gradient-check-') && key !== 'theme',
);
