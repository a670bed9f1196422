import { softmax } from '../numeric/softmax.ts';
import { softmaxAsWritten, type AsWritten } from '../numeric/softmaxAsWritten.ts';
import { ways } from './drawEvaluation.ts';
import { formatCell, formatLogit, formatNumber, formatShort } from './format.ts';
import { moveSlider } from './ownSlider.ts';
import { mark, measure, textsOf, write } from './update.ts';
import type { Point } from './point.ts';

/** What rounding leaves of a probability, for each unit that a logit is large. */
const rounding = 4 * Number.EPSILON;

/** What is added to every logit at `point`. */
export function shiftOf({ own = {} }: Pick<Point, 'own'>): number {
  return own['distribution-c']?.[0] ?? 0;
}

/** The temperature at `point`. */
export function temperatureOf({ own = {} }: Pick<Point, 'own'>): number {
  return own['distribution-tau']?.[0] ?? 1;
}

/** Finds what moves in the drawn evaluations of softmax; returns its update. */
export function updateEvaluation(root: Element): (point: Point) => void {
  const of = (name: string): Text[] => textsOf(root, `[data-${name}]`);
  const [logits, probs] = [of('logit'), of('prob')];
  const bars = [...root.querySelectorAll('.bar')];
  const columns = ways.map((way) => ({
    quotients: of(way),
    sum: of(`sum-${way}`)[0],
    error: of(`error-${way}`)[0],
    cell: root.querySelector(`[data-error-${way}]`) ?? undefined,
  }));
  const [agreement] = textsOf(root, '.agreement');
  const [remark] = textsOf(root, '.remark');
  const slideShift = moveSlider(root, 'distribution-c');
  const slideTemperature = moveSlider(root, 'distribution-tau');
  return (point) => {
    const { z } = point;
    const [c, tau] = [shiftOf(point), temperatureOf(point)];
    slideShift(c, formatShort(c));
    slideTemperature(tau);
    const exact = softmax(z.map((logit) => logit / tau));
    const moved = z.map((logit) => logit / tau + c);
    moved.forEach((logit, k) => {
      write(logits[k], formatLogit(logit));
      write(probs[k], formatNumber(exact[k] ?? NaN));
      measure(bars[k], exact[k] ?? NaN);
    });
    const results = ways.map((way) =>
      softmaxAsWritten(
        moved,
        way.startsWith('shifted'),
        way.endsWith('single') ? Math.fround : undefined,
      ),
    );
    results.forEach((result, at) => {
      const column = columns[at];
      result.quotients.forEach((p, k) => write(column?.quotients[k], formatCell(p)));
      write(column?.sum, formatNumber(result.sum));
      write(column?.error, outcome(result, exact));
      mark(column?.cell, 'data-verdict', isLost(result) ? 'fails' : 'passes');
    });
    const [, shifted] = results;
    const size = Math.max(1, ...moved.map(Math.abs), ...z.map((logit) => Math.abs(logit / tau)));
    const off = shifted ? errorOf(shifted, exact) : NaN;
    write(agreement, shiftVerdict(c, off, size));
    write(remark, remarkOn(tau, exact));
  };
}

/** Whether the sum went beyond the largest number, or below the smallest. */
function isLost({ sum }: AsWritten): boolean {
  return !(sum > 0 && sum < Infinity);
}

function errorOf({ quotients }: AsWritten, exact: ArrayLike<number>): number {
  return Math.max(...quotients.map((p, k) => Math.abs(p - (exact[k] ?? NaN))));
}

function outcome(result: AsWritten, exact: ArrayLike<number>): string {
  if (result.sum === 0) return '✗ 0 ∕ 0';
  if (isLost(result)) return '✗ overflow';
  return `✓ ${formatNumber(errorOf(result, exact), 1)}`;
}

/** What adding `c` did to the shifted evaluation: nothing but the rounding of logits of `size`. */
export function shiftVerdict(c: number, off: number, size: number): string {
  if (!(off <= rounding * size))
    return `✗ the shifted evaluation moved by ${formatNumber(off)} when c was added`;
  return c === 0
    ? '✓ from the largest logit, nothing overflows; add c to every logit, and the probabilities stay'
    : `✓ adding ${formatShort(c)} to every logit moves no probability, but for the rounding of the logits`;
}

function remarkOn(tau: number, exact: ArrayLike<number>): string {
  const largest = formatNumber(Math.max(...Array.from(exact)));
  const start = 'As it is written, float64 overflows at a logit of 709.8, float32 at one of 88.7.';
  if (tau === 1) return `${start} At τ = 1 the largest probability is ${largest}.`;
  return `${start} τ belongs to this figure alone: at τ = ${formatShort(tau)} the largest probability is ${largest}; a small τ sharpens, a large one levels.`;
}
