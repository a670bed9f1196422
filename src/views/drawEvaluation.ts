import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { ownPresets, ownSlider } from './ownSlider.ts';
import { scroller } from './scroller.ts';
import { tableParts } from './tableParts.ts';

/** The ways in which softmax is computed, in the order of their columns. */
export const ways = ['naive-double', 'shifted-double', 'naive-single', 'shifted-single'] as const;

const heads = {
  'naive-double': 'as written, float64',
  'shifted-double': 'shifted, float64',
  'naive-single': 'as written, float32',
  'shifted-single': 'shifted, float32',
} as const;

const shift = { key: 'distribution-c', label: 'added to every logit', usual: 0 };
const temperature = { key: 'distribution-tau', label: 'temperature', usual: 1 };

/**
 * Softmax of `n` logits at a temperature τ and with c added to all of them, computed as it is written and
 * from the largest logit, in double and in single precision side by side.
 */
export function drawEvaluation(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const { number, bar, head, classHead, classRows } = tableParts(document);
  const foot = (label: string, cell: (way: string) => HTMLElement): HTMLElement =>
    h('tr', {}, h('th', { scope: 'row', colspan: 3 }, label), ...ways.map(cell));
  return h(
    'figure',
    { class: 'widget evaluation' },
    h(
      'figcaption',
      {},
      'The same softmax, computed in four ways, of ',
      formula(document, '[logit z] ∕ τ + c1'),
    ),
    ownSlider(document, { ...shift, symbol: 'c', min: -1000, max: 1000, step: 1 }),
    ownPresets(document, shift, [
      ['c = 0', 0],
      ['float32 overflows', 100],
      ['both overflow', 800],
      ['both vanish', -800],
    ]),
    ownSlider(document, { ...temperature, symbol: 'τ', min: 0.05, max: 10, step: 0.05 }),
    ownPresets(document, temperature, [
      ['cold', 0.1],
      ['τ = 1', 1],
      ['hot', 10],
    ]),
    scroller(
      document,
      'softmax in four ways',
      h(
        'table',
        {},
        classHead(
          head(formula(document, '[logit z_k] ∕ τ + c')),
          head(formula(document, '[prob σ(z ∕ τ)_k]')),
          ...ways.map((way) => head(heads[way])),
        ),
        classRows(n, () => [
          number('logit', 'logit'),
          bar('prob', 'prob'),
          ...ways.map((way) => number(way, 'prob')),
        ]),
        h(
          'tfoot',
          {},
          foot('sum of the exponentials', (way) => number(`sum-${way}`, 'exp')),
          foot('largest error', (way) =>
            h(
              'td',
              { class: 'error' },
              h('span', { class: 'number', [`data-error-${way}`]: true }),
            ),
          ),
        ),
      ),
    ),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
  );
}
