import { element } from './element.ts';
import { formula } from './formula.ts';

/** From logits to a distribution, for `n` classes: exponentials, their sum, and probabilities that stack to 1. */
export function drawDistribution(document: Document, n: number): HTMLElement {
  const cell = (name: string): HTMLElement =>
    element(
      document,
      'td',
      { class: `bar-cell q-${name}` },
      element(document, 'span', { class: 'number', [`data-${name}`]: true }),
      element(document, 'span', { class: 'bar', 'aria-hidden': 'true' }),
    );
  const body = element(document, 'tbody', { 'data-repeat': true });
  const stack = element(document, 'div', {
    class: 'stack',
    'aria-hidden': 'true',
    'data-repeat': true,
  });
  for (let k = 1; k <= n; k++) {
    body.append(
      element(
        document,
        'tr',
        { 'data-k': k },
        element(document, 'th', { scope: 'row', 'data-n': '' }, String(k)),
        element(
          document,
          'td',
          { class: 'q-logit' },
          element(document, 'span', { class: 'number', 'data-logit': true }),
        ),
        cell('exp'),
        cell('prob'),
      ),
    );
    stack.append(
      element(
        document,
        'span',
        { 'data-k': k },
        element(document, 'b', { 'data-n': '' }, String(k)),
      ),
    );
  }
  const head = (source: string, label: string): HTMLElement =>
    element(document, 'th', { scope: 'col' }, `${label} `, formula(document, source));
  const sum = (name: string): HTMLElement =>
    element(
      document,
      'td',
      { class: `q-${name}` },
      element(document, 'span', { class: 'number', [`data-sum-${name}`]: true }),
    );
  return element(
    document,
    'figure',
    { class: 'widget distribution' },
    element(
      document,
      'table',
      {},
      element(document, 'caption', {}, 'From logits to a distribution'),
      element(
        document,
        'thead',
        {},
        element(
          document,
          'tr',
          {},
          element(document, 'th', { scope: 'col' }, element(document, 'i', {}, 'k')),
          head('[logit z_k]', 'logit'),
          head('[exp e^{z_k}]', 'exponential'),
          head('[prob σ(z)_k]', 'probability'),
        ),
      ),
      body,
      element(
        document,
        'tfoot',
        {},
        element(
          document,
          'tr',
          {},
          element(document, 'th', { scope: 'row', colspan: 2 }, 'sum'),
          sum('exp'),
          sum('prob'),
        ),
      ),
    ),
    stack,
    element(
      document,
      'div',
      { class: 'stack-scale', 'aria-hidden': 'true' },
      element(document, 'span', {}, '0'),
      element(document, 'span', {}, 'the probabilities, end to end'),
      element(document, 'span', {}, '1'),
    ),
    element(document, 'p', { class: 'remark' }, ' '),
  );
}
