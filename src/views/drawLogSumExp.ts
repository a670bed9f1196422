import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { scroller } from './scroller.ts';
import { tableParts } from './tableParts.ts';

/**
 * The log-sum-exp of `n` logits on the number line beside the logits and their largest, and where it
 * lies between max z and max z + log n.
 */
export function drawLogSumExp(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const { number, head, classHead, classRows, facts } = tableParts(document);
  const lse = 'log Σ_k [exp e^{z_k}]';
  return h(
    'figure',
    { class: 'widget log-sum-exp' },
    h(
      'figcaption',
      {},
      'Your logits on the number line, and ',
      formula(document, lse),
      ' in its band above the largest',
    ),
    scroller(
      document,
      'logits on the number line',
      h(
        'table',
        {},
        classHead(
          head('logit ', formula(document, '[logit z_k]')),
          head(formula(document, '[exp e^{z_k − max z}]')),
          h(
            'td',
            { class: 'line', 'aria-hidden': 'true' },
            h(
              'span',
              { class: 'ends' },
              h('span', { 'data-low': true }),
              h('span', { 'data-high': true }),
            ),
          ),
        ),
        classRows(n, () => [
          number('logit', 'logit'),
          number('ratio', 'exp'),
          h(
            'td',
            { class: 'line', 'aria-hidden': 'true' },
            h('span', { class: 'track q-logit' }, h('span', { class: 'place' })),
          ),
        ]),
        h(
          'tfoot',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'row', colspan: 2 }, 'sum'),
            number('sum', 'exp'),
            h(
              'td',
              { class: 'key', 'aria-hidden': 'true' },
              h('span', { class: 'band-key' }, 'band'),
              h('span', { class: 'lse-key' }, 'log-sum-exp'),
            ),
          ),
        ),
      ),
    ),
    h(
      'div',
      { class: 'band-scale', 'aria-hidden': 'true' },
      h('p', {}, 'The band, enlarged'),
      h('div', { class: 'band' }),
      h(
        'div',
        { class: 'ends' },
        h('span', {}, formula(document, 'max z')),
        h('span', {}, formula(document, 'max z + log C')),
      ),
    ),
    facts(
      ['max', 'largest logit', 'max z'],
      ['lse', 'log-sum-exp', lse],
      ['top', 'upper bound', 'max z + log C'],
      ['gap', 'gap', `${lse} − max z`],
      ['most', 'largest gap', 'log C'],
    ),
    h('p', { class: 'agreement' }, ' '),
  );
}
