/** A file of the site. */
export interface SiteFile {
  /** From the site's base; a page's ends with `/`, the home page's is empty. */
  readonly path: string;
  /** Of its bytes, as `hashOf` gives it. */
  readonly hash: string;
  /** Its size as kept. */
  readonly bytes: number;
}

/** What a page needs to work without a network. */
export interface SitePage {
  readonly title: string;
  /** The files that it loads or may load later, as places in the manifest's `files`. */
  readonly needs: readonly number[];
}

/** The files of one build of the site, and the pages by their paths; written by the build. */
export interface Manifest {
  readonly files: readonly SiteFile[];
  readonly pages: Readonly<Record<string, SitePage>>;
}

/** The page that is shown for pages that are not kept. */
export const OFFLINE_PAGE = 'offline/';

/** The SHA-256 of `bytes`, its first 80 bits, in hexadecimal. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 10)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The path of the file at `url` in a site at `base`, without query, fragment and `index.html`; null
 * for an address elsewhere.
 */
export function pathBelow(base: string, url: URL): string | null {
  const path = url.pathname.replace(/(?<=\/)index\.html$/, '');
  return path.startsWith(base) ? path.slice(base.length) : null;
}

/** The files that a page needs, itself last: where it is kept, all else is. */
export function filesOf({ files, pages }: Manifest, path: string): SiteFile[] {
  const page = pages[path];
  const own = files.find((file) => file.path === path);
  if (!page || !own) return [];
  return [...page.needs.flatMap((place) => files[place] ?? []), own];
}
