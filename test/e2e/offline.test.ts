import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as soon, test, type BrowserContext, type Page } from '@playwright/test';
import { bundleWorker } from '../../scripts/offline/bundleWorker.ts';
import { filesBelow, withWorker } from '../../scripts/offline/integration.ts';
import type { Manifest } from '../../src/offline/manifest.ts';
import { serve, type Server } from './server.ts';

// Scripts, workers and tables come one after the other here, on machines that may be busy.
const expect = soon.configure({ timeout: 20_000 });

const DOCUMENT = 'documents/1-assignment/';
const TITLE = 'Assignment 04: SoftMax Regression';

test.use({ serviceWorkers: 'allow' });

/** Waits until the page that is open is kept with all that it needs, by the list that the build wrote. */
async function untilKept(page: Page): Promise<void> {
  const missing = (): Promise<string[]> =>
    page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).filter((key) => key.startsWith('kept '));
      const cache = await caches.open(name);
      const urls = (await cache.keys()).map(({ url }) => new URL(url).pathname.slice(1));
      const path = urls.find((url) => /files\.\w+\.json$/.test(url));
      if (path === undefined) return ['the list'];
      const list = (await (await cache.match(`/${path}`))?.json()) as Manifest;
      const here = location.pathname.slice(1);
      const needs = list.pages[here]?.needs.map((place) => list.files[place]?.path ?? '') ?? ['?'];
      return [here, ...needs].filter((need) => !urls.includes(need));
    });
  await expect.poll(missing).toEqual([]);
}

/** The names of the versions of which something is kept. */
function versions(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).filter((key) => key.startsWith('kept ')));
}

test('a page that was visited works with the server gone, with what it fetches late', async ({
  page,
}) => {
  const server = await serve('dist');
  try {
    await page.goto(server.url + DOCUMENT);
    await untilKept(page);
    await server.stop();
    await page.goto(`${server.url}${DOCUMENT}?z=1.5,-1,0.3`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);

    // The figures are live, and so is a formula in numbers: a script and a file that come late.
    const slider = page.getByRole('slider', { name: 'logit z 1' });
    await slider.press('ArrowRight');
    await expect(page).toHaveURL(/z=1\.55,-1,0\.3/);
    const formula = page.locator('#jacobian-corrected');
    await formula.locator('.equation').click();
    await formula.getByRole('button', { name: 'with numbers' }).click();
    await expect(formula.locator('.in-numbers.right [data-blank]').first()).toBeVisible();
    await page.locator('jacobian-widget').scrollIntoViewIfNeeded();
    await expect(page.locator('jacobian-widget:defined')).toHaveCount(1);

    // The other notations come from pages of their own.
    await page.getByRole('combobox', { name: 'Formulas in' }).selectOption('canonical');
    await expect(page.locator('#conclusion .side.left annotation')).toHaveText(
      /\\frac\{\\partial L\}/,
    );
  } finally {
    await server.stop();
  }
});

test('a page that is not kept says so, names those that are, and opens once there is a network', async ({
  page,
}) => {
  const server = await serve('dist');
  const port = Number(new URL(server.url).port);
  let again: Server | undefined;
  try {
    await page.goto(server.url + DOCUMENT);
    await untilKept(page);
    await server.stop();
    await page.goto(`${server.url}derivations/jacobian/?z=1,2,3`);
    await expect(page.locator('.wanted')).toContainText('“The Jacobian of softmax” is not kept');
    await expect(page.locator('kept-pages li')).toHaveText([TITLE]);
    again = await serve('dist', port);
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page).toHaveURL(/derivations\/jacobian\/\?z=1,2,3/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Jacobian of softmax');
  } finally {
    await server.stop();
    await again?.stop();
  }
});

test('the whole site is kept on request, and removed on request', async ({ page }) => {
  const server = await serve('dist');
  const pages = [...(await filesBelow('dist')).keys()]
    .filter((path) => path.endsWith('index.html') && !path.startsWith('embed/'))
    .map((path) => path.slice(0, -'index.html'.length));
  try {
    await page.goto(`${server.url}offline/`);
    await page.getByRole('button', { name: /^Keep the whole site \([\d.]+ MB\)$/ }).click();
    await expect(page.getByRole('status')).toHaveText('The whole site is kept on this device.');
    await expect(page.getByRole('button', { name: /^Keep/ })).toBeHidden();
    await server.stop();
    const titles = await page.evaluate(async (paths) => {
      const texts = await Promise.all(paths.map(async (path) => (await fetch(`/${path}`)).text()));
      return texts.map((text) => /<title>/.test(text));
    }, pages);
    expect(titles).toEqual(pages.map(() => true));

    // A training: its worker and its table.
    await page.goto(`${server.url}derivations/descent/`);
    const widget = page.locator('descent-widget');
    await widget.scrollIntoViewIfNeeded();
    await widget.getByRole('button', { name: 'start', exact: true }).click();
    await expect(widget.locator('.phase')).toHaveText(/^Finished after 500 steps: 38 of 39/);

    await page.goto(`${server.url}offline`);
    await expect(page).toHaveURL(/offline\/$/);
    await page.getByRole('button', { name: 'Remove what is kept' }).click();
    await expect(page.getByRole('status')).toContainText('removed');
    // With numbers of its own, so that the browser has no page for it by itself.
    await page.goto(`${server.url}derivations/descent/?z=1,2,3`);
    await expect(page.locator('.wanted')).toContainText('“Gradient descent” is not kept');
  } finally {
    await server.stop();
  }
});

/** Builds the site again, as it is but for a word on one page; returns its folder. */
async function nextVersion(page: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'next-'));
  await cp('dist', folder, { recursive: true });
  const file = join(folder, page, 'index.html');
  await writeFile(file, (await readFile(file, 'utf8')).replace('<h1>', '<h1>Second edition: '));
  const files = await filesBelow(folder);
  for (const path of files.keys()) if (/files\.\w+\.json$/.test(path)) files.delete(path);
  for (const [path, bytes] of await withWorker(files, '/', await bundleWorker()))
    if (bytes !== files.get(path)) await writeFile(join(folder, path), bytes);
  return folder;
}

const note = (page: Page) => page.locator('.note', { hasText: 'new version' });

/** Opens the document in a tab of its own. */
async function tabOf(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test('a new version is told of, comes when it is asked for, and leaves other tabs as they are', async ({
  context,
}) => {
  const before = await serve('dist');
  const port = Number(new URL(before.url).port);
  let after: Server | undefined;
  const folder = await nextVersion(DOCUMENT);
  try {
    const page = await tabOf(context, before.url + DOCUMENT);
    await untilKept(page);
    const [old = ''] = await versions(page);
    const other = await tabOf(context, before.url + DOCUMENT);
    await before.stop();
    after = await serve(folder, port);

    // What was kept is shown at once; the note comes beside it, and nothing reloads by itself.
    await page.reload();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(TITLE);
    await page.getByRole('slider', { name: 'logit z 1' }).press('ArrowRight');
    await expect(page).toHaveURL(/\?z=2\.05,/);
    const moved = page.url();
    await expect(note(page)).toBeVisible();
    await expect(heading).toHaveText(TITLE);

    // A page that is the same in both versions stays quiet.
    const same = await tabOf(context, `${before.url}offline/`);
    await expect(same.locator('kept-pages li')).toHaveCount(1);
    await same.waitForTimeout(500);
    await expect(note(same)).toHaveCount(0);

    await note(page).getByRole('button', { name: 'reload' }).click();
    await expect(heading).toHaveText(`Second edition: ${TITLE}`);
    expect(page.url()).toBe(moved);

    // The other tab keeps its page, and what it may need of it.
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    const text = await other.evaluate(async (path) => (await fetch(`/${path}`)).text(), DOCUMENT);
    expect(text).not.toContain('Second edition');
    expect(await versions(page)).toContain(old);

    // The old version goes with the last tab that came from it.
    await other.close();
    await same.close();
    await page.reload();
    await expect.poll(() => versions(page)).not.toContain(old);
    await expect(heading).toHaveText(`Second edition: ${TITLE}`);
    await expect(note(page)).toHaveCount(0);
  } finally {
    await before.stop();
    await after?.stop();
    await rm(folder, { recursive: true });
  }
});
