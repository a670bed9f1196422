import { isChanged, keepPage } from '../offline/keep.ts';
import { pathBelow } from '../offline/manifest.ts';
import { inUse, openVersion, type Version } from '../offline/versions.ts';
import { link } from '../views/link.ts';
import { showNote } from './notes.ts';

const base = link('/');
let told = false;

/**
 * The version of the site that this page is kept from; null where the browser keeps nothing, as in a
 * frame of another site. The page itself is kept with it, unless the reader asked to save data.
 */
export const version: Promise<Version | null> = start().catch(() => null);

async function start(): Promise<Version | null> {
  if (!('serviceWorker' in navigator) || window !== window.top) return null;
  await navigator.serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
  const registration = await navigator.serviceWorker.ready;
  await control();
  const own = await openVersion(base, (await inUse(base)).active);
  if (!own) return null;
  whenNext(registration, () => void tellOfNext(own, registration));
  navigator.serviceWorker.controller?.postMessage({ type: 'LOADED' });
  if (!savesData()) await keepPage(own, here()).catch(() => undefined); // the next visit tries again
  return own;
}

/** Waits until a worker answers for this page. */
async function control(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return;
  await new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
}

/** Calls `tell` once another version of the site is ready. */
function whenNext(registration: ServiceWorkerRegistration, tell: () => void): void {
  const look = (): void => {
    if (registration.waiting) tell();
  };
  const follow = (): void => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', follow);
  follow();
  look();
}

/** Tells of the next version, once, if this page is another in it. */
async function tellOfNext(own: Version, registration: ServiceWorkerRegistration): Promise<void> {
  const next = await openVersion(base, (await inUse(base)).next);
  if (!next || told || !isChanged(own, next, here())) return;
  told = true;
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.textContent = 'reload';
  reload.addEventListener('click', () => {
    const { waiting } = registration;
    if (!waiting) location.reload(); // another tab has brought it into use
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    waiting?.postMessage({ type: 'SKIP_WAITING' });
  });
  showNote('There is a new version of this page.').firstElementChild?.after(reload);
}

function here(): string {
  return pathBelow(base, new URL(location.href)) ?? '';
}

function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }; // not in all browsers
  return connection?.saveData === true;
}
