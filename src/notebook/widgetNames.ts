import type { WIDGETS } from './blocks.ts';

/** The names of figures for readers, by their names in `::widget{name=…}`, each with what it shows. */
export const WIDGET_NAMES: Readonly<
  Record<(typeof WIDGETS)[number], { readonly title: string; readonly text: string }>
> = {
  distribution: {
    title: 'From logits to a distribution',
    text: 'Logits, their exponentials and the probabilities that softmax makes of them.',
  },
  jacobian: {
    title: 'The Jacobian, entry by entry',
    text: 'The derivative of each probability by each logit, as a table to point at.',
  },
  gradient: {
    title: 'The gradient check',
    text: 'Prediction minus target beside dual numbers and differences; break it and see it refuted.',
  },
  logistic: {
    title: 'The logistic curve',
    text: 'Softmax of two classes as the logistic function (sigmoid) of the difference of the logits.',
  },
  'log-sum-exp': {
    title: 'Log-sum-exp between its bounds',
    text: 'The smooth maximum of the logits, above the maximum by log C at most.',
  },
  likelihood: {
    title: 'Likelihood and cross-entropy',
    text: 'The loss term by term, and the likelihood factor by factor.',
  },
  'row-form': {
    title: 'The gradient by rows of the weights',
    text: 'One row of the weight matrix at a time: the input times prediction minus target.',
  },
  'matrix-form': {
    title: 'The gradient as a product of matrices',
    text: 'The gradient of a batch of four samples, each entry computed in three ways.',
  },
  weights: {
    title: 'The gradient in the weights and the bias',
    text: 'Each entry as a difference of prediction and target times a feature (backpropagation).',
  },
  convexity: {
    title: 'The loss along a line',
    text: 'Between two points the loss is nowhere above its chord: it is convex.',
  },
  simplex: {
    title: 'The simplex',
    text: 'Three probabilities as a point of a triangle; ratios of probabilities.',
  },
  spectrum: {
    title: 'The eigenvalues of the Jacobian',
    text: 'The spectrum, none above one half, and how softmax moves along a direction.',
  },
  step: {
    title: 'One step of gradient descent',
    text: 'The distribution before and after a step in the logits.',
  },
  evaluation: {
    title: 'Softmax as written and shifted',
    text: 'Overflow: where the exponentials leave the range of float64 or float32, and the shift that helps.',
  },
  entropy: {
    title: 'Entropy and divergence',
    text: 'Cross-entropy as the entropy of the target plus the Kullback-Leibler divergence (KL).',
  },
  descent: {
    title: 'Training by gradient descent',
    text: 'Softmax regression trained in the page on the iris data or on digits, with an L2 penalty or without: loss, accuracy, confusion matrix.',
  },
};
