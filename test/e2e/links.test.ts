import type { Page } from '@playwright/test';
import { expect, test } from './page.ts';

/** Pages made alike by the dozen, which are read without being opened. */
const ALIKE = /\/(?:exercises|embed\/\w+)\/[^?#]/;

/** The ids of a page and the links on it. */
async function read(page: Page, url: string): Promise<{ ids: string[]; links: string[] }> {
  if (ALIKE.test(url)) {
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
  return {
    ids: await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)),
    links: await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href)),
  };
}

test('every page is clean, and every link on it leads to a page and an anchor', async ({
  page,
  baseURL,
}) => {
  const root = new URL(baseURL ?? '');
  const open = [root.href];
  const anchors = new Map<string, Set<string>>();
  const wanted: { from: string; to: URL }[] = [];
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (anchors.has(url)) continue;
    if (!url.endsWith('/')) {
      expect((await page.request.get(url)).status(), url).toBe(200); // a file, not a page
      anchors.set(url, new Set());
      continue;
    }
    const { ids, links } = await read(page, url);
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
  expect(anchors.size).toBeGreaterThanOrEqual(3);
});

test('the widgets work below the base', async ({ page }) => {
  await page.goto('documents/1-assignment/?z=3,1,0');
  await expect(page.getByRole('slider', { name: 'logit z 1' })).toHaveValue('3');
  await page.getByRole('slider', { name: 'logit z 1' }).press('ArrowRight');
  await expect(page).toHaveURL(/z=3\.05,1,0/);
});
