import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { tableParts } from './tableParts.ts';

/**
 * From logits to a distribution, for `n` classes: exponentials, their sum, and probabilities that stack
 * to 1. `compact` leaves out the logits and the remark, for a place beside the numbers panel.
 */
export function drawDistribution(document: Document, n: number, compact = false): HTMLElement {
  const h = elementsOf(document);
  const { number, bar, head, classHead, classRows } = tableParts(document);
  const stack = h('div', {
    class: 'stack',
    'aria-hidden': 'true',
    'data-repeat': true,
  });
  for (let k = 1; k <= n; k++)
    stack.append(h('span', { 'data-k': k }, h('b', { 'data-n': '' }, String(k))));
  return h(
    'figure',
    { class: 'widget distribution' },
    h(
      'table',
      {},
      h('caption', {}, 'From logits to a distribution'),
      classHead(
        ...(compact ? [] : [head('logit ', formula(document, '[logit z_k]'))]),
        head('exponential ', formula(document, '[exp e^{z_k}]')),
        head('probability ', formula(document, '[prob σ(z)_k]')),
      ),
      classRows(n, () => [
        ...(compact ? [] : [number('logit', 'logit')]),
        bar('exp', 'exp'),
        bar('prob', 'prob'),
      ]),
      h(
        'tfoot',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'row', colspan: compact ? 1 : 2 }, 'sum'),
          number('sum-exp', 'exp'),
          number('sum-prob', 'prob'),
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
