import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isChanged,
  keepAll,
  keepPage,
  keptPages,
  OtherVersionError,
  removeKept,
  takeOver,
} from '../../src/offline/keep.ts';
import { openVersion, versionName, type Version } from '../../src/offline/versions.ts';
import { FakeCaches, manifestOf } from './browser.ts';

const SITE = { 'offline/': 'o', 'a/': 'page a', 'b/': 'page b', 'main.js': 'script' };
const CHANGED = { ...SITE, 'b/': 'page b, again' };

let caches: FakeCaches;
let served: Record<string, string>;
let asked: string[];

beforeEach(() => {
  caches = new FakeCaches();
  served = SITE;
  asked = [];
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', (url: string, { cache }: RequestInit) => {
    asked.push(`${cache ?? ''} ${url}`);
    const text = served[url.slice('/repo/'.length)];
    return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The version of a site with these files, of which nothing is kept. */
async function versionOf(texts: Record<string, string>, name: string): Promise<Version> {
  const list = `files.${name}.json`;
  const cache = await caches.open(versionName('/repo/', list));
  await cache.put(`/repo/${list}`, Response.json(manifestOf(texts)));
  const version = await openVersion('/repo/', versionName('/repo/', list));
  if (!version) throw new Error('not there');
  return version;
}

describe('a version of the site', () => {
  it('keeps a page with all that it needs, and fetches nothing twice', async () => {
    const version = await versionOf(SITE, 'one');
    await keepPage(version, 'a/');
    expect(await keptPages(version)).toEqual(['a/']);
    expect(await (await version.cache.match('/repo/main.js'))?.text()).toBe('script');
    await keepPage(version, 'b/');
    expect(asked.filter((one) => one.endsWith('main.js'))).toHaveLength(1);
  });

  it('counts a page as kept only with all that it needs', async () => {
    const version = await versionOf(SITE, 'one');
    await keepPage(version, 'a/');
    await version.cache.delete('/repo/main.js');
    expect(await keptPages(version)).toEqual([]);
  });

  it('never keeps a file of another version, which it asks the server for past any cache', async () => {
    const version = await versionOf(SITE, 'one');
    served = CHANGED;
    await expect(keepPage(version, 'b/')).rejects.toThrow(OtherVersionError);
    expect(asked).toContain('default /repo/b/');
    expect(asked).toContain('reload /repo/b/');
    expect(await keptPages(version)).toEqual([]);
  });

  it('never keeps a page that is not there', async () => {
    const version = await versionOf(SITE, 'one');
    served = { 'main.js': 'script' };
    await expect(keepPage(version, 'a/')).rejects.toThrow(OtherVersionError);
  });

  it('keeps the whole site, and tells how far it is', async () => {
    const version = await versionOf(SITE, 'one');
    const heard: number[] = [];
    await keepAll(version, (bytes) => heard.push(bytes));
    expect(await keptPages(version)).toEqual(['offline/', 'a/', 'b/']);
    expect(heard[0]).toBe(0);
    expect(heard.at(-1)).toBe(Object.values(SITE).join('').length);
    expect(heard).toEqual([...heard].sort((x, y) => x - y));
  });

  it('says where there is no room, and what was kept stays', async () => {
    const version = await versionOf(SITE, 'one');
    await keepPage(version, 'a/');
    const cache = await caches.open(version.name);
    cache.room = 0;
    await expect(keepAll(version)).rejects.toThrow('full');
    expect(await keptPages(version)).toEqual(['a/']);
  });

  it('removes all but the page for pages that are not kept', async () => {
    const version = await versionOf(SITE, 'one');
    await keepAll(version);
    await removeKept(version);
    expect(await keptPages(version)).toEqual(['offline/']);
    expect(await openVersion('/repo/', version.name)).not.toBeNull();
  });
});

describe('the next version', () => {
  it('takes over what is the same, and names all pages that were kept', async () => {
    const before = await versionOf(SITE, 'one');
    await keepAll(before);
    const after = await versionOf(CHANGED, 'two');
    expect(new Set(await takeOver(before, after))).toEqual(new Set(['offline/', 'a/', 'b/']));
    expect(await keptPages(after)).toEqual(['offline/', 'a/']);
    asked = [];
    served = CHANGED;
    await keepPage(after, 'b/');
    expect(asked).toEqual(['default /repo/b/']);
  });

  it('is another page where the page or what it needs is another', async () => {
    const before = await versionOf(SITE, 'one');
    const page = await versionOf(CHANGED, 'two');
    expect(isChanged(before, page, 'b/')).toBe(true);
    expect(isChanged(before, page, 'a/')).toBe(false);
    const script = await versionOf({ ...SITE, 'main.js': 'other' }, 'three');
    expect(isChanged(before, script, 'a/')).toBe(true);
    expect(isChanged(before, await versionOf({ 'b/': '' }, 'four'), 'a/')).toBe(true);
  });
});
