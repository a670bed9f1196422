import { sizeIn } from '../expression/size.ts';
import type { Point, Variable } from './program.ts';
import type { Random } from './random.ts';

/**
 * How a point's values lie: `core` is where every formula is well-conditioned, `wide` reaches
 * saturation, `boundary` has ties and zeros, where strict inequalities and orders break.
 */
export type Family = 'core' | 'wide' | 'boundary';

/** A point with how it was drawn. */
export interface DrawnPoint extends Point {
  readonly family: Family;
}

/** How much wider than a variable's range the wide points reach. */
const WIDER = 4;

/** Values are drawn on this grid, so that a counterexample prints exactly and reads easily. */
const GRID = 100;

/**
 * Axis lengths of the models that claims are tried in. Two axes never have the same length, so
 * that an index on the wrong axis can't pass; classes come in 2, 3 and 5, because with two classes
 * some wrong forms always pass.
 */
const MODELS: readonly (readonly number[])[] = [
  [3, 4, 2, 5, 6],
  [2, 3, 4, 5, 6],
  [5, 2, 3, 4, 6],
];

/** The models' axis lengths for the size classes in `names`; the classes come first. */
export function modelSizes(names: readonly string[]): Record<string, number>[] {
  const ordered = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return MODELS.map((lengths) =>
    Object.fromEntries(ordered.map((name, k) => [name, lengths[k] ?? k + 2])),
  );
}

function rank(name: string): number {
  const at = ['classes', 'features', 'samples'].indexOf(name);
  return at < 0 ? 3 : at;
}

/** Draws values for all `variables`; `turn` counts the points, so that every label has its turn. */
export function drawPoint(
  variables: Readonly<Record<string, Variable>>,
  sizes: Readonly<Record<string, number>>,
  family: Family,
  turn: number,
  oneHot: readonly string[],
  random: Random,
): DrawnPoint {
  const values: Record<string, Float64Array> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const lengths = variable.axes.map((axis) => sizeIn(axis, sizes));
    const count = lengths.reduce((all, length) => all * length, 1);
    const width = lengths.at(-1) ?? 1;
    values[name] =
      variable.kind === 'probability'
        ? drawProbabilities(count, width, turn, family, oneHot.includes(name), random)
        : drawReals(count, variable.range, turn, family, random);
  }
  return { sizes, values, family };
}

function drawReals(
  count: number,
  [from, to]: readonly [number, number],
  turn: number,
  family: Family,
  random: Random,
): Float64Array {
  const values = new Float64Array(count);
  const middle = (from + to) / 2;
  const half = ((to - from) / 2) * (family === 'wide' ? WIDER : 1);
  const lowest = from > 0 ? from : -Infinity;
  const draw = (): number =>
    Math.max(lowest, Math.round(GRID * (middle + half * (2 * random() - 1))) / GRID);
  if (family === 'boundary') {
    // All zero, all equal, or in tied pairs.
    const shared = [lowest > 0 ? from : 0, draw()];
    const kind = turn % 3;
    for (let k = 0; k < count; k++) values[k] = (kind === 2 ? shared[k % 2] : shared[kind]) ?? 0;
    return values;
  }
  const taken = new Set<number>();
  for (let k = 0; k < count; k++) {
    let value = draw();
    // Distinct, as long as the grid has room for it.
    for (let tries = 0; taken.has(value) && tries < 8; tries++) value = draw();
    taken.add(value);
    values[k] = value;
  }
  return values;
}

/** Rows of length `width` that sum to 1: every label in turn, soft rows between them. */
function drawProbabilities(
  count: number,
  width: number,
  turn: number,
  family: Family,
  oneHot: boolean,
  random: Random,
): Float64Array {
  const values = new Float64Array(count);
  for (let row = 0; row * width < count; row++) {
    const soft = !oneHot && (turn + row) % 2 === 0;
    const label = (Math.floor(turn / 2) + row) % width;
    const weights = Array.from({ length: width }, () =>
      family === 'boundary' ? 1 : 1 + Math.floor(20 * random()),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (let k = 0; k < width; k++) {
      values[row * width + k] = soft ? (weights[k] ?? 0) / total : Number(k === label);
    }
  }
  return values;
}
