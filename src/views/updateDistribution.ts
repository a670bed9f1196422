import { softmax } from '../numeric/softmax.ts';
import { formatLogit, formatNumber } from './format.ts';
import { mark, measure, textsOf, write } from './update.ts';
import type { Point } from './point.ts';

/** Finds what moves in a drawn distribution; returns its update. */
export function updateDistribution(root: Element): (point: Point) => void {
  const rows = [...root.querySelectorAll('tbody tr')];
  const logits = textsOf(root, '[data-logit]');
  const exponentials = textsOf(root, '[data-exp]');
  const probabilities = textsOf(root, '[data-prob]');
  const expBars = [...root.querySelectorAll('.q-exp .bar')];
  const probBars = [...root.querySelectorAll('.q-prob .bar')];
  const segments = [...root.querySelectorAll('.stack > span')];
  const [sumExp] = textsOf(root, '[data-sum-exp]');
  const [sumProb] = textsOf(root, '[data-sum-prob]');
  const [remark] = textsOf(root, '.remark');
  return ({ z, t, i }) => {
    const sigma = softmax(z);
    const plain = z.map(Math.exp);
    const total = plain.reduce((a, b) => a + b);
    const max = Math.max(...z);
    z.forEach((logit, k) => {
      const p = sigma[k] ?? NaN;
      write(logits[k], formatLogit(logit));
      write(exponentials[k], formatNumber(plain[k] ?? NaN));
      write(probabilities[k], formatNumber(p));
      measure(expBars[k], Math.exp(logit - max)); // the ratio to the largest, right where both overflow
      measure(probBars[k], p);
      measure(segments[k], p, 2000);
      mark(segments[k], 'data-narrow', p < 0.05 ? '' : null);
      mark(rows[k], 'data-study', k + 1 === i ? '' : null);
      mark(rows[k], 'data-truth', t[k] === 1 ? '' : null);
    });
    write(sumExp, formatNumber(total));
    const sum = sigma.reduce((a, b) => a + b);
    write(sumProb, formatNumber(Math.abs(sum - 1) < rounding ? 1 : sum));
    write(remark, remarkOn(total, (plain[i - 1] ?? NaN) / total, i));
  };
}

/** The most that rounding leaves between a sum of ten probabilities and 1. */
const rounding = 10 * Number.EPSILON;

/** What becomes of the quotient as it is written, beside the softmax that never overflows. */
function remarkOn(total: number, quotient: number, i: number): string {
  const start = `Computed as it is written, the quotient for class ${i} gives ${formatNumber(quotient)}`;
  const shift =
    'The probabilities come from logits shifted by their largest, which changes no quotient.';
  if (total === Infinity) return `${start}: the exponentials pass the largest double. ${shift}`;
  if (total === 0) return `${start}: the exponentials fall below the smallest double. ${shift}`;
  return `${start}, the same; nothing overflows here.`;
}
