import type { APIRoute } from 'astro';
import source from './_early.js?raw';

/** A script of its own, without its comments, which runs as soon as it comes: the page's waits for all of the page. */
export const GET: APIRoute = () =>
  new Response(source.replace(/^\s*\/\/.*\n/gm, ''), {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
