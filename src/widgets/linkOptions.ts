import { parts, type Part } from '../state/hide.ts';
import { elementsOf } from '../views/element.ts';
import { chooseForLinks, linkedState } from './linkAddress.ts';
import type { LinkTarget } from './linkTarget.ts';

const h = elementsOf(document);

/** The choices of what a link to `target` carries; `changed` hears of each, with the step that it leads to. */
export function drawOptions(
  { element, kind }: LinkTarget,
  changed: (step: string | null) => void,
): HTMLElement {
  const { hide, upto, predict, notation, lock } = linkedState();
  const steps = kind === 'step' ? [...element.querySelectorAll('[data-step]')] : [];
  const form = h(
    'div',
    { class: 'link-options', role: 'group', 'aria-label': 'what the link carries' },
    ...leadsTo(steps),
    hidden(hide),
    ...revealed(element, upto),
    h(
      'p',
      {},
      checkbox('predict', '', 'predict first', predict),
      checkbox('lock', '', 'lock the numbers', lock),
    ),
    ...notations(notation),
    h('p', { class: 'remark' }, 'Hiding and locking are courtesies: a reader can undo both.'),
  );
  const read = (): void => {
    const on = (name: string): HTMLInputElement[] => [
      ...form.querySelectorAll<HTMLInputElement>(`[name=link-${name}]:checked`),
    ];
    const marked = on('hide').map(({ value }) => value);
    chooseForLinks({
      hide: parts.filter((part) => marked.includes(part)),
      predict: on('predict').length > 0,
      lock: on('lock').length > 0,
      ...textIn(form, 'upto', (text) => ({ upto: readSteps(text) })),
      ...textIn(form, 'notation', (text) => ({ notation: text || null })),
    });
    changed(form.querySelector<HTMLSelectElement>('[name=link-step]')?.value || null);
  };
  form.addEventListener('input', read);
  return form;
}

/** The patch that the field `name` asks for, where there is one. */
function textIn<P extends object>(
  form: Element,
  name: string,
  patch: (text: string) => P,
): P | null {
  const field = form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=link-${name}]`);
  return field && patch(field.value);
}

/** A number of steps from 0 to 999; null for all. */
function readSteps(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}

function leadsTo(steps: readonly Element[]): HTMLElement[] {
  if (steps.length < 2) return [];
  const options = steps.map(({ id }, k) =>
    h('option', { value: id }, `step ${k + 1}, its evidence open`),
  );
  const whole = h('option', { value: '' }, 'the formula');
  return [line('leads to', h('select', { name: 'link-step' }, whole, ...options))];
}

function hidden(hide: readonly Part[]): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'hide'),
    ...parts.map((part) => checkbox('hide', part, part, hide.includes(part))),
  );
}

/** How far proofs are revealed, on a page that has some. */
function revealed(element: Element, upto: number | null): HTMLElement[] {
  const all = [...document.querySelectorAll('proof-steps [data-step]')];
  if (all.length === 0) return [];
  const own = all.flatMap((step, k) => (element.contains(step) ? [k + 1] : []));
  const [first, last] = [own[0], own.at(-1)];
  const field = h('input', {
    type: 'number',
    name: 'link-upto',
    class: 'number',
    min: 0,
    max: all.length,
    value: upto ?? undefined,
    placeholder: 'all',
    autocomplete: 'off',
  });
  const here =
    first === undefined ? '' : `; those here: ${first === last ? first : `${first} to ${last}`}`;
  return [line('reveal of the page’s proofs steps up to', field, `of ${all.length}${here}`)];
}

/** The notations of a page that has a switch of them. */
function notations(notation: string | null): HTMLElement[] {
  const own = document.querySelector<HTMLSelectElement>('notation-switch select');
  if (!own) return [];
  const options = [...own.options].map(({ value, text }) =>
    h('option', { value, selected: value === (notation ?? '') }, text),
  );
  return [line('formulas in', h('select', { name: 'link-notation' }, ...options))];
}

function line(label: string, control: HTMLElement, ...after: string[]): HTMLElement {
  return h('p', {}, h('label', {}, `${label} `, control), ...after);
}

function checkbox(name: string, value: string, label: string, checked: boolean): HTMLElement {
  const box = h('input', {
    type: 'checkbox',
    name: `link-${name}`,
    value,
    checked,
    autocomplete: 'off',
  });
  return h('label', {}, box, ` ${label}`);
}
