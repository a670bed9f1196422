import { getCollection, getEntry } from 'astro:content';
import { embedsOf, type Embed, type PlacedPage } from '../notebook/embeds.ts';
import type { NotationSources } from '../notebook/notationsLoader.ts';
import { inReadingOrder } from '../notebook/readingOrder.ts';

/** The collections of checked pages; each is a folder of the site. */
const FOLDERS = ['derivations', 'documents'] as const;

/** A checked page, with the folder that its address starts with. */
export interface CheckedPage extends PlacedPage {
  readonly folder: (typeof FOLDERS)[number];
}

/** All checked pages, the course first. */
export async function checkedPages(): Promise<CheckedPage[]> {
  const listed = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await getCollection(folder);
      const pages = entries.map(({ data }) => data.page).sort(inReadingOrder);
      return pages.map((page): CheckedPage => ({
        folder,
        page,
        path: `/${folder}/${page.slug}/`,
      }));
    }),
  );
  return listed.flat();
}

/** The routes of the embedded parts of one kind, by page and name. */
export async function embedPaths(kind: Embed['kind']): Promise<
  {
    params: { page: string; name: string };
    props: { embed: Embed; sources: NotationSources };
  }[]
> {
  const sources = (await getEntry('notations', 'all'))?.data;
  if (!sources) throw new Error('no notations');
  return embedsOf(await checkedPages())
    .filter((embed) => embed.kind === kind)
    .map((embed) => ({
      params: { page: embed.home.page.slug, name: embed.name },
      props: { embed, sources },
    }));
}
