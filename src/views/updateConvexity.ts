import { softmaxJacobian } from '../numeric/softmaxJacobian.ts';
import { symmetricEigen } from '../numeric/symmetricEigen.ts';
import { convexLine, ends, type ConvexLine } from './convexLine.ts';
import { formatNumber, formatVector } from './format.ts';
import { moveSlider } from './ownSlider.ts';
import { doubledRange, markFar, pathThrough, percent } from './range.ts';
import { mark, textsOf, write } from './update.ts';
import type { Point } from './point.ts';

/** The drawn part of the line: s from −½ to 1½. */
const [from, length] = [-0.5, 2];

/** Pieces of the curve. */
const pieces = 100;

/** What rounding leaves of a height, of a bend and of an eigenvalue, in proportion to what they are made of. */
const rounding = 64 * Number.EPSILON;

/** The number of the end that the line of `point` leads to. */
export function towardOf({ own = {} }: Pick<Point, 'own'>): number {
  return own['convexity-toward']?.[0] ?? 0;
}

/** Where the point under study stands on the line, from 0 to 1. */
export function placeOnLine({ own = {} }: Pick<Point, 'own'>): number {
  return own['convexity-s']?.[0] ?? 0.5;
}

/** Finds what moves in a drawn line of the loss; returns its update. */
export function updateConvexity(root: Element): (point: Point) => void {
  const plane = root.querySelector('.plane') ?? undefined;
  const curve = root.querySelector('.curve') ?? undefined;
  const chord = root.querySelector('.chord') ?? undefined;
  const guide = root.querySelector('.guide') ?? undefined;
  const [first, last, moving] = root.querySelectorAll('.dot');
  const buttons = [...root.querySelectorAll('[data-to]')];
  const facts = ['loss', 'chord', 'bend', 'smallest', 'next'].map(
    (name) => textsOf(root, `[data-${name}]`)[0],
  );
  const [agreement] = textsOf(root, '.agreement');
  const [remark] = textsOf(root, '.remark');
  const samples = textsOf(root, '.samples td');
  const upward = textsOf(root, '.ticks-y text');
  textsOf(root, '.ticks-x text').forEach((tick, k) =>
    write(tick, ['−½', '0, at z', '½', '1, at u', '1½'][k] ?? ''),
  );
  const slide = moveSlider(root, 'convexity-s');
  let drawn: Pick<Point, 'z' | 't'> | undefined;
  let drawnToward = NaN;
  let range = 1;

  /** Draws what doesn't depend on where the slider stands. */
  const draw = (line: ConvexLine): void => {
    const heights = Array.from({ length: pieces + 1 }, (_, k) =>
      line.loss(from + (length * k) / pieces),
    );
    range = doubledRange(Math.max(...heights), 1);
    markFar(plane, range);
    const up = (height: number): number => height / range;
    mark(curve, 'd', pathThrough(heights.map((height, k) => [k / pieces, up(height)])));
    mark(chord, 'd', pathThrough([0, 1].map((s) => [across(s), up(line.chord(s))])));
    for (const [dot, s] of [[first, 0], [last, 1]] as const) place(dot, s, line.loss(s) / range); // prettier-ignore
    upward.forEach((tick, k) => write(tick, formatNumber((range * k) / 2, 2)));
    [-0.5, 0, 0.5, 1, 1.5].forEach((s, k) =>
      [s, line.loss(s), line.chord(s), line.bend(s)].forEach((value, column) =>
        write(samples[4 * k + column], formatNumber(value)),
      ),
    );
  };

  return (point) => {
    const { z, t } = point;
    const [toward, s] = [towardOf(point), placeOnLine(point)];
    const line = convexLine(point, toward);
    if (z !== drawn?.z || t.join() !== drawn.t.join() || toward !== drawnToward) draw(line);
    [drawn, drawnToward] = [{ z, t }, toward];
    buttons.forEach((button, at) => {
      const chosen = at === Math.min(toward, ends.length - 1);
      mark(button, 'aria-pressed', String(chosen));
      if (at === ends.length - 1)
        mark(button, 'data-to', String(chosen ? 3 + ((toward - 2) % 97) : at));
    });
    slide(s);
    const [height, above] = [line.loss(s), line.chord(s)];
    place(moving, s, height / range);
    for (const name of ['x1', 'x2']) mark(guide, name, percent(across(s)));
    mark(guide, 'y1', percent(1 - height / range));
    mark(guide, 'y2', percent(1 - above / range));
    const n = z.length;
    const { values } = symmetricEigen(softmaxJacobian(line.at(s)), n);
    const [smallest = NaN, next = NaN] = [values[n - 1], values[n - 2]];
    const bend = line.bend(s);
    const told = [height, above, bend, Math.abs(smallest) <= rounding ? 0 : smallest, next];
    told.forEach((value, k) => write(facts[k], formatNumber(value)));
    mark(
      plane,
      'aria-label',
      `the loss along the line; at s = ${s} it is ${formatNumber(height)}, the chord ${formatNumber(above)}`,
    );
    write(agreement, convexityVerdict(height, above, bend));
    write(remark, remarkOn(line, toward));
  };
}

function across(s: number): number {
  return (s - from) / length;
}

function place(dot: Element | undefined, s: number, share: number): void {
  mark(dot, 'cx', percent(across(s)));
  mark(dot, 'cy', percent(1 - share));
}

/** Whether the chord is above the curve and the curve bends upward, but for rounding. */
export function convexityVerdict(height: number, above: number, bend: number): string {
  const size = Math.abs(height) + Math.abs(above);
  const gap = above - height;
  if (!(gap >= -rounding * size) || !(bend >= -rounding * size))
    return `✗ the curve lies ${formatNumber(-gap)} above its chord, with second derivative ${formatNumber(bend)}`;
  return gap <= rounding * size
    ? '✓ the curve meets its chord here, and never rises above it'
    : `✓ the curve lies ${formatNumber(gap)} below its chord, and bends upward: ${formatNumber(bend)} ≥ 0`;
}

function remarkOn({ d }: ConvexLine, toward: number): string {
  const flat = d.every((x) => x === d[0]);
  const start = `Here d = ${formatVector(d.map((x) => Number(x.toFixed(2)) + 0))}. `;
  const middle = 'The smallest eigenvalue is 0 everywhere, along 1, but for rounding.';
  if (d.every((x) => x === 0))
    return `Both points are the same here; choose another second point. ${middle}`;
  return flat
    ? `${start}Every logit moves alike, and the loss does not move at all: convex, but not strictly. ${middle}`
    : `${start}${middle} ${toward === 0 ? 'Take u = z + 3·1 to move along it.' : ''}`;
}
