import { getCollection } from 'astro:content';
import type { NotebookPage } from '../notebook/page.ts';
import { inReadingOrder } from '../notebook/readingOrder.ts';

/** The collections of checked pages; each is a folder of the site. */
const FOLDERS = ['derivations', 'documents'] as const;

/** A checked page and the folder that its address starts with. */
export interface CheckedPage {
  readonly folder: (typeof FOLDERS)[number];
  readonly page: NotebookPage;
}

/** All checked pages, the course first. */
export async function checkedPages(): Promise<CheckedPage[]> {
  const listed = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await getCollection(folder);
      const pages = entries.map(({ data }) => data.page).sort(inReadingOrder);
      return pages.map((page): CheckedPage => ({ folder, page }));
    }),
  );
  return listed.flat();
}
