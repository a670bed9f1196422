import { mark } from '../views/update.ts';
import { pageStore } from './pageStore.ts';

/** Hides what the link hides, and fetches what says so and what locks the numbers where that is wanted. */
function follow(): void {
  const { hide, lock } = pageStore.get();
  mark(document.documentElement, 'data-hide', hide.join(' ') || null);
  // Offline the import may fail: then nobody says so; the store keeps locked numbers all the same.
  if (hide.length > 0 || lock)
    void import('./linkNotice.ts').then(({ noticeLink }) => noticeLink()).catch(() => undefined);
}

pageStore.subscribe(follow, { signal: new AbortController().signal }); // for as long as the page lives
follow();
