import type { APIRoute } from 'astro';
import script from './_host.js?raw';

/** The script of pages that embed parts of this site. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
