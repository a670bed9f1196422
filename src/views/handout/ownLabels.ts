/** What the numbers of a single figure are called on a handout, by their key in a link, with the figure's name. */
export const OWN_LABELS: Readonly<Record<string, readonly [figure: string, label: string]>> = {
  'weights-x': ['weights', 'input x'],
  'weights-w': ['weights', 'weights W, row by row'],
  'weights-m': ['weights', 'feature'],
  'weights-rows': ['weights', 'whole rows (0 or 1)'],
  'jacobian-v': ['spectrum', 'direction v'],
  'gradient-step': ['step', 'step size η'],
  'gradient-slip': ['gradient', 'slip (none, delta or sign)'],
  'distribution-c': ['evaluation', 'added to all logits'],
  'distribution-tau': ['evaluation', 'temperature τ'],
  'likelihood-smoothing': ['entropy', 'smoothing'],
  'convexity-toward': ['convexity', 'second point (its number, from 0)'],
  'convexity-s': ['convexity', 'place s on the line'],
  'matrix-form-feature': ['matrix-form', 'feature'],
};
