import { createSearch, type Search } from '../../search/createSearch.ts';
import type { SearchItem } from '../../search/searchItem.ts';
import { link } from '../../views/link.ts';
import { drawNothing, drawResults, drawUnreachable } from './drawResults.ts';

/** The parts of a search: its field, a live region, and where results are listed. */
export interface SearchBox {
  readonly field: HTMLInputElement;
  readonly status: Element;
  readonly results: Element;
  /** How many results of a kind are listed. */
  readonly most: number;
  /** Told of each query that has been answered. */
  readonly answered?: (query: string) => void;
}

/** How long a reader must rest before a query is answered, in milliseconds. */
const REST = 80;

let coming: Promise<Search> | null = null;

/** The search over the site; what can be found is fetched once. */
function siteSearch(): Promise<Search> {
  coming ??= fetchItems().then(createSearch);
  // A failure is not kept: the next query tries again.
  coming.catch(() => (coming = null));
  return coming;
}

async function fetchItems(): Promise<SearchItem[]> {
  const response = await fetch(link('/search.json'));
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  return (await response.json()) as SearchItem[]; // written by the build
}

/** Answers what is typed into the field of `box`, and moves through the results by the arrow keys. */
export function startSearch(box: SearchBox): void {
  const { field, results } = box;
  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void answer(box), REST);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(event, results, 0);
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    clearTimeout(timer);
    void answer(box).then(() => linksIn(results)[0]?.click());
  });
  results.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const at = linksIn(results).findIndex((one) => one === document.activeElement);
    if (at < 0) return;
    if (event.key === 'ArrowDown') move(event, results, at + 1);
    if (event.key === 'ArrowUp' && at > 0) move(event, results, at - 1);
    else if (event.key === 'ArrowUp') {
      event.preventDefault();
      field.focus();
    }
  });
  void siteSearch().catch(() => undefined);
  if (field.value.trim() !== '') void answer(box);
}

/** Puts the focus on the link at place `to`, if there is one. */
function move(event: KeyboardEvent, results: Element, to: number): void {
  event.preventDefault();
  linksIn(results)[to]?.focus();
}

function linksIn(results: Element): HTMLAnchorElement[] {
  return [...results.querySelectorAll('a')];
}

async function answer({ field, status, results, most, answered }: SearchBox): Promise<void> {
  const query = field.value.trim();
  const asked = (): boolean => field.value.trim() === query;
  try {
    const search = await siteSearch();
    if (!asked()) return;
    const found = query === '' ? [] : search(query);
    status.textContent = query === '' ? '' : countOf(found.length);
    const empty = query === '' ? [] : drawNothing(query);
    results.replaceChildren(...(found.length === 0 ? empty : drawResults(found, query, most)));
  } catch {
    if (!asked()) return;
    status.textContent = 'no connection';
    results.replaceChildren(...drawUnreachable());
  }
  answered?.(query);
}

function countOf(count: number): string {
  return count === 0 ? 'no results' : count === 1 ? '1 result' : `${count} results`;
}
