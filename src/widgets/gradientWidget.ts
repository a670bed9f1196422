import type { Slip } from '../state/pageState.ts';
import { updateGradient } from '../views/updateGradient.ts';
import { LiveElement } from './liveElement.ts';
import { pageStore } from './pageStore.ts';
import { redrawCurve } from './redrawCurve.ts';
import { scrollByKeys } from './scrollByKeys.ts';
import { showView } from './showView.ts';

/** `<gradient-widget>`: the gradient and its check; `.value` is how its formula is broken. */
export class GradientWidget extends LiveElement {
  get value(): Slip {
    return pageStore.get().slip;
  }

  set value(slip: Slip) {
    pageStore.set({ slip });
  }

  protected start(signal: AbortSignal): void {
    showView(this, updateGradient, signal);
    scrollByKeys(this.querySelectorAll('.scroll'), signal);
    const place = this.querySelector('.curve-place');
    if (place) redrawCurve(place, signal);
    // The radios' own input event bubbles from here to whoever listens to this element.
    this.addEventListener(
      'input',
      ({ target }) => {
        const value = target instanceof HTMLInputElement ? target.value : '';
        if (value === 'none' || value === 'delta' || value === 'sign') this.value = value;
      },
      { signal },
    );
  }
}

customElements.define('gradient-widget', GradientWidget);
