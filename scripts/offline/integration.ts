import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { zipSync } from 'fflate';
import { hashOf } from '../../src/offline/manifest.ts';
import { bundleWorker } from './bundleWorker.ts';
import type { Files } from './references.ts';
import { relativeSite } from './relative.ts';
import { siteManifest, textOf } from './siteManifest.ts';

/** The whole site in one file, from the site's base. */
export const ZIP = 'checked-derivations.zip';

/** The time of the zip's files: a build that changes nothing makes the same zip. */
const BUILT = new Date('2026-01-01T00:00:00');

/** Where the page on offline reading says how large the zip is. */
const ZIP_SIZE = /(<data data-zip-size[^>]*>)[^<]*/;
const OFFLINE_FILE = 'offline/index.html';

/** The worker while developing, at an address where a built site may have been: it ends that one. */
const LEAVING = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));
async function leave() {
  await registration.unregister();
  for (const tab of await clients.matchAll({ type: 'window' })) await tab.navigate(tab.url);
}`;

/**
 * Writes, after the build, the service worker with its list of the site's files, and a zip of the whole
 * site that any static server can serve from any folder.
 */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.endsWith('/sw.js')) return next();
          response.setHeader('content-type', 'text/javascript').end(LEAVING);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const worker = await bundleWorker();
        const site = await filesBelow(root);
        const copy = await withWorker(relativeSite(site, base), '/', worker);
        const zip = zipped(copy);
        const page = textOf(site, OFFLINE_FILE).replace(ZIP_SIZE, `$1${inMegabytes(zip.length)}`);
        site.set(OFFLINE_FILE, new TextEncoder().encode(page));
        for (const [path, bytes] of await withWorker(site, base, worker))
          if (bytes !== site.get(path) || path === OFFLINE_FILE)
            await write(join(root, path), bytes);
        await write(join(root, ZIP), zip);
        logger.info(`service worker, and a zip of ${inMegabytes(zip.length)}`);
      },
    },
  };
}

/** A site with its service worker and the list of its files. */
export async function withWorker(
  files: Files,
  base: string,
  worker: string,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const list = new TextEncoder().encode(JSON.stringify(siteManifest(files, base)));
  const path = `_astro/files.${await hashOf(list)}.json`;
  const script = new TextEncoder().encode(worker.replaceAll('MANIFEST_PATH', path));
  return new Map([...files, [path, list], ['sw.js', script]]);
}

/** All files below the folder of a site, but for its zip and its service worker. */
export async function filesBelow(root: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    paths.map(async (path) => {
      const name = path.slice(join(root, '/').length).replaceAll('\\', '/');
      return [name, new Uint8Array(await readFile(path))] as const;
    }),
  );
  return new Map(read.filter(([name]) => name !== ZIP && name !== 'sw.js'));
}

function zipped(files: Files): Uint8Array {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: BUILT });
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
