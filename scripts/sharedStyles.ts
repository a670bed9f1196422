import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * Moves the styles of the pages below `embed/` into sheets that they share: a page around may show
 * many of these small pages, and there are hundreds. It runs after what writes styles into pages.
 */
export function sharedStyles(): AstroIntegration {
  let base = '/';
  let folder = '_astro';
  return {
    name: 'shared styles',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        folder = config.build.assets;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(join(root, 'embed'), { recursive: true });
        const sheets = new Map<string, string>();
        for (const file of files.filter((path) => path.endsWith('.html'))) {
          const path = join(root, 'embed', file);
          const { html, css, name } = withSheet(await readFile(path, 'utf8'), `${base}${folder}/`);
          sheets.set(name, css);
          await writeFile(path, html);
        }
        for (const [name, css] of sheets) await writeFile(join(root, folder, name), css);
        logger.info(`${sheets.size} sheets`);
      },
    },
  };
}

/** A page with a link in place of its styles, the sheet that the link leads to, and its name below `folder`. */
export function withSheet(
  page: string,
  folder: string,
): { html: string; css: string; name: string } {
  const css = [...page.matchAll(STYLE)]
    .map(([, text = '']) => text.replaceAll(`url(${folder}`, 'url(')) // the sheet lies there as well
    .join('\n');
  const name = `embed.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
  const html = page
    .replace(STYLE, '')
    .replace('</head>', `<link rel="stylesheet" href="${folder}${name}"></head>`);
  return { html, css, name };
}
