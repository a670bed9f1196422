import { mark } from '../views/update.ts';

/**
 * Lets the keys reach each of `boxes` that scrolls, as long as it does, until `signal` aborts. A box off
 * the screen is measured once it is laid out. The result measures again, for when what is inside changed.
 */
export function scrollByKeys(boxes: Iterable<Element>, signal: AbortSignal): () => void {
  const all = new Set(boxes);
  const measureAll = (): void => measure([...all]);
  if (typeof ResizeObserver === 'undefined') return measureAll;
  // To ask any other box would have the browser lay out what is off the screen.
  const observer = new ResizeObserver((entries) =>
    measure([
      ...new Set(
        entries.flatMap(({ target }) => (all.has(target) ? target : (target.parentElement ?? []))),
      ),
    ]),
  );
  for (const box of all) {
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
  }
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return measureAll;
}

function measure(boxes: readonly Element[]): void {
  const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth);
  boxes.forEach((box, k) => mark(box, 'tabindex', scrolls[k] ? '0' : null));
}
