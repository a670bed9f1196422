import { classField } from './classField.ts';
import { elementsOf } from './element.ts';
import { formula } from './formula.ts';
import { mostFeatures } from './layer.ts';
import { layerPresets } from './layerPresets.ts';
import { matrixTable } from './matrixTable.ts';
import { scroller } from './scroller.ts';
import { tableParts } from './tableParts.ts';

/** A column of the figure: what it is called, and the colour of what it holds. */
interface Column {
  readonly name: string;
  readonly title: string;
  readonly label: string;
  readonly quantity?: string;
}

const logits: Column = { name: 'z', title: '[logit z]', label: 'logits', quantity: 'logit' };
const prediction: Column = {
  name: 'yhat',
  title: '[prob ŷ]',
  label: 'prediction',
  quantity: 'prob',
};
const target: Column = { name: 't', title: '[target t]', label: 'target', quantity: 'target' };

/**
 * One sample's layer z = W x + b of `n` classes and `M` features, with fields for x, W and b, and the
 * gradient in the weights as the outer product (ŷ − t)xᵀ, whose entries are buttons.
 */
export function drawWeights(document: Document, n: number, M = 2): HTMLElement {
  const h = elementsOf(document);
  const sign = (text: string): HTMLElement =>
    h('span', { class: 'sign', 'aria-hidden': 'true' }, text);
  return h(
    'figure',
    { class: 'widget weights' },
    h(
      'figcaption',
      {},
      'From one input to its logits; input, weights and biases are yours to change',
    ),
    h(
      'div',
      { class: 'matrices' },
      weightFields(document, n, M),
      inputFields(document, M),
      sign('+'),
      column(document, { name: 'b', title: 'b', label: 'biases' }, n, (k) =>
        h('td', {}, field(document, 'b', String(k))),
      ),
      sign('='),
      numbers(document, logits, n),
      numbers(document, prediction, n),
      numbers(document, target, n),
    ),
    h(
      'div',
      { class: 'choices' },
      h(
        'button',
        { type: 'button', 'data-act': 'more', disabled: M === mostFeatures },
        '+ feature',
      ),
      h('button', { type: 'button', 'data-act': 'fewer', disabled: M === 1 }, '\u2212 feature'),
      ...Object.entries(layerPresets).map(([name, { label }]) =>
        h('button', { type: 'button', 'data-layer': name }, label),
      ),
      h('button', { type: 'button', 'data-act': 'usual' }, 'reset W and x'),
    ),
    h('p', { class: 'message' }),
    outerProduct(document, n, M),
    h(
      'label',
      { class: 'choice' },
      h('input', { type: 'checkbox', autocomplete: 'off', 'data-rows': true }),
      ' a whole row at a time',
    ),
    h('p', { class: 'entry' }, ' '),
    h('p', { class: 'agreement' }, ' '),
    h('p', { class: 'remark' }, ' '),
  );
}

function heads(document: Document, M: number): HTMLElement[] {
  const h = elementsOf(document);
  return Array.from({ length: M }, (_, m) => h('th', { scope: 'col' }, String(m + 1)));
}

function weightFields(document: Document, n: number, M: number): HTMLElement {
  const h = elementsOf(document);
  const body = tableParts(document).classRows(n, (k) =>
    heads(document, M).map((_, m) => h('td', {}, field(document, 'W', `${k}, ${m + 1}`))),
  );
  const names = { name: 'w', title: 'W', label: 'weights', corner: 'i\\j' };
  return matrixTable(document, names, heads(document, M), body, false);
}

function inputFields(document: Document, M: number): HTMLElement {
  const h = elementsOf(document);
  const rows = heads(document, M).map((_, m) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, String(m + 1)),
      h('td', {}, field(document, 'x', String(m + 1))),
    ),
  );
  const names = { name: 'x', title: 'x', label: 'input', corner: 'j' };
  return matrixTable(document, names, [], h('tbody', {}, ...rows), false);
}

/** A field for the entry of a matrix at `place`, which a copy for another class says anew. */
function field(document: Document, name: string, place: string): HTMLElement {
  return classField(document, `${name} ${place}`, { 'data-field': name.toLowerCase() });
}

/** A vector with one entry a class. */
function column(
  document: Document,
  { name, title, label }: Column,
  n: number,
  cell: (k: number) => HTMLElement,
): HTMLElement {
  const body = tableParts(document).classRows(n, (k) => [cell(k)]);
  return matrixTable(document, { name, title, label, corner: 'i' }, [], body, false);
}

function numbers(document: Document, names: Column, n: number): HTMLElement {
  const { number } = tableParts(document);
  return column(document, names, n, () => number(names.name, names.quantity));
}

/** The outer product with its row factors on the left and its column factors above. */
function outerProduct(document: Document, n: number, M: number): HTMLElement {
  const h = elementsOf(document);
  const body = h('tbody', { 'data-repeat': true });
  for (let k = 1; k <= n; k++) {
    body.append(
      h(
        'tr',
        { 'data-k': k },
        h(
          'th',
          { scope: 'row', class: 'q-grad' },
          h('span', { class: 'number', 'data-row': true }),
        ),
        ...heads(document, M).map((_, m) =>
          h(
            'td',
            { 'data-k': m + 1 },
            h('button', { type: 'button', class: 'number', tabindex: -1 }),
          ),
        ),
      ),
    );
  }
  const factors = heads(document, M).map(() =>
    h('th', { scope: 'col' }, h('span', { class: 'number', 'data-column': true })),
  );
  return h(
    'div',
    { class: 'matrix outer' },
    scroller(
      document,
      'the gradient in the weights',
      h(
        'table',
        {},
        h('caption', {}, formula(document, '[grad ∂L ∕ ∂W = (ŷ − t)] x^⊤'), '; choose an entry'),
        h(
          'thead',
          {},
          h('tr', {}, h('td', {}, formula(document, '[grad ŷ − t] \\ x^⊤')), ...factors),
        ),
        body,
      ),
    ),
  );
}
