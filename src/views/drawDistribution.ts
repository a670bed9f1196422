import { elementsOf } from './element.ts';
import { formula } from './formula.ts';

/**
 * From logits to a distribution, for `n` classes: exponentials, their sum, and probabilities that stack
 * to 1. `compact` leaves out the logits and the remark, for a place beside the numbers panel.
 */
export function drawDistribution(document: Document, n: number, compact = false): HTMLElement {
  const h = elementsOf(document);
  const cell = (name: string): HTMLElement =>
    h(
      'td',
      { class: `bar-cell q-${name}` },
      h('span', { class: 'number', [`data-${name}`]: true }),
      h('span', { class: 'bar', 'aria-hidden': 'true' }),
    );
  const body = h('tbody', { 'data-repeat': true });
  const stack = h('div', {
    class: 'stack',
    'aria-hidden': 'true',
    'data-repeat': true,
  });
  for (let k = 1; k <= n; k++) {
    body.append(
      h(
        'tr',
        { 'data-k': k },
        h('th', { scope: 'row', 'data-n': '' }, String(k)),
        ...(compact
          ? []
          : [h('td', { class: 'q-logit' }, h('span', { class: 'number', 'data-logit': true }))]),
        cell('exp'),
        cell('prob'),
      ),
    );
    stack.append(h('span', { 'data-k': k }, h('b', { 'data-n': '' }, String(k))));
  }
  const head = (source: string, label: string): HTMLElement =>
    h('th', { scope: 'col' }, `${label} `, formula(document, source));
  const sum = (name: string): HTMLElement =>
    h('td', { class: `q-${name}` }, h('span', { class: 'number', [`data-sum-${name}`]: true }));
  return h(
    'figure',
    { class: 'widget distribution' },
    h(
      'table',
      {},
      h('caption', {}, 'From logits to a distribution'),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, h('i', {}, 'k')),
          ...(compact ? [] : [head('[logit z_k]', 'logit')]),
          head('[exp e^{z_k}]', 'exponential'),
          head('[prob σ(z)_k]', 'probability'),
        ),
      ),
      body,
      h(
        'tfoot',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'row', colspan: compact ? 1 : 2 }, 'sum'),
          sum('exp'),
          sum('prob'),
        ),
      ),
    ),
    stack,
    h(
      'div',
      { class: 'stack-scale', 'aria-hidden': 'true' },
      h('span', {}, '0'),
      h('span', {}, 'the probabilities, end to end'),
      h('span', {}, '1'),
    ),
    ...(compact ? [] : [h('p', { class: 'remark' }, ' ')]),
  );
}
