import {
  keepAll,
  keptPages,
  keptPaths,
  OtherVersionError,
  removeKept,
  sizeOf,
} from '../offline/keep.ts';
import { OFFLINE_PAGE } from '../offline/manifest.ts';
import { setWantsWhole, type Version } from '../offline/versions.ts';
import { link } from '../views/link.ts';
import { LiveElement } from './liveElement.ts';
import { version } from './offline.ts';

/** The list of the pages that are kept, and the buttons that keep the whole site and remove it. */
export class KeptPages extends LiveElement {
  protected start(signal: AbortSignal): void {
    void version.then(async (own) => {
      if (!own || signal.aborted) return;
      this.#tellWanted(own);
      await this.#show(own);
      this.#part('controls').hidden = false;
      const listen = (act: string, run: () => void): void =>
        this.#button(act).addEventListener('click', run, { signal });
      let stop = new AbortController();
      listen('keep', () => {
        stop = new AbortController();
        void this.#keep(own, AbortSignal.any([signal, stop.signal]));
      });
      listen('stop', () => stop.abort());
      listen('remove', () => void this.#remove(own));
    });
  }

  /** Says which page was asked for, where the worker led here since it is not kept. */
  #tellWanted({ base, manifest }: Version): void {
    const wanted = new URL(decoded(location.hash.slice(1)), location.origin + base);
    const path = wanted.pathname.slice(base.length);
    const page = manifest.pages[path];
    if (location.hash === '' || path === OFFLINE_PAGE) return;
    const again = document.createElement('a');
    again.href = base + path + wanted.search;
    again.textContent = 'Try again';
    const isHere = page !== undefined && wanted.origin === location.origin;
    if (isHere)
      this.#part('wanted').replaceChildren(
        `The network can’t be reached, and “${page.title}” is not kept on this device. `,
        again,
        '.',
      );
    else if (document.getElementById(location.hash.slice(1)) === null)
      this.#part('wanted').textContent =
        'The network can’t be reached, and that page is not kept on this device.';
  }

  /** Lists the pages that are kept, without those that belong to another one. */
  async #show(own: Version): Promise<void> {
    const { files, pages } = own.manifest;
    const kept = await keptPages(own);
    const parts = new Set(
      kept.flatMap((path) => pages[path]?.needs.map((place) => files[place]?.path) ?? []),
    );
    const shown = kept.filter((path) => !parts.has(path) && path !== OFFLINE_PAGE);
    this.#part('list').replaceChildren(
      ...shown.map((path) => entry(link(path), pages[path]?.title ?? path)),
    );
    this.#part('none').textContent =
      shown.length === 0 ? 'No page is kept yet.' : `${shown.length} of the site’s pages:`;
    const there = await keptPaths(own);
    const rest = files.filter(({ path }) => !there.has(path));
    const whole = rest.length === 0;
    this.#button('keep').hidden = whole;
    this.#button('keep').textContent = `Keep the whole site (${megabytes(sizeOf(files))})`;
    this.#button('remove').hidden = shown.length === 0;
  }

  async #keep(own: Version, signal: AbortSignal): Promise<void> {
    const all = sizeOf(own.manifest.files);
    const bar = this.querySelector('progress');
    this.#working(true);
    this.#say('');
    const hear = (bytes: number): void => {
      if (bar) bar.value = bytes / all;
      this.#part('kept').textContent = `${megabytes(bytes)} of ${megabytes(all)}`;
    };
    try {
      await setWantsWhole(own.base, true);
      void navigator.storage.persist(); // it may be refused: then the browser may remove it in need
      await keepAll(own, hear, signal);
      this.#say('The whole site is kept on this device.');
    } catch (error) {
      await setWantsWhole(own.base, false);
      this.#say(await reason(error));
    }
    this.#working(false);
    await this.#show(own);
  }

  async #remove(own: Version): Promise<void> {
    await setWantsWhole(own.base, false);
    await removeKept(own);
    this.#say('It was removed. Pages that you open from now on are kept again.');
    await this.#show(own);
  }

  #working(now: boolean): void {
    this.#part('progress').hidden = !now;
    this.#button('stop').hidden = !now;
    this.#button('keep').hidden = now;
    this.#button('remove').hidden = now;
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }

  #part(name: string): HTMLElement {
    return found(this.querySelector<HTMLElement>(`[data-${name}]`), name);
  }

  #button(act: string): HTMLElement {
    return found(this.querySelector<HTMLElement>(`[data-act=${act}]`), act);
  }
}

function found<T>(part: T | null, name: string): T {
  if (part === null) throw new Error(`the page on offline reading has no ${name}`);
  return part;
}

function entry(href: string, title: string): Element {
  const item = document.createElement('li');
  const to = document.createElement('a');
  to.href = href;
  to.textContent = title;
  item.append(to);
  return item;
}

/** Why not all could be kept. */
async function reason(error: unknown): Promise<string> {
  const rest = 'What is kept so far stays.';
  if (error instanceof OtherVersionError)
    return `There is a new version of the site: reload this page, and try again. ${rest}`;
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') return `Stopped. ${rest}`;
  if (name !== 'QuotaExceededError') return `The network can’t be reached. ${rest}`;
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return `This browser has no more room for it: ${megabytes(quota - usage)} are free. ${rest}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // not the worker's: a link that was cut
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

customElements.define('kept-pages', KeptPages);
