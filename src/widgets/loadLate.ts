/** The widgets whose scripts come with them: most pages are without most of them. */
const SCRIPTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'distribution-widget': () => import('./distributionWidget.ts'),
  'jacobian-widget': () => import('./jacobianWidget.ts'),
  'gradient-widget': () => import('./gradientWidget.ts'),
  'logistic-widget': () => import('./logisticWidget.ts'),
  'log-sum-exp-widget': () => import('./logSumExpWidget.ts'),
  'likelihood-widget': () => import('./likelihoodWidget.ts'),
  'row-form-widget': () => import('./rowFormWidget.ts'),
  'matrix-form-widget': () => import('./matrixFormWidget.ts'),
  'descent-widget': () => import('./descentWidget.ts'),
  'proof-steps': () => import('./proofSteps.ts'),
  'in-words': () => import('./inWords.ts'),
  'as-code': () => import('./asCode.ts'),
  'gradient-lab': () => import('./gradientLab.ts'),
};

/**
 * Fetches the script of `widget`. Offline that may fail: the build's frame stays, and the script is
 * tried again when the widget next comes near. Once it has come, it costs nothing.
 */
function load(widget: Element): void {
  const { localName } = widget;
  // Elements of our own are known by their names: of theirs the build writes `data-late="true"`.
  const name = localName.includes('-') ? localName : (widget.getAttribute('data-late') ?? '');
  const script = SCRIPTS[name] ?? (() => loadRare(name));
  void script().catch(() => undefined);
}

/** What few pages have is in a list of its own, which comes with the first of it. */
async function loadRare(name: string): Promise<unknown> {
  const { lateScripts } = await import('./lateScripts.ts');
  return lateScripts[name]?.();
}

/** Fetches the script of each of `widgets` once it comes near the screen. */
function loadLate(widgets: readonly Element[]): void {
  if (typeof IntersectionObserver === 'undefined') {
    widgets.forEach(load);
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) load(target);
    },
    { rootMargin: '50%' }, // farther than an update reaches, so that the script is there in time
  );
  for (const widget of widgets) observer.observe(widget);
}

loadLate([...document.querySelectorAll(`${Object.keys(SCRIPTS).join()},[data-late]`)]);

export {};
