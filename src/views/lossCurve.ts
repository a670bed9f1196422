import { axisX, axisY, dot, line, plot, ruleX } from '@observablehq/plot';
import { crossEntropy } from '../numeric/crossEntropy.ts';
import { elementsOf } from './element.ts';
import { formatNumber } from './format.ts';
import { formula } from './formula.ts';
import { slippedGradient } from './slippedGradient.ts';
import type { Point } from './point.ts';

/** Points of the curve on each side of the reader's own. */
const half = 40;

/**
 * The loss along z_k, with a line of the slope that the gradient's formula gives: its tangent, as long
 * as the formula is whole. k is the point's `i`. This module brings Plot with it: in the page it is
 * imported only once a curve has to be drawn again.
 */
export function lossCurve(document: Document, { z, t, i, slip }: Point): HTMLElement {
  const h = elementsOf(document);
  const k = i - 1;
  const here = z[k] ?? 0;
  const loss = (x: number): number => crossEntropy(z.with(k, x), t);
  const slope = slippedGradient(z, t, slip)[k] ?? NaN;
  // Wide enough that neighbouring points differ in double precision.
  const reach = Math.max(4, Math.abs(here) / 1000);
  const at = (step: number): { x: number; y: number } => {
    const x = here + (step / half) * reach;
    return { x, y: loss(x) };
  };
  const curve = Array.from({ length: 2 * half + 1 }, (_, step) => at(step - half));
  const height = loss(here);
  const along = (dx: number): { x: number; y: number } => ({
    x: here + dx * reach,
    y: height + dx * reach * slope,
  });
  const format = (x: number): string => formatNumber(x, 2);
  const drawing = plot({
    document,
    className: 'loss-plot',
    width: 608,
    height: 240,
    marginLeft: 56,
    marginRight: 24,
    marginBottom: 52,
    ariaLabel: `the loss along logit ${i}, and a line of slope ${formatNumber(slope)} at ${formatNumber(here)}`,
    x: { domain: [here - reach, here + reach] },
    y: { nice: true },
    marks: [
      axisX({
        ticks: 7,
        tickFormat: format,
        label: `z${subscript(i)} →`,
        labelAnchor: 'center',
        labelOffset: 46,
        tickSize: 4,
      }),
      axisY({ ticks: 5, tickFormat: format, label: '↑ loss L', tickSize: 4 }),
      ruleX([here], { stroke: 'var(--q-logit)', strokeDasharray: '2 3' }),
      line(curve, { x: 'x', y: 'y', stroke: 'currentColor', strokeWidth: 1.75 }),
      line([along(-0.5), along(0.5)], {
        x: 'x',
        y: 'y',
        stroke: 'var(--q-grad)',
        strokeWidth: 2.5,
        strokeDasharray: '7 3',
      }),
      dot([{ x: here, y: height }], { x: 'x', y: 'y', r: 4.5, fill: 'var(--q-logit)' }),
    ],
  });
  drawing.setAttribute('role', 'img');
  for (const style of drawing.querySelectorAll('style')) style.remove(); // widgets.css has these rules
  for (const group of drawing.querySelectorAll('g')) group.removeAttribute('aria-label'); // not a group's
  return h(
    'figure',
    { class: 'loss-curve' },
    h(
      'figcaption',
      {},
      'The loss along ',
      formula(document, `[logit z_{${i}}]`),
      `, and at your number a line of slope ${formatNumber(slope)}, the formula’s entry `,
      formula(document, `[grad ∂L ∕ ∂z_{${i}}]`),
      slip === 'none' || t[k] === 0 // both slips change what t_k multiplies
        ? ': the tangent'
        : ': broken, so not the tangent',
    ),
    drawing,
    h(
      'details',
      {},
      h('summary', {}, 'The curve as a table'),
      table(document, i, [-1, -0.5, -0.25, 0, 0.25, 0.5, 1], at, along),
    ),
  );
}

function table(
  document: Document,
  i: number,
  steps: readonly number[],
  at: (step: number) => { x: number; y: number },
  along: (dx: number) => { y: number },
): HTMLElement {
  const h = elementsOf(document);
  const row = (name: 'th' | 'td', texts: readonly string[]): HTMLElement =>
    h('tr', {}, ...texts.map((text) => h(name, name === 'th' ? { scope: 'col' } : {}, text)));
  return h(
    'table',
    { class: 'number' },
    h('thead', {}, row('th', [`z${subscript(i)}`, 'loss', 'line'])),
    h(
      'tbody',
      {},
      ...steps.map((step) => {
        const { x, y } = at(step * half);
        return row(
          'td',
          [x, y, along(step).y].map((value) => formatNumber(value)),
        );
      }),
    ),
  );
}

function subscript(k: number): string {
  return String(k).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)));
}
