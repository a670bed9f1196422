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
  const columns = [...root.querySelectorAll('thead th')].slice(1, -1);
  const [entry] = textsOf(root, '[data-entry]');
  const cases = [...root.querySelectorAll('[data-case]')];
  const n = rows.length;
  // Only the diagonal is above 0, at every point.
  buttons.forEach((button, at) => mark(button, 'data-below', at % (n + 1) === 0 ? null : ''));
  let marked = '';

  /** Marks the entry under study, its row, its column, and its case of the formula. */
  const study = (i: number, j: number): void => {
    if (marked === `${i},${j}`) return;
    marked = `${i},${j}`;
    buttons.forEach((button, at) => {
      const chosen = at === (i - 1) * n + j - 1;
      mark(button, 'aria-pressed', String(chosen));
      mark(button, 'tabindex', chosen ? '0' : '-1');
    });
    rows.forEach((row, k) => mark(row, 'data-study', k === i - 1 ? '' : null));
    columns.forEach((column, k) => mark(column, 'data-study', k === j - 1 ? '' : null));
    for (const branch of cases) {
      const lit = (branch.getAttribute('data-case') === 'same') === (i === j);
      mark(branch, 'data-lit', lit ? '' : null);
    }
  };

  return ({ z, i, j }) => {
    const J = softmaxJacobian(z);
    for (let row = 0; row < n; row++) {
      let sum = 0;
      for (let at = row * n; at < (row + 1) * n; at++) {
        const value = J[at] ?? NaN;
        sum += value;
        write(values[at], formatCell(value));
        measure(buttons[at], Math.abs(value) / largestEntry, heatSteps);
      }
      write(sums[row], formatNumber(Math.abs(sum) < rounding ? 0 : sum, 3));
    }
    study(i, j);
    const sigma = softmax(z);
    const [p, q] = [formatNumber(sigma[i - 1] ?? NaN), formatNumber(sigma[j - 1] ?? NaN)];
    const product = i === j ? `${p} · (1 − ${p})` : `−${p} · ${q}`;
    const value = formatNumber(J[(i - 1) * n + j - 1] ?? NaN);
    write(entry, `i = ${i}, j = ${j}:  ${product} = ${value}`);
  };
}

/** Shades of the diverging scale on each side. */
const heatSteps = 50;

/** The most that rounding leaves of a row sum that is 0: ten entries of ¼ with half an ulp each. */
const rounding = 10 * 0.25 * Number.EPSILON;
