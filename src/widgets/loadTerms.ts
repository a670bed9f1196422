import { TERM } from '../views/term.ts';

let wanted = false;

/** Hands on where the reader points and what is clicked, once a term was among it. */
function hand(event: Event): void {
  const { target } = event;
  wanted ||= target instanceof Element && target.closest(TERM) !== null;
  // Offline the import may fail: then terms stay dark.
  if (wanted)
    void import('./terms.ts').then(({ pointAt }) => pointAt(event)).catch(() => undefined);
}

for (const type of ['pointerover', 'click']) document.addEventListener(type, hand);

/** Shows what a link of the text leads to; without this it is a link. */
function preview({ target }: Event): void {
  const link = target instanceof Element && target.closest('.text a[href*="#"]');
  if (link)
    void import('./previews.ts').then(({ pointTo }) => pointTo(link)).catch(() => undefined);
}

document.addEventListener('pointerover', (event) => {
  if (event.pointerType === 'mouse') preview(event);
});
document.addEventListener('focusin', preview);
