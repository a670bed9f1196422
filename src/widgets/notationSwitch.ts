import { encode } from '../state/encode.ts';
import { LiveElement } from './liveElement.ts';
import { showNote } from './notes.ts';
import { pageStore } from './pageStore.ts';
import { printNotation } from './printNotation.ts';

/**
 * The choice of a notation for a document's formulas. The page of the other notation is fetched when it
 * is first asked for; on that page itself the choice leads back to the document.
 */
export class NotationSwitch extends LiveElement {
  protected start(signal: AbortSignal): void {
    const { home = '', own, here } = this.dataset;
    const select = this.querySelector('select');
    if (!select) return;
    let shown = here ?? '';
    const choose = (): void => {
      const notation = select.value || null;
      if (here === undefined) pageStore.set({ notation });
      else location.assign(home + encode({ ...pageStore.get(), notation }));
    };
    const names = [...select.options].map(({ value }) => value);
    const show = async (): Promise<void> => {
      const { notation } = pageStore.get();
      if (notation !== null && notation !== own && !names.includes(notation)) {
        showNote(`The link’s notation “${notation}” is none of this page’s: ${names.join(' ')}.`);
        pageStore.set({ notation: null });
        return;
      }
      const wanted = notation === null || notation === own ? '' : notation;
      if (wanted === shown) return;
      select.value = shown = wanted;
      try {
        await printNotation(home, wanted, () => shown === wanted && !signal.aborted);
      } catch {
        if (shown !== wanted) return;
        showNote('The other notation could not be loaded; the formulas stay as they are.');
        pageStore.set({ notation: null });
      }
    };
    select.addEventListener('change', choose, { signal });
    if (select.value !== shown) choose(); // while this was on its way
    if (here !== undefined) return;
    pageStore.subscribe(() => void show(), { signal });
    void show();
  }
}

customElements.define('notation-switch', NotationSwitch);
