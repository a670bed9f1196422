import { elementsOf } from '../views/element.ts';
import { copyText } from './copyText.ts';
import { LiveElement } from './liveElement.ts';
import { scrollByKeys } from './scrollByKeys.ts';

const h = elementsOf(document);

/** `<result-card>`: the result of a page; this adds what copies it as TeX, and a link to it with the reader's numbers. */
export class ResultCard extends LiveElement {
  protected start(signal: AbortSignal): void {
    scrollByKeys(this.querySelectorAll('.cells > div'), signal);
    const actions = this.querySelector('.actions');
    const to = actions?.querySelector('a')?.getAttribute('href') ?? '';
    const said = h('span', { class: 'said' });
    const copy = (label: string, text: () => string): HTMLElement => {
      const button = h('button', { type: 'button', class: 'plain' }, label);
      button.addEventListener('click', () => {
        void copyText(text()).then((copied) => {
          said.textContent = copied ? 'copied' : 'could not be copied';
          document.getElementById('announcer')?.replaceChildren(`${label}: ${said.textContent}`);
        });
      });
      return button;
    };
    actions?.append(
      copy('copy TeX', () => texOf(this)),
      copy('copy link', () => new URL(to, location.href).href),
      said,
    );
  }
}

/** The formulas of a result as their author wrote them, a blank line between two. */
function texOf(card: Element): string {
  return [...card.querySelectorAll('[data-tex]')]
    .map((formula) => formula.getAttribute('data-tex') ?? '')
    .join('\n\n');
}

customElements.define('result-card', ResultCard);
