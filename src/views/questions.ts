import { crossEntropy } from '../numeric/crossEntropy.ts';
import { crossEntropyGradient } from '../numeric/crossEntropyGradient.ts';
import { entropy } from '../numeric/entropy.ts';
import { logSumExp } from '../numeric/logSumExp.ts';
import { formatNumber } from './format.ts';
import { logitsAfter } from './updateStep.ts';
import type { Point } from './point.ts';

/** What a reader is asked before a figure is shown, with what is right at their numbers. */
export type Question = Choice | Estimate;

interface Choice {
  readonly ask: string;
  readonly options: readonly string[];
  /** Which options are right, counted from 0. */
  readonly right: readonly number[];
}

interface Estimate {
  readonly ask: string;
  readonly right: number;
  /** How far an answer may be off. */
  readonly within: number;
}

const shapes = ['C × M', 'M × C', 'N × M', 'N × C'] as const;

/** The question of each figure, by its name. */
const QUESTIONS: Readonly<Record<string, (point: Point) => Question>> = {
  distribution: ({ z }) => ofClasses('Which class gets the largest probability?', z),
  simplex: ({ z }) => ofClasses('Which corner is the prediction nearest to?', z),
  evaluation: () => ({
    ask: 'Which evaluation breaks first when the same number is added to all logits, as it grows?',
    options: ['as written, float64', 'shifted, float64', 'as written, float32', 'shifted, float32'],
    right: [2],
  }),
  jacobian: ({ i, j }) => ({
    ask: `Is the entry in row ${i} and column ${j} positive or negative?`,
    options: ['positive', 'negative'],
    right: [i === j ? 0 : 1],
  }),
  spectrum: () => ({
    ask: 'How many eigenvalues of the Jacobian are 0, whatever the finite logits?',
    right: 1,
    within: 0,
  }),
  gradient: ({ z, t }) =>
    ofClasses('Which entry of the gradient is the smallest?', negated(crossEntropyGradient(z, t))),
  step: (point) => {
    const fall = crossEntropy(point.z, point.t) - crossEntropy(logitsAfter(point), point.t);
    return {
      ask: 'What does the loss do in one step at the step size that is set?',
      options: ['it falls', 'it stays', 'it rises'],
      right: [fall > 0 ? 0 : fall === 0 ? 1 : 2],
    };
  },
  logistic: ({ z: [first = NaN, second = NaN] }) => ({
    ask: 'Against class 2 alone, is the probability of class 1 …',
    options: ['below ½', 'exactly ½', 'above ½'],
    right: [1 + Math.sign(first - second)],
  }),
  'log-sum-exp': ({ z }) => ({
    ask: 'How large is the log-sum-exp of the logits, to within 0.3?',
    right: logSumExp(z),
    within: 0.3,
  }),
  likelihood: ({ z, t }) => ({
    ask: 'How large is the loss, to within 0.3?',
    right: crossEntropy(z, t),
    within: 0.3,
  }),
  entropy: ({ t }) => ({
    ask: 'Is the entropy of your target 0?',
    options: ['yes', 'no, it is more'],
    right: [entropy(t) === 0 ? 0 : 1],
  }),
  'row-form': ({ t }) => ofClasses('In which row is the difference negative?', t),
  weights: ({ z, t }) =>
    ofClasses(
      'Which row of the gradient in the weights is the largest?',
      Array.from(crossEntropyGradient(z, t), Math.abs),
    ),
  'matrix-form': () => ({
    ask: 'Which shape has (Ŷ − T)ᵀX, for N samples, C classes and M features?',
    options: shapes,
    right: [0],
  }),
  descent: () => ({
    ask: 'Where a linear rule can tell the training samples apart, and without a penalty, what do the weights do in the long run?',
    options: ['they settle', 'they grow without end', 'they go to 0'],
    right: [1],
  }),
  'gradient-lab': () => ({
    ask: 'Which step makes a central difference in float64 the most exact, at logits of a few units?',
    options: ['10⁻²', '10⁻⁵', '10⁻⁹', '10⁻¹³'],
    right: [1],
  }),
  convexity: () => ({
    ask: 'Between the two points, where does the loss lie?',
    options: ['nowhere above its chord', 'nowhere below its chord', 'on both sides of it'],
    right: [0],
  }),
};

/** The question of the figure `name` at `point`; null where there is none. */
export function questionOf(name: string, point: Point): Question | null {
  return Object.hasOwn(QUESTIONS, name) ? (QUESTIONS[name]?.(point) ?? null) : null;
}

/** What to say to `given`, an option's place or a number; NaN where nothing was given. */
export function answerTo(question: Question, given: number): string {
  const [right, truth] =
    'options' in question
      ? [
          question.right.includes(given),
          question.right.map((k) => question.options[k]).join(' or '),
        ]
      : [Math.abs(given - question.right) <= question.within, formatNumber(question.right)];
  if (right) return `✓ right: ${truth}`;
  return Number.isNaN(given) ? `The answer: ${truth}` : `✗ not so; the answer: ${truth}`;
}

/** A question for a class, where the largest of `values` is right, and any that ties with it. */
function ofClasses(ask: string, values: ArrayLike<number>): Choice {
  const list = Array.from(values);
  const largest = Math.max(...list);
  return {
    ask,
    options: list.map((_, k) => `class ${k + 1}`),
    right: list.flatMap((value, k) => (value === largest ? [k] : [])),
  };
}

function negated(values: Float64Array): Float64Array {
  return values.map((x) => -x);
}
