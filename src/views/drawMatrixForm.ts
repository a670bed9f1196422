import { elementsOf } from './element.ts';
import { formatShort } from './format.ts';
import { formula } from './formula.ts';
import { classMatrix, matrixTable } from './matrixTable.ts';
import { scroller } from './scroller.ts';
import { X } from './samples.ts';
import { tableParts } from './tableParts.ts';

const samples = X.map((_, s) => String(s + 1));
const features = (X[0] ?? []).map((_, m) => String(m + 1));

/**
 * The gradient of four samples' loss in the weights, for `n` classes: the matrices it is made of, both
 * of its layouts, and one entry as its sum over the samples.
 */
export function drawMatrixForm(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const target = {
    name: 'targets',
    title: '[target T]',
    label: 'targets',
    corner: 's\\i',
    quantity: 'target',
  };
  const prediction = {
    name: 'predicted',
    title: '[prob Ŷ]',
    label: 'predictions',
    corner: 's\\i',
    quantity: 'prob',
  };
  const transposed = {
    name: 'transposed',
    title: '[grad X^⊤(Ŷ − T)]',
    label: 'gradient, a row for each feature',
    corner: 'j\\i',
    quantity: 'grad',
  };
  return h(
    'figure',
    { class: 'widget matrix-form' },
    h('figcaption', {}, 'The gradient of four samples as a product of matrices; choose an entry'),
    h(
      'div',
      { class: 'matrices' },
      inputMatrix(document),
      classMatrix(document, target, n, samples),
      classMatrix(document, prediction, n, samples),
    ),
    h(
      'div',
      { class: 'matrices' },
      gradientMatrix(document, n),
      classMatrix(document, transposed, n, features),
    ),
    sumTable(document),
    h('p', { class: 'agreement' }, ' '),
    h(
      'p',
      { class: 'remark' },
      'The logits of a sample are ',
      formula(document, 'W x + [logit z]'),
      ' with a fixed ',
      formula(document, 'W'),
      ' and your logits ',
      formula(document, '[logit z]'),
      ' as biases; the first row of ',
      formula(document, '[target T]'),
      ' is your target. The column of ones in ',
      formula(document, 'X'),
      ' gives the gradient in the biases. The matrices hold the gradient of the sum of the losses; that of their mean, with ',
      formula(document, '1 ∕ N'),
      `, is each entry divided by ${samples.length}, as in the last line of the table.`,
    ),
    h(
      'details',
      {},
      h('summary', {}, 'Each entry, computed in three ways'),
      scroller(document, 'each entry', comparison(document, n)),
    ),
  );
}

function columns(document: Document): HTMLElement[] {
  return features.map((m) => elementsOf(document)('th', { scope: 'col' }, m));
}

function inputMatrix(document: Document): HTMLElement {
  const h = elementsOf(document);
  const rows = X.map((x, s) => {
    const cells = x.map((value) => h('td', {}, h('span', { class: 'number' }, formatShort(value))));
    return h('tr', {}, h('th', { scope: 'row' }, String(s + 1)), ...cells);
  });
  const names = { name: 'inputs', title: 'X', label: 'inputs', corner: 's\\j' };
  return matrixTable(document, names, columns(document), h('tbody', {}, ...rows), false);
}

/** The layout of the weights, a row for each class; its entries are buttons. */
function gradientMatrix(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const body = tableParts(document).classRows(n, () =>
    features.map((m) =>
      h('td', { 'data-k': m }, h('button', { type: 'button', class: 'number', tabindex: -1 })),
    ),
  );
  const names = {
    name: 'layout',
    title: '[grad (Ŷ − T)^⊤X]',
    label: 'gradient, a row for each class',
    corner: 'i\\j',
  };
  return matrixTable(document, names, columns(document), body, false);
}

/** The entry under study, sample by sample. */
function sumTable(document: Document): HTMLElement {
  const h = elementsOf(document);
  const { number, head } = tableParts(document);
  return h(
    'table',
    { class: 'sum' },
    h('caption', { 'data-entry': true }, ' '),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head(formula(document, 's')),
        head(formula(document, '[prob ŷ_i^{(s)}] − [target t_i^{(s)}]')),
        head(formula(document, 'x_j^{(s)}')),
        head('product'),
      ),
    ),
    h(
      'tbody',
      {},
      ...samples.map((s) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, s),
          number('difference'),
          number('input'),
          number('product', 'grad'),
        ),
      ),
    ),
    h(
      'tfoot',
      {},
      h('tr', {}, h('th', { scope: 'row', colspan: 3 }, 'sum'), number('total', 'grad')),
      h(
        'tr',
        {},
        h('th', { scope: 'row', colspan: 3 }, 'mean: sum ∕ ', formula(document, 'N')),
        number('mean', 'grad'),
      ),
    ),
  );
}

/** Every entry by both products and by the loop. */
function comparison(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const { number, head } = tableParts(document);
  const table = h(
    'table',
    { 'data-repeat': true },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head(formula(document, 'i, j')),
        head(formula(document, 'X^⊤(Ŷ − T)')),
        head(formula(document, '(Ŷ − T)^⊤X')),
        head('loop over samples'),
        head('verdict'),
      ),
    ),
  );
  for (let k = 1; k <= n; k++) {
    const rows = features.map((m) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, h('span', { 'data-n': '' }, String(k)), `, ${m}`),
        number('first', 'grad'),
        number('second', 'grad'),
        number('loop', 'grad'),
        h('td', { class: 'entry-verdict' }, ' '),
      ),
    );
    table.append(h('tbody', { 'data-k': k }, ...rows));
  }
  return table;
}
