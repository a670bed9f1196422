import { encode } from '../state/encode.ts';
import { LiveElement } from './liveElement.ts';
import { pageStore } from './pageStore.ts';

/** `<live-link>`: the link from an embedded part to its page, which takes the reader's numbers along. */
export class LiveLink extends LiveElement {
  protected start(signal: AbortSignal): void {
    const link = this.querySelector('a');
    const follow = (): void => {
      if (link) link.search = encode(pageStore.get());
    };
    pageStore.subscribe(follow, { signal });
    follow();
  }
}

customElements.define('live-link', LiveLink);
