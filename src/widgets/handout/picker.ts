import { groupsOf, KIND_NAMES, type ResultGroup } from '../../search/groups.ts';
import type { SearchItem } from '../../search/searchItem.ts';
import { placedKinds, type PlacedKind } from '../../state/handout.ts';
import { elementsOf } from '../../views/element.ts';
import { followArrows } from '../search/arrowKeys.ts';
import { nodesOf } from '../search/drawResults.ts';
import { siteItems, siteSearch } from '../search/siteSearch.ts';
import { placeOf } from './catalogue.ts';

/** What the reader takes from the list. */
export interface Picked {
  readonly kind: PlacedKind;
  readonly page: string;
  readonly anchor: string;
  /** Its name, as plain text. */
  readonly title: string;
}

/** How many results are listed in all where one kind is asked for, or nothing; and of each kind otherwise. */
const LISTED = 25;
const OF_A_KIND = 8;

/** How long a reader must rest before a query is answered, in milliseconds. */
const REST = 80;

const h = elementsOf(document);

/**
 * Lists in `picker` what the site has for a handout, as its search field and choice of a kind ask, the best first; `add` hears
 * of what the reader takes.
 */
export function startPicker(picker: Element, add: (picked: Picked) => void): void {
  const field = picker.querySelector<HTMLInputElement>('[type=search]');
  const kind = picker.querySelector('select');
  const results = picker.querySelector('.picks');
  const told = picker.querySelector('.told');
  if (!field || !kind || !results || !told) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const list = async (): Promise<void> => {
    clearTimeout(timer);
    const [query, chosen] = [field.value.trim(), kind.value];
    const found = await matching(query, chosen).catch(() => null);
    if (field.value.trim() !== query || kind.value !== chosen) return; // a later one answers
    const groups = found ? groupsFor(found, query, chosen) : [];
    results.replaceChildren(...groups.map(drawGroup));
    told.replaceChildren(found ? countOf(found.length, groups) : UNREACHED);
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void list(), REST);
  });
  kind.addEventListener('change', () => void list());
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || field.value.trim() === '') return;
    event.preventDefault();
    void list().then(() => results.querySelector('button')?.click());
  });
  followArrows(field, results, 'button');
  results.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const { kind: taken, path = '', title = '' } = button?.dataset ?? {};
    const placed = placedKinds.find((one) => one === taken);
    if (placed) add({ kind: placed, ...placeOf(path), title });
  });
  void list();
}

const UNREACHED = 'The list could not be loaded; write in the field to try again.';

/** What a handout can take and `query` asks for, the best first; all in the site's order where it asks for nothing. */
async function matching(query: string, kind: string): Promise<SearchItem[]> {
  const found = query === '' ? await siteItems() : (await siteSearch())(query);
  return found.filter(
    (item) =>
      placedKinds.some((one) => one === item.kind) &&
      (kind === '' || item.kind === kind) &&
      // A formula within a sentence says little without it.
      (item.kind !== 'formula' || item.label !== null),
  );
}

function groupsFor(found: readonly SearchItem[], query: string, kind: string): ResultGroup[] {
  if (found.length === 0) return [];
  if (query !== '' && kind === '') return groupsOf(found, OF_A_KIND);
  return [{ title: '', items: found.slice(0, LISTED), more: Math.max(0, found.length - LISTED) }];
}

function countOf(count: number, groups: readonly ResultGroup[]): string {
  if (count === 0) return 'Nothing is found: try a name (jacobian) or a formula (ŷ - t).';
  const listed = groups.reduce((sum, { items }) => sum + items.length, 0);
  return `${count} found${listed < count ? `, ${listed} are listed` : ''}`;
}

function drawGroup({ title, items }: ResultGroup): HTMLElement {
  const list = h('ul', {}, ...items.map(drawItem));
  return title === '' ? list : h('section', {}, h('h3', {}, title), list);
}

function drawItem({ kind, path, title, on, math, text }: SearchItem): HTMLElement {
  const shown = nodesOf(title);
  const plain = shown.map(({ textContent }) => textContent).join('');
  const name = kind === 'formula' ? `${plain} of ${on}` : plain;
  const told = kind === 'formula' ? on : `${KIND_NAMES[kind][0]} · ${on}`;
  const add = { 'data-kind': kind, 'data-path': path, 'data-title': name };
  return h(
    'li',
    {},
    h('button', { type: 'button', ...add, 'aria-label': `add ${name}, ${told}` }, '+'),
    h(
      'div',
      {},
      h('p', { class: 'result-title' }, ...shown, ' ', h('span', { class: 'kind' }, told)),
      ...(math === '' ? [] : [h('div', { class: 'brief' }, ...nodesOf(math))]),
      ...(text === '' ? [] : [h('p', { class: 'about' }, ...nodesOf(text))]),
    ),
  );
}
