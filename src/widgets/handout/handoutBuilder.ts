import { emptyHandout, mostItems, type Handout, type HandoutItem } from '../../state/handout.ts';
import { createStore } from '../../state/store.ts';
import { link } from '../../views/link.ts';
import { LiveElement } from '../liveElement.ts';
import { loadCatalogue } from './catalogue.ts';
import { DraftKeeper, type Kept } from './draftKeeper.ts';
import { showDrafts } from './draftList.ts';
import { ItemList } from './itemList.ts';
import { editNumbers } from './numbersEditor.ts';
import { startOutput } from './output.ts';
import type { Picked } from './picker.ts';
import { sheetOf } from './sheetOf.ts';

/** How long the handout rests before the preview is drawn again, in milliseconds. */
const REST = 200;

/** `<handout-builder>`: puts a handout together beside its preview; `.value` is the handout. */
export class HandoutBuilder extends LiveElement {
  readonly #store = createStore<Handout>(emptyHandout);
  #keeper: DraftKeeper | undefined;
  #list: ItemList | undefined;
  #titles = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawing = 0;

  get value(): Handout {
    return this.#store.get();
  }

  set value(handout: Handout) {
    this.#store.set(handout);
    this.#fill();
  }

  protected start(signal: AbortSignal): void {
    void this.#start(signal);
  }

  async #start(signal: AbortSignal): Promise<void> {
    const keeper = new DraftKeeper((kept) => this.#tell(kept));
    this.#keeper = keeper;
    const catalogue = await loadCatalogue().catch(() => []);
    for (const { page, anchor, title } of catalogue) this.#titles.set(`${page}#${anchor}`, title);
    this.#store.set(await keeper.open());
    const rows = this.querySelector<HTMLElement>('.rows');
    if (!rows || signal.aborted) return;
    this.#list = new ItemList(
      rows,
      this.#store,
      ({ page, anchor }) => this.#titles.get(`${page}#${anchor}`) ?? `${page}#${anchor}`,
      (title, undo) => this.#offer(`“${title}” is removed.`, undo),
    );
    this.#store.subscribe((handout) => this.#follow(handout), { signal });
    this.addEventListener('input', ({ target }) => this.#write(target), { signal });
    this.addEventListener('click', ({ target }) => this.#press(target), { signal });
    addEventListener('hashchange', () => void this.#openLink(), { signal });
    void this.#startPicker();
    startOutput(this, () => this.value, signal);
    this.#fill();
    this.removeAttribute('data-waiting');
    this.inert = false; // what was typed before would be lost
  }

  /** The search comes after the sheet. */
  async #startPicker(): Promise<void> {
    const picker = this.querySelector('.picker');
    if (!picker) return;
    try {
      const { startPicker } = await import('./picker.ts');
      startPicker(picker, (picked) => this.#add(picked));
    } catch {
      picker
        .querySelector('.told')
        ?.replaceChildren('The search could not be loaded; reload the page.');
    }
  }

  async #openLink(): Promise<void> {
    const handout = await this.#keeper?.openLink();
    if (handout) this.value = handout;
  }

  /** Shows the whole handout in the fields, as another one was opened. */
  #fill(): void {
    const handout = this.value;
    for (const name of ['title', 'course', 'date', 'paper'] as const) {
      const field = this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
      if (field) field.value = handout[name];
    }
    const answers = this.querySelector<HTMLInputElement>('[name=answers]');
    if (answers) answers.checked = handout.answers;
    const place = this.querySelector('.shared-numbers');
    if (place) editNumbers(place, handout.numbers, '', (numbers) => this.#store.set({ numbers }));
    this.#list?.redraw();
    this.#showDrafts();
    void this.#preview();
  }

  #follow(handout: Handout): void {
    this.#keeper?.keep(handout);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#preview(), REST);
    this.changed();
  }

  /** Draws the preview; one that was overtaken by a later one is not shown. */
  async #preview(): Promise<void> {
    const drawing = ++this.#drawing;
    const sheet = await sheetOf(this.value, 2);
    if (drawing === this.#drawing) this.querySelector('.preview')?.replaceChildren(sheet);
  }

  #write(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    if (name === 'title' || name === 'course' || name === 'date')
      this.#store.set({ [name]: value });
    else if (name === 'paper') this.#store.set({ paper: value === 'letter' ? 'letter' : 'a4' });
    else if (name === 'answers' && target instanceof HTMLInputElement)
      this.#store.set({ answers: target.checked });
  }

  #press(target: EventTarget | null): void {
    const act = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (act?.dataset['do'] === 'text')
      this.#put({ kind: 'text', text: '' })?.querySelector('textarea')?.focus();
    if (act?.dataset['do'] === 'new' && this.#keeper) this.value = this.#keeper.startAnew();
  }

  #add({ kind, page, anchor, title }: Picked): void {
    const row = this.#put({ kind, page, anchor, numbers: null, note: '' });
    if (row) this.#say(`“${title}” is part ${this.value.items.length}.`);
  }

  #put(item: HandoutItem): HTMLElement | undefined {
    if (this.value.items.length < mostItems) return this.#list?.add(item);
    this.#say(`A handout has at most ${mostItems} parts.`);
    return undefined;
  }

  #showDrafts(): void {
    const place = this.querySelector('.drafts');
    if (!place || !this.#keeper) return;
    showDrafts(place, this.#keeper, (handout) => (this.value = handout), (sentence, undo) =>
      this.#offer(sentence, undo),
    ); // prettier-ignore
  }

  #tell({ kept, hash }: Kept): void {
    const sheet = this.querySelector<HTMLAnchorElement>('.open-sheet');
    sheet?.setAttribute('href', `${link('/handout/sheet/')}${hash === null ? '' : `#${hash}`}`);
    sheet?.toggleAttribute('data-long', hash === null);
    const sentences = [
      kept ? '' : 'This browser has no room for the draft or keeps nothing; the link has it.',
      hash === null ? 'This handout is too long for a link; print it, or shorten its texts.' : '',
    ];
    this.querySelector('.keeping')?.replaceChildren(
      sentences.filter((one) => one !== '').join(' '),
    );
    this.#showDrafts();
  }

  #say(sentence: string): void {
    this.querySelector('.said')?.replaceChildren(sentence);
  }

  /** Says what was done, with a button that takes it back. */
  #offer(sentence: string, undo: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'undo';
    button.addEventListener('click', () => {
      this.#say('');
      undo();
      this.#showDrafts();
    });
    this.querySelector('.said')?.replaceChildren(sentence, ' ', button);
    button.focus();
  }
}

customElements.define('handout-builder', HandoutBuilder);
