/** What a link leads to, by the control beside it. */
export interface LinkTarget {
  readonly kind: 'step' | 'claim' | 'exercise' | 'widget' | 'laboratory';
  readonly element: HTMLElement;
  /** The fragment of its address. */
  readonly anchor: string;
  /** What a link to it is called, such as `formula 5`. */
  readonly name: string;
}

/** What the control, a link to an anchor of this page, stands beside. */
export function targetOf(control: Element): LinkTarget | null {
  const anchor = decodeURIComponent(control.getAttribute('href')?.split('#')[1] ?? '');
  const element = document.getElementById(anchor);
  const [name = ''] = control.getAttribute('aria-label')?.split(':') ?? [];
  return element && { kind: kindOf(element), element, anchor, name };
}

function kindOf(element: Element): LinkTarget['kind'] {
  if (element.matches('.derivation')) return 'step';
  if (element.matches('.exercise')) return 'exercise';
  if (element.matches('section')) return 'claim';
  return element.matches('gradient-lab') ? 'laboratory' : 'widget';
}
