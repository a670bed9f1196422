import type { APIRoute } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { siteCatalogue } from '../components/siteCatalogue.ts';

/** All that can be looked up on the site, as a list of its kind, address, title, text and formula. */
export const GET: APIRoute = async () => {
  const sources = (await getEntry('notations', 'all'))?.data;
  if (!sources) throw new Error('no notations');
  const pages = async (folder: 'derivations' | 'documents') =>
    (await getCollection(folder)).map(({ data }) => data.page);
  return Response.json(
    siteCatalogue({
      derivations: await pages('derivations'),
      documents: await pages('documents'),
      sources,
    }),
  );
};
