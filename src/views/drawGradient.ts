import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { scroller } from './scroller.ts';
import { drawSlipWhy } from './slipWhy.ts';
import { tableParts } from './tableParts.ts';
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
  const { number, bar, head, classHead, classRows } = tableParts(document);
  const table = (caption: string, heads: HTMLElement[], row: () => HTMLElement[]): HTMLElement =>
    h('table', {}, h('caption', {}, caption), classHead(...heads), classRows(n, row));
  return h(
    'div',
    { class: 'widget gradient' },
    table(
      'The gradient of the loss: prediction minus target',
      [
        head('prediction ', formula(document, '[prob σ_k]')),
        head('target ', formula(document, '[target t_k]')),
        head(formula(document, '[grad ∂L ∕ ∂z_k]')),
      ],
      () => [
        number('prob', 'prob'),
        number('target', 'target'),
        bar('grad', 'grad', 'bar two-sided'),
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
    scroller(
      document,
      'each entry',
      table(
        'Each entry, computed in three ways',
        [
          head('formula'),
          head('dual numbers'),
          head('central difference'),
          head('relative difference'),
          head('verdict'),
        ],
        () => [
          number('analytic', 'grad'),
          number('dual'),
          number('central'),
          number('residual'),
          h('td', { class: 'entry-verdict' }, ' '),
        ],
      ),
    ),
  );
}
