import { decodeHandout } from '../../state/handoutCodec.ts';
import { link } from '../../views/link.ts';
import { LiveElement } from '../liveElement.ts';
import { showNote } from '../notes.ts';
import { sheetOf } from './sheetOf.ts';

/** `<handout-sheet>`: the handout of the address, as students get it. */
export class HandoutSheet extends LiveElement {
  protected start(signal: AbortSignal): void {
    addEventListener('hashchange', () => void this.#show(), { signal });
    this.querySelector('[data-print]')?.addEventListener('click', () => window.print(), { signal });
    void this.#show();
  }

  async #show(): Promise<void> {
    const read = await decodeHandout(location.hash);
    const told = this.querySelector('.told');
    if (!read) {
      told?.replaceChildren('There is no handout in this link.');
      return;
    }
    for (const problem of read.problems) showNote(problem);
    const builder = this.querySelector('.open-builder');
    builder?.setAttribute('href', `${link('/handout/')}${location.hash}`);
    const { title } = read.handout;
    if (title !== '') document.title = title;
    const sheet = await sheetOf(read.handout, 1);
    this.querySelector('.place')?.replaceChildren(sheet);
    told?.replaceChildren();
    this.setAttribute('data-ready', '');
  }
}

customElements.define('handout-sheet', HandoutSheet);
