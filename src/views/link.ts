/**
 * The address of `path` (from the site's root, such as `/documents/`) under the base that the site
 * is built for, such as `/repo/`.
 */
export function link(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}
