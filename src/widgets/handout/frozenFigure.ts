import type { PageState } from '../../state/pageState.ts';
import { freeze } from '../../views/handout/freeze.ts';
import { firstFrame, type Updater } from '../../views/firstFrame.ts';
import { layerOf } from '../../views/layer.ts';
import type { Point } from '../../views/point.ts';
import { updateDistribution } from '../../views/updateDistribution.ts'; // in the entry already
import { pointOf } from '../pointOf.ts';

type Draw = (document: Document, n: number) => HTMLElement;
type View = readonly [draw: (point: Point) => Draw, updater: Updater];

const plain =
  (draw: Draw, updater: Updater): View =>
  [() => draw, updater]; // prettier-ignore

/** The view of each figure that is drawn from the numbers of the page alone. */
const VIEWS: Readonly<Record<string, () => Promise<View>>> = {
  distribution: async () => {
    const { drawDistribution } = await import('../../views/drawDistribution.ts');
    return plain((document, n) => drawDistribution(document, n, false), updateDistribution);
  },
  jacobian: async () => {
    const [{ drawJacobian }, { updateJacobian }] = await Promise.all([
      import('../../views/drawJacobian.ts'),
      import('../../views/updateJacobian.ts'),
    ]);
    return plain(drawJacobian, updateJacobian);
  },
  gradient: async () => {
    const [{ drawGradient }, { updateGradient }] = await Promise.all([
      import('../../views/drawGradient.ts'),
      import('../../views/updateGradient.ts'),
    ]);
    return plain(drawGradient, updateGradient);
  },
  logistic: async () => {
    const [{ drawLogistic }, { updateLogistic }] = await Promise.all([
      import('../../views/drawLogistic.ts'),
      import('../../views/updateLogistic.ts'),
    ]);
    return plain(drawLogistic, updateLogistic);
  },
  'log-sum-exp': async () => {
    const [{ drawLogSumExp }, { updateLogSumExp }] = await Promise.all([
      import('../../views/drawLogSumExp.ts'),
      import('../../views/updateLogSumExp.ts'),
    ]);
    return plain(drawLogSumExp, updateLogSumExp);
  },
  likelihood: async () => {
    const [{ drawLikelihood }, { updateLikelihood }] = await Promise.all([
      import('../../views/drawLikelihood.ts'),
      import('../../views/updateLikelihood.ts'),
    ]);
    return plain(drawLikelihood, updateLikelihood);
  },
  'row-form': async () => {
    const [{ drawRowForm }, { updateRowForm }] = await Promise.all([
      import('../../views/drawRowForm.ts'),
      import('../../views/updateRowForm.ts'),
    ]);
    return plain(drawRowForm, updateRowForm);
  },
  'matrix-form': async () => {
    const [{ drawMatrixForm }, { updateMatrixForm }] = await Promise.all([
      import('../../views/drawMatrixForm.ts'),
      import('../../views/updateMatrixForm.ts'),
    ]);
    return plain(drawMatrixForm, updateMatrixForm);
  },
  weights: async () => {
    const [{ drawWeights }, { updateWeights }] = await Promise.all([
      import('../../views/drawWeights.ts'),
      import('../../views/updateWeights.ts'),
    ]);
    const draw = (point: Point): Draw => {
      const features = layerOf(point).x.length;
      return (document, n) => drawWeights(document, n, features);
    };
    return [draw, updateWeights];
  },
  convexity: async () => {
    const [{ drawConvexity }, { updateConvexity }] = await Promise.all([
      import('../../views/drawConvexity.ts'),
      import('../../views/updateConvexity.ts'),
    ]);
    return plain(drawConvexity, updateConvexity);
  },
  simplex: async () => {
    const [{ drawSimplex }, { updateSimplex }] = await Promise.all([
      import('../../views/drawSimplex.ts'),
      import('../../views/updateSimplex.ts'),
    ]);
    return plain(drawSimplex, updateSimplex);
  },
  spectrum: async () => {
    const [{ drawSpectrum }, { updateSpectrum }] = await Promise.all([
      import('../../views/drawSpectrum.ts'),
      import('../../views/updateSpectrum.ts'),
    ]);
    return plain(drawSpectrum, updateSpectrum);
  },
  step: async () => {
    const [{ drawStep }, { updateStep }] = await Promise.all([
      import('../../views/drawStep.ts'),
      import('../../views/updateStep.ts'),
    ]);
    return plain(drawStep, updateStep);
  },
  evaluation: async () => {
    const [{ drawEvaluation }, { updateEvaluation }] = await Promise.all([
      import('../../views/drawEvaluation.ts'),
      import('../../views/updateEvaluation.ts'),
    ]);
    return plain(drawEvaluation, updateEvaluation);
  },
  entropy: async () => {
    const [{ drawEntropy }, { updateEntropy }] = await Promise.all([
      import('../../views/drawEntropy.ts'),
      import('../../views/updateEntropy.ts'),
    ]);
    return plain(drawEntropy, updateEntropy);
  },
};

/**
 * The figure `name` at the numbers of `state`, fit for paper; null where it is drawn from more than those. Rejects
 * where its view can't be fetched.
 */
export async function frozenFigure(name: string, state: PageState): Promise<HTMLElement | null> {
  const load = Object.hasOwn(VIEWS, name) ? VIEWS[name] : undefined;
  if (!load) return null;
  const [draw, updater] = await load();
  const point = pointOf(state);
  const box = document.createElement('div');
  box.append(firstFrame(draw(point), updater, document, point));
  if (name === 'gradient') {
    const { lossCurve } = await import('../../views/lossCurve.ts');
    box.append(lossCurve(document, point));
  }
  return freeze(box);
}
