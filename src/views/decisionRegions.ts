import { likeliest } from '../numeric/confusionMatrix.ts';
import { regressionProbabilities } from '../numeric/regression.ts';
import { classMarks } from './classMarks.ts';
import { elementsOf } from './element.ts';
import { formatTick } from './format.ts';
import { largestRegions, type Affine, type Place } from './halfPlanes.ts';
import { drawPlane, svgOf } from './plane.ts';
import { roundTicks } from './range.ts';
import { drawRegionsTable, updateRegionsTable, type Wrong } from './regionsTable.ts';
import type { NamedSamples, TrainingShown } from './trainingShown.ts';
import { mark, textsOf, write } from './update.ts';

/** The drawing's inner box, and the radius of a mark in it. */
const [WIDTH, HEIGHT, RADIUS] = [400, 280, 3.4];

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** The regions of `samples`’ classes over two of their features, with the samples. */
export function drawRegions(document: Document, samples: NamedSamples): HTMLElement {
  const h = elementsOf(document);
  const svg = svgOf(document);
  const classes = samples.classNames.map((name, k) => ({ name, k, of: `class-${k + 1}` }));
  const inner = svg(
    'svg',
    { class: 'field', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: '100%', height: '100%' },
    ...classes.map(({ of }) => svg('polygon', { class: `region ${of}`, points: '' })),
    ...classes.map(({ of }) => svg('path', { class: `marks fitted ${of}`, d: '' })),
    ...classes.map(({ of }) => svg('path', { class: `marks tried ${of}`, d: '' })),
    svg('path', { class: 'wrong', d: '' }),
  );
  const choice = (name: string, label: string): HTMLElement =>
    h(
      'label',
      {},
      `${label} `,
      h(
        'select',
        { name, autocomplete: 'off' },
        ...samples.featureNames.map((feature, k) => h('option', { value: k + 1 }, feature)),
      ),
    );
  const sign = (k: number, kind: string): SVGElement =>
    svg(
      'svg',
      { class: 'sign', viewBox: '-8 -8 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
      svg('path', { class: `marks ${kind} class-${k + 1}`, d: classMarks(k, [[0, 0]], 5) }),
    );
  return h(
    'figure',
    { class: 'regions' },
    h(
      'figcaption',
      {},
      'The likeliest class over two features; the others are held at their means',
    ),
    h('div', { class: 'axes' }, choice('across', 'across'), choice('up', 'up')),
    h(
      'ul',
      { class: 'legend' },
      ...classes.map(({ name, k }) => h('li', {}, sign(k, 'fitted'), ` ${name}`)),
      h('li', {}, sign(0, 'plain'), ' hollow: test part'),
      h('li', {}, ringSign(document), ' ringed: told wrong'),
    ),
    h(
      'div',
      { class: 'plane-frame' },
      h(
        'p',
        { class: 'axis-title upper', 'aria-hidden': 'true' },
        '↑ ',
        h('span', { 'data-up': true }),
      ),
      drawPlane(document, { x: QUARTERS, y: QUARTERS }, [], [inner]),
      h(
        'p',
        { class: 'axis-title', 'aria-hidden': 'true' },
        h('span', { 'data-across': true }),
        ' →',
      ),
    ),
    drawRegionsTable(document, samples),
  );
}

function ringSign(document: Document): SVGElement {
  const svg = svgOf(document);
  return svg(
    'svg',
    { class: 'sign', viewBox: '-8 -8 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svg('path', { class: 'wrong', d: ring(0, 0) }),
  );
}

/** Finds what moves in drawn regions; returns its update. Marks are set anew only for other samples or features. */
export function updateRegions(root: Element): (shown: TrainingShown) => void {
  const all = (selector: string): Element[] => [...root.querySelectorAll(`.field > ${selector}`)];
  const [regions, fitted, tried, [wrong]] = [
    all('.region'),
    all('.fitted'),
    all('.tried'),
    all('.wrong'),
  ];
  const plane = root.querySelector('.plane') ?? undefined;
  const [[up], [across]] = [textsOf(root, '[data-up]'), textsOf(root, '[data-across]')];
  const ticks = [textsOf(root, '.ticks-x text'), textsOf(root, '.ticks-y text')];
  const selects = [...root.querySelectorAll('select')];
  const table = root.querySelector('.regions-table');
  const tell = table ? updateRegionsTable(table) : undefined;
  let marked: readonly unknown[] = [];
  let frame: Frame = { ticks: [], places: [] };

  const setMarks = ({ samples, prepared, features }: TrainingShown): void => {
    if (marked[0] === prepared && marked[1] === features.join()) return;
    marked = [prepared, features.join()];
    frame = frameOf(samples, features);
    for (const [paths, rows] of [
      [fitted, prepared.rows.train],
      [tried, prepared.rows.test],
    ] as const) {
      paths.forEach((path, k) => {
        const own = rows.filter((row) => samples.labels[row] === k);
        mark(
          path,
          'd',
          classMarks(
            k,
            own.map((row) => frame.places[row] ?? [0, 0]),
            RADIUS,
          ),
        );
      });
    }
    write(across, samples.featureNames[features[0] - 1] ?? '');
    write(up, samples.featureNames[features[1] - 1] ?? '');
    ticks.forEach((texts, axis) =>
      texts.forEach((text, k) => write(text, formatTick(frame.ticks[axis]?.[k] ?? NaN))),
    );
    selects.forEach((select, axis) => {
      for (const option of select.children)
        mark(
          option,
          'selected',
          option.getAttribute('value') === String(features[axis]) ? '' : null,
        );
      select.value = String(features[axis]);
    });
  };

  return (shown) => {
    setMarks(shown);
    const polygons = largestRegions(logitsOver(shown, frame));
    regions.forEach((region, k) => mark(region, 'points', pointsOf(polygons[k] ?? [])));
    const wrongOnes = wrongRows(shown);
    mark(wrong, 'd', wrongOnes.map(({ row }) => ring(...(frame.places[row] ?? [0, 0]))).join(''));
    tell?.(shown, {
      corners: polygons.map((polygon) => inUnits(polygon, frame)),
      wrong: wrongOnes,
    });
    const named = shown.samples.classNames.filter((_, k) => (polygons[k] ?? []).length > 0);
    mark(
      plane,
      'aria-label',
      `regions of ${named.join(', ')}; ${wrongOnes.length} of ${shown.samples.labels.length} samples told wrong`,
    );
  };
}

/** The ticks of both axes, from end to end, and where each sample stands in the box. */
interface Frame {
  readonly ticks: readonly (readonly number[])[];
  readonly places: readonly (readonly [number, number])[];
}

function frameOf(
  { x, features: width, labels }: NamedSamples,
  features: readonly [number, number],
): Frame {
  const columns = features.map((m) => labels.map((_, row) => x[row * width + m - 1] ?? NaN));
  const ticks = columns.map((column) =>
    roundTicks(
      column.reduce((a, b) => Math.min(a, b)),
      column.reduce((a, b) => Math.max(a, b)),
      QUARTERS.length - 1,
    ),
  );
  const [[left, right], [bottom, top]] = [endsOf(ticks[0]), endsOf(ticks[1])];
  const places = labels.map((_, row) => {
    const [u, v] = [columns[0]?.[row] ?? NaN, columns[1]?.[row] ?? NaN];
    return [
      (WIDTH * (u - left)) / (right - left),
      HEIGHT * (1 - (v - bottom) / (top - bottom)),
    ] as const;
  });
  return { ticks, places };
}

function endsOf(ticks: readonly number[] | undefined): readonly [number, number] {
  return [ticks?.[0] ?? 0, ticks?.at(-1) ?? 1];
}

/** The logit of each class over the box, its sides counted from 0 to 1; every other feature stands at its mean. */
function logitsOver(
  { state: { theta }, prepared, features, samples }: TrainingShown,
  frame: Frame,
): Affine[] {
  const { mean, scale } = prepared;
  return samples.classNames.map((_, k) => {
    const [across, up] = features.map((feature, axis) => {
      const m = feature - 1;
      const slope = (theta[k * samples.features + m] ?? NaN) / (scale[m] ?? NaN);
      const [low, high] = endsOf(frame.ticks[axis]);
      return { slope: slope * (high - low), start: slope * (low - (mean[m] ?? NaN)) };
    });
    const bias = theta[samples.features * samples.classes + k] ?? NaN;
    return {
      a: across?.slope ?? 0,
      b: up?.slope ?? 0,
      c: bias + (across?.start ?? 0) + (up?.start ?? 0),
    };
  });
}

/** The samples whose likeliest class is not theirs, by the whole model. */
function wrongRows({ state: { theta }, prepared, samples }: TrainingShown): Wrong[] {
  return (['train', 'test'] as const).flatMap((part) => {
    const p = regressionProbabilities(theta, prepared[part]);
    return prepared.rows[part]
      .map((row, s): Wrong => ({ row, told: likeliest(p, s, samples.classes), part }))
      .filter(({ row, told }) => told !== samples.labels[row]);
  });
}

/** The corners of a polygon over the box in the units of its axes. */
function inUnits(polygon: readonly Place[], { ticks }: Frame): Place[] {
  const along = (share: number, axis: number): number => {
    const [low, high] = endsOf(ticks[axis]);
    return low + share * (high - low);
  };
  return polygon.map(([x, y]): Place => [along(x, 0), along(y, 1)]);
}

function ring(x: number, y: number): string {
  const r = RADIUS * 1.9;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return `M${round(x - r)},${round(y)}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
}

function pointsOf(polygon: readonly Place[]): string {
  return polygon
    .map(
      ([x, y]) =>
        `${Math.round(x * WIDTH * 100) / 100},${Math.round((1 - y) * HEIGHT * 100) / 100}`,
    )
    .join(' ');
}
