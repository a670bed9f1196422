import { createSearch, type Search } from '../../search/createSearch.ts';
import type { SearchItem } from '../../search/searchItem.ts';
import { link } from '../../views/link.ts';

let listed: Promise<readonly SearchItem[]> | null = null;
let coming: Promise<Search> | null = null;

/** What can be found on the site, in its order; fetched once. After a failure the next call tries again. */
export function siteItems(): Promise<readonly SearchItem[]> {
  listed ??= fetchItems();
  listed.catch(() => (listed = null));
  return listed;
}

/** The search over the site. After a failure the next call tries again. */
export function siteSearch(): Promise<Search> {
  coming ??= siteItems().then(createSearch);
  coming.catch(() => (coming = null));
  return coming;
}

async function fetchItems(): Promise<readonly SearchItem[]> {
  const response = await fetch(link('/search.json'));
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  return (await response.json()) as SearchItem[]; // written by the build
}
