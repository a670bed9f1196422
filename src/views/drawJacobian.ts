import { elementsOf } from './element.ts';
import { formula } from './formula.ts';

/**
 * The Jacobian ∂σ_i/∂z_j of `n` classes as a table of values with a diverging colour, its row sums, and
 * the two cases of the formula.
 */
export function drawJacobian(document: Document, n: number): HTMLElement {
  const h = elementsOf(document);
  const head = h(
    'tr',
    { 'data-repeat': true },
    h('th', { scope: 'col' }, formula(document, 'i\\j')),
  );
  const body = h('tbody', { 'data-repeat': true });
  for (let i = 1; i <= n; i++) {
    head.append(h('th', { scope: 'col', 'data-k': i }, formula(document, `[logit z_#{${i}}]`)));
    const row = h(
      'tr',
      { 'data-k': i, 'data-repeat': true },
      h('th', { scope: 'row' }, formula(document, `[prob σ_#{${i}}]`)),
    );
    for (let j = 1; j <= n; j++) {
      row.append(
        h('td', { 'data-k': j }, h('button', { type: 'button', class: 'number', tabindex: -1 })),
      );
    }
    row.append(h('td', { class: 'row-sum' }, h('span', { class: 'number', 'data-sum': true })));
    body.append(row);
  }
  head.append(h('th', { scope: 'col', class: 'row-sum' }, 'row sum'));
  const branch = (name: string, condition: string, value: string): HTMLElement =>
    h(
      'li',
      { 'data-case': name },
      h('span', {}, 'if ', formula(document, condition)),
      formula(document, value),
    );
  return h(
    'figure',
    { class: 'widget jacobian' },
    h(
      'figcaption',
      {},
      'The Jacobian ',
      formula(document, '∂[prob σ_i] ∕ ∂[logit z_j]'),
      ' at your numbers; choose an entry',
    ),
    h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, head), body)),
    h(
      'ul',
      { class: 'cases' },
      branch('same', 'i = j', '[prob σ_i] (1 − [prob σ_i])'),
      branch('other', 'i ≠ j', '−[prob σ_i] [prob σ_j]'),
    ),
    h('p', { class: 'remark' }, h('span', { class: 'number', 'data-entry': true })),
  );
}
