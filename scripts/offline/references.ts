import { pathBelow } from '../../src/offline/manifest.ts';

/** The files of a site by their paths from its base, such as `documents/index.html`. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const ORIGIN = 'http://site.invalid';
const ATTRIBUTE = / (?:href|src|data-[a-z-]+)="([^"]+)"/g;
const STYLE_URL = /url\(["']?([^"')]+)["']?\)/g;

/** The address at which a file is asked for: a page by its folder. */
export function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

/** The file that is served for `address`, a page for its folder; null for none. */
export function fileAt(files: Files, address: string): string | null {
  if (files.has(address)) return address;
  const page = `${address.replace(/\/?$/, '/').replace(/^\/$/, '')}index.html`;
  return files.has(page) ? page : null;
}

/** The path from `base` that `value` means in the page at `page`; null where it leads elsewhere. */
export function resolved(value: string, page: string, base: string): string | null {
  if (!/^[./\w]/.test(value) || !URL.canParse(value, ORIGIN)) return null;
  const url = new URL(value, `${ORIGIN}${base}${addressOf(page)}`);
  return url.origin === ORIGIN ? pathBelow(base, url) : null;
}

/**
 * The files that a page names and that its scripts may fetch: those of attributes and of its styles,
 * pages only where a frame shows them or `data-keep` names them.
 */
export function filesNamedIn(html: string, page: string, base: string, files: Files): string[] {
  const values = [
    ...[...html.matchAll(ATTRIBUTE)].flatMap(([whole, value = '']) =>
      whole.startsWith(' data-') ? value.split(' ') : [value],
    ),
    ...[...html.matchAll(STYLE_URL)].map(([, value = '']) => value),
  ];
  const wanted = new Set(
    [...html.matchAll(/ data-keep="([^"]+)"|<iframe [^>]*src="([^"]+)"/g)].flatMap(
      ([, kept, framed]) => (kept ?? framed ?? '').split(' '),
    ),
  );
  const found = values.flatMap((value) => {
    const file = fileAt(files, resolved(value, page, base) ?? '\0');
    return file !== null && (!file.endsWith('.html') || wanted.has(value)) ? [file] : [];
  });
  return [...new Set(found)];
}

/** A file that a script names. */
export interface Mention {
  readonly file: string;
  /** Whether the script imports it only when it is wanted. */
  readonly late: boolean;
}

/** The files that a script names: what it imports, now or late, and its workers. */
export function mentionsIn(script: string, path: string, files: Files): Mention[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const late = new Set(
    [...script.matchAll(/\bimport\(\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, name]) => name),
  );
  return [...script.matchAll(/["'`](?:\.\/)?([\w.@-]+\.\w+)["'`]/g)].flatMap(([, name = '']) =>
    files.has(folder + name) ? [{ file: folder + name, late: late.has(name) }] : [],
  );
}

/** The names of the elements that a script defines. */
export function elementsIn(script: string): string[] {
  return [...script.matchAll(/customElements\.define\(\s*["'`]([a-z-]+)["'`]/g)].map(
    ([, name = '']) => name,
  );
}
