import { element } from './element.ts';
import { formula } from './formula.ts';

/**
 * The Jacobian ∂σ_i/∂z_j of `n` classes as a table of values with a diverging colour, its row sums, and
 * the two cases of the formula.
 */
export function drawJacobian(document: Document, n: number): HTMLElement {
  const head = element(
    document,
    'tr',
    { 'data-repeat': true },
    element(document, 'th', { scope: 'col' }, formula(document, 'i\\j')),
  );
  const body = element(document, 'tbody', { 'data-repeat': true });
  for (let i = 1; i <= n; i++) {
    head.append(
      element(
        document,
        'th',
        { scope: 'col', 'data-k': i },
        formula(document, `[logit z_#{${i}}]`),
      ),
    );
    const row = element(
      document,
      'tr',
      { 'data-k': i, 'data-repeat': true },
      element(document, 'th', { scope: 'row' }, formula(document, `[prob σ_#{${i}}]`)),
    );
    for (let j = 1; j <= n; j++) {
      row.append(
        element(
          document,
          'td',
          { 'data-k': j },
          element(document, 'button', { type: 'button', class: 'number', tabindex: -1 }),
        ),
      );
    }
    row.append(
      element(
        document,
        'td',
        { class: 'row-sum' },
        element(document, 'span', { class: 'number', 'data-sum': true }),
      ),
    );
    body.append(row);
  }
  head.append(element(document, 'th', { scope: 'col', class: 'row-sum' }, 'row sum'));
  const branch = (name: string, condition: string, value: string): HTMLElement =>
    element(
      document,
      'li',
      { 'data-case': name },
      element(document, 'span', {}, 'if ', formula(document, condition)),
      formula(document, value),
    );
  return element(
    document,
    'figure',
    { class: 'widget jacobian' },
    element(
      document,
      'figcaption',
      {},
      'The Jacobian ',
      formula(document, '∂[prob σ_i] ∕ ∂[logit z_j]'),
      ' at your numbers; choose an entry',
    ),
    element(
      document,
      'div',
      { class: 'scroll', role: 'region', 'aria-label': 'Jacobian', tabindex: 0 },
      element(document, 'table', {}, element(document, 'thead', {}, head), body),
    ),
    element(
      document,
      'ul',
      { class: 'cases' },
      branch('same', 'i = j', '[prob σ_i] (1 − [prob σ_i])'),
      branch('other', 'i ≠ j', '−[prob σ_i] [prob σ_j]'),
    ),
    element(
      document,
      'p',
      { class: 'remark' },
      element(document, 'span', { class: 'number', 'data-entry': true }),
    ),
  );
}
