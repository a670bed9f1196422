import type { APIRoute } from 'astro';
import script from './_hide.js?raw';

/** A script of its own, which runs as soon as it comes: the page's waits for all of the page. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
