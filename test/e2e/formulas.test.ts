import { DOCUMENT, expect, test } from './page.ts';

test('a page of the course opens with its result, which is copied as TeX and as a link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('derivations/gradient/?z=1,2,0.5');
  const card = page.getByRole('group', { name: 'The result' });
  await expect(card).toContainText('laid out like');
  await expect(card).toContainText('needed for (1); used in the proof at (4), line 3');
  const copied = async (name: string): Promise<string> => {
    await card.getByRole('button', { name }).click();
    await expect(card.locator('.said')).toHaveText('copied');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('copy TeX')).toBe('\\frac{\\partial L}{\\partial z} = \\hat y - t');
  expect(await copied('copy link')).toMatch(/\/derivations\/gradient\/\?z=1,2,0.5#claim$/);
  await card.getByRole('link', { name: 'line 3' }).first().click();
  await expect(page.locator('#loss-of-logits-3')).toBeInViewport();
});

test('why a transcribed formula fails is told with the reader’s entry and both sides', async ({
  page,
}) => {
  await page.goto(`${DOCUMENT}?z=1.5,-1,0.3&i=1&j=2`);
  const correction = page.locator('#jacobian');
  const why = correction.locator('why-failed');
  await expect(why.locator('[data-why]')).toBeHidden();
  await why.getByText('Why?').click();
  const [p = 0, q = 0] = [1.5, -1, 0.3].map((z) => Math.exp(z));
  const total = p + q + Math.exp(0.3);
  const [own, other] = [(p / total) * (1 - p / total), (-p * q) / total ** 2];
  const digits = (x: number): string => Math.abs(x).toPrecision(4).slice(0, 5);
  await expect(why.locator('[data-why]')).toContainText(digits(own));
  await expect(why.locator('[data-why]')).toContainText(`−${digits(other)}`);
  await expect(why).toContainText('at i = 1, j = 2');
  await expect(why).toContainText('agrees at');

  // At equal sides nothing is said to fail.
  await page.goto(`${DOCUMENT}?z=1.5,-1,0.3&i=2&j=2`);
  await why.getByText('Why?').click();
  await expect(why.locator('[data-why]')).not.toContainText('at i = 1, j = 1');
});

test('a broken gradient tells the worst entry and the form that holds', async ({ page }) => {
  await page.goto('derivations/gradient/?z=2,1,-0.5&t=2');
  const widget = page.locator('gradient-widget');
  await expect(widget.getByText('Why?')).toBeHidden();
  await widget.getByRole('radio', { name: 'without δ' }).check();
  await widget.getByText('Why?').click();
  // The target 1 is missing at the true class.
  await expect(widget.locator('.why')).toContainText('At k = 2');
  await expect(widget.locator('.why')).toContainText('off by 1.0000');
  await expect(widget.locator('.why')).toContainText('it passes the check');
});

test('a link shows what it leads to, for the pointer and for the keys, until Escape', async ({
  page,
}) => {
  await page.goto('derivations/gradient/');
  const preview = page.getByRole('tooltip');
  const own = page.locator('.text p a[href="#without-the-sum"]');
  await own.hover();
  await expect(preview).toBeVisible();
  await expect(preview.locator('annotation').first()).toContainText('\\sum_{c=1}^C u_c');
  await preview.hover(); // it stays while the pointer is on it
  await page.waitForTimeout(400);
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  // What opens tools has none, and the word beside a claim is not part of its title.
  await page.locator('.claim .share').hover();
  await page.waitForTimeout(400);
  await expect(preview).toBeHidden();
  await page.getByRole('link', { name: 'The claim in the text' }).hover();
  await expect(preview.locator('p')).toHaveText('Prediction minus target');

  await page.mouse.move(0, 0);
  const other = page.locator('.text a[href$="3-note/#gradient"]');
  await other.scrollIntoViewIfNeeded();
  await other.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(other).toBeFocused();
  await expect(preview).toContainText('Softmax');
  await expect(other).toHaveAttribute('aria-describedby', 'preview');
  await page.keyboard.press('Tab');
  await expect(other).not.toHaveAttribute('aria-describedby');
});
