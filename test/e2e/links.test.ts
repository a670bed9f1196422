import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';

/** All that the site may store in a browser, and why; the page on offline reading tells readers. */
const STORED: Readonly<Record<string, string>> = {
  theme: 'light or dark, as the reader chose',
  'descent-table': 'the reader’s own table, while its tab is open',
  'handout-draft': 'which handout a tab shows, while it is open',
  'handout-draft-…': 'the handouts that the reader puts together',
};

// A trace of all pages takes longer than they do.
test.use({ trace: 'off' });

/** The addresses of all pages that were built, linked or not. */
function builtPages(project: string, root: URL): string[] {
  return readdirSync(project === 'base' ? 'dist-base/repo' : 'dist', {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((path) => path.endsWith('index.html'))
    .map((path) => new URL(path.slice(0, -'index.html'.length), root).href);
}

/** Brings a figure of each kind near the screen, so that its script comes. */
async function passFigures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const all = [...document.querySelectorAll('main *')];
    const kinds = new Map(all.map((element) => [element.localName, element]));
    for (const [name, element] of kinds) {
      if (!name.includes('-')) continue;
      element.scrollIntoView();
      await new Promise(requestAnimationFrame);
    }
  });
}

/** Pages made alike by the dozen, which are read without being opened. */
const ALIKE = /\/(?:exercises|embed\/\w+)\/[^?#]/;

/** Below a base also those that differ from others by their letters alone. */
const ALIKE_BELOW = /\/(?:exercises|embed\/\w+|documents\/[\w-]+\/in)\/[^?#]/;

/** The ids of a page and the links on it; all its figures are passed unless it is one of those `alike`. */
async function read(
  page: Page,
  url: string,
  alike: RegExp,
): Promise<{ ids: string[]; links: string[] }> {
  if (alike.test(url)) {
    const response = await page.request.get(url);
    expect(response.status(), url).toBe(200);
    const html = await response.text();
    const all = (pattern: RegExp): string[] =>
      [...html.matchAll(pattern)].map(([, found = '']) => found);
    const links = all(/<a\b[^>]*\shref="([^"]*)"/g);
    return { ids: all(/\sid="([^"]*)"/g), links: links.map((to) => new URL(to, url).href) };
  }
  const response = await page.goto(url);
  expect(response?.status(), url).toBe(200);
  await passFigures(page);
  return {
    ids: await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)),
    links: await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href)),
  };
}

test('every page is clean and stores nothing, and every link leads to a page and an anchor', async ({
  page,
  baseURL,
}, { project }) => {
  test.slow(); // all pages
  const root = new URL(baseURL ?? '');
  const open = [...builtPages(project.name, root), root.href];
  const anchors = new Map<string, Set<string>>();
  const wanted: { from: string; to: URL }[] = [];
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (anchors.has(url)) continue;
    if (!url.endsWith('/')) {
      expect((await page.request.get(url)).status(), url).toBe(200); // a file, not a page
      anchors.set(url, new Set());
      continue;
    }
    const { ids, links } = await read(page, url, project.name === 'base' ? ALIKE_BELOW : ALIKE);
    anchors.set(url, new Set(ids));
    for (const link of links) {
      const to = new URL(link);
      if (to.origin !== root.origin) continue;
      expect(to.pathname.startsWith(root.pathname), `${link} on ${url} leaves the base`).toBe(true);
      wanted.push({ from: url, to });
      open.push(to.origin + to.pathname);
    }
  }
  for (const { from, to } of wanted) {
    const ids = anchors.get(to.origin + to.pathname);
    if (to.hash !== '') expect(ids?.has(to.hash.slice(1)), `${to} on ${from}`).toBe(true);
  }
  expect(anchors.size).toBeGreaterThanOrEqual(40);
  expect(await stored(page)).toEqual([]);
});

/** The names of all that the site has stored in the browser, cookies among it. */
async function stored(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  const rest = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ]);
  return [...cookies.map(({ name }) => `cookie ${name}`), ...rest];
}

test('what a reader does is stored under the names that we tell of, and never as a cookie', async ({
  page,
}) => {
  await page.goto('derivations/descent/');
  await page.locator('button.theme').click();
  const widget = page.locator('descent-widget');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget.getByRole('button', { name: 'reset', exact: true })).toBeEnabled();
  await widget.getByRole('combobox', { name: 'data' }).selectOption('own');
  const rows = Array.from({ length: 20 }, (_, k) => `${k % 5},${k % 3},${k % 2 ? 'up' : 'down'}`);
  await widget.getByRole('textbox', { name: 'or its text' }).fill(rows.join('\n'));
  await widget.getByRole('button', { name: 'read the table' }).click();
  await expect.poll(() => stored(page)).toEqual(['theme', 'descent-table']);
  await page.goto('handout/');
  await expect(page.locator('handout-builder:not([data-waiting])')).toBeVisible();
  await page.getByRole('textbox', { name: 'title', exact: true }).fill('Softmax');
  const names = async (): Promise<string[]> =>
    (await stored(page)).map((name) => name.replace(/(?<=^handout-draft-).*/, '…')).sort();
  await expect.poll(names).toEqual(['descent-table', 'handout-draft-…', 'theme']);
  expect(Object.keys(STORED)).toEqual(expect.arrayContaining(await names()));
});

test('the widgets work below the base', async ({ page }) => {
  await page.goto('documents/1-assignment/?z=3,1,0');
  await expect(page.getByRole('slider', { name: 'logit z 1' })).toHaveValue('3');
  await page.getByRole('slider', { name: 'logit z 1' }).press('ArrowRight');
  await expect(page).toHaveURL(/z=3\.05,1,0/);
});
