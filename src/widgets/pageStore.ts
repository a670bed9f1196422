import { decode, encode } from '../state/codec.ts';
import { createStore } from '../state/store.ts';
import { urlSync } from '../state/urlSync.ts';
import { showNote } from './notes.ts';

const { state, problems } = decode(location.search);

/** The page's one store of what all pages share. It starts from the link, and keeps the link at what it holds. */
export const pageStore = createStore(state);

problems.forEach(showNote);
urlSync(
  pageStore,
  encode,
  window,
  new AbortController().signal, // for as long as the page lives
  // The laboratory has a store of its own, and an embedded part its colours.
  (key) => !key.startsWith('gradient-check-') && key !== 'theme',
);
