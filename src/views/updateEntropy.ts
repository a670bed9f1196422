import { crossEntropy } from '../numeric/crossEntropy.ts';
import { divergence, entropy } from '../numeric/entropy.ts';
import { formatNumber } from './format.ts';
import { moveSlider } from './ownSlider.ts';
import { doubledRange } from './range.ts';
import { measure, textsOf, write } from './update.ts';
import type { Point } from './point.ts';

/** The least length of the bars' axis, in nats. */
const leastLength = 1;

/** What rounding leaves of a sum of ten terms, in proportion to them. */
const rounding = 32 * Number.EPSILON;

/** The parts of a cross-entropy. */
interface Parts {
  readonly own: number;
  readonly added: number;
  readonly loss: number;
}

/** The smoothing α of `point`. */
export function smoothingOf({ own = {} }: Pick<Point, 'own'>): number {
  return own['likelihood-smoothing']?.[0] ?? 0.3;
}

/** Finds what moves in the drawn parts of a cross-entropy; returns its update. */
export function updateEntropy(root: Element): (point: Point) => void {
  const texts = ['given', 'smoothed'].map((row) =>
    ['entropy', 'divergence', 'sum', 'loss'].map(
      (what) => textsOf(root, `[data-${row}-${what}]`)[0],
    ),
  );
  const bars = [...root.querySelectorAll('.parts-bar span')];
  const [end] = textsOf(root, '[data-end]');
  const [agreement] = textsOf(root, '.agreement');
  const [remark] = textsOf(root, '.remark');
  const slide = moveSlider(root, 'likelihood-smoothing');
  return (point) => {
    const { z, t } = point;
    const alpha = smoothingOf(point);
    slide(alpha);
    const smoothed = t.map((p) => (1 - alpha) * p + alpha / t.length);
    const both = [t, smoothed].map((target): Parts => ({
      own: entropy(target),
      added: divergence(z, target),
      loss: crossEntropy(z, target),
    }));
    const length = doubledRange(Math.max(...both.map(({ loss }) => loss)), leastLength);
    write(end, formatNumber(length, 2));
    both.forEach(({ own: entropyOf, added, loss }, row) => {
      const shown = Math.abs(added) <= rounding * (1 + loss) ? 0 : added;
      [entropyOf, shown, entropyOf + shown, loss].forEach((value, at) =>
        write(texts[row]?.[at], formatNumber(value)),
      );
      measure(bars[2 * row], entropyOf / length);
      measure(bars[2 * row + 1], shown / length);
    });
    write(agreement, partsVerdict(both));
    write(
      remark,
      t.includes(1)
        ? 'Your target is one class: its entropy is 0, and cross-entropy and divergence are the same. Smoothed, it has an entropy that no prediction takes away.'
        : 'Your target is soft: even the prediction ŷ = t leaves its entropy. Only the divergence depends on the logits.',
    );
  };
}

/** Whether each cross-entropy is the sum of its parts, and no divergence is negative, but for rounding. */
export function partsVerdict(all: readonly Parts[]): string {
  const wrong = all.find(
    ({ own, added, loss }) => !(Math.abs(own + added - loss) <= rounding * (1 + loss)),
  );
  if (wrong)
    return `✗ entropy and divergence sum to ${formatNumber(wrong.own + wrong.added)}, the cross-entropy is ${formatNumber(wrong.loss)}`;
  const below = all.find(({ added, loss }) => added < -rounding * (1 + loss));
  if (below) return `✗ a divergence is negative: ${formatNumber(below.added)}`;
  return '✓ both cross-entropies are entropy + divergence, and no divergence is below 0';
}
