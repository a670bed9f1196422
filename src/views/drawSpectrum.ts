import { directions } from './direction.ts';
import { drawTriangle } from './drawTriangle.ts';
import { classField } from './classField.ts';
import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { svgOf } from './plane.ts';
import { scroller } from './scroller.ts';
import { tableParts } from './tableParts.ts';

const labels = {
  first: 'class 1 alone',
  ones: 'v = 1',
  fastest: 'the first eigenvector',
} as const;

/**
 * What the Jacobian of `n` classes does: its eigenvalues up to ½, rank and kernel, and its product with
 * a direction v, in numbers and, for three classes, as an arrow in the simplex.
 */
export function drawSpectrum(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  return h(
    'figure',
    { class: 'widget spectrum' },
    eigenvalues(document, n),
    tableParts(document).facts(
      ['rank', 'rank', ''],
      ['kernel', 'kernel: the largest entry of', 'J 1'],
      ['trace', 'sum of the eigenvalues', '1 − Σ_i [prob σ_i]^2'],
    ),
    h('p', { class: 'agreement' }, ' '),
    h(
      'div',
      { class: 'choices', role: 'group', 'aria-label': 'the direction v' },
      ...directions.map((name) =>
        h('button', { type: 'button', 'data-direction': name }, labels[name]),
      ),
    ),
    h('p', { class: 'message' }),
    scroller(document, 'the product of the Jacobian and v', product(document, n)),
    h('p', { class: 'agreement' }, ' '),
    h('div', { class: 'three-classes' }, arrow(document)),
    h('p', { class: 'remark' }, ' '),
  );
}

function eigenvalues(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const { number, head, classHead, classRows } = tableParts(document);
  return h(
    'table',
    { class: 'eigenvalues' },
    h('caption', {}, 'The eigenvalues of the Jacobian, none above ½'),
    classHead(
      head(formula(document, '[grad λ_k]')),
      h(
        'td',
        { 'aria-hidden': 'true' },
        h('span', { class: 'ends' }, h('span', {}, '0'), h('span', {}, '½')),
      ),
    ),
    classRows(n, () => [
      number('value', 'grad'),
      h('td', { class: 'q-grad', 'aria-hidden': 'true' }, h('span', { class: 'bar' })),
    ]),
  );
}

function product(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const { number, bar, head, classHead, classRows } = tableParts(document);
  return h(
    'table',
    {},
    h('caption', {}, 'How softmax moves when the logits move along v'),
    classHead(
      head(formula(document, 'v_k')),
      head(formula(document, '[prob σ_k]')),
      head(
        formula(document, '[grad (Jv)_k = ]'),
        formula(document, '[prob σ_k](v_k − [prob σ] · v)'),
      ),
      head('by a difference'),
    ),
    classRows(n, (k) => [
      h('td', {}, classField(document, `v ${k}`)),
      number('prob', 'prob'),
      bar('product', 'grad', 'bar two-sided'),
      number('difference'),
    ]),
  );
}

/** The way of σ(z + sv), and the arrow Jv that touches it. */
function arrow(document: Document): SVGElement {
  const svg = svgOf(document);
  const drawing = drawTriangle(
    document,
    svg('path', { class: 'way q-prob', d: '' }),
    svg('path', { class: 'arrow q-grad', d: '' }),
    svg('circle', { class: 'spot q-prob', r: 1.6 }),
  );
  drawing.setAttribute('role', 'img');
  return drawing;
}
