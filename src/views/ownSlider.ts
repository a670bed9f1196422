import { elementsOf } from './element.ts';
import { formatExact, formatSpoken } from './format.ts';
import { formula } from './formula.ts';
import { mark, textsOf, write } from './update.ts';

/** A slider for one of a figure's own numbers. */
interface SliderNames {
  /** The number's key in a link. */
  readonly key: string;
  readonly label: string;
  /** The number's symbol, as `formula` reads it. */
  readonly symbol: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where it stands at first. */
  readonly usual: number;
}

/** A slider with its name in front and its number behind it. */
export function ownSlider(
  document: Document,
  { key, label, symbol, min, max, step, usual }: SliderNames,
): HTMLElement {
  const h = elementsOf(document);
  return h(
    'label',
    { class: 'own-slider' },
    h('span', {}, `${label} `, formula(document, symbol)),
    h('input', {
      type: 'range',
      min,
      max,
      step,
      'data-own': key,
      'data-usual': usual,
      autocomplete: 'off',
    }),
    h('span', { class: 'number', 'data-shown': key }),
  );
}

/** Buttons that set the number of the slider `key` to places worth a look: what each is called, and its number. */
export function ownPresets(
  document: Document,
  { key, label, usual }: Pick<SliderNames, 'key' | 'label' | 'usual'>,
  presets: readonly (readonly [label: string, value: number])[],
): HTMLElement {
  const h = elementsOf(document);
  return h(
    'div',
    { class: 'choices', role: 'group', 'aria-label': label },
    ...presets.map(([name, value]) =>
      h('button', { type: 'button', 'data-own': key, 'data-usual': usual, 'data-to': value }, name),
    ),
  );
}

/** Finds the slider of `key` and its presets; the result moves it and prints `text` beside it. */
export function moveSlider(root: Element, key: string): (value: number, text?: string) => void {
  const slider = root.querySelector<HTMLInputElement>(`input[data-own=${key}]`);
  const [shown] = textsOf(root, `[data-shown=${key}]`);
  const presets = [...root.querySelectorAll(`button[data-own=${key}]`)];
  return (value, text = formatExact(value)) => {
    if (!slider) return;
    // The attribute is the first frame, written out by the build; the property is the live one.
    mark(slider, 'value', String(value));
    if (slider.value !== String(value)) slider.value = String(value);
    mark(slider, 'aria-valuetext', formatSpoken(value));
    write(shown, text);
    for (const preset of presets)
      mark(preset, 'aria-pressed', String(preset.getAttribute('data-to') === String(value)));
  };
}
