import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { ownPresets, ownSlider } from './ownSlider.ts';
import { tableParts } from './tableParts.ts';

const rows = [
  { name: 'given', label: 'your target', source: '[target t]' },
  { name: 'smoothed', label: 'smoothed', source: '(1 − α) [target t] + α ∕ C' },
] as const;

const smoothing = { key: 'likelihood-smoothing', label: 'smoothing', usual: 0.3 };

/** Cross-entropy as entropy and divergence, as stacked bars, for the reader's target and a smoothed one. */
export function drawEntropy(document: Document): HTMLElement {
  const h = elementsOf(document);
  const { number, head } = tableParts(document);
  return h(
    'figure',
    { class: 'widget entropy' },
    h(
      'figcaption',
      {},
      'Cross-entropy is the target’s own entropy and what the prediction adds to it',
    ),
    ownSlider(document, { ...smoothing, symbol: 'α', min: 0, max: 1, step: 0.01 }),
    ownPresets(document, smoothing, [
      ['none', 0],
      ['a tenth', 0.1],
      ['α = 0.3', 0.3],
      ['all equal', 1],
    ]),
    h(
      'table',
      { 'aria-hidden': 'true', class: 'parts' },
      h(
        'tbody',
        {},
        ...rows.map(({ label }) =>
          h(
            'tr',
            {},
            h('td', {}, label),
            h(
              'td',
              {},
              h(
                'div',
                { class: 'parts-bar' },
                h('span', { class: 'own' }),
                h('span', { class: 'added' }),
              ),
            ),
          ),
        ),
        h(
          'tr',
          {},
          h('td'),
          h(
            'td',
            {},
            h('span', { class: 'ends' }, h('span', {}, '0'), h('span', { 'data-end': true })),
          ),
        ),
      ),
    ),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head('target'),
          head(h('span', { class: 'own-key' }, 'entropy '), formula(document, 'H(t)')),
          head(
            h('span', { class: 'added-key' }, 'divergence '),
            formula(document, 'D(t‖[prob ŷ])'),
          ),
          head('sum'),
          head('cross-entropy'),
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map(({ name, label, source }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, `${label} `, formula(document, source)),
            ...['entropy', 'divergence', 'sum', 'loss'].map((what) => number(`${name}-${what}`)),
          ),
        ),
      ),
    ),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
  );
}
