import { encode } from '../state/codec.ts';
import { elementsOf } from '../views/element.ts';
import { TERM } from '../views/term.ts';
import { copyText } from './copyText.ts';
import { markdownOf, texOf } from './formulaSource.ts';
import { pageStore } from './pageStore.ts';
import { pin } from './terms.ts';

const h = elementsOf(document);

/** Opens the tools of the formula whose number is given, or closes them. */
export function toggleTools(number: Element): void {
  const derivation = number.closest('.derivation');
  if (!derivation) return;
  const open = derivation.querySelector('.tools');
  number.setAttribute('aria-expanded', String(!open));
  if (open) open.remove();
  else derivation.append(drawTools(derivation, number));
}

function drawTools(derivation: Element, number: Element): HTMLElement {
  const said = h('span', { class: 'said' });
  const copy = (label: string, text: () => string): HTMLElement => {
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
  const link = (): string => {
    const url = new URL(number instanceof HTMLAnchorElement ? number.href : location.href);
    url.search = encode(pageStore.get());
    return url.href;
  };
  return h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'this formula' },
    h(
      'p',
      {},
      'copy ',
      copy('link', link),
      copy('TeX', () => texOf(derivation)),
      copy('Markdown', () => markdownOf(derivation)),
      said,
    ),
    ...numbersOf(derivation),
    ...termsOf(derivation),
  );
}

/** The switch that puts the reader's numbers into a formula with steps, where its page has them. */
function numbersOf(derivation: Element): HTMLElement[] {
  if (!(derivation instanceof HTMLElement) || !derivation.closest('[data-numbers]')) return [];
  if (!derivation.querySelector('[data-step]')) return [];
  const button = h('button', { type: 'button', 'aria-pressed': 'false' }, 'with numbers');
  const tool = {
    button,
    entry: h('span', { class: 'entry' }),
    said: h('span', { class: 'stays' }),
  };
  button.addEventListener('click', () => {
    import('./withNumbers.ts')
      .then(({ toggleNumbers }) => toggleNumbers(derivation, tool))
      .catch(() => tool.said.replaceChildren('the numbers could not be loaded'));
  });
  if (derivation.querySelector('.in-numbers'))
    void import('./withNumbers.ts').then(({ adoptTool }) => adoptTool(derivation, tool));
  return [h('p', {}, 'show ', button, tool.entry, tool.said)];
}

/** Where the clipboard is closed, the text is shown to be copied by hand. */
function selected(text: string): HTMLElement {
  return h('input', { readonly: true, value: text, 'aria-label': 'copy this with your keyboard' });
}

/** The quantities of a formula as buttons: what is within a formula can't be reached with the keys. */
function termsOf(derivation: Element): HTMLElement[] {
  const groups = new Set(
    [...derivation.querySelectorAll(TERM)].flatMap(({ classList }) =>
      [...classList].filter((name) => name.startsWith('q-')).map((name) => name.slice(2)),
    ),
  );
  const buttons = [...groups].flatMap((group) => {
    const entry = document.querySelector(`[data-key-of="${CSS.escape(group)}"]`);
    const [sign, phrase] = [entry?.querySelector('dt'), entry?.querySelector('dd')];
    if (!sign || !phrase) return [];
    const button = h(
      'button',
      { type: 'button', 'data-group': group, 'aria-pressed': 'false' },
      ...[...sign.cloneNode(true).childNodes],
      ` ${phrase.firstChild?.textContent?.trim() ?? ''}`,
    );
    button.addEventListener('click', () => pin(group));
    return [button];
  });
  return buttons.length > 0 ? [h('p', {}, 'terms ', ...buttons)] : [];
}
