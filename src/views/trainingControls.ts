import { elementsOf } from './element.ts';
import { formatNumber } from './format.ts';
import { formula } from './formula.ts';
import type { Phase } from './trainingShown.ts';
import { mark, textsOf, write } from './update.ts';

/** The ends of the learning rate's slider, as powers of two times 1/L, and its step. */
const SLIDER = { min: -4, max: 8, step: 0.25 } as const;

/** The data sets on offer, by their values. */
const DATA = {
  iris: 'irises (3 species)',
  digits: 'handwritten digits (10)',
  own: 'a table of your own',
} as const;

/** A text field of the settings: its key, its label, and what stands below. */
const FIELDS = [
  { key: 'penalty', label: 'penalty λ', hint: 'of λ/2 ‖W‖²; 0 switches it off' },
  { key: 'momentum', label: 'momentum μ', hint: 'of the heavy ball; 0 for none, below 1' },
  { key: 'steps', label: 'steps a run', hint: '1 to 100000' },
  { key: 'seed', label: 'seed of the split', hint: 'a quarter of each class is for testing' },
] as const;

/** Settings worth a try, as links write them: what is not named is as at first, but for the data. */
const PRESETS = [
  ['as at first', ''],
  ['no penalty', 'descent-penalty=0'],
  ['a strong penalty', 'descent-penalty=1'],
  ['momentum', 'descent-momentum=0.9'],
  ['too long a step', 'descent-rate=100'],
] as const;

/** What the controls show besides their fields' texts. */
export interface ControlsShown {
  readonly phase: Phase;
  /** L, and η where it is chosen. */
  readonly curvature: number;
  readonly learningRate: number;
}

/** The choice of data, the buttons, and the settings, folded; the fields are empty. */
export function drawControls(document: Document, limits: string): HTMLElement {
  const h = elementsOf(document);
  const button = (act: string, label: string): HTMLElement =>
    h('button', { type: 'button', 'data-act': act, disabled: true }, label);
  const options = Object.entries(DATA).map(([value, label]) => h('option', { value }, label));
  const select = h('select', { name: 'data', autocomplete: 'off', disabled: true }, ...options);
  return h(
    'div',
    { class: 'controls' },
    h(
      'div',
      { class: 'run' },
      h('label', {}, 'data ', select),
      button('run', 'start'),
      button('step', 'one step'),
      button('reset', 'reset'),
    ),
    h(
      'details',
      { class: 'settings' },
      h('summary', {}, 'settings'),
      h('p', { class: 'remark' }, 'A change starts again from W = 0.'),
      h(
        'div',
        { class: 'choices', role: 'group', 'aria-label': 'settings worth a try' },
        ...PRESETS.map(([name, settings]) =>
          h('button', { type: 'button', 'data-settings': settings }, name),
        ),
      ),
      rateField(document),
      h('div', { class: 'fields' }, ...FIELDS.map((of) => field(document, of))),
      h(
        'label',
        { class: 'choice' },
        h('input', { type: 'checkbox', name: 'search', autocomplete: 'off' }),
        ' line search: each step is halved until the loss falls enough',
      ),
    ),
    ownTable(document, limits),
  );
}

function field(
  document: Document,
  { key, label, hint }: { key: string; label: string; hint: string },
): HTMLElement {
  const h = elementsOf(document);
  const [message, note] = [`descent-${key}-message`, `descent-${key}-hint`];
  return h(
    'div',
    { class: 'setting' },
    h('label', { for: `descent-${key}` }, label),
    h('input', {
      id: `descent-${key}`,
      class: 'exact number',
      type: 'text',
      inputmode: 'decimal',
      name: key,
      'aria-describedby': `${message} ${note}`,
      autocomplete: 'off',
      spellcheck: 'false',
    }),
    h('span', { class: 'hint', id: note }, hint),
    h('span', { class: 'message', id: message }, ''),
  );
}

function rateField(document: Document): HTMLElement {
  const h = elementsOf(document);
  const hint = {
    key: 'rate',
    label: 'learning rate η',
    hint: 'a number, or the word safe for 1/L',
  };
  return h(
    'div',
    { class: 'rate' },
    field(document, hint),
    h(
      'div',
      { class: 'slider' },
      h('input', {
        type: 'range',
        name: 'power',
        ...SLIDER,
        'aria-label': 'learning rate, in doublings of the safe step',
        autocomplete: 'off',
      }),
      h(
        'p',
        { class: 'safe', 'aria-hidden': 'true' },
        h('span', {}, 'safe step ', formula(document, '1/L')),
      ),
    ),
    h('p', { class: 'rate-told' }, ' '),
  );
}

function ownTable(document: Document, limits: string): HTMLElement {
  const h = elementsOf(document);
  return h(
    'details',
    { class: 'own' },
    h('summary', {}, 'a table of your own'),
    h(
      'p',
      { class: 'remark' },
      `CSV: a sample a line, its label last, in words or numbers; a line of names may stand above. ${limits} It stays in this browser.`,
    ),
    h(
      'label',
      {},
      'file ',
      h('input', {
        type: 'file',
        name: 'file',
        accept: '.csv,.tsv,.txt,text/csv',
        autocomplete: 'off',
      }),
    ),
    h(
      'label',
      { class: 'pasted' },
      'or its text',
      h('textarea', { name: 'text', rows: 5, spellcheck: 'false', autocomplete: 'off' }, ''),
    ),
    h('button', { type: 'button', 'data-act': 'read' }, 'read the table'),
    h('div', { class: 'reading' }),
  );
}

/** Where `rate` stands on its slider for the bound `curvature`. */
export function sliderPlace(rate: number, curvature: number): number {
  const place = Math.log2(rate * curvature);
  const stepped = Math.round(place / SLIDER.step) * SLIDER.step;
  return Math.min(SLIDER.max, Math.max(SLIDER.min, stepped)) || 0; // not −0
}

/** Finds what moves in drawn controls; returns its update by the fields' texts and what else they show. */
export function updateControls(
  root: Element,
): (texts: Readonly<Record<string, string>>, shown: ControlsShown) => void {
  const inputs = [...root.querySelectorAll<HTMLInputElement>('input[name]')];
  const options = [...root.querySelectorAll('select[name=data] option')];
  const select = root.querySelector<HTMLSelectElement>('select[name=data]');
  const [run] = textsOf(root, '[data-act=run]');
  const [told] = textsOf(root, '.rate-told');
  return (texts, { phase, curvature, learningRate }) => {
    const place = String(sliderPlace(learningRate, curvature));
    const all: Readonly<Record<string, string>> = { ...texts, power: place };
    for (const input of inputs) {
      const text = all[input.name];
      if (text === undefined) continue;
      if (input.type === 'checkbox') {
        mark(input, 'checked', text === 'on' ? '' : null);
        input.checked = text === 'on';
      } else if (!input.hasAttribute('data-draft')) {
        mark(input, 'value', text);
        if (input.value !== text) input.value = text;
      }
      if (input.name === 'power') {
        const times = formatNumber(learningRate * curvature);
        mark(input, 'data-curvature', String(curvature));
        mark(input, 'aria-valuetext', `${times} times the safe step`);
      }
    }
    const data = texts['data'] ?? '';
    for (const option of options)
      mark(option, 'selected', option.getAttribute('value') === data ? '' : null);
    if (select && select.value !== data) select.value = data;
    write(run, phase === 'running' ? 'pause' : 'start');
    const times = learningRate * curvature;
    const safe = `the safe step 1/L = ${formatNumber(1 / curvature)}`;
    write(
      told,
      Math.abs(times - 1) < 1e-9
        ? `η is ${safe}`
        : `η = ${formatNumber(learningRate)}, ${formatNumber(times, 2)} times ${safe}`,
    );
  };
}
