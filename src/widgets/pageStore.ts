import { decode } from '../state/decode.ts';
import type { PageState } from '../state/pageState.ts';
import { createStore, type Store } from '../state/store.ts';

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

// What writes the address comes with the first change.
const first = new AbortController();
pageStore.subscribe(() => {
  first.abort();
  void import('./followState.ts').then(
    ({ followState }) => followState(pageStore, state),
    () => undefined,
  );
}, first);
