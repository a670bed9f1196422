import { drawTriangle } from './drawTriangle.ts';
import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { svgOf } from './plane.ts';
import { tableParts } from './tableParts.ts';
import { corners } from './triangle.ts';

/** How many of the reader's points stay visible. */
const traceLength = 24;

/** The pairs of classes whose log-ratios are told. */
export const pairs = [
  [1, 2],
  [1, 3],
  [2, 3],
] as const;

/** The simplex of three classes with the reader's prediction, its trace, and the target. */
export function drawSimplex(document: Document): HTMLElement {
  const h = elementsOf(document);
  const { number, head, classHead } = tableParts(document);
  return h(
    'figure',
    { class: 'widget simplex' },
    h(
      'figcaption',
      {},
      'All predictions of three classes: drag the point, or move it with the arrow keys',
    ),
    h(
      'div',
      { class: 'other-classes', hidden: true },
      h('p', {}, ' '),
      h('button', { type: 'button', 'data-act': 'three' }, 'use three classes'),
    ),
    h('div', { class: 'three-classes' }, drawing(document)),
    h(
      'div',
      { class: 'tables three-classes' },
      h(
        'table',
        {},
        h('caption', {}, 'Ratios of probabilities are differences of logits'),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            head(formula(document, 'i, j')),
            head(formula(document, 'log ([prob ŷ_i] ∕ [prob ŷ_j])')),
            head(formula(document, '[logit z_i] − [logit z_j]')),
          ),
        ),
        h(
          'tbody',
          {},
          ...pairs.map(([i, j]) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, `${i}, ${j}`),
              number('ratio', 'prob'),
              number('difference', 'logit'),
            ),
          ),
        ),
      ),
      h(
        'table',
        {},
        h('caption', {}, 'The two points'),
        classHead(
          head('prediction ', formula(document, '[prob ŷ_k]')),
          head('target ', formula(document, '[target t_k]')),
        ),
        h(
          'tbody',
          {},
          ...corners.map((_, k) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, String(k + 1)),
              number('prob', 'prob'),
              number('target', 'target'),
            ),
          ),
        ),
      ),
    ),
    h('p', { class: 'agreement three-classes' }, ' '),
    h('p', { class: 'remark three-classes' }, ' '),
  );
}

function drawing(document: Document): SVGElement {
  const svg = svgOf(document);
  const trace = Array.from({ length: traceLength }, (_, k) =>
    svg('circle', { r: 0.9, opacity: (0.7 * (k + 1)) / traceLength, visibility: 'hidden' }),
  );
  return drawTriangle(
    document,
    svg('g', { class: 'trace q-prob' }, ...trace),
    svg('path', { class: 'aim q-target', d: 'M-3,0L0,-3L3,0L0,3Z' }),
    svg(
      'g',
      { class: 'handle q-prob', role: 'slider', 'aria-valuemin': 0, 'aria-valuemax': 1 },
      svg('circle', { class: 'reach', r: 6.5 }),
      svg('circle', { class: 'spot', r: 2 }),
    ),
  );
}
