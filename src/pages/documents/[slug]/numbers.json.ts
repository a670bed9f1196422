import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getCollection } from 'astro:content';
import { numbersFileOf } from '../../../components/numbersFile.ts';

export const getStaticPaths = (async () => {
  const entries = await getCollection('documents');
  return entries.map(({ id, data }) => ({ params: { slug: id }, props: { page: data.page } }));
}) satisfies GetStaticPaths;

/** What the document's displays are shown in numbers by. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(numbersFileOf(props.page));
