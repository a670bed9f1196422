/**
 * The service worker. What is kept of its version of the site is answered from there, so that a page,
 * its scripts and its data always fit each other; the rest comes from the network.
 */
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { Strategy, type StrategyHandler } from 'workbox-strategies';
import { fetchFile, keepAll, keepPage, takeOver } from './keep.ts';
import { OFFLINE_PAGE, pathBelow } from './manifest.ts';
import { inUse, openVersion, setInUse, versionName, versionNames, wantsWhole } from './versions.ts';
import type { FetchEvent, WorkerScope } from './workerScope.ts';

/** Where the version's list of files lies; the build writes its path for this word. */
const MANIFEST = 'MANIFEST_PATH';

// The types at hand are those of a window.
const worker = self as unknown as WorkerScope;
const base = new URL(worker.registration.scope).pathname;
const own = versionName(base, MANIFEST);

class KeptFirst extends Strategy {
  protected async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const { clientId } = handler.event as FetchEvent; // it comes from the listener for fetches
    return (await kept(request, clientId)) ?? handler.fetch(request);
  }
}

/** What is kept for a request: a page of this version, and for a page what fits it. */
async function kept(request: Request, tab: string): Promise<Response | undefined> {
  const url = new URL(request.url);
  const path = base + (pathBelow(base, url) ?? '');
  const from = request.mode === 'navigate' ? own : ((await inUse(base)).tabs[tab] ?? own);
  for (const cacheName of [from, own]) {
    const file = await caches.match(path, { cacheName });
    if (file) return file;
    if (!path.endsWith('/') && (await caches.match(`${path}/`, { cacheName })))
      return Response.redirect(`${path}/${url.search}`);
  }
  return undefined;
}

/** Prepares this version beside the one in use: what is kept of that one is kept of this one, too. */
async function install(): Promise<void> {
  await setInUse(base, { ...(await inUse(base)), next: own });
  const hash = /\.(\w+)\.json$/.exec(MANIFEST)?.[1] ?? '';
  const list =
    (await fetchFile(base + MANIFEST, hash, 'default')) ??
    (await fetchFile(base + MANIFEST, hash, 'reload'));
  if (!list) throw new Error(`${MANIFEST} is not there`);
  await (await caches.open(own)).put(base + MANIFEST, list);
  const version = await openVersion(base, own);
  if (!version) throw new Error(`${own} was not kept`);
  const before = await openVersion(base, (await inUse(base)).active);
  const pages = before ? await takeOver(before, version) : [];
  await keepPage(version, OFFLINE_PAGE);
  const whole = await wantsWhole(base);
  const rest = whole ? [keepAll(version)] : pages.map((path) => keepPage(version, path));
  await Promise.allSettled(rest); // a page that can't be kept now is fetched when it is visited
}

/** Makes this version the one in use. Tabs that are open stay with the version they came from. */
async function activate(): Promise<void> {
  const { active, next } = await inUse(base);
  await setInUse(base, {
    active: own,
    next: next === own ? null : next,
    tabs: await tabsFrom(active),
  });
  await removeUnused();
  await worker.clients.claim();
}

/** The versions that open tabs come from: `active`, where nothing older is written down. */
async function tabsFrom(active: string | null): Promise<Record<string, string>> {
  const { tabs } = await inUse(base);
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const here = open.filter(({ url }) => pathBelow(base, new URL(url)) !== null);
  return Object.fromEntries(
    here.flatMap(({ id }) => {
      const from = tabs[id] ?? active;
      return from === null || from === own ? [] : [[id, from]];
    }),
  );
}

/** Removes the versions that no tab comes from any more. */
async function removeUnused(): Promise<void> {
  const { active, next, tabs } = await inUse(base);
  const used = new Set([active, next, ...Object.values(tabs)]);
  for (const name of await versionNames(base)) if (!used.has(name)) await caches.delete(name);
}

/** Forgets tabs that were closed, and the versions that only they came from. */
async function forgetClosedTabs(): Promise<void> {
  const { active, next } = await inUse(base);
  if (active !== own) return;
  await setInUse(base, { active, next, tabs: await tabsFrom(own) });
  await removeUnused();
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  const { type } = event.data as { type?: unknown }; // from the site's own pages
  if (type === 'SKIP_WAITING') void worker.skipWaiting();
  if (type === 'LOADED') event.waitUntil(forgetClosedTabs());
});
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && pathBelow(base, url) !== null,
  new KeptFirst(),
);
setCatchHandler(({ request }) => {
  const { mode, url } = request as Request; // routes are asked with requests only
  const page = new URL(url);
  const wanted = encodeURIComponent((pathBelow(base, page) ?? '') + page.search);
  return Promise.resolve(
    mode === 'navigate' ? Response.redirect(`${base}${OFFLINE_PAGE}#${wanted}`) : Response.error(),
  );
});
