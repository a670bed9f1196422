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

/** The routes of the embedded parts of `kinds`, by kind, page and name. */
export async function embedPaths(...kinds: Embed['kind'][]): Promise<
  {
    params: { kind: Embed['kind']; page: string; name: string };
    props: { embed: Embed; sources: NotationSources };
  }[]
> {
  const sources = (await getEntry('notations', 'all'))?.data;
  if (!sources) throw new Error('no notations');
  return embedsOf(await checkedPages())
    .filter((embed) => kinds.includes(embed.kind))
    .map((embed) => ({
      params: { kind: embed.kind, page: embed.home.page.slug, name: embed.name },
      props: { embed, sources },
    }));
}
