import { mark } from '../views/update.ts';
import { pageStore } from './pageStore.ts';

/** What changes numbers; what chooses a view, runs a training or asks a question stays open. */
const CONTROLS = [
  'input:not([type=radio])',
  '[name=true-class]',
  'textarea',
  '[data-preset]',
  '[data-to]',
  '[data-direction]',
  'select[name=data]',
  '[data-act]:not([data-act=predict], .run *)',
].join();

/** Where such controls stand. */
const HOSTS = 'numbers-panel, [id^=widget-], gradient-lab';

/** Disables every control that changes a number, also those that are drawn later; returns what enables them again. */
export function lockControls(): () => void {
  const locked = new Set<Element>();
  const stop = new AbortController();
  const lock = (): void => {
    for (const host of document.querySelectorAll(HOSTS)) {
      for (const control of host.querySelectorAll(`:is(${CONTROLS}):not([disabled])`)) {
        control.setAttribute('disabled', '');
        locked.add(control);
      }
      for (const control of host.querySelectorAll('[role=slider], [data-case]'))
        mark(control, 'aria-disabled', 'true');
    }
  };
  lock();
  const observer = new MutationObserver(lock);
  for (const host of document.querySelectorAll(HOSTS))
    observer.observe(host, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  document.addEventListener('click', (event) => hold(event), {
    capture: true,
    signal: stop.signal,
  });
  return () => {
    observer.disconnect();
    stop.abort();
    for (const control of locked) control.removeAttribute('disabled');
    for (const control of document.querySelectorAll(`:is(${HOSTS}) [aria-disabled]`))
      control.removeAttribute('aria-disabled');
    pageStore.set({}); // views disable again what can't be used
  };
}

/** A case of the laboratory is a link that sets numbers. */
function hold(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || !target.closest('[data-case]')) return;
  event.preventDefault();
  event.stopPropagation();
}
