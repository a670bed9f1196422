import { placeOnLine, updateConvexity } from '../views/updateConvexity.ts';
import { LiveElement } from './liveElement.ts';
import { ownControls } from './ownControls.ts';
import { setOwn } from './ownStore.ts';
import { pageStore } from './pageStore.ts';
import { showView } from './showView.ts';

/** `<convexity-widget>`: the loss along a line; `.value` is the place s on it, from 0 to 1. */
export class ConvexityWidget extends LiveElement {
  get value(): number {
    return placeOnLine(pageStore.get());
  }

  set value(s: number) {
    setOwn('convexity-s', [s]);
  }

  protected start(signal: AbortSignal): void {
    showView(this, updateConvexity, signal);
    ownControls(this, () => this.changed(), signal);
  }
}

customElements.define('convexity-widget', ConvexityWidget);
