import { elementsOf } from './element.ts';
import { formatShort } from './format.ts';
import { formula } from './formula.ts';
import { scroller } from './scroller.ts';
import { INPUT } from './rowForm.ts';
import { tableParts } from './tableParts.ts';

/**
 * The gradient in the weights of one sample, row by row for `n` classes: the row of class k is
 * (P(Y = k) − [k = y]) xᵀ, and the rows sum to zero.
 */
export function drawRowForm(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const { number, head, classHead } = tableParts(document);
  const body = h('tbody', { 'data-repeat': true });
  for (let k = 1; k <= n; k++) {
    body.append(
      h(
        'tr',
        { 'data-k': k },
        h(
          'th',
          { scope: 'row' },
          h('span', { 'data-n': '' }, String(k)),
          h('span', { class: 'is-truth' }, ' '),
        ),
        number('prob', 'prob'),
        number('indicator', 'target'),
        number('factor', 'grad'),
        ...INPUT.map(() =>
          h('td', { class: 'entry q-grad' }, h('span', { class: 'number', 'data-entry': true })),
        ),
      ),
    );
  }
  const probability = '[prob P(Y = k)]';
  const indicator = (): HTMLElement =>
    h('span', { class: 'q-target' }, '[', formula(document, 'k = y'), ']');
  return h(
    'figure',
    { class: 'widget row-form' },
    h(
      'figcaption',
      {},
      'The gradient in the weights, row by row: ',
      '(',
      formula(document, probability),
      ' − ',
      indicator(),
      ') ',
      formula(document, 'x^⊤'),
    ),
    scroller(
      document,
      'the gradient row by row',
      h(
        'table',
        {},
        classHead(
          head(formula(document, probability)),
          head(indicator()),
          head('difference'),
          ...INPUT.map((x, at) => head(formula(document, `x_${at}`), ` = ${formatShort(x)}`)),
        ),
        body,
        h(
          'tfoot',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, 'sum'),
            number('sum', 'prob'),
            h('td', { class: 'q-target' }, h('span', { class: 'number' }, '1')),
            number('sum', 'grad'),
            ...INPUT.map(() => number('sum', 'grad')),
          ),
        ),
      ),
    ),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
  );
}
