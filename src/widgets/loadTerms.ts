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

/** Hands on a link of the text that the reader comes to, to show what it leads to; without this it is a link. */
function preview(event: Event): void {
  const { target } = event;
  const link = target instanceof Element && target.closest('.text a[href*="#"]');
  if (link) void import('./previews.ts').then(({ pointTo }) => pointTo(link, event)).catch(() => 0);
}

for (const type of ['pointerover', 'focusin']) document.addEventListener(type, preview);
