import { cellsOf } from './cells.ts';
import type { PageFormula } from './page.ts';
import { withoutPragmas } from './pragmas.ts';

/** A formula of two steps is shown whole up to this many characters of TeX. */
const WHOLE = 120;

/**
 * A formula on one line for lists: of a long chain of equations its two ends, of another chain its
 * first step. It has no reasons and no alignment.
 */
export function briefTex(formula: Pick<PageFormula, 'tex' | 'spans' | 'steps'>): string {
  const { tex, spans, steps } = formula;
  const second = steps.findIndex(({ starts }, k) => k > 0 && starts);
  const chain = second < 0 ? steps : steps.slice(0, second);
  const cells = chain.map((step) => cellsOf(tex, spans, step));
  const [first] = cells;
  if (!first) return withoutPragmas(tex);
  const start = first.left?.tex ?? '';
  const whole = [start, ...cells.map(({ right }) => right.tex)].join(' ');
  if (chain.length === 1 || (chain.length === 2 && whole.length <= WHOLE)) return whole;
  const equal = chain.every(({ relation }) => relation === '=');
  return equal
    ? `${start} = \\dots ${cells.at(-1)?.right.tex ?? ''}`
    : `${start} ${first.right.tex} \\; \\dots`;
}
