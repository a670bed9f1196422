import { element } from './element.ts';
import { formula } from './formula.ts';
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
  const header = (...children: (Node | string)[]): HTMLElement =>
    element(document, 'th', { scope: 'col' }, ...children);
  const figure = (name: string, quantity = ''): HTMLElement =>
    element(
      document,
      'td',
      quantity === '' ? {} : { class: `q-${quantity}` },
      element(document, 'span', { class: 'number', [`data-${name}`]: true }),
    );
  const table = (caption: string, heads: HTMLElement[], row: () => HTMLElement[]): HTMLElement => {
    const body = element(document, 'tbody', { 'data-repeat': true });
    for (let k = 1; k <= n; k++) {
      const name = element(document, 'th', { scope: 'row', 'data-n': '' }, String(k));
      body.append(element(document, 'tr', { 'data-k': k }, name, ...row()));
    }
    const first = header(element(document, 'i', {}, 'k'));
    return element(
      document,
      'table',
      {},
      element(document, 'caption', {}, caption),
      element(document, 'thead', {}, element(document, 'tr', {}, first, ...heads)),
      body,
    );
  };
  return element(
    document,
    'div',
    { class: 'widget gradient' },
    table(
      'The gradient of the loss: prediction minus target',
      [
        header('prediction ', formula(document, '[prob σ_k]')),
        header('target ', formula(document, '[target t_k]')),
        header(formula(document, '[grad ∂L ∕ ∂z_k] = [prob σ_k] − [target t_k]')),
      ],
      () => [
        figure('prob', 'prob'),
        figure('target', 'target'),
        element(
          document,
          'td',
          { class: 'bar-cell q-grad' },
          element(document, 'span', { class: 'number', 'data-grad': true }),
          element(document, 'span', { class: 'bar two-sided', 'aria-hidden': 'true' }),
        ),
      ],
    ),
    element(
      document,
      'fieldset',
      { class: 'slips' },
      element(document, 'legend', {}, 'Gradient check of the formula'),
      ...slips.map(({ slip, label, source }) =>
        element(
          document,
          'label',
          {},
          element(document, 'input', {
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
    element(document, 'p', { class: 'verdict' }, ' '),
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
        element(document, 'td', { class: 'entry-verdict' }, ' '),
      ],
    ),
  );
}
