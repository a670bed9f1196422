import type { PageState } from '../../state/pageState.ts';
import { drawNumberFields } from '../../views/handout/drawNumberFields.ts';
import { numberTexts, stateOfLink, stateOfTexts } from './numberTexts.ts';

/**
 * Puts fields for numbers into `place` that start at `state`; `changed` hears of each new state that can be used, and
 * of none while something is amiss, which is said below the fields.
 */
export function editNumbers(
  place: Element,
  start: PageState,
  figure: string,
  changed: (state: PageState) => void,
): void {
  let state = start;
  const fields = drawNumberFields(document, numberTexts(state), figure);
  const message = fields.querySelector('.message');
  const inputs = [...fields.querySelectorAll<HTMLInputElement>('[data-number]')];
  const take = (read: PageState | string): void => {
    message?.replaceChildren(typeof read === 'string' ? read : '');
    if (typeof read === 'string') return;
    state = read;
    changed(state);
  };
  fields.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.dataset['link'] === undefined) {
      const texts = inputs.map(({ dataset, value }) => [dataset['number'] ?? '', value] as const);
      take(stateOfTexts({ ...numberTexts(state), ...Object.fromEntries(texts) }));
    } else if (target.value.trim() !== '') {
      take(stateOfLink(target.value));
      const texts = numberTexts(state);
      for (const input of inputs) input.value = texts[input.dataset['number'] ?? ''] ?? '';
    }
  });
  place.replaceChildren(fields);
}
