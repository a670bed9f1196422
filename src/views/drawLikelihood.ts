import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { scroller } from './scroller.ts';
import { tableParts } from './tableParts.ts';
import { drawPlane, svgOf } from './plane.ts';

/** Where the ticks stand on both axes, as shares. */
const ticks = { x: [0, 0.25, 0.5, 0.75, 1], y: [0, 0.5, 1] };

/**
 * The loss −log ŷ of a prediction with the reader's points on it, the cross-entropy of `n` classes
 * term by term, and the likelihood of which it is the negative logarithm.
 */
export function drawLikelihood(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const svg = svgOf(document);
  const dots = svg('g', { 'data-repeat': '' });
  for (let k = 1; k <= n; k++)
    dots.append(svg('circle', { class: 'dot q-prob', r: 5, 'data-k': k }));
  const { number, head, classHead, classRows } = tableParts(document);
  return h(
    'figure',
    { class: 'widget likelihood' },
    h(
      'figcaption',
      {},
      'The loss ',
      formula(document, '−log [prob ŷ]'),
      ' of the probability ',
      formula(document, '[prob ŷ]'),
      ' that the model gives to what is true',
    ),
    h(
      'div',
      { class: 'plane-frame' },
      h(
        'p',
        { class: 'axis-title upper', 'aria-hidden': 'true' },
        '↑ ',
        formula(document, '−log [prob ŷ]'),
      ),
      drawPlane(
        document,
        ticks,
        ['curve'],
        [
          svg('line', { class: 'guide q-prob', y2: '100%' }),
          svg('line', { class: 'guide loss', x2: 0 }),
          dots,
        ],
      ),
      h('p', { class: 'axis-title', 'aria-hidden': 'true' }, formula(document, '[prob ŷ]'), ' →'),
    ),
    scroller(
      document,
      'terms and factors',
      h(
        'table',
        {},
        h('caption', {}, 'Cross-entropy term by term, likelihood factor by factor'),
        classHead(
          head('target ', formula(document, '[target t_k]')),
          head('prediction ', formula(document, '[prob ŷ_k]')),
          head('term ', formula(document, '−[target t_k] log [prob ŷ_k]')),
          head('factor ', formula(document, '[prob ŷ_k]^{[target t_k]}')),
        ),
        classRows(n, () => [
          number('target', 'target'),
          number('prob', 'prob'),
          number('term'),
          number('factor'),
        ]),
        h(
          'tfoot',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'row', colspan: 3 }, 'sum of the terms, product of the factors'),
            number('sum'),
            number('product'),
          ),
        ),
      ),
    ),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
  );
}
