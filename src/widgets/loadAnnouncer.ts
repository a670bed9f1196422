import { pageStore } from './pageStore.ts';

const first = pageStore.get();
const moved = new AbortController();

/** Fetches what says how the checks come out once the numbers first move. */
pageStore.subscribe(
  ({ z, t }) => {
    if (z === first.z && t === first.t) return;
    moved.abort();
    // Offline the import may fail: then nothing is said.
    void import('./announceChecks.ts').catch(() => undefined);
  },
  { signal: moved.signal },
);
