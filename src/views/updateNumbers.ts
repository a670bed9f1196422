import { softmax } from '../numeric/softmax.ts';
import { formatExact, formatNumber, formatSpoken, formatVector } from './format.ts';
import { sliderEnd } from './slider.ts';
import { mark, textOf, write } from './update.ts';
import type { Point } from './point.ts';

/**
 * Finds what moves in a drawn numbers panel; returns its update. A field with `data-draft` is being
 * written in and is left alone.
 */
export function updateNumbers(root: Element): (point: Point) => void {
  const rows = [...root.querySelectorAll('.logit')].map(
    (row) => [row, ...row.querySelectorAll('input')] as const,
  );
  const soft = root.querySelector('.soft');
  const readout = root.querySelector('.readout');
  const printed = root.querySelector('.printed');
  const add = root.querySelector('[data-act=add]');
  const remove = root.querySelector('[data-act=remove]');
  return ({ z, t, i }) => {
    if (!soft || !printed || !readout) return;
    z.forEach((value, k) => {
      const [row, slider, exact, truth] = rows[k] ?? [];
      if (!slider || !exact || !truth) return;
      mark(row, 'data-study', k + 1 === i ? '' : null);
      // The attribute is the first frame, written out by the build; the property is the live one.
      const shown = String(Math.max(-sliderEnd, Math.min(sliderEnd, value)));
      mark(slider, 'value', shown);
      if (slider.value !== shown) slider.value = shown;
      mark(slider, 'aria-valuetext', formatSpoken(value));
      const text = formatExact(value);
      if (!exact.hasAttribute('data-draft')) {
        mark(exact, 'value', text);
        if (exact.value !== text) exact.value = text;
      }
      mark(truth, 'checked', t[k] === 1 ? '' : null);
      truth.checked = t[k] === 1;
    });
    const probabilities = [...softmax(z)].map((p) => formatNumber(p, 3));
    write(textOf(readout), `σ(z) = (${probabilities.join(', ')})`);
    const isSoft = !t.includes(1);
    mark(soft, 'hidden', isSoft ? null : '');
    write(textOf(soft), `soft target t = ${formatVector(t)}`);
    const target = isSoft ? `target t = ${formatVector(t)}` : `true class ${t.indexOf(1) + 1}`;
    write(textOf(printed), `at z = ${formatVector(z)}, ${target}`);
    mark(add ?? undefined, 'disabled', z.length >= 10 ? '' : null);
    mark(remove ?? undefined, 'disabled', z.length <= 2 ? '' : null);
  };
}
