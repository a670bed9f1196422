import { encode } from './encode.ts';
import { defaultLab, type GradientLab } from './gradientLab.ts';
import { encodeLab } from './gradientLabCodec.ts';
import { defaultState, type PageState } from './pageState.ts';

/** A state of the laboratory that is worth a look, and what it shows. */
export interface GradientCase {
  readonly name: string;
  readonly tells: string;
  readonly page: Partial<PageState>;
  readonly lab: Partial<GradientLab>;
}

/** The cases that the laboratory links to. */
export const gradientCases: readonly GradientCase[] = [
  {
    name: 'A flipped sign, refuted',
    tells: 'At z = (2, 1, −0.5) the third entry with the wrong sign fails by every rule.',
    page: {},
    lab: { slip: 'sign', entry: 3 },
  },
  {
    name: 'The same slip, too small to tell',
    tells:
      'At z = (25, 0, 1) the third entry lies below the noise: no difference can see its sign.',
    page: { z: [25, 0, 1] },
    lab: { slip: 'sign', entry: 3 },
  },
  {
    name: 'Times 1.001',
    tells: 'A factor of 1.001 fails by our rule; PyTorch’s default tolerance accepts it.',
    page: {},
    lab: { slip: 'factor' },
  },
  {
    name: 'A correct gradient, rejected',
    tells: 'A relative error of at most 10⁻⁷ is too much to ask where an entry is small.',
    page: { z: [2, 1, -9] },
    lab: { entry: 3 },
  },
  {
    name: 'An offset of 10⁸',
    tells: 'The same offset on all logits changes neither loss nor gradient, and must not fail.',
    page: { z: [100000002, 100000001, 99999999.5] },
    lab: {},
  },
  {
    name: 'The naive formula overflows',
    tells:
      'Beyond 709 an exponential is infinite and the loss NaN; measured from the largest logit it is not.',
    page: { z: [1000, 999, 998] },
    lab: { form: 'naive' },
  },
  {
    name: 'In float32',
    tells:
      'The noise is half a billion times larger: the best step moves to the right, and digits go.',
    page: {},
    lab: { precision: 'single', step: 0.01 },
  },
  {
    name: 'A transposed W',
    tells: 'For six irises: the right numbers in the wrong places.',
    page: {},
    lab: { loss: 'weights', slip: 'transposed' },
  },
  {
    name: 'Your own: log-sum-exp',
    tells: 'Its gradient is softmax.',
    page: {},
    lab: { loss: 'own', f: '\\log \\sum_{k=1}^C e^{z_k}', gradient: '\\sigma(z)' },
  },
  {
    name: 'Your own: Kullback–Leibler, with a slip',
    tells: 'Subtracting a constant changes no gradient; here one more factor does.',
    page: { t: { kind: 'soft', p: [0.2, 0.5, 0.3] } },
    lab: {
      loss: 'own',
      f: '\\sum_k t_k (\\log t_k - \\log \\sigma(z)_k)',
      gradient: '\\hat y_i (\\hat y_i - t_i)',
    },
  },
];

/** The query that opens a case. */
export function caseQuery({ page, lab }: GradientCase): string {
  const parts = [encode({ ...defaultState, ...page }), encodeLab({ ...defaultLab, ...lab })];
  const given = parts.filter((part) => part !== '').map((part) => part.slice(1));
  return `?${given.join('&')}`;
}
