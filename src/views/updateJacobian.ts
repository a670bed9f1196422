import { softmax } from '../numeric/softmax.ts';
import { softmaxJacobian } from '../numeric/softmaxJacobian.ts';
import { formatCell, formatNumber } from './format.ts';
import { mark, measure, textsOf, write } from './update.ts';
import type { Point } from './point.ts';

/** No entry of a softmax Jacobian is larger: σ(1 − σ) and σσ′ are at most ¼. */
const largestEntry = 0.25;

/** Finds what moves in a drawn Jacobian; returns its update. */
export function updateJacobian(root: Element): (point: Point) => void {
  const buttons = [...root.querySelectorAll('td button')];
  const values = textsOf(root, 'td button');
  const sums = textsOf(root, '[data-sum]');
  const rows = [...root.querySelectorAll('tbody tr')];
  const n = rows.length;
  const columns = [...root.querySelectorAll('thead th')].slice(1, -1);
  const [entry] = textsOf(root, '[data-entry]');
  const cases = [...root.querySelectorAll('[data-case]')];
  return ({ z, i, j }) => {
    const J = softmaxJacobian(z);
    const sigma = softmax(z);
    const under = (i - 1) * n + j - 1;
    for (let row = 0; row < n; row++) {
      let sum = 0;
      for (let column = 0; column < n; column++) {
        const at = row * n + column;
        const value = J[at] ?? NaN;
        sum += value;
        const button = buttons[at];
        write(values[at], formatCell(value));
        measure(button, Math.abs(value) / largestEntry);
        mark(button, 'data-below', value < 0 ? '' : null);
        mark(button, 'aria-pressed', String(at === under));
        mark(button, 'tabindex', at === under ? '0' : '-1');
      }
      write(sums[row], formatNumber(Math.abs(sum) < rounding ? 0 : sum, 3));
      mark(rows[row], 'data-study', row === i - 1 ? '' : null);
      mark(columns[row], 'data-study', row === j - 1 ? '' : null);
    }
    for (const branch of cases) {
      const lit = (branch.getAttribute('data-case') === 'same') === (i === j);
      mark(branch, 'data-lit', lit ? '' : null);
    }
    const [p, q] = [formatNumber(sigma[i - 1] ?? NaN), formatNumber(sigma[j - 1] ?? NaN)];
    const product = i === j ? `${p} · (1 − ${p})` : `−${p} · ${q}`;
    write(entry, `i = ${i}, j = ${j}:  ${product} = ${formatNumber(J[under] ?? NaN)}`);
  };
}

/** The most that rounding leaves of a row sum that is 0: ten entries of ¼ with half an ulp each. */
const rounding = 10 * 0.25 * Number.EPSILON;
