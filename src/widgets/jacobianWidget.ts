import { updateJacobian } from '../views/updateJacobian.ts';
import { LiveElement } from './liveElement.ts';
import { pageStore } from './pageStore.ts';
import { showView } from './showView.ts';

/** How far each arrow key moves the entry under study: rows down, columns to the right. */
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** `<jacobian-widget>`: the Jacobian as a table; `.value` is the entry under study, counted from 1. */
export class JacobianWidget extends LiveElement {
  get value(): { readonly i: number; readonly j: number } {
    const { i, j } = pageStore.get();
    return { i, j };
  }

  set value({ i, j }: { readonly i: number; readonly j: number }) {
    const n = pageStore.get().z.length;
    if (i >= 1 && j >= 1 && i <= n && j <= n) pageStore.set({ i, j });
  }

  protected start(signal: AbortSignal): void {
    showView(this, updateJacobian, signal);
    this.addEventListener('click', (event) => this.#choose(cellOf(event)), { signal });
    this.addEventListener(
      'keydown',
      (event) => {
        const move = moves[event.key];
        const cell = cellOf(event);
        if (!move || !cell) return;
        event.preventDefault();
        const { i, j } = entryOf(cell);
        const row = `tr[data-k="${i + move[0]}"]`;
        const next = this.querySelector<HTMLElement>(`${row} > [data-k="${j + move[1]}"] > button`);
        next?.focus();
        this.#choose(next);
      },
      { signal },
    );
  }

  #choose(cell: HTMLElement | null): void {
    if (!cell) return;
    this.value = entryOf(cell);
    this.changed();
  }
}

function cellOf(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('td button') : null;
}

function entryOf(cell: HTMLElement): { i: number; j: number } {
  const number = (name: string): number => Number(cell.closest<HTMLElement>(name)?.dataset['k']);
  return { i: number('tr'), j: number('td') };
}

customElements.define('jacobian-widget', JacobianWidget);
