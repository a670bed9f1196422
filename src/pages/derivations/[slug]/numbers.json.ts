import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getCollection } from 'astro:content';
import { numbersFileOf } from '../../../components/numbersFile.ts';

export const getStaticPaths = (async () => {
  const entries = await getCollection('derivations');
  return entries.map(({ id, data }) => ({ params: { slug: id }, props: { page: data.page } }));
}) satisfies GetStaticPaths;

/** What the displays of a page of the course are shown in numbers by. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(numbersFileOf(props.page));
