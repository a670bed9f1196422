import type { Page } from '@playwright/test';
import { choose, lab, PAGE } from './laboratory.ts';
import { DOCUMENT, expect, test } from './page.ts';

/** Holds every script of `page` but the first small one until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/_astro\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

test('what a reader does before the scripts come is done once they have', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto(DOCUMENT, { waitUntil: 'commit' });
  const panel = page.locator('numbers-panel');
  await panel.getByRole('button', { name: 'add a class' }).click();
  await page.getByRole('textbox', { name: 'logit z 2, exact' }).fill('-1.25');
  await page.getByRole('textbox', { name: 'logit z 3, exact' }).fill('0.75');
  await expect(panel.locator('.logit')).toHaveCount(3);
  release();
  await expect(panel.locator('.logit')).toHaveCount(4);
  await expect(page).toHaveURL(/z=[^&]*,-1\.25,0\.75,0(&|$)/);
});

test('what a reader does before a figure’s script comes is done once it has', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto('derivations/gradient/?z=2,1,-0.5&t=2', { waitUntil: 'commit' });
  const broken = page.getByRole('radio', { name: 'without δ' });
  await broken.check();
  release();
  await expect(page.locator('gradient-widget .verdict')).toContainText('the check fails');
  await expect(broken).toBeChecked();
});

test('what is chosen in the laboratory before its script comes stays', async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto(`${PAGE}?z=1,2,3&t=3`, { waitUntil: 'commit' });
  await choose(page, 'Richardson');
  release();
  await expect(page).toHaveURL(/gradient-check-method=richardson/);
  await expect(lab(page).getByRole('radio', { name: 'Richardson' })).toBeChecked();
});

test('the theme that was chosen is there before the page’s script', async ({ page }) => {
  await page.goto(DOCUMENT);
  await page.getByRole('button', { name: /dark/i }).click();
  const chosen = await page.locator('html').getAttribute('data-theme');
  await holdScripts(page);
  await page.goto('derivations/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', chosen ?? '');
});
