import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './page.ts';

const PAGE = 'verification/';
const ENTRIES = '[data-entry]:visible';

test.describe('the list of checks', () => {
  test('shows everything, and every formula leads to its place', async ({ page }) => {
    await page.goto(PAGE);
    const all = await page.locator('[data-entry]').count();
    expect(all).toBeGreaterThan(20);
    await expect(page.getByRole('status')).toHaveText(`${all} of ${all} formulas`);
    await page.getByRole('link', { name: 'delta', exact: true }).click();
    await expect(page).toHaveURL(/\/documents\/1-assignment\/#delta$/);
    await expect(page.locator('#delta')).toBeInViewport();
  });

  test('is filtered by its fields, which the address follows', async ({ page }) => {
    await page.goto(PAGE);
    const all = await page.locator('[data-entry]').count();
    await page.getByLabel('verdict').selectOption('definition');
    const definitions = await page.locator(ENTRIES).count();
    expect(definitions).toBeLessThan(all);
    await expect(page.getByRole('status')).toHaveText(`${definitions} of ${all} formulas`);
    await expect(page).toHaveURL(/\?verdict=definition$/);
    await page.getByLabel('text or TeX').fill('\\mathcal{L} nothing to check');
    await expect(page.getByRole('status')).toHaveText(`1 of ${all} formulas`);
    await expect(page).toHaveURL(/\?verdict=definition&text=/);
    await page.getByLabel('text or TeX').fill('no formula says this');
    await expect(page.getByRole('status')).toHaveText(`0 of ${all} formulas`);
    await expect(page.locator('[data-group]:visible')).toHaveCount(0);
    await page.getByRole('button', { name: 'show all' }).click();
    await expect(page.locator(ENTRIES)).toHaveCount(all);
    await expect(page).toHaveURL(/verification\/$/);
  });

  test('opens as a link left it', async ({ page }) => {
    await page.goto(`${PAGE}?document=1-assignment&correction=any&evidence=algebraic`);
    await expect(page.getByLabel('correction')).toHaveValue('any');
    const shown = page.locator(ENTRIES);
    expect(await shown.count()).toBeGreaterThan(0);
    for (const item of await shown.all())
      await expect(item).toContainText(/as transcribed|as we read it/);
  });

  for (const query of [
    '?verdict=proved',
    '?document=../../x',
    '?evidence=<b>',
    '?correction=%00',
  ]) {
    test(`shows everything for ${query}, and says so`, async ({ page }) => {
      await page.goto(PAGE + query);
      const all = await page.locator('[data-entry]').count();
      await expect(page.locator(ENTRIES)).toHaveCount(all);
      await expect(page.getByRole('status')).toContainText('which is not here');
    });
  }

  test('works by keyboard', async ({ page }) => {
    await page.goto(PAGE);
    await page.getByLabel('verdict').focus();
    await page.keyboard.press('d');
    await expect(page.getByLabel('verdict')).toHaveValue('definition');
    await expect(page).toHaveURL(/verdict=definition/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there, and nothing that would not work', async ({ page }) => {
    await page.goto(`${PAGE}?verdict=definition`);
    expect(await page.locator(ENTRIES).count()).toBe(await page.locator('[data-entry]').count());
    await expect(page.locator('form.filters')).toBeHidden();
  });
});

test('the table shows every fixture as expected', async ({ page }) => {
  await page.goto(PAGE);
  const rows = await page.locator('.fixtures tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      expected: row.querySelector('.expected')?.textContent?.trim() ?? '',
      found:
        row
          .querySelector('.verdict')
          ?.textContent?.replace(/^[^a-z]+/, '')
          .trim() ?? '',
    })),
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const { expected, found } of rows) expect(found).toBe(expected);
});

test('a wide formula scrolls by itself on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(PAGE);
  // Parts off the screen are not laid out: each would be by itself, and axe would not see them.
  await page.evaluate(async () => {
    for (const part of document.querySelectorAll<HTMLElement>('.verified > li, .rule'))
      part.style.contentVisibility = 'visible';
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  const wide = await page
    .locator('.side')
    .evaluateAll((all) => all.filter((side) => side.scrollWidth > side.clientWidth + 1).length);
  expect(wide).toBeGreaterThan(0);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const axe = new AxeBuilder({ page }).withRules(['scrollable-region-focusable']);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
