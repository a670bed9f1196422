import { elementsOf } from '../element.ts';
import { OWN_LABELS } from './ownLabels.ts';

/** The numbers that every part of a page but the training has, by their key in a link. */
const SHARED: readonly (readonly [key: string, label: string])[] = [
  ['z', 'logits z'],
  ['t', 'true class, or target t'],
  ['i', 'row i'],
  ['j', 'column j'],
];

/**
 * Fields for the numbers of the figure `figure` ('' for what is none), filled with `texts`, by their keys in a link, and
 * one that takes them from a link.
 */
export function drawNumberFields(
  document: Document,
  texts: Readonly<Record<string, string>>,
  figure: string,
): HTMLElement {
  const h = elementsOf(document);
  const own = Object.entries(OWN_LABELS).flatMap(([key, [name, label]]) =>
    name === figure ? [[key, label] as const] : [],
  );
  return h(
    'div',
    { class: 'number-fields' },
    ...[...(figure === 'descent' ? [] : SHARED), ...own].map(([key, label]) =>
      h(
        'label',
        { class: `field of-${key}` },
        h('span', {}, label),
        h('input', { 'data-number': key, value: texts[key] ?? '', autocomplete: 'off' }),
      ),
    ),
    h(
      'label',
      { class: 'field from-link' },
      h('span', {}, 'or paste a link to a page at the numbers you want'),
      h('input', { 'data-link': true, autocomplete: 'off', inputmode: 'url' }),
    ),
    h('p', { class: 'message', role: 'alert' }),
  );
}
