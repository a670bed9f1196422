import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { drawPlane, svgOf } from './plane.ts';
import { tableParts } from './tableParts.ts';

/** Where the ticks stand on both axes, as shares. */
const ticks = { x: [0, 0.25, 0.5, 0.75, 1], y: [0, 0.5, 1] };

/**
 * The logistic function with the reader's first two logits on it, its slope there, and the softmax of
 * the two beside it.
 */
export function drawLogistic(document: Document): HTMLElement {
  const h = elementsOf(document);
  const svg = svgOf(document);
  const difference = '[logit z_1] − [logit z_2]';
  return h(
    'figure',
    { class: 'widget logistic' },
    h(
      'figcaption',
      {},
      'The logistic function is softmax for two classes: ',
      formula(document, `1 ∕ (1 + e^{−x})`),
      ' at ',
      formula(document, `x = ${difference}`),
    ),
    h(
      'div',
      { class: 'plane-frame' },
      drawPlane(
        document,
        ticks,
        ['curve', 'tangent q-grad'],
        [
          svg('line', { class: 'guide q-logit', y2: '100%' }),
          svg('line', { class: 'guide q-prob', x2: 0 }),
          svg('circle', { class: 'dot q-prob', r: 5 }),
        ],
      ),
      h('p', { class: 'axis-title', 'aria-hidden': 'true' }, formula(document, difference), ' →'),
    ),
    tableParts(document).facts(
      ['difference', 'difference', `x = ${difference}`, 'logit'],
      ['logistic', 'logistic', 's = 1 ∕ (1 + e^{−x})', 'prob'],
      [
        'softmax',
        'softmax',
        '[exp e^{[logit z_1]}] ∕ ([exp e^{[logit z_1]}] + [exp e^{[logit z_2]}])',
        'prob',
      ],
      ['slope', 'slope', 's (1 − s)', 'grad'],
    ),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
    h(
      'details',
      {},
      h('summary', {}, 'The curve as a table'),
      h(
        'table',
        { class: 'number' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, formula(document, 'x')),
            h('th', { scope: 'col' }, 'logistic'),
            h('th', { scope: 'col' }, 'slope'),
          ),
        ),
        h(
          'tbody',
          { class: 'samples' },
          ...ticks.x.map(() => h('tr', {}, h('td'), h('td'), h('td'))),
        ),
      ),
    ),
  );
}
