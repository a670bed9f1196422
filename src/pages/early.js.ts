import type { APIRoute } from 'astro';
import { minifySync } from 'vite';
import source from './_early.js?raw';

/** A script of its own, which runs as soon as it comes: the page's waits for all of the page. */
export const GET: APIRoute = () => {
  const { code, errors } = minifySync('early.js', source);
  if (errors.length > 0) throw new Error(`early.js: ${errors.join('; ')}`);
  return new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
