import { elementsOf } from '../element.ts';

/** An item as the list of the builder shows it. */
export interface RowNames {
  /** 'text' or what it takes from a page. */
  readonly kind: string;
  readonly title: string;
  /** The text or the note, and how long it may be. */
  readonly text: string;
  readonly longest: number;
  /** Whether it has numbers of its own. */
  readonly own: boolean;
}

/** A row of the builder: its name, what moves and removes it, and its text or note. Its numbers are drawn when they open. */
export function drawRow(document: Document, row: RowNames): HTMLElement {
  const h = elementsOf(document);
  const { kind, title, text, longest, own } = row;
  const act = (name: string, sign: string, label: string): HTMLElement =>
    h('button', { type: 'button', 'data-act': name, 'aria-label': `${label}: ${title}` }, sign);
  const area = h(
    'textarea',
    { 'data-field': 'text', maxlength: longest, rows: kind === 'text' ? 3 : 1 },
    text,
  );
  return h(
    'li',
    { class: 'row', 'data-kind': kind },
    h(
      'div',
      { class: 'row-head' },
      h('span', { class: 'handle', 'aria-hidden': 'true', title: 'drag' }, '⠿'),
      h('p', { class: 'row-title' }, title),
      act('up', '↑', 'move up'),
      act('down', '↓', 'move down'),
      act('remove', '✕', 'remove'),
    ),
    h('label', { class: 'field' }, h('span', {}, kind === 'text' ? 'text' : 'note below it'), area),
    ...(kind === 'text'
      ? []
      : [
          h(
            'details',
            { class: 'row-numbers' },
            h('summary', {}, 'numbers: ', h('span', {}, own ? 'its own' : 'those of the sheet')),
            h(
              'label',
              { class: 'choice' },
              h('input', { type: 'checkbox', 'data-own': true, checked: own, autocomplete: 'off' }),
              ' numbers of its own',
            ),
            h('div', { class: 'fields-place' }),
          ),
        ]),
  );
}
