import { mark } from '../views/update.ts';
import { pageStore } from './pageStore.ts';

const button = document.querySelector('[data-act=predict]') ?? undefined;
const root = document.documentElement;
let mode: AbortController | undefined;

/**
 * Starts or ends the questions before figures, whose script most pages never need. Until it has come the style
 * sheet hides the figures, which may show the answer; where the link asks for the questions, it also does so until
 * this script has come.
 */
function follow(): void {
  const { predict: on } = pageStore.get();
  mark(button, 'aria-pressed', String(on));
  if (on === (mode !== undefined)) {
    if (!on) mark(root, 'data-predict', 'off');
    return;
  }
  mark(root, 'data-predict', on ? 'waits' : 'off');
  mode?.abort();
  mode = on ? new AbortController() : undefined;
  const signal = mode?.signal;
  // Offline the import may fail: the figures then stay in sight.
  if (signal)
    void import('./predict.ts').then(
      ({ predict }) => {
        if (signal.aborted) return;
        predict(signal);
        mark(root, 'data-predict', 'asks');
      },
      () => !signal.aborted && mark(root, 'data-predict', 'off'),
    );
}

button?.addEventListener('click', () => pageStore.set({ predict: !pageStore.get().predict }));
pageStore.subscribe(follow, { signal: new AbortController().signal }); // for as long as the page lives
follow();
