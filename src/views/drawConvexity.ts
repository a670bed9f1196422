import { ends } from './convexLine.ts';
import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { ownSlider } from './ownSlider.ts';
import { drawPlane, svgOf } from './plane.ts';
import { tableParts } from './tableParts.ts';

const ticks = { x: [0, 0.25, 0.5, 0.75, 1], y: [0, 0.5, 1] };

/** What each end of the line is called. */
const labels = {
  opposite: 'u = −z',
  equal: 'equal logits',
  shifted: 'u = z + 3·1',
  another: 'another direction',
} as const;

/**
 * The loss along a line from the reader's logits z to a second point u, with its chord, its second
 * derivative, and the smallest eigenvalue of the Hessian where the slider stands.
 */
export function drawConvexity(document: Document): HTMLElement {
  const h = elementsOf(document);
  const svg = svgOf(document);
  return h(
    'figure',
    { class: 'widget convexity' },
    h(
      'figcaption',
      {},
      'The loss along a line from your logits ',
      formula(document, '[logit z]'),
      ' to a second point ',
      formula(document, 'u'),
    ),
    h(
      'div',
      { class: 'choices', role: 'group', 'aria-label': 'the second point' },
      ...ends.map((end, at) =>
        h(
          'button',
          { type: 'button', 'data-own': 'convexity-toward', 'data-usual': 0, 'data-to': at },
          labels[end],
        ),
      ),
    ),
    h(
      'div',
      { class: 'plane-frame' },
      h(
        'p',
        { class: 'axis-title upper', 'aria-hidden': 'true' },
        '↑ ',
        formula(document, 'L(z + s(u − z))'),
      ),
      drawPlane(
        document,
        ticks,
        ['curve', 'chord q-target'],
        [
          svg('line', { class: 'guide' }),
          svg('circle', { class: 'dot q-logit', r: 5 }),
          svg('circle', { class: 'dot q-logit', r: 5 }),
          svg('circle', { class: 'dot q-grad', r: 5 }),
        ],
      ),
      h('p', { class: 'axis-title', 'aria-hidden': 'true' }, formula(document, 's'), ' →'),
    ),
    ownSlider(document, {
      key: 'convexity-s',
      label: 'along the line',
      symbol: 's',
      min: 0,
      max: 1,
      step: 0.01,
      usual: 0.5,
    }),
    tableParts(document).facts(
      ['loss', 'loss', 'L(z + s(u − z))'],
      ['chord', 'chord', '(1 − s) L(z) + s L(u)'],
      ['bend', 'second derivative', 'd^⊤H d,  d = u − z'],
      ['smallest', 'smallest eigenvalue of H', 'H = diag(ŷ) − ŷŷ^⊤'],
      ['next', 'the next one', ''],
    ),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
    h(
      'details',
      {},
      h('summary', {}, 'The line as a table'),
      h(
        'table',
        { class: 'number' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...['s', 'loss', 'chord', 'second derivative'].map((text) =>
              h('th', { scope: 'col' }, text),
            ),
          ),
        ),
        h(
          'tbody',
          { class: 'samples' },
          ...ticks.x.map(() => h('tr', {}, h('td'), h('td'), h('td'), h('td'))),
        ),
      ),
    ),
  );
}
