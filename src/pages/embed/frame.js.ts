import type { APIRoute } from 'astro';
import script from './_frame.js?raw';

/** What each embedded part runs first: a script of its own, since a sandboxed frame may be refused modules. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
