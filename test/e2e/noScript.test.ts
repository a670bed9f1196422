import { DOCUMENT, expect, readNumber, softmaxByHand, test } from './page.ts';

test.use({ javaScriptEnabled: false });

test('without scripts the page shows every formula, verdict and the widgets’ first frame', async ({
  page,
}) => {
  await page.goto(DOCUMENT);
  expect(await page.locator('checked-derivation .katex').count()).toBeGreaterThan(30);
  await expect(page.locator('#delta [data-lead]')).toHaveText(
    'at i = 1, j = 2 every line equals −0.1750',
  );
  expect(await page.locator('details.verdict[data-verdict=holds]').count()).toBeGreaterThan(20);
  await page.locator('#delta-1 summary').click();
  await expect(page.locator('#delta-1 .evidence')).toContainText('random points');
  const shown = (await page.locator('distribution-widget [data-prob]').allTextContents()).map(
    readNumber,
  );
  softmaxByHand([2, 1, -0.5]).forEach((p, k) => expect(shown[k]).toBeCloseTo(p, 3));
  await expect(page.locator('gradient-widget svg').first()).toBeVisible();
});

test('without scripts a link leads to the page in another notation, which leads back', async ({
  page,
}) => {
  await page.goto(DOCUMENT);
  await expect(page.getByRole('combobox')).toBeHidden();
  await page.getByRole('link', { name: 'The notation of this site' }).click();
  await expect(page).toHaveURL(/documents\/1-assignment\/in\/canonical\/$/);
  await expect(page.locator('#conclusion annotation').first()).toContainText('\\partial L');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    /\/documents\/1-assignment\/$/,
  );
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await page.getByRole('link', { name: 'The document as it is' }).click();
  await expect(page).toHaveURL(/documents\/1-assignment\/$/);
});

test('without scripts each page of instructors says what it holds, or what needs scripts', async ({
  page,
}) => {
  const says = async (path: string, text: string | RegExp): Promise<void> => {
    await page.goto(path);
    await expect(page.locator('main')).toContainText(text);
  };
  await says('embed/step/jacobian/off-diagonal/', 'at i = 1, j = 2 both sides equal −0.1750');
  await expect(page.locator('.katex').first()).toBeVisible();
  await says('exercises/gradient/ex-1/', 'Which property of');
  await says('handout/', 'Put formulas');
  await expect(page.locator('.without-script')).toBeVisible();
  await says('offline/', 'The list needs scripts');
  await says('embed/', 'checked-derivations:height');
  await expect(page.locator('iframe').contentFrame().locator('distribution-widget')).toBeVisible();
});

test('printed, the page shows the numbers in words and no controls', async ({ page }) => {
  await page.goto(DOCUMENT);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed').first()).toContainText('2, 1, −0.5');
  await expect(page.getByRole('slider').first()).toBeHidden();
  await expect(page.locator('header.site')).toBeHidden();
});
