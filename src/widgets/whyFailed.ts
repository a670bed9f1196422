import { inLetters } from '../views/inLetters.ts';
import { textOf, write } from '../views/update.ts';
import type { ToldStep } from '../views/verdictText.ts';
import { whyText } from '../views/whyText.ts';
import { LiveElement } from './liveElement.ts';
import { checkHere, checks, onceAtRest } from './pageChecks.ts';
import { whenNear } from './whenNear.ts';

/** `<why-failed>`: what a formula that fails comes to at the reader's numbers, while it is open. */
export class WhyFailed extends LiveElement {
  protected start(signal: AbortSignal): void {
    const details = this.querySelector('details');
    const place = this.querySelector('[data-why]');
    const steps = checks?.formulas[Number(this.dataset['formula'])] ?? [];
    if (!details || !place) return;
    const text = textOf(place);
    const update = (): void => {
      if (!details.open) return;
      onceAtRest(update);
      const letters = this.previousElementSibling?.getAttribute('data-letters') ?? undefined;
      const told = steps.flatMap((step): ToldStep[] => {
        const live = step && checkHere(step);
        return live ? [{ relation: step.relation, live: inLetters(live, letters) }] : [];
      });
      write(text, whyText(told));
    };
    whenNear(this, update, signal);
    details.addEventListener('toggle', update, { signal });
  }
}

customElements.define('why-failed', WhyFailed);
