import { filesOf, hashOf, OFFLINE_PAGE, type SiteFile } from './manifest.ts';
import type { Version } from './versions.ts';

/** How many files are fetched at a time. */
const AT_ONCE = 4;

/** The server has another file than the version that is kept. */
export class OtherVersionError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path}: another version`);
    this.path = path;
  }
}

/** Keeps a page with all that it needs. Throws as `keepAll` does. */
export function keepPage(version: Version, path: string): Promise<void> {
  return keepFiles(version, filesOf(version.manifest, path));
}

/**
 * Keeps the whole site; `hear` is told how many bytes of it are kept. Throws an `OtherVersionError`
 * where the server has a file of another version, the browser's `QuotaExceededError` where there is no
 * room, and a `TypeError` without a network; what was kept by then stays.
 */
export function keepAll(
  version: Version,
  hear?: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  return keepFiles(version, version.manifest.files, hear, signal);
}

async function keepFiles(
  version: Version,
  files: readonly SiteFile[],
  hear?: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const kept = await keptPaths(version);
  const rest = files.filter(({ path }) => !kept.has(path));
  let bytes = sizeOf(files) - sizeOf(rest);
  hear?.(bytes);
  const keepSome = async (): Promise<void> => {
    for (let file = rest.shift(); file; file = rest.shift()) {
      await keepFile(version, file, signal);
      hear?.((bytes += file.bytes));
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    keepSome().catch((error: unknown) => {
      rest.length = 0; // the others stop after the files that they are at
      throw error;
    }),
  );
  await Promise.all(workers);
}

async function keepFile(
  { base, cache }: Version,
  { path, hash }: SiteFile,
  signal?: AbortSignal,
): Promise<void> {
  const response =
    (await fetchFile(base + path, hash, 'default', signal)) ??
    (await fetchFile(base + path, hash, 'reload', signal));
  if (!response) throw new OtherVersionError(path);
  await cache.put(base + path, response);
}

/** The file at `url`, if it is the one whose hash is `hash`: only what was built is kept. */
export async function fetchFile(
  url: string,
  hash: string,
  cache: RequestCache,
  signal?: AbortSignal,
): Promise<Response | null> {
  const response = await fetch(url, { cache, priority: 'low', signal: signal ?? null });
  if (!response.ok) return null;
  const bytes = await response.arrayBuffer();
  if ((await hashOf(bytes)) !== hash) return null;
  const type = response.headers.get('content-type') ?? '';
  return new Response(bytes, { headers: { 'content-type': type } });
}

/** Takes over what is the same in `from`, and returns the pages that were kept there. */
export async function takeOver(from: Version, into: Version): Promise<string[]> {
  const before = new Map(from.manifest.files.map(({ path, hash }) => [path, hash]));
  const kept = await keptPaths(from);
  for (const { path, hash } of into.manifest.files) {
    if (!kept.has(path) || before.get(path) !== hash) continue;
    const response = await from.cache.match(from.base + path);
    if (response) await into.cache.put(into.base + path, response);
  }
  return [...kept].filter((path) => path in from.manifest.pages);
}

/** The paths of the files of a version that are kept. */
export async function keptPaths({ base, cache }: Version): Promise<Set<string>> {
  const requests = await cache.keys();
  return new Set(requests.map(({ url }) => new URL(url).pathname.slice(base.length)));
}

/** The paths of the pages that are kept with all that they need. */
export async function keptPages(version: Version): Promise<string[]> {
  const kept = await keptPaths(version);
  return Object.keys(version.manifest.pages).filter((path) =>
    filesOf(version.manifest, path).every((file) => kept.has(file.path)),
  );
}

/** The size of some files, in bytes. */
export function sizeOf(files: readonly SiteFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Removes what is kept of a version, but for the page that is shown for pages that are not kept. */
export async function removeKept({ base, cache, manifest }: Version): Promise<void> {
  const needed = new Set(filesOf(manifest, OFFLINE_PAGE).map(({ path }) => path));
  const paths = manifest.files.map(({ path }) => path).filter((path) => !needed.has(path));
  await Promise.all(paths.map((path) => cache.delete(base + path)));
}

/** Whether a page, or something that it needs, is another in `after`. */
export function isChanged(before: Version, after: Version, path: string): boolean {
  const hashes = (version: Version): string =>
    filesOf(version.manifest, path)
      .map((file) => `${file.path} ${file.hash}`)
      .join();
  return hashes(before) !== hashes(after);
}
