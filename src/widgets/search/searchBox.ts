import { followArrows } from './arrowKeys.ts';
import { drawNothing, drawResults, drawUnreachable } from './drawResults.ts';
import { siteSearch } from './siteSearch.ts';

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

/** Answers what is typed into the field of `box`, and moves through the results by the arrow keys. */
export function startSearch(box: SearchBox): void {
  const { field, results } = box;
  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void answer(box), REST);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    clearTimeout(timer);
    void answer(box).then(() => results.querySelector('a')?.click());
  });
  followArrows(field, results, 'a');
  void siteSearch().catch(() => undefined);
  if (field.value.trim() !== '') void answer(box);
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
    const inside = results.contains(document.activeElement); // an arrow key was faster than the answer
    results.replaceChildren(...(found.length === 0 ? empty : drawResults(found, query, most)));
    if (inside) (results.querySelector('a') ?? field).focus();
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
