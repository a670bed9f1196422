/** The scripts of the course's figures and of embedded parts, which come with them, by the names of their elements. */
export const courseWidgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'convexity-widget': () => import('./convexityWidget.ts'),
  'entropy-widget': () => import('./entropyWidget.ts'),
  'evaluation-widget': () => import('./evaluationWidget.ts'),
  'live-link': () => import('./liveLink.ts'),
  'result-card': () => import('./resultCard.ts'),
  'simplex-widget': () => import('./simplexWidget.ts'),
  'spectrum-widget': () => import('./spectrumWidget.ts'),
  'step-widget': () => import('./stepWidget.ts'),
  'weights-widget': () => import('./weightsWidget.ts'),
  'why-failed': () => import('./whyFailed.ts'),
};
