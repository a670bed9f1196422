import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import type { NotebookPage } from '../notebook/page.ts';
import { numbersFileOf } from './numbersFile.ts';

/** The pages of a folder of content, each with the address of its numbers. */
export function numbersPaths(folder: 'documents' | 'derivations') {
  return (async () => {
    const entries = await getCollection(folder);
    return entries.map(({ id, data }) => ({ params: { slug: id }, props: { page: data.page } }));
  }) satisfies GetStaticPaths;
}

/** What a page's displays are shown in numbers by. */
export const numbersOf: APIRoute<{ page: NotebookPage }> = ({ props }) =>
  Response.json(numbersFileOf(props.page));
