import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { drawSlipWhy } from './slipWhy.ts';
import type { Slip } from './slippedGradient.ts';

/** The formula as it stands with each slip, and what the choice is called. */
const slips: readonly { slip: Slip; label: string; source: string }[] = [
  { slip: 'none', label: 'as derived', source: '[prob σ_k] − [target t_k]' },
  { slip: 'delta', label: 'without δ', source: '[prob σ_k]' },
  { slip: 'sign', label: 'a sign flipped', source: '[prob σ_k] + [target t_k]' },
];

/**
 * The gradient of the loss for `n` classes in numbers and bars, its check entry by entry, and one
 * control that breaks its formula.
 */
export function drawGradient(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const header = (...children: (Node | string)[]): HTMLElement =>
    h('th', { scope: 'col' }, ...children);
  const figure = (name: string, quantity = ''): HTMLElement =>
    h(
      'td',
      quantity === '' ? {} : { class: `q-${quantity}` },
      h('span', { class: 'number', [`data-${name}`]: true }),
    );
  const table = (caption: string, heads: HTMLElement[], row: () => HTMLElement[]): HTMLElement => {
    const body = h('tbody', { 'data-repeat': true });
    for (let k = 1; k <= n; k++) {
      const name = h('th', { scope: 'row', 'data-n': '' }, String(k));
      body.append(h('tr', { 'data-k': k }, name, ...row()));
    }
    const first = header(h('i', {}, 'k'));
    return h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, first, ...heads)),
      body,
    );
  };
  return h(
    'div',
    { class: 'widget gradient' },
    table(
      'The gradient of the loss: prediction minus target',
      [
        header('prediction ', formula(document, '[prob σ_k]')),
        header('target ', formula(document, '[target t_k]')),
        header(formula(document, '[grad ∂L ∕ ∂z_k]')),
      ],
      () => [
        figure('prob', 'prob'),
        figure('target', 'target'),
        h(
          'td',
          { class: 'bar-cell q-grad' },
          h('span', { class: 'number', 'data-grad': true }),
          h('span', { class: 'bar two-sided', 'aria-hidden': 'true' }),
        ),
      ],
    ),
    h(
      'fieldset',
      { class: 'slips' },
      h('legend', {}, 'Gradient check of the formula'),
      ...slips.map(({ slip, label, source }) =>
        h(
          'label',
          {},
          h('input', {
            type: 'radio',
            name: 'gradient-slip',
            value: slip,
            autocomplete: 'off',
          }),
          ` ${label} `,
          formula(document, source),
        ),
      ),
    ),
    h('p', { class: 'verdict' }, ' '),
    drawSlipWhy(document),
    table(
      'Each entry, computed in three ways',
      [
        header('formula'),
        header('dual numbers'),
        header('central difference'),
        header('relative difference'),
        header('verdict'),
      ],
      () => [
        figure('analytic', 'grad'),
        figure('dual'),
        figure('central'),
        figure('residual'),
        h('td', { class: 'entry-verdict' }, ' '),
      ],
    ),
  );
}
