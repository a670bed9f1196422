import css from '../styles/tools.css?inline';
import { elementsOf } from '../views/element.ts';
import { TERM } from '../views/term.ts';
import { adoptStyles } from './adoptStyles.ts';
import { copyButtons, type CopyButton } from './copyButtons.ts';
import { markdownOf, texOf } from './formulaSource.ts';
import { drawLinkMenu } from './linkMenu.ts';
import { targetOf, type LinkTarget } from './linkTarget.ts';
import { pin } from './terms.ts';

const h = elementsOf(document);

adoptStyles(css);

/** What closes the tools that are open, by the control that opened them. */
const opened = new WeakMap<Element, () => void>();

/** Opens the tools of what the control stands beside, or closes them. */
export function toggleTools(control: Element): void {
  const close = opened.get(control);
  if (close) close();
  else openTools(control);
}

function openTools(control: Element): void {
  const target = targetOf(control);
  if (!target) return;
  const stop = new AbortController();
  const { signal } = stop;
  const tools = drawTools(target, signal);
  opened.set(control, () => {
    stop.abort();
    tools.remove();
    opened.delete(control);
    control.setAttribute('aria-expanded', 'false');
  });
  const escape = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    opened.get(control)?.();
    if (control instanceof HTMLElement) control.focus();
  };
  for (const place of [control, tools]) place.addEventListener('keydown', escape, { signal });
  control.setAttribute('aria-expanded', 'true');
  if (target.kind === 'step') target.element.append(tools);
  else (control.closest('.title') ?? control).after(tools);
  // Who came with the keys goes on with them; the control may stand far from its tools.
  if (control.matches(':focus-visible')) tools.querySelector('button')?.focus();
}

function drawTools(target: LinkTarget, signal: AbortSignal): HTMLElement {
  const said = h('span', { class: 'said' });
  const copy = copyButtons(said);
  const { kind, element } = target;
  return h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': `this ${WORDS[kind]}` },
    ...drawLinkMenu(target, copy, said, signal),
    ...(kind === 'step' ? formulaTools(element, copy) : []),
  );
}

const WORDS: Readonly<Record<LinkTarget['kind'], string>> = {
  step: 'formula',
  claim: 'claim',
  exercise: 'exercise',
  widget: 'figure',
  laboratory: 'laboratory',
};

function formulaTools(derivation: HTMLElement, copy: CopyButton): HTMLElement[] {
  return [
    h(
      'p',
      {},
      'formula as ',
      copy('TeX', () => texOf(derivation)),
      copy('Markdown', () => markdownOf(derivation)),
    ),
    ...numbersOf(derivation),
    ...termsOf(derivation),
  ];
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
