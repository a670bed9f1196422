import { elementsOf, type Attributes } from './element.ts';

/** A field for a number called `name`, in which a copy for another class changes the first figure. */
export function classField(
  document: Document,
  name: string,
  attributes: Attributes = {},
): HTMLElement {
  return elementsOf(document)('input', {
    class: 'number',
    type: 'number',
    step: 'any',
    'aria-label': name,
    'data-n': 'aria-label',
    ...attributes,
    autocomplete: 'off',
  });
}
