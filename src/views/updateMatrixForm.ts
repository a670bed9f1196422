import { crossEntropyGradient } from '../numeric/crossEntropyGradient.ts';
import { matrixProduct, transpose } from '../numeric/matrixProduct.ts';
import { outerSum } from '../numeric/outerSum.ts';
import { softmax } from '../numeric/softmax.ts';
import { formatCell, formatNumber, formatShort } from './format.ts';
import { sampleLogits, sampleTargets, X } from './samples.ts';
import { mark, textsOf, write } from './update.ts';
import type { Point } from './point.ts';

/** The most by which two sums of four products below 2 may differ in rounding. */
const rounding = 4 * 2 * Number.EPSILON;

/** Finds what moves in a drawn matrix form; returns its update. */
export function updateMatrixForm(root: Element): (point: Point) => void {
  const of = (name: string): Text[] => textsOf(root, `[data-${name}]`);
  const [T, Y, G] = [of('targets'), of('predicted'), of('transposed')];
  const [first, second, loop] = [of('first'), of('second'), of('loop')];
  const verdicts = textsOf(root, '.entry-verdict');
  const [differences, inputs, products] = [of('difference'), of('input'), of('product')];
  const [[total], [mean], [entry]] = [of('total'), of('mean'), of('entry')];
  const [agreement] = textsOf(root, '.agreement');
  const buttons = [...root.querySelectorAll('button')];
  const values = textsOf(root, 'button');
  const cells = (selector: string): Element[] => [...root.querySelectorAll(selector)];
  /** What belongs to one class, or one feature: its cells and headings. */
  const chosenColumn = cells('.inputs tr > :not(:first-child)');
  const [targetCells, predictedCells] = [cells('.targets [data-k]'), cells('.predicted [data-k]')];
  const transposed = cells('.transposed td');
  const M = X[0]?.length ?? 0;

  /** Marks the entry under study, and the columns of X, T and Ŷ that it is made of. */
  const study = (n: number, i: number, j: number): void => {
    buttons.forEach((button, at) => {
      const chosen = at === (i - 1) * M + j - 1;
      mark(button, 'aria-pressed', String(chosen));
      mark(button, 'tabindex', chosen ? '0' : '-1');
    });
    const lit = (list: readonly Element[], chosen: (at: number) => boolean): void =>
      list.forEach((cell, at) => mark(cell, 'data-study', chosen(at) ? '' : null));
    lit(transposed, (at) => at === (j - 1) * n + i - 1);
    lit(chosenColumn, (at) => at % M === j - 1);
    for (const list of [targetCells, predictedCells]) lit(list, (at) => at % n === i - 1);
  };

  return ({ z, t, i, feature: j }) => {
    const n = z.length;
    const [logits, targets] = [sampleLogits(z), sampleTargets(t)];
    const D = logits.map((row, s) => crossEntropyGradient(row, targets[s] ?? []));
    const right = matrixProduct(transpose(D), X);
    const left = matrixProduct(transpose(X), D);
    const looped = outerSum(D, X);
    logits.forEach((row, s) => {
      softmax(row).forEach((p, k) => {
        write(Y[s * n + k], formatCell(p));
        write(T[s * n + k], formatCell(targets[s]?.[k] ?? NaN));
      });
    });
    let agreeing = 0;
    for (let k = 0; k < n; k++) {
      for (let m = 0; m < M; m++) {
        const at = k * M + m;
        const [a, b, c] = [left[m]?.[k] ?? NaN, right[k]?.[m] ?? NaN, looped[k]?.[m] ?? NaN];
        const agrees = Math.abs(a - b) <= rounding && Math.abs(b - c) <= rounding;
        if (agrees) agreeing++;
        write(values[at], formatCell(b));
        write(G[m * n + k], formatCell(a));
        write(first[at], formatCell(a));
        write(second[at], formatCell(b));
        write(loop[at], formatCell(c));
        write(verdicts[at], agrees ? '✓ agree' : '✗ differ');
      }
    }
    X.forEach((x, s) => {
      const [d, value] = [D[s]?.[i - 1] ?? NaN, x[j - 1] ?? NaN];
      write(differences[s], formatNumber(d));
      write(inputs[s], formatShort(value));
      write(products[s], formatNumber(d * value || 0));
    });
    const sum = looped[i - 1]?.[j - 1] ?? NaN;
    write(total, formatNumber(sum));
    write(mean, formatNumber(sum / X.length));
    write(entry, `The entry of class i = ${i} and feature j = ${j}, summed over the samples`);
    write(
      agreement,
      agreeing === n * M
        ? `✓ all ${n * M} entries agree: both products, and the loop that adds ŷ − t times x sample by sample`
        : `✗ ${n * M - agreeing} of ${n * M} entries differ`,
    );
    study(n, i, j);
  };
}
