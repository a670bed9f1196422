import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { DOCUMENT, expect, setLogit, softmaxByHand, test } from './page.ts';

/** The box beside a figure, unfolded. */
async function unfold(page: Page, of: string): Promise<Locator> {
  const box = page.locator(`as-code[of=${of}]`);
  await box.locator('summary').click();
  return box;
}

/** The numbers of the list that a line of a program begins with `name =`. */
async function listIn(box: Locator, name: string): Promise<number[]> {
  const text = await box.locator('code:visible').textContent();
  const line = text?.split('\n').find((one) => one.startsWith(`${name} = `));
  return (/\[(.*)\]/.exec(line ?? '')?.[1] ?? '').split(', ').map(Number);
}

test('the programs stand folded beside a figure, and carry the reader’s numbers once unfolded', async ({
  page,
}) => {
  await page.goto(`${DOCUMENT}?z=0.1,-3,7.25`);
  const box = page.locator('as-code[of=distribution]');
  await expect(box.locator('pre').first()).toBeHidden();
  await unfold(page, 'distribution');
  await expect(box.locator('code:visible')).toHaveCount(1);
  await expect(box.locator('code:visible')).toContainText('z = np.array([0.1, -3.0, 7.25])');
});

test('an unfolded program follows the numbers, to the last digit', async ({ page }) => {
  await page.goto(DOCUMENT);
  const box = await unfold(page, 'gradient');
  await setLogit(page, 1, '0.30000000000000004, 1e-300, 5, 6');
  await expect.poll(() => listIn(box, 'z')).toEqual([0.30000000000000004, 1e-300, 5, 6]);
  await expect.poll(() => listIn(box, 't')).toEqual([0, 1, 0, 0]);
  await page.locator('gradient-widget').getByRole('radio', { name: 'a sign flipped' }).check();
  await expect(box.locator('code:visible')).toContainText('print((y + t).tolist())');
});

test('the entry under study is the one that the program picks', async ({ page }) => {
  await page.goto(DOCUMENT);
  const box = await unfold(page, 'jacobian');
  await expect(box.locator('code:visible')).toContainText('print(J[0, 1])  # i = 1, j = 2');
  await page.locator('jacobian-widget td button').nth(6).click();
  await expect(box.locator('code:visible')).toContainText('print(J[2, 0])  # i = 3, j = 1');
});

test('a language is chosen with the keyboard, for every figure of the page', async ({ page }) => {
  await page.goto(DOCUMENT);
  const box = await unfold(page, 'distribution');
  const language = box.getByRole('combobox', { name: 'Language' });
  await language.focus();
  await language.press('t');
  await expect(language).toHaveValue(/torch|typescript/);
  await language.selectOption('JAX');
  await expect(box.locator('code:visible')).toContainText('jax.nn.softmax(z)');
  const other = await unfold(page, 'jacobian');
  await expect(other.locator('code:visible')).toContainText('jax.jacobian');
});

test('the TypeScript runs in the page’s own engine and prints the probabilities', async ({
  page,
}) => {
  await page.goto(`${DOCUMENT}?z=0.5,2,-1`);
  const box = await unfold(page, 'distribution');
  await box.getByRole('combobox').selectOption('TypeScript');
  await expect(box.locator('code:visible')).toContainText('0.5, 2, -1');
  const program = (await box.locator('code:visible').textContent()) ?? '';
  const lines: unknown[] = [];
  const plain = program.replaceAll(': number[]', '');
  new Function('console', plain)({ log: (value: unknown) => lines.push(value) });
  const [printed] = lines as number[][];
  softmaxByHand([0.5, 2, -1]).forEach((p, k) => expect(printed?.[k]).toBeCloseTo(p, 14));
});

test('a button copies the program that is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(DOCUMENT);
  const box = await unfold(page, 'distribution');
  await box.getByRole('combobox').selectOption('PyTorch');
  await box.getByRole('button', { name: 'Copy' }).click();
  await expect(box.locator('.copied')).toHaveText('Copied.');
  await expect(page.locator('#announcer')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await box.locator('code:visible').textContent());
});

test('where the clipboard is out of reach the button selects the program', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
  );
  await page.goto(DOCUMENT);
  const box = await unfold(page, 'distribution');
  await box.getByRole('button', { name: 'Copy' }).click();
  await expect(box.locator('.copied')).toContainText('Selected');
  const selected = await page.evaluate(() => getSelection()?.toString().trim());
  expect(selected).toBe((await box.locator('code:visible').textContent())?.trim());
});

test('pages that unfold no program load no script for them', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(DOCUMENT);
  await page.locator('gradient-widget').scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  expect(scripts.filter((url) => url.includes('codeBox'))).toEqual([]);
  await unfold(page, 'gradient');
  await expect.poll(() => scripts.filter((url) => url.includes('codeBox')).length).toBe(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in unfolded programs in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(DOCUMENT);
    for (const of of ['distribution', 'gradient']) await unfold(page, of);
    const { violations } = await new AxeBuilder({ page }).include('as-code').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

for (const width of [390, 320]) {
  test(`unfolded programs scroll by themselves on a screen of ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${DOCUMENT}?z=1e300,-1234.5678,1e-300,0.1,2,3,4,5,6,-1e300`);
    for (const of of ['distribution', 'jacobian', 'gradient']) await unfold(page, of);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const small = await page
      .locator('as-code :is(summary, select, button):visible')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length);
    expect(small).toBe(0);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the programs are there at the first numbers, in every language', async ({ page }) => {
    await page.goto(DOCUMENT);
    const box = await unfold(page, 'distribution');
    await expect(box.locator('code:visible')).toContainText('np.array([2.0, 1.0, -0.5])');
    await expect(box.getByRole('button', { name: 'Copy' })).toBeHidden();
    await box.getByRole('combobox').selectOption('JAX');
    await expect(box.locator('code:visible')).toContainText('jnp.array([2.0, 1.0, -0.5])');
    await expect(box.locator('code:visible')).toHaveCount(1);
  });
});
