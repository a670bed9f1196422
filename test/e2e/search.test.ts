import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createSearch } from '../../src/search/createSearch.ts';
import type { SearchItem } from '../../src/search/searchItem.ts';
import { expect, test } from './page.ts';
import { NOTHING_FOUND, QUERIES } from './searchQueries.ts';

const JACOBIAN = 'derivations/jacobian/';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const fieldOf = (page: Page) => page.getByRole('searchbox', { name: 'search the site' });

test('what readers type leads to what they mean, among the first three', async ({ request }) => {
  const items = (await (await request.get('search.json')).json()) as SearchItem[];
  const search = await createSearch(items);
  const missed = QUERIES.filter(([query, path]) => {
    const first = search(query).slice(0, 3);
    return !first.some((item) =>
      path.endsWith('#') ? item.path.startsWith(path) : item.path === path,
    );
  });
  expect(missed).toEqual([]);
  expect(NOTHING_FOUND.filter((query) => search(query).length > 0)).toEqual([]);
});

test('the search works by keyboard alone and gives the focus back', async ({ page }) => {
  await page.goto(JACOBIAN);
  await page.getByRole('link', { name: 'Search' }).focus();
  await page.keyboard.press('Control+k');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('hessian');
  await expect(dialogOf(page).getByRole('status')).toHaveText(/^\d+ results$/);
  await page.keyboard.press('ArrowDown');
  const first = dialogOf(page).locator('.results a').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(first).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Search' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('hessian');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/derivations\/convexity\/#claim$/);
});

test('the search looks alike over every page, and changes nothing of the page', async ({
  page,
}) => {
  const looks: unknown[] = [];
  for (const path of [JACOBIAN, '', 'handout/', 'verification/']) {
    await page.goto(path);
    const picks = page.locator('.picks li').first();
    if (path === 'handout/') await expect(picks).toBeVisible();
    const lookOf = (all: Element[]): string[] =>
      all.map((one) => {
        const { display, padding, fontSize, maxBlockSize, overflow } = getComputedStyle(one);
        return [one.className, display, padding, fontSize, maxBlockSize, overflow].join();
      });
    const before = await page.locator('.picks, .picks *').evaluateAll(lookOf);
    await page.keyboard.press('Control+k');
    await expect(fieldOf(page)).toBeFocused();
    await page.keyboard.type('hessian');
    const shown = dialogOf(page).locator('.results .brief').first();
    await expect(shown).toBeVisible();
    looks.push(await dialogOf(page).locator('.results, .results li, .brief').evaluateAll(lookOf));
    expect(await page.locator('.picks, .picks *').evaluateAll(lookOf)).toEqual(before);
  }
  for (const look of looks) expect(look).toEqual(looks[0]);
});

test('a result on the same page closes the search and goes there', async ({ page }) => {
  await page.goto(JACOBIAN);
  await page.getByRole('link', { name: 'Search' }).click();
  await fieldOf(page).fill('diag(ŷ) - ŷŷᵀ');
  await dialogOf(page).locator('.results a').first().click();
  await expect(page).toHaveURL(/derivations\/jacobian\/#matrix$/);
  await expect(dialogOf(page)).toBeHidden();
});

test('the page of the search answers its address, and the address follows the field', async ({
  page,
}) => {
  await page.goto('search/?q=dL%2FdW');
  await expect(fieldOf(page)).toHaveValue('dL/dW');
  await expect(page.locator('.results math').first()).toBeVisible();
  await fieldOf(page).fill('a zebra?');
  await expect(page.getByRole('status')).toHaveText('no results');
  await expect(page.locator('.results')).toContainText('Nothing is found for “a zebra?”');
  await expect(page).toHaveURL(/\?q=a\+zebra%3F$/);
  await fieldOf(page).fill('');
  await expect(page).toHaveURL(/search\/$/);
});

test('a query is text, never markup', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent('<img>zebra')}`);
  await expect(page.locator('.results')).toContainText('<img>zebra');
  await expect(page.locator('.results img')).toHaveCount(0);
});

test('where the list does not come whole, the search says so and leads on', async ({ page }) => {
  await page.route('**/search.json', (route) => route.fulfill({ body: '[{' }));
  await page.goto('search/');
  await fieldOf(page).fill('softmax');
  await expect(page.getByRole('status')).toHaveText('no connection');
  await expect(page.locator('.results a')).toHaveAttribute('href', /\/search\/#all$/);
});

test('a page that is not there searches for the words of its address', async ({ page }) => {
  await page.route('**/old/jacobian/', async (route) => {
    const found = await page.request.get('404.html');
    await route.fulfill({ contentType: 'text/html', body: await found.body() });
  });
  await page.goto('old/jacobian/');
  await expect(page.locator('.results a').first()).toHaveAttribute(
    'href',
    /derivations\/jacobian\/$/,
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the search with results in ${colorScheme}, at 390 pixels`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(JACOBIAN);
    await page.getByRole('link', { name: 'Search' }).click();
    await fieldOf(page).fill('jacobian');
    await expect(dialogOf(page).locator('.results li').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    const wider = await dialogOf(page).evaluate((box) => box.scrollWidth > box.clientWidth);
    expect(wider).toBe(false);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of the search lists all pages with their claims, figures and exercises', async ({
    page,
  }) => {
    await page.goto(JACOBIAN);
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(fieldOf(page)).toBeHidden();
    await expect(page.getByText('The search needs JavaScript')).toBeVisible();
    await page.getByRole('link', { name: 'The Jacobian and what it does to vectors' }).click();
    await expect(page).toHaveURL(/derivations\/jacobian\/#claim$/);
  });
});
