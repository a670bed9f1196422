/**
 * The scripts of what few pages have, which come with it, by the name of the element or by what its
 * `data-late` says. A page with an entry of its own would have all others fetch theirs in pieces.
 */
export const lateScripts: Readonly<Record<string, () => Promise<unknown>>> = {
  'convexity-widget': () => import('./convexityWidget.ts'),
  'entropy-widget': () => import('./entropyWidget.ts'),
  'evaluation-widget': () => import('./evaluationWidget.ts'),
  'handout-builder': () => import('./handout/handoutBuilder.ts'),
  'handout-sheet': () => import('./handout/handoutSheet.ts'),
  'kept-pages': () => import('./keptPages.ts'),
  'live-link': () => import('./liveLink.ts'),
  'result-card': () => import('./resultCard.ts'),
  search: () => import('./search/searchPage.ts'),
  'simplex-widget': () => import('./simplexWidget.ts'),
  'spectrum-widget': () => import('./spectrumWidget.ts'),
  'step-widget': () => import('./stepWidget.ts'),
  'verification-filter': () => import('./verificationFilter.ts'),
  'weights-widget': () => import('./weightsWidget.ts'),
  'why-failed': () => import('./whyFailed.ts'),
};
