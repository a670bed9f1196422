import { elementsOf } from '../../views/element.ts';
import { found, loadCatalogue, type CatalogueEntry } from './catalogue.ts';

/** How many results are listed; the others are counted. */
const LISTED = 25;

const h = elementsOf(document);

/** What each kind is called in the list. */
const NAMES: Readonly<Record<CatalogueEntry['kind'], string>> = {
  formula: 'formula',
  claim: 'claim or proof',
  exercise: 'exercise',
  widget: 'figure',
};

/**
 * Lists in `picker` what the site has, as its search field and choice of a kind ask; `add` hears of what the reader takes.
 */
export function startPicker(picker: Element, add: (entry: CatalogueEntry) => void): void {
  const search = picker.querySelector<HTMLInputElement>('[type=search]');
  const kind = picker.querySelector('select');
  const results = picker.querySelector('.results');
  const told = picker.querySelector('.told');
  if (!search || !kind || !results || !told) return;
  let shown: readonly CatalogueEntry[] = [];
  const list = async (): Promise<void> => {
    const all = await loadCatalogue().catch(() => null);
    if (!all) {
      told.replaceChildren('The list could not be loaded; write in the field to try again.');
      return;
    }
    const matching = found(all, search.value, kind.value);
    shown = matching.slice(0, LISTED);
    results.replaceChildren(...shown.map(result));
    const more = matching.length - shown.length;
    told.replaceChildren(
      matching.length === 0
        ? 'Nothing on the site has all of these words.'
        : `${matching.length} found${more > 0 ? `, the first ${LISTED} are listed` : ''}`,
    );
  };
  search.addEventListener('input', () => void list());
  kind.addEventListener('change', () => void list());
  results.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const entry = shown[Number(button?.dataset['at'] ?? NaN)];
    if (entry) add(entry);
  });
  void list();
}

function result({ kind, title, text, tex }: CatalogueEntry, at: number): HTMLElement {
  const plain = title.replaceAll('$', '');
  const about = tex === '' ? text : tex.replaceAll(/\s+/g, ' ');
  return h(
    'li',
    {},
    h('button', { type: 'button', 'data-at': at, 'aria-label': `add ${plain}` }, '+'),
    h(
      'div',
      {},
      h('p', { class: 'result-title' }, plain, ' ', h('span', { class: 'kind' }, NAMES[kind])),
      h(
        tex === '' ? 'p' : 'code',
        { class: 'about' },
        about.length > 120 ? `${about.slice(0, 119)}…` : about,
      ),
    ),
  );
}
