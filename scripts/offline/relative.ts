import { createHash } from 'node:crypto';
import { addressOf, fileAt, resolved, type Files } from './references.ts';
import { textOf } from './siteManifest.ts';

const ATTRIBUTE = / (href|src|data-[a-z-]+)="(\/(?!\/)[^"]*)"/g;

/**
 * The files of a site that was built for `base`, with relative addresses in place of those from the
 * base: a copy that works below any folder of a server. Scripts find the base by themselves. What is of
 * no use in a copy (`data-not-in-copy`) is left out.
 */
export function relativeSite(files: Files, base: string): Map<string, Uint8Array<ArrayBuffer>> {
  const folders = new Set([...files.keys()].flatMap(foldersOf));
  return new Map(
    [...files].map(([path, bytes]) =>
      path.endsWith('.html')
        ? [path, new TextEncoder().encode(relativePage(textOf(files, path), path))]
        : [path, bytes],
    ),
  );

  function relativePage(html: string, page: string): string {
    const up = '../'.repeat(page.split('/').length - 1) || './';
    const relative = (value: string): string | null => {
      const path = resolved(value, page, base);
      if (path === null || (fileAt(files, path) === null && !folders.has(path))) return null;
      return up + value.slice(base.length);
    };
    const linked = html
      .replace(/<p data-not-in-copy[^>]*>.*?<\/p>/gs, '')
      .replace(ATTRIBUTE, (whole, name: string, value: string) => {
        // Data for scripts may be a list of addresses, or no address at all.
        const data = name.startsWith('data-');
        const now = (data ? value.split(' ') : [value]).map(relative);
        if (!now.includes(null)) return ` ${name}="${now.join(' ')}"`;
        if (data) return whole;
        throw new Error(`${addressOf(page)}: ${whole.trim()} leads to nothing in the site`);
      });
    return withStyles(linked, (css) =>
      css.replace(/url\((\/[^)]*)\)/g, (_, url: string) => `url(${relative(url) ?? url})`),
    );
  }
}

/** The page with its styles changed by `change`, and its policy with their new hashes. */
function withStyles(html: string, change: (css: string) => string): string {
  let page = html;
  for (const [whole, css = ''] of html.matchAll(/<style>(.*?)<\/style>/gs)) {
    const now = change(css);
    if (now === css) continue;
    page = page
      .replace(whole, () => `<style>${now}</style>`)
      .replace(`'sha256-${hashOfStyle(css)}'`, () => `'sha256-${hashOfStyle(now)}'`);
  }
  return page;
}

function hashOfStyle(css: string): string {
  return createHash('sha256').update(css).digest('base64');
}

/** The folders that a file lies in, as they are named in addresses. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, k) => `${parts.slice(0, k + 1).join('/')}/`);
}
