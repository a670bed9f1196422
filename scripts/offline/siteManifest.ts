import { createHash } from 'node:crypto';
import type { Manifest, SiteFile, SitePage } from '../../src/offline/manifest.ts';
import { addressOf, elementsIn, filesNamedIn, mentionsIn, type Files } from './references.ts';

/** What is shown inside other sites' pages, and is of no use without them. */
const ELSEWHERE = /^embed\/.+\//;

/** The manifest of a site, whose pages may name its files from `base` or from where they are. */
export function siteManifest(files: Files, base: string): Manifest {
  const paths = [...files.keys()].filter((path) => !ELSEWHERE.test(path)).sort();
  const place = new Map(paths.map((path, k) => [path, k]));
  const needs = needsOf(files, base);
  const pages = paths.filter((path) => path.endsWith('.html'));
  return {
    files: paths.map((path) => siteFile(path, files)),
    pages: Object.fromEntries(
      pages.map((path): [string, SitePage] => [
        addressOf(path),
        {
          title: titleOf(textOf(files, path)),
          needs: needs(path).flatMap((file) => place.get(file) ?? []),
        },
      ]),
    ),
  };
}

function siteFile(path: string, files: Files): SiteFile {
  const bytes = files.get(path) ?? new Uint8Array();
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
  return { path: addressOf(path), hash, bytes: bytes.length };
}

/**
 * All that a page may come to load. A script that is imported late and only defines elements that
 * other pages have, and this one has not, is none of it.
 */
function needsOf(files: Files, base: string): (page: string) => string[] {
  const scripts = [...files.keys()].filter((path) => path.endsWith('.js'));
  const code = new Map(scripts.map((path) => [path, textOf(files, path)]));
  const mentions = new Map(
    [...code].map(([path, script]) => [path, mentionsIn(script, path, files)]),
  );
  const defined = new Map([...code].map(([path, script]) => [path, elementsIn(script)]));
  const drawn = new Map(
    [...files.keys()]
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, tagsIn(textOf(files, path))]),
  );
  const somewhere = new Set([...drawn.values()].flatMap((tags) => [...tags]));
  return (page) => {
    const here = drawn.get(page) ?? new Set();
    const idle = (script: string): boolean => {
      const elements = defined.get(script) ?? [];
      return elements.length > 0 && elements.every((tag) => somewhere.has(tag) && !here.has(tag));
    };
    const found = new Set(filesNamedIn(textOf(files, page), page, base, files));
    for (const path of found)
      for (const { file, late } of mentions.get(path) ?? [])
        if (!late || !idle(file)) found.add(file);
    found.delete(page);
    return [...found];
  };
}

/** The names of the custom elements in a page. */
function tagsIn(html: string): Set<string> {
  return new Set([...html.matchAll(/<([a-z]+(?:-[a-z]+)+)[\s>]/g)].map(([, tag = '']) => tag));
}

function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const plain: Record<string, string> = { '&amp;': '&', '&#38;': '&', '&lt;': '<', '&#39;': '’' };
  return title.replace(/ · [^·]*$/, '').replace(/&[#\w]+;/g, (entity) => plain[entity] ?? entity);
}

/** A file's text. */
export function textOf(files: Files, path: string): string {
  return new TextDecoder().decode(files.get(path));
}
