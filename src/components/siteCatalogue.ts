import { catalogueOf, symbolItems, type CatalogueItem } from '../notebook/catalogue.ts';
import type { NotationSources } from '../notebook/notationsLoader.ts';
import type { NotebookPage } from '../notebook/page.ts';
import { inReadingOrder } from '../notebook/readingOrder.ts';
import { rosettaRows } from '../notebook/rosetta.ts';
import { notationsOf } from './notations.ts';
import { FURTHER_PLACES, PLACES, type Place } from './places.ts';

/** The content of the site: the pages of its two folders, and its notations. */
export interface SiteContent {
  readonly derivations: readonly NotebookPage[];
  readonly documents: readonly NotebookPage[];
  readonly sources: NotationSources;
}

/** All that can be looked up on the site: the course first, then documents, other pages and symbols. */
export function siteCatalogue({ derivations, documents, sources }: SiteContent): CatalogueItem[] {
  const under = (folder: string, pages: readonly NotebookPage[]): CatalogueItem[] =>
    catalogueOf(
      [...pages].sort(inReadingOrder).map((page) => ({ path: `/${folder}/${page.slug}/`, page })),
    );
  const notations = [...notationsOf(sources).values()].map(({ notation, table }) => ({
    ...notation,
    table,
  }));
  return [
    ...under('derivations', derivations),
    ...under('documents', documents),
    ...[...PLACES, ...FURTHER_PLACES].map(placeItem),
    ...symbolItems(rosettaRows(notations)),
  ];
}

function placeItem({ path, title, text }: Place): CatalogueItem {
  const slug = path.replaceAll('/', '');
  return {
    kind: 'page',
    page: slug,
    path,
    anchor: '',
    title,
    text,
    tex: '',
    brief: '',
    label: null,
    within: null,
  };
}
