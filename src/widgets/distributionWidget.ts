import { softmax } from '../numeric/softmax.ts';
import { updateDistribution } from '../views/updateDistribution.ts';
import { LiveElement } from './liveElement.ts';
import { pageStore } from './pageStore.ts';
import { showView } from './showView.ts';

/** `<distribution-widget>`: exponentials, their sum, and the probabilities; `.value` is these. */
export class DistributionWidget extends LiveElement {
  get value(): readonly number[] {
    return [...softmax(pageStore.get().z)];
  }

  protected start(signal: AbortSignal): void {
    showView(this, updateDistribution, signal);
  }
}

customElements.define('distribution-widget', DistributionWidget);
