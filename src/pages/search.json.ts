import type { APIRoute } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { searchItems } from '../components/searchItems.ts';
import { siteCatalogue } from '../components/siteCatalogue.ts';

/** What the search finds, and shows of it. */
export const GET: APIRoute = async () => {
  const sources = (await getEntry('notations', 'all'))?.data;
  if (!sources) throw new Error('no notations');
  const pages = async (folder: 'derivations' | 'documents') =>
    (await getCollection(folder)).map(({ data }) => data.page);
  const catalogue = siteCatalogue({
    derivations: await pages('derivations'),
    documents: await pages('documents'),
    sources,
  });
  return Response.json(searchItems(catalogue));
};
