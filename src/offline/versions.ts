import type { Manifest } from './manifest.ts';

/** The files that are kept of one version of the site, and the list of those that there are. */
export interface Version {
  readonly name: string;
  /** The site's base, such as `/repo/`. */
  readonly base: string;
  readonly cache: Cache;
  readonly manifest: Manifest;
}

/** Which versions are in use. */
export interface InUse {
  /** The name of the version that pages are served from. */
  readonly active: string | null;
  /** The name of the one that will be next. */
  readonly next: string | null;
  /** The names of the versions that open tabs were loaded from, by tab, where it's not the active one. */
  readonly tabs: Readonly<Record<string, string>>;
}

const NONE: InUse = { active: null, next: null, tabs: {} };

/** The name of the cache for the version of the site at `base` whose manifest lies at `path`. */
export function versionName(base: string, path: string): string {
  return `kept ${base} ${path}`;
}

/** The names of all versions of the site at `base` of which something is kept. */
export async function versionNames(base: string): Promise<string[]> {
  const start = versionName(base, '');
  return (await caches.keys()).filter((name) => name.startsWith(start));
}

/** A version of which something is kept; null where its list is not there. */
export async function openVersion(base: string, name: string | null): Promise<Version | null> {
  if (name === null || !(await caches.has(name))) return null;
  const cache = await caches.open(name);
  const list = await cache.match(base + name.slice(versionName(base, '').length));
  return list ? { name, base, cache, manifest: (await list.json()) as Manifest } : null; // ours
}

/** Which versions of the site at `base` are in use. */
export async function inUse(base: string): Promise<InUse> {
  return ((await readNote(base, 'in-use')) as InUse | null) ?? NONE; // written below
}

/** Writes down which versions are in use. */
export function setInUse(base: string, value: InUse): Promise<void> {
  return writeNote(base, 'in-use', value);
}

/** Whether the reader wants the whole site kept. */
export async function wantsWhole(base: string): Promise<boolean> {
  return (await readNote(base, 'whole')) === true;
}

/** Writes down whether the reader wants the whole site kept. */
export function setWantsWhole(base: string, value: boolean): Promise<void> {
  return writeNote(base, 'whole', value);
}

async function readNote(base: string, note: string): Promise<unknown> {
  const response = await (await caches.open(notesName(base))).match(base + note);
  return response ? response.json() : null;
}

async function writeNote(base: string, note: string, value: unknown): Promise<void> {
  await (await caches.open(notesName(base))).put(base + note, Response.json(value));
}

function notesName(base: string): string {
  return `notes ${base}`;
}
