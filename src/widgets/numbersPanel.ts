import { defaultState, fewestClasses, mostClasses, withLogits } from '../state/pageState.ts';
import { presets } from '../state/presets.ts';
import { readField } from '../state/readField.ts';
import { updateNumbers } from '../views/updateNumbers.ts';
import { showView } from './showView.ts';
import { LiveElement } from './liveElement.ts';
import { pageStore } from './pageStore.ts';

/** `<numbers-panel>`: the reader's logits and true class, for the whole page; `.value` is the logits. */
export class NumbersPanel extends LiveElement {
  get value(): readonly number[] {
    return pageStore.get().z;
  }

  set value(z: readonly number[]) {
    if (z.length < fewestClasses || z.length > mostClasses || !z.every(Number.isFinite)) return;
    pageStore.set(withLogits(pageStore.get(), z));
  }

  protected start(signal: AbortSignal): void {
    showView(this, updateNumbers, signal);
    const listen = <K extends keyof HTMLElementEventMap>(
      type: K,
      react: (event: HTMLElementEventMap[K]) => void,
    ): void => this.addEventListener(type, react, { signal });

    listen('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const k = indexOf(target);
      if (target.type === 'range') {
        settle(target.closest('.logit')?.querySelector('.exact'));
        this.value = this.value.with(k, Number(target.value));
      } else if (target.type === 'radio') {
        pageStore.set({ t: { kind: 'class', label: k + 1 } });
      } else {
        target.setAttribute('data-draft', '');
        const read = readField(target.value);
        if ('error' in read) {
          if (target.hasAttribute('aria-invalid')) complain(target, read.error);
        } else if (read.numbers.length === 1) {
          complain(target, '');
          this.value = this.value.with(k, read.numbers[0] ?? 0);
        }
      }
    });
    listen('paste', (event) => {
      const field = fieldOf(event);
      const read = readField(event.clipboardData?.getData('text') ?? '');
      if (!field || 'error' in read || read.numbers.length === 1) return;
      event.preventDefault();
      this.#setAll(read.numbers);
    });
    listen('focusout', (event) => this.#commit(fieldOf(event)));
    listen('keydown', (event) => {
      if (event.key === 'Enter') this.#commit(fieldOf(event));
      if (event.key === 'Escape' && fieldOf(event)) this.#settleAll();
    });
    listen('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button) return;
      if (button.classList.contains('fold')) {
        button.setAttribute('aria-expanded', String(this.toggleAttribute('data-open')));
        return;
      }
      this.#press(button.dataset);
    });
  }

  /** Takes a field's text over, or says beside it why not and keeps the last good numbers. */
  #commit(field: HTMLInputElement | null): void {
    if (!field?.hasAttribute('data-draft')) return;
    const read = readField(field.value);
    if ('error' in read) {
      complain(field, read.error);
      return;
    }
    const { numbers } = read;
    if (numbers.length === 1) {
      settle(field);
      this.value = this.value.with(indexOf(field), numbers[0] ?? 0);
      pageStore.set({}); // the field's own text is written again even where the number stayed
    } else {
      this.#setAll(numbers);
    }
  }

  #setAll(numbers: readonly number[]): void {
    this.value = numbers;
    this.#settleAll();
    this.changed();
  }

  #press({ preset, act }: DOMStringMap): void {
    const { value } = this;
    const isPreset = (name: string): name is keyof typeof presets => Object.hasOwn(presets, name);
    if (preset !== undefined && isPreset(preset)) this.value = presets[preset];
    else if (act === 'add') this.value = [...value, 0];
    else if (act === 'remove') this.value = value.slice(0, -1);
    else if (act === 'reset') {
      const { open, notation, predict, hide } = pageStore.get();
      pageStore.set({ ...defaultState, open, notation, predict, hide });
    } else return;
    this.#settleAll();
    this.changed();
  }

  #settleAll(): void {
    this.querySelectorAll('.exact').forEach(settle);
    pageStore.set({});
  }
}

/** The logit, counted from 0, that `control` belongs to. */
function indexOf(control: Element): number {
  return Number(control.closest<HTMLElement>('.logit')?.dataset['k']) - 1;
}

function fieldOf({ target }: Event): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.type === 'text' ? target : null;
}

/** Ends the writing in `field`: its number shows again, its message goes. */
function settle(field: Element | null | undefined): void {
  field?.removeAttribute('data-draft');
  if (field) complain(field, '');
}

function complain(field: Element, message: string): void {
  if (message === '') field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
  const place = field.closest('.logit')?.querySelector('.message');
  if (place && place.textContent !== message) place.textContent = message;
}

customElements.define('numbers-panel', NumbersPanel);
