/**
 * The address of `path` (from the site's root, such as `/documents/`) under the base that the site
 * is served at, such as `/repo/`.
 */
export function link(path: string, base: string = siteBase()): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/**
 * The base: in the build the one that it is for; in a page the folder above this script's, since a
 * copy of the site may lie anywhere.
 */
function siteBase(): string {
  return import.meta.env.SSR || import.meta.env.DEV
    ? import.meta.env.BASE_URL
    : new URL(/* @vite-ignore */ '../', import.meta.url).pathname;
}
