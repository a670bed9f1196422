import { copyText } from './copyText.ts';

/**
 * Lets the reader copy the program that an unfolded `box` shows, and choose a language for the whole page.
 * Returns what is to be called when the figure has moved: it calls `write` where the box is open.
 */
export function codeBox(box: Element, write: () => void, signal: AbortSignal): () => void {
  const details = box.querySelector('details');
  const refresh = (): void => {
    if (details?.open) write();
  };
  refresh();
  const select = box.querySelector('select');
  if (select && select.selectedIndex > 0) useEverywhere(select); // chosen before this script came
  details?.addEventListener('toggle', refresh, { signal });
  copyOnRequest(box, signal);
  box.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLSelectElement) useEverywhere(target);
    },
    { signal },
  );
  return refresh;
}

function copyOnRequest(box: Element, signal: AbortSignal): void {
  // For the eye beside the button, for the ear in the page's one live region.
  const places = [box.querySelector('.copied'), document.getElementById('announcer')];
  const say = (text: string): void => places.forEach((place) => place?.replaceChildren(text));
  const copy = async (): Promise<void> => {
    const code = box.querySelector(`[data-language=${box.querySelector('select')?.value}] code`);
    if (!code) return;
    const copied = await copyText(code.textContent);
    if (!copied) getSelection()?.selectAllChildren(code);
    say(copied ? 'Copied.' : 'Selected: copy it with your keyboard.');
  };
  const button = box.querySelector('button');
  button?.addEventListener('click', () => void copy(), { signal });
  button?.removeAttribute('hidden');
  const forget = (): void => places[0]?.replaceChildren();
  for (const event of ['change', 'focusout']) box.addEventListener(event, forget, { signal });
}

/** Shows the chosen language in every box of the page. */
function useEverywhere({ value }: HTMLSelectElement): void {
  for (const select of document.querySelectorAll<HTMLSelectElement>('as-code select'))
    select.value = value;
}
