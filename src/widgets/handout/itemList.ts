import {
  longest,
  moved,
  numbersOf,
  type Handout,
  type HandoutItem,
  type PlacedItem,
} from '../../state/handout.ts';
import type { PageState } from '../../state/pageState.ts';
import type { Store } from '../../state/store.ts';
import { drawRow } from '../../views/handout/drawRow.ts';
import { editNumbers } from './numbersEditor.ts';

/** How the list names an item that stands on a page. */
export type Titles = (item: PlacedItem) => string;

/** The items of a handout as rows; what the reader does to a row is done to the item of the same place. */
export class ItemList {
  readonly #list: HTMLElement;
  readonly #store: Store<Handout>;
  readonly #titles: Titles;
  readonly #removed: (title: string, undo: () => void) => void;

  /** `removed` hears of each row that was removed, and of what brings it back. */
  constructor(
    list: HTMLElement,
    store: Store<Handout>,
    titles: Titles,
    removed: (title: string, undo: () => void) => void,
  ) {
    this.#list = list;
    this.#store = store;
    this.#titles = titles;
    this.#removed = removed;
    list.addEventListener('click', ({ target }) => this.#press(target));
    list.addEventListener('input', ({ target }) => this.#write(target));
    list.addEventListener('toggle', ({ target }) => this.#open(target), { capture: true });
    list.addEventListener('pointerdown', (event) => this.#drag(event));
    this.redraw();
  }

  /** Draws all rows anew, for another handout. */
  redraw(): void {
    this.#list.replaceChildren(...this.#items.map((item) => this.#row(item)));
  }

  /** Puts `item` at the place `at`, the end by default, and shows it. */
  add(item: HandoutItem, at = this.#items.length): HTMLElement {
    const row = this.#row(item);
    this.#list.insertBefore(row, this.#list.children[at] ?? null);
    this.#store.set({ items: this.#items.toSpliced(at, 0, item) });
    return row;
  }

  get #items(): readonly HandoutItem[] {
    return this.#store.get().items;
  }

  #row(item: HandoutItem): HTMLElement {
    const text = item.kind === 'text';
    return drawRow(document, {
      kind: item.kind,
      title: text ? 'Text' : this.#titles(item),
      text: text ? item.text : item.note,
      longest: text ? longest.text : longest.note,
      own: !text && item.numbers !== null,
    });
  }

  /** The place of the row that `target` stands in; −1 for none. */
  #placeOf(target: EventTarget | null): number {
    const row = target instanceof Element ? target.closest('.row') : null;
    return row ? [...this.#list.children].indexOf(row) : -1;
  }

  #replace(at: number, item: HandoutItem): void {
    this.#store.set({ items: this.#items.with(at, item) });
  }

  #press(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    const at = this.#placeOf(button);
    if (!button || at < 0) return;
    const act = button.dataset['act'];
    if (act === 'remove') this.#remove(at);
    else this.#move(at, act === 'up' ? at - 1 : at + 1);
    if (act !== 'remove') button.focus(); // a moved element loses it
  }

  #remove(at: number): void {
    const item = this.#items[at];
    const row = this.#list.children[at];
    if (!item || !row) return;
    const title = row.querySelector('.row-title')?.textContent ?? '';
    row.remove();
    this.#store.set({ items: this.#items.toSpliced(at, 1) });
    this.#removed(title, () => this.add(item, at).querySelector('textarea')?.focus());
  }

  #move(from: number, to: number): void {
    const row = this.#list.children[from];
    if (!row || to < 0 || to >= this.#items.length) return;
    this.#list.insertBefore(row, this.#list.children[to > from ? to + 1 : to] ?? null);
    this.#store.set({ items: moved(this.#items, from, to) });
  }

  #write(target: EventTarget | null): void {
    const at = this.#placeOf(target);
    const item = this.#items[at];
    if (!item) return;
    if (target instanceof HTMLTextAreaElement) {
      const text = target.value;
      this.#replace(at, item.kind === 'text' ? { ...item, text } : { ...item, note: text });
    } else if (target instanceof HTMLInputElement && target.dataset['own'] !== undefined) {
      this.#choose(at, target.checked);
    }
  }

  /** Gives the item at `at` numbers of its own, those of the sheet at first, or takes them away. */
  #choose(at: number, own: boolean): void {
    const item = this.#items[at];
    if (!item || item.kind === 'text') return;
    this.#replace(at, { ...item, numbers: own ? numbersOf(this.#store.get(), item) : null });
    this.#showNumbers(at);
  }

  #open(target: EventTarget | null): void {
    if (target instanceof HTMLDetailsElement && target.open)
      this.#showNumbers(this.#placeOf(target));
  }

  #showNumbers(at: number): void {
    const [item, row] = [this.#items[at], this.#list.children[at]];
    const place = row?.querySelector('.fields-place');
    if (!item || item.kind === 'text' || !row || !place) return;
    const told = row.querySelector('summary span');
    told?.replaceChildren(item.numbers ? 'its own' : 'those of the sheet');
    if (!item.numbers) {
      place.replaceChildren();
      return;
    }
    const figure = item.kind === 'widget' ? item.anchor.replace('widget-', '') : '';
    editNumbers(place, item.numbers, figure, (numbers: PageState) => {
      const now = this.#placeOf(place);
      const changed = this.#items[now];
      if (changed && changed.kind !== 'text') this.#replace(now, { ...changed, numbers });
    });
  }

  /** Moves a row by its handle, past each neighbour whose middle the pointer crosses. */
  #drag(event: PointerEvent): void {
    const handle = event.target instanceof Element ? event.target.closest('.handle') : null;
    const row = handle?.closest<HTMLElement>('.row');
    if (!handle || !row || event.button !== 0) return;
    event.preventDefault();
    const stop = new AbortController();
    const { signal } = stop;
    row.toggleAttribute('data-dragged', true);
    const follow = ({ clientY }: PointerEvent): void => {
      const at = this.#placeOf(row);
      const [above, below] = [row.previousElementSibling, row.nextElementSibling];
      if (above && clientY < middle(above)) this.#move(at, at - 1);
      else if (below && clientY > middle(below)) this.#move(at, at + 1);
    };
    const end = (): void => {
      stop.abort();
      row.toggleAttribute('data-dragged', false);
    };
    addEventListener('pointermove', follow, { signal });
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', end, { signal });
  }
}

function middle(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
