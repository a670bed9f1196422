import { elementsOf } from '../views/element.ts';
import { copyText } from './copyText.ts';

const h = elementsOf(document);

/** A button that copies `text` and says so. */
export type CopyButton = (label: string, text: () => string) => HTMLElement;

/** A maker of buttons that copy, and that say so in `said`. */
export function copyButtons(said: HTMLElement): CopyButton {
  return (label, text) => {
    const button = h('button', { type: 'button', class: 'plain' }, label);
    button.addEventListener('click', () => {
      void copyText(text()).then((copied) => {
        said.replaceChildren(copied ? 'copied' : selected(text()));
        said.querySelector('input')?.select();
        document.getElementById('announcer')?.replaceChildren(copied ? `${label} copied` : '');
      });
    });
    return button;
  };
}

/** Where the clipboard is closed, the text is shown to be copied by hand. */
function selected(text: string): HTMLElement {
  return h('input', { readonly: true, value: text, 'aria-label': 'copy this with your keyboard' });
}
