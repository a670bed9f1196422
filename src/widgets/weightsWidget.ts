import { withOwn, type OwnNumbers } from '../state/ownNumbers.ts';
import { withLogits } from '../state/pageState.ts';
import { drawWeights } from '../views/drawWeights.ts';
import { layerOf, logitsOf, mostFeatures, usualFeatures, type Layer } from '../views/layer.ts';
import { isLayerPreset, layerPresets } from '../views/layerPresets.ts';
import { linkFactors, updateWeights } from '../views/updateWeights.ts';
import type { Point } from '../views/point.ts';
import { entryGrid } from './entryGrid.ts';
import { LiveElement } from './liveElement.ts';
import { numberField } from './numberField.ts';
import { setOwn } from './ownStore.ts';
import { pageStore } from './pageStore.ts';
import { scrollByKeys } from './scrollByKeys.ts';
import { showView } from './showView.ts';

/**
 * `<weights-widget>`: one input's way to its logits, and the gradient in the weights as an outer product;
 * `.value` is input, weights and biases.
 */
export class WeightsWidget extends LiveElement {
  #boxes = new AbortController();

  get value(): Layer {
    return layerOf(pageStore.get());
  }

  set value(layer: Layer) {
    const { x, W } = layer;
    let own: OwnNumbers = pageStore.get().own;
    own = withOwn(own, 'weights-x', x);
    own = withOwn(own, 'weights-w', W.flat());
    const z = logitsOf(layer);
    if (W.length !== this.value.b.length || !z.every(Number.isFinite)) return;
    pageStore.set({ ...withLogits(pageStore.get(), z), own });
  }

  protected start(signal: AbortSignal): void {
    showView(this, (host) => this.#updater(host), signal);
    this.#reach();
    signal.addEventListener('abort', () => this.#boxes.abort(), { once: true });
    const choose = (i: number, m: number): void => {
      pageStore.set({ i });
      setOwn('weights-m', [m]);
      this.changed();
    };
    entryGrid(this, choose, signal);
    numberField(this, (field, number) => this.#write(field, number), signal);
    this.addEventListener('input', ({ target }) => this.#choose(target), { signal });
    this.addEventListener('click', ({ target }) => this.#press(target), { signal });
    for (const type of ['pointerover', 'focusin', 'pointerleave'])
      this.addEventListener(type, ({ target }) => this.#point(target), { signal });
  }

  /** The view's update, which draws the figure anew where the number of features changed. */
  #updater(host: Element): (point: Point) => void {
    let update = updateWeights(host);
    return (point) => {
      const features = layerOf(point).x.length;
      const figure = host.querySelector('.weights');
      if (figure && features !== host.querySelectorAll('[data-field=x]').length) {
        figure.replaceChildren(...drawWeights(document, point.z.length, features).childNodes);
        update = updateWeights(host);
        this.#reach();
      }
      update(point);
    };
  }

  #reach(): void {
    this.#boxes.abort();
    this.#boxes = new AbortController();
    scrollByKeys(this.querySelectorAll('.scroll'), this.#boxes.signal);
  }

  /** Puts `number` in the place of `field`. */
  #write(field: HTMLInputElement, number: number): void {
    const { x, W, b } = this.value;
    const name = field.dataset['field'];
    const at = [...this.querySelectorAll(`[data-field=${name}]`)].indexOf(field);
    const M = x.length;
    if (name === 'x') this.value = { x: x.with(at, number), W, b };
    else if (name === 'b') this.value = { x, W, b: b.with(at, number) };
    else {
      const row = (W[Math.floor(at / M)] ?? []).with(at % M, number);
      this.value = { x, W: W.with(Math.floor(at / M), row), b };
    }
  }

  /** Shows one entry, or a whole row. */
  #choose(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.type === 'checkbox')
      setOwn('weights-rows', target.checked ? [1] : null);
  }

  #press(target: EventTarget | null): void {
    const preset = target instanceof HTMLElement ? target.dataset['layer'] : undefined;
    if (isLayerPreset(preset)) {
      this.value = layerPresets[preset].of(this.value);
      this.changed();
      return;
    }
    const act = target instanceof HTMLElement ? target.dataset['act'] : undefined;
    if (act === undefined) return;
    if (act === 'usual') {
      setOwn('weights-x', null);
      setOwn('weights-w', null);
    } else {
      const { x, W } = this.value;
      const M = x.length + (act === 'more' ? 1 : -1);
      if (M < 1 || M > mostFeatures) return;
      const wider = layerOf({ z: pageStore.get().z, own: { 'weights-x': usualFeatures(M) } });
      setOwn('weights-x', [...x.slice(0, M), ...usualFeatures(M).slice(x.length)]);
      setOwn(
        'weights-w',
        W.flatMap((row, k) => [...row.slice(0, M), ...(wider.W[k] ?? []).slice(row.length)]),
      );
    }
    this.changed();
    // The figure is drawn anew in the next frame; the focus then stays with what was pressed.
    const refocus = (): void => this.querySelector<HTMLElement>(`[data-act=${act}]`)?.focus();
    requestAnimationFrame(() => requestAnimationFrame(refocus));
  }

  /** Marks the factors of the entry under the pointer or the focus, else those of the chosen one. */
  #point(target: EventTarget | null): void {
    const { i, own } = pageStore.get();
    const cell =
      target instanceof Element ? target.closest<HTMLElement>('.outer td[data-k]') : null;
    const row = Number(cell?.closest('tr')?.dataset['k'] ?? i);
    const column = Number(cell?.dataset['k'] ?? own['weights-m']?.[0] ?? 1);
    linkFactors(this)(row, column, own['weights-rows']?.[0] === 1);
  }
}

customElements.define('weights-widget', WeightsWidget);
