// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { likeliest } from '../../src/numeric/confusionMatrix.ts';
import { createTraining } from '../../src/numeric/createTraining.ts';
import { curvatureBound } from '../../src/numeric/curvatureBound.ts';
import { regressionProbabilities } from '../../src/numeric/regression.ts';
import { dataTable } from '../../src/notebook/dataTables.ts';
import { defaultSettings, settingTexts } from '../../src/state/descentSettings.ts';
import { readTable } from '../../src/state/readTable.ts';
import { classMarks } from '../../src/views/classMarks.ts';
import { drawTraining } from '../../src/views/drawTraining.ts';
import { firstTraining } from '../../src/views/firstTraining.ts';
import { largestRegions, type Affine, type Place } from '../../src/views/halfPlanes.ts';
import { namedSamples } from '../../src/views/namedSamples.ts';
import { sliderPlace, updateControls } from '../../src/views/trainingControls.ts';
import type { TrainingShown } from '../../src/views/trainingShown.ts';
import { adviceText, phaseText } from '../../src/views/trainingText.ts';
import { updateTraining } from '../../src/views/updateTraining.ts';
import { seeded } from '../numeric/regressionProblem.ts';

function samplesOf(name: 'iris' | 'digits', imageWidth: number | null) {
  const read = readTable(dataTable(name));
  if ('error' in read) throw new Error(read.error);
  return namedSamples(read.table, imageWidth);
}

const irises = firstTraining(samplesOf('iris', null), defaultSettings);
const digits = firstTraining(samplesOf('digits', 8), { ...defaultSettings, steps: 20 });

function drawn(shown: TrainingShown): HTMLElement {
  const root = drawTraining(document, shown.samples, '');
  updateTraining(root)(shown);
  updateControls(root)(settingTexts(defaultSettings), shown);
  return root;
}

function texts(root: Element, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
}

/** `shown` after more steps with other options. */
function retrained(
  shown: TrainingShown,
  steps: number,
  options: { learningRate?: number; penalty?: number; momentum?: number },
): TrainingShown {
  const { train, test } = shown.prepared;
  const { penalty = 0.01 } = options;
  const curvature = curvatureBound(train, penalty);
  const { learningRate = 1 / curvature } = options;
  const training = createTraining(train, test, { ...options, learningRate, penalty });
  for (let k = 0; k < steps; k++) training.step();
  const state = training.state();
  const phase = state.outcome === 'diverged' ? 'diverged' : 'paused';
  return { ...shown, phase, state, curvature, learningRate, penalty, check: null };
}

describe('the regions where an affine function is the largest', () => {
  const inside = ([x, y]: Place, polygon: readonly Place[]): boolean =>
    polygon.length > 2 &&
    polygon.every(([ax, ay], k) => {
      const [bx, by] = polygon[(k + 1) % polygon.length] ?? [0, 0];
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9;
    });

  test('hold each place of the square by its largest function', () => {
    const random = seeded(3);
    for (let trial = 0; trial < 40; trial++) {
      const functions = Array.from({ length: 2 + (trial % 9) }, (): Affine => {
        return { a: random(), b: random(), c: random() / 2 };
      });
      const regions = largestRegions(functions);
      for (let k = 0; k < 50; k++) {
        const place: Place = [(1 + random()) / 2, (1 + random()) / 2];
        const values = functions.map(({ a, b, c }) => a * place[0] + b * place[1] + c);
        const best = values.indexOf(Math.max(...values));
        expect(inside(place, regions[best] ?? [])).toBe(true);
      }
    }
  });

  test('of equal functions the first has the square', () => {
    const same = { a: 0, b: 0, c: 0 };
    expect(largestRegions([same, same, same]).map(({ length }) => length)).toEqual([4, 0, 0]);
  });
});

describe('a drawn training', () => {
  test('tells losses and shares as they are', () => {
    const root = drawn(irises);
    const { now } = irises.state;
    expect(texts(root, '[data-loss-train], [data-loss-test]')).toEqual([
      now.trainLoss.toFixed(4),
      now.testLoss.toFixed(4),
    ]);
    expect(texts(root, '[data-right-test]')).toEqual(['38 of 39 (97.4%)']);
    expect(root.querySelector('.phase')?.textContent).toBe(
      'Finished after 500 steps: 38 of 39 (97.4%) of the test part are told right.',
    );
    expect(root.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('the table of the regions names the corners and every sample told wrong', () => {
    const root = drawn(irises);
    const table = root.querySelector('.regions-table');
    table?.setAttribute('open', '');
    updateTraining(root)(irises);
    const { prepared, state, samples } = irises;
    expect(texts(root, '[data-in-train]')).toEqual(['37', '37', '37']);
    const listed = [...root.querySelectorAll('[data-wrong-rows] tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    const wrong = (['train', 'test'] as const).flatMap((part) => {
      const p = regressionProbabilities(state.theta, prepared[part]);
      return prepared.rows[part].filter((row, s) => likeliest(p, s, 3) !== samples.labels[row]);
    });
    expect(listed.map(([sample]) => Number(sample))).toEqual(wrong.map((row) => row + 1));
    for (const [, , across, up, truth, told] of listed) {
      expect(truth).not.toBe(told);
      expect(Number(across)).toBeGreaterThan(Number(up)); // petals are longer than wide
    }
    const corners = texts(root, '[data-corners]').map((text) => text.match(/\(/g)?.length ?? 0);
    root
      .querySelectorAll('.region')
      .forEach((region, k) =>
        expect(corners[k]).toBe(region.getAttribute('points')?.split(' ').length),
      );
  });

  test('each region is where the whole model has that class the likeliest', () => {
    const root = drawn(irises);
    const { prepared, state, samples } = irises;
    const polygons = [...root.querySelectorAll('.region')].map((region) =>
      (region.getAttribute('points') ?? '').split(' ').map((pair) => pair.split(',').map(Number)),
    );
    const ends = [['.ticks-x', 0], ['.ticks-y', 1]].map(([axis]) => texts(root, `.regions ${axis} text`).map(Number)); // prettier-ignore
    const at = (pixel: number, size: number, ticks: readonly number[] = []): number =>
      (ticks[0] ?? 0) + (pixel / size) * ((ticks.at(-1) ?? 0) - (ticks[0] ?? 0));
    polygons.forEach((polygon, k) => {
      const centre = [0, 1].map((axis) => polygon.reduce((sum, p) => sum + (p[axis] ?? 0), 0) / polygon.length); // prettier-ignore
      const x = new Float64Array(4); // the mean of each feature, standardised
      const raw = [at(centre[0] ?? 0, 400, ends[0]), at(280 - (centre[1] ?? 0), 280, ends[1])];
      raw.forEach((value, axis) => {
        const m = 2 + axis; // petal length and width
        x[m] = (value - (prepared.mean[m] ?? 0)) / (prepared.scale[m] ?? 1);
      });
      const one = { x, t: Float64Array.of(1, 0, 0), samples: 1, features: 4, classes: 3 };
      expect(likeliest(regressionProbabilities(state.theta, one), 0, samples.classes)).toBe(k);
    });
    expect(polygons).toHaveLength(3);
  });

  test('every sample has the mark of its class once, and those told wrong a ring', () => {
    const root = drawn(irises);
    const marks = (kind: string): number[] =>
      [...root.querySelectorAll(`.field > .${kind}`)].map(
        (path) => (path.getAttribute('d') ?? '').split('M').length - 1,
      );
    expect(marks('fitted').map((count, k) => count + (marks('tried')[k] ?? 0))).toEqual([
      50, 50, 50,
    ]);
    const { now } = irises.state;
    expect(marks('wrong')).toEqual([150 - now.trainRight - now.testRight]);
    const shapes = Array.from({ length: 10 }, (_, k) => classMarks(k, [[0, 0]], 5));
    expect(new Set(shapes).size).toBe(10);
  });

  test('the confusion matrix has a row for each class, and wrong cells are marked', () => {
    const root = drawn(irises);
    expect(texts(root, '[data-count]').map(Number)).toEqual(irises.state.testConfusion);
    expect(texts(root, '[data-wrong]')).toEqual(['1']);
  });

  test('digits have an image of their weights a class, blue above zero and red below', () => {
    const root = drawn(digits);
    expect(root.querySelector('.regions')).toBeNull();
    const images = [...root.querySelectorAll('.image')];
    expect(images).toHaveLength(10);
    const weights = digits.state.theta.subarray(0, 640);
    const largest = Math.max(...weights.map(Math.abs));
    images.forEach((image, k) =>
      [...image.children].forEach((pixel, m) => {
        const w = weights[k * 64 + m] ?? NaN;
        const depth = Number(/--v:([\d.]+)/.exec(pixel.getAttribute('style') ?? '')?.[1]);
        expect(Math.abs(depth - Math.abs(w) / largest)).toBeLessThan(0.006);
        expect(pixel.hasAttribute('data-below')).toBe(w < 0);
      }),
    );
    expect(images[3]?.getAttribute('aria-label')).toMatch(
      /^the weights of 3, from −[\d.]+ to [\d.]+$/,
    );
  });

  test('the check tells W and b apart, with the name of the worst entry', () => {
    const root = drawn(irises);
    expect(texts(root, '[data-weights=verdict], [data-biases=verdict]')).toEqual([
      '✓ passes',
      '✓ passes',
    ]);
    const [entry = ''] = texts(root, '[data-weights=entry]');
    expect(entry).toMatch(/^(setosa|versicolor|virginica), (sepal|petal) (length|width) \(cm\)$/);
    updateTraining(root)({ ...irises, check: null });
    expect(texts(root, '[data-weights=verdict]')).toEqual(['–']);
    expect(root.querySelector('[data-weights=verdict]')?.hasAttribute('data-verdict')).toBe(false);
  });

  test('a folded table is not written while the weights move', () => {
    const root = drawn(digits);
    const before = texts(root, '[data-weight]');
    const later = { ...retrained(digits, 3, {}), phase: 'running' as const };
    updateTraining(root)(later);
    expect(texts(root, '[data-weight]')).toEqual(before);
    root.querySelector('.weights details')?.setAttribute('open', '');
    updateTraining(root)(later);
    expect(texts(root, '[data-weight]')).not.toEqual(before);
  });

  test('other features move the regions’ axes', () => {
    const root = drawn(irises);
    updateTraining(root)({ ...irises, features: [1, 2] });
    expect(texts(root, '[data-across], [data-up]')).toEqual([
      'sepal width (cm)',
      'sepal length (cm)',
    ]);
    expect(root.querySelector<HTMLSelectElement>('[name=up]')?.value).toBe('2');
  });
});

describe('the words about a training', () => {
  test('nothing is advised where all is well', () => {
    expect(adviceText(irises)).toBe('');
  });

  test('a divergence is told as such, with the safe step and the line search as ways out', () => {
    const diverged = retrained(irises, 5000, { learningRate: 100, penalty: 1 });
    expect(phaseText(diverged)).toMatch(/^Diverged after \d+ steps/);
    expect(adviceText(diverged)).toContain(`1/L = ${(1 / diverged.curvature).toFixed(4)}`);
    expect(adviceText(diverged)).toContain('line search');
  });

  test('a loss above the one at the start is told before any number ends', () => {
    const shown = retrained(irises, 1, { learningRate: 100, penalty: 1 });
    expect(adviceText(shown)).toMatch(/^The loss is above the one at the start/);
  });

  test('steps that raise the loss are laid to the rate, or to momentum', () => {
    expect(adviceText(retrained(irises, 60, { learningRate: 6 }))).toContain('above the safe step');
    expect(adviceText(retrained(irises, 200, { momentum: 0.95 }))).toContain('momentum carries it');
  });

  test('without a penalty the reader hears that there may be no minimum', () => {
    expect(adviceText(retrained(irises, 5, { penalty: 0 }))).toContain('has no minimum');
  });

  test('each phase has a sentence of its own', () => {
    const phases = [
      'start',
      'running',
      'paused',
      'done',
      'converged',
      'stalled',
      'diverged',
    ] as const;
    const sentences = phases.map((phase) => phaseText({ ...irises, phase }));
    expect(new Set(sentences).size).toBe(phases.length);
    expect(sentences[0]).toContain('log 3 = 1.0986');
  });
});

describe('the controls', () => {
  test('the slider counts doublings of the safe step, and stays on its track', () => {
    expect([1, 2, 0.5, 1e9, 1e-9].map((times) => sliderPlace(times / 3, 3))).toEqual([
      0, 1, -1, 8, -4,
    ]);
  });

  test('a field that is being written in is left alone', () => {
    const root = drawn(irises);
    const field = root.querySelector<HTMLInputElement>('[name=penalty]');
    if (!field) throw new Error('no field');
    field.value = '0.';
    field.setAttribute('data-draft', '');
    updateControls(root)(settingTexts(defaultSettings), irises);
    expect(field.value).toBe('0.');
    field.removeAttribute('data-draft');
    updateControls(root)(settingTexts(defaultSettings), irises);
    expect(field.value).toBe('0.01');
  });
});
