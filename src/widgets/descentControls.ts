import { decodeSettings, rules, type DescentSettings } from '../state/descentSettings.ts';

/** Where the settings are, and how they are changed. */
interface SettingsPlace {
  readonly get: () => DescentSettings;
  readonly set: (patch: Partial<DescentSettings>) => void;
  readonly signal: AbortSignal;
}

/** Reads the controls below `root` as the reader changes them; what can't be read is said below its field. */
export function listenToSettings(root: Element, place: SettingsPlace): void {
  const { signal } = place;
  const listen = (type: string, react: (target: HTMLInputElement) => void): void =>
    root.addEventListener(
      type,
      ({ target }) => {
        if (target instanceof HTMLInputElement && target.type !== 'file') react(target);
      },
      { signal },
    );
  listen('input', (input) => {
    if (input.type === 'text') input.setAttribute('data-draft', '');
  });
  listen('focusout', (input) => {
    if (!input.hasAttribute('aria-invalid')) input.removeAttribute('data-draft');
  });
  listen('change', (input) => {
    if (input.name === 'power') place.set({ rate: rateAt(input) });
    else if (input.type === 'checkbox') place.set({ search: input.checked });
    else commit(root, input, place);
  });
  root.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLSelectElement) choose(target, place);
    },
    { signal },
  );
  root.addEventListener(
    'click',
    ({ target }) => {
      const text = target instanceof HTMLElement ? target.dataset['settings'] : undefined;
      if (text !== undefined) place.set(presetOf(text));
    },
    { signal },
  );
}

/** How the training goes by the settings that `text` names, whatever it is trained on. */
function presetOf(text: string): Partial<DescentSettings> {
  const texts = Object.fromEntries(new URLSearchParams(text));
  const { penalty, rate, momentum, search } = decodeSettings(texts).settings;
  return { penalty, rate, momentum, search };
}

function commit(root: Element, input: HTMLInputElement, { set }: SettingsPlace): void {
  const rule = Object.entries(rules).find(([key]) => key === input.name)?.[1];
  const read = rule?.read(input.value) ?? '';
  const message = root.querySelector(`#descent-${input.name}-message`);
  const wrong = typeof read === 'string';
  if (message) message.textContent = wrong ? `write ${read}` : '';
  input.toggleAttribute('data-draft', wrong);
  if (wrong) input.setAttribute('aria-invalid', 'true');
  else {
    input.removeAttribute('aria-invalid');
    set(read);
  }
}

function choose({ name, value }: HTMLSelectElement, { get, set }: SettingsPlace): void {
  if (name === 'data') {
    const read = rules.data.read(value);
    if (typeof read !== 'string') set(read);
    return;
  }
  const [across, up] = get().features;
  const chosen = Number(value);
  // Choosing what the other axis has exchanges the two.
  if (name === 'across') set({ features: [chosen, chosen === up ? across : up] });
  if (name === 'up') set({ features: [chosen === across ? up : across, chosen] });
}

/** 2^p/L to four digits for a slider at p, on which L is written; null, the safe step, at 0. */
function rateAt({ value, dataset }: HTMLInputElement): number | null {
  const power = Number(value);
  return power === 0 ? null : Number((2 ** power / Number(dataset['curvature'])).toPrecision(4));
}
