import { createHash } from 'node:crypto';
import type { Manifest } from '../../src/offline/manifest.ts';

const ORIGIN = 'http://site.example';

/** A cache in memory, as far as the site uses one. */
class FakeCache {
  readonly #kept = new Map<string, Response>();
  /** How many files there is room for. */
  room = Infinity;

  match(url: string): Promise<Response | undefined> {
    return Promise.resolve(this.#kept.get(ORIGIN + url)?.clone());
  }

  put(url: string, response: Response): Promise<void> {
    if (this.#kept.size >= this.room)
      return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    this.#kept.set(ORIGIN + url, response);
    return Promise.resolve();
  }

  delete(url: string): Promise<boolean> {
    return Promise.resolve(this.#kept.delete(ORIGIN + url));
  }

  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.#kept.keys()].map((url) => ({ url })));
  }
}

/** The caches of a browser, in memory. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();

  open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache();
    this.#caches.set(name, cache);
    return Promise.resolve(cache);
  }

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.has(name));
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()]);
  }
}

/** The manifest of a site whose files have these texts; those that end with `/` need all the others. */
export function manifestOf(texts: Readonly<Record<string, string>>): Manifest {
  const paths = Object.keys(texts);
  const others = paths.flatMap((path, k) => (path.endsWith('/') ? [] : [k]));
  return {
    files: paths.map((path) => {
      const text = texts[path] ?? '';
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 20);
      return { path, hash, bytes: text.length };
    }),
    pages: Object.fromEntries(
      paths
        .filter((path) => path.endsWith('/'))
        .map((path) => [path, { title: path, needs: others }]),
    ),
  };
}
