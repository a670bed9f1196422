import { crossEntropy } from '../numeric/crossEntropy.ts';
import { crossEntropyOver } from '../numeric/crossEntropyOver.ts';
import { numbers } from '../numeric/algebra.ts';
import { dualsOver } from '../numeric/dual.ts';
import { gradientCheck } from '../numeric/gradientCheck.ts';
import { softmax } from '../numeric/softmax.ts';
import { formatNumber } from './format.ts';
import { updateSlipWhy } from './slipWhy.ts';
import { slippedGradient } from './slippedGradient.ts';
import { mark, measure, textsOf, write } from './update.ts';
import type { Point } from './point.ts';

const duals = dualsOver(numbers);

const signs = { passes: '✓', fails: '✗', 'too small to tell': '?' } as const;

/** Finds what moves in a drawn gradient; returns its update. */
export function updateGradient(root: Element): (point: Point) => void {
  const bars = [...root.querySelectorAll('.bar')];
  const rows = [...root.querySelectorAll('tbody tr')];
  const radios = [...root.querySelectorAll('input')];
  const cells = [...root.querySelectorAll('.entry-verdict')];
  const of = (name: string): Text[] => textsOf(root, `[data-${name}]`);
  const [probs, targets, grads] = [of('prob'), of('target'), of('grad')];
  const [analytics, dualEntries] = [of('analytic'), of('dual')];
  const [centrals, residuals] = [of('central'), of('residual')];
  const verdicts = textsOf(root, '.entry-verdict');
  const whole = root.querySelector('.verdict') ?? undefined;
  const [wholeText] = textsOf(root, '.verdict');
  const why = updateSlipWhy(root);
  return ({ z, t, i, slip }) => {
    const n = z.length;
    const sigma = softmax(z);
    const gradient = slippedGradient(z, t, 'none');
    const analytic = slippedGradient(z, t, slip);
    const report = gradientCheck((x) => crossEntropy(x, t), z, analytic);
    z.forEach((_, k) => {
      const value = gradient[k] ?? NaN;
      write(probs[k], formatNumber(sigma[k] ?? NaN));
      write(targets[k], formatNumber(t[k] ?? NaN));
      write(grads[k], formatNumber(value));
      measure(bars[k], Math.abs(value));
      mark(bars[k], 'data-below', value < 0 ? '' : null);
      const entry = report.entries[k];
      if (!entry) return;
      write(analytics[k], formatNumber(entry.analytic));
      write(dualEntries[k], formatNumber(dualEntry(z, t, k)));
      write(centrals[k], formatNumber(entry.numeric));
      write(residuals[k], formatNumber(entry.residual));
      const worst = k === report.worst && entry.verdict !== 'too small to tell';
      write(verdicts[k], `${signs[entry.verdict]} ${entry.verdict}${worst ? ', worst' : ''}`);
      mark(cells[k], 'data-verdict', entry.verdict);
      for (const row of [rows[k], rows[n + k]]) mark(row, 'data-study', k + 1 === i ? '' : null);
      mark(rows[n + k], 'data-worst', worst ? '' : null);
    });
    for (const radio of radios) {
      const chosen = radio.getAttribute('value') === slip;
      mark(radio, 'checked', chosen ? '' : null);
      radio.checked = chosen;
    }
    mark(whole, 'data-verdict', report.verdict);
    write(wholeText, summary(report, n));
    why(slip, report, () => gradientCheck((x) => crossEntropy(x, t), z, gradient));
  };
}

/** ∂L/∂z_k by a dual number whose ε lies along z_k. */
function dualEntry(z: readonly number[], t: readonly number[], k: number): number {
  const along = z.map((re, c) => ({ re, du: c === k ? 1 : 0 }));
  return crossEntropyOver(duals, along, [...t]).du;
}

function summary(report: ReturnType<typeof gradientCheck>, n: number): string {
  const { entries, worst, verdict, tooSmall } = report;
  const residual = formatNumber(entries[worst]?.residual ?? NaN);
  const small =
    tooSmall === 0
      ? ''
      : `; ${tooSmall} of ${n} below the noise of the difference, too small to tell`;
  if (verdict === 'too small to tell') {
    return `? too small to tell: every entry lies below the noise of the difference`;
  }
  return `${signs[verdict]} the check ${verdict}; worst entry ${worst + 1}, relative difference ${residual}${small}`;
}
