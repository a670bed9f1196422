import type { Locator, Page } from '@playwright/test';
import { DOCUMENT, expect, readNumber, test } from './page.ts';

/** Opens the tools of the formula `id` and puts its numbers in. */
async function withNumbers(page: Page, id: string): Promise<Locator> {
  const formula = page.locator(`#${id}`);
  await formula.locator('.equation').click();
  const button = formula.getByRole('button', { name: 'with numbers' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  return formula;
}

/** The numbers of a step's side, as the eye sees them or as the MathML says them. */
const shown = (side: Locator): Promise<string[]> =>
  side.locator('.katex-html [data-blank]').allTextContents();
const spoken = (side: Locator): Promise<string[]> =>
  side.locator('.katex-mathml [data-blank]').allTextContents();

const softmax = (z: readonly number[]): number[] => {
  const total = z.reduce((sum, logit) => sum + Math.exp(logit), 0);
  return z.map((logit) => Math.exp(logit) / total);
};
const minus = (text: string): string => text.replace('-', '\u2212');

test('a formula shows the reader’s numbers, which follow the logits and the entry', async ({
  page,
}) => {
  await page.goto(`${DOCUMENT}?z=1.5,-1,0.3&i=1&j=2`);
  const formula = await withNumbers(page, 'jacobian-corrected');
  const side = formula.locator('.in-numbers.right');
  const expected = (z: readonly number[], i: number, j: number): string[] => {
    const p = softmax(z);
    const [a = 0, b = 0] = [p[i - 1], p[j - 1]];
    return [a.toFixed(4), i === j ? '1' : '0', b.toFixed(4)];
  };
  await expect.poll(() => shown(side)).toEqual(expected([1.5, -1, 0.3], 1, 2));
  expect(await spoken(side)).toEqual(await shown(side));
  const [p = 0, q = 0] = softmax([1.5, -1, 0.3]);
  expect(await shown(formula.locator('.in-numbers.left'))).toEqual([minus((-p * q).toFixed(4))]);

  // The slider moves them.
  const slider = page.getByRole('slider', { name: 'logit z 1' });
  await slider.press('ArrowLeft');
  const moved = Number(await slider.inputValue());
  expect(moved).toBeLessThan(1.5);
  await formula.scrollIntoViewIfNeeded();
  await expect.poll(() => shown(side)).toEqual(expected([moved, -1, 0.3], 1, 2));

  // The entry is chosen beside the switch, and kept in the link.
  await formula.getByRole('combobox', { name: 'i =' }).selectOption('3');
  await expect.poll(() => shown(side)).toEqual(expected([moved, -1, 0.3], 3, 2));
  await formula.getByRole('combobox', { name: 'j =' }).selectOption('3');
  await expect.poll(() => shown(side)).toEqual(expected([moved, -1, 0.3], 3, 3));
  await expect(page).toHaveURL(/i=3&j=3/);
});

test('the switch brings the formula back, and its TeX is copied as it was throughout', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(DOCUMENT);
  const formula = page.locator('#delta');
  await formula.locator('.equation').click();
  const copied = async (): Promise<string> => {
    await formula.getByRole('button', { name: 'TeX', exact: true }).click();
    await expect(formula.locator('.said')).toHaveText('copied');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const before = await copied();
  expect(before).toContain('\\delta');
  const letters = await formula.locator('.side.right').first().innerText();
  const button = formula.getByRole('button', { name: 'with numbers' });
  await button.click();
  await expect(formula.locator('.in-numbers')).toHaveCount(3);
  expect(await formula.locator('.side:visible').count()).toBe(3);
  expect(await copied()).toBe(before);

  // Closed and opened again, the tools know that numbers are shown.
  await formula.locator('.equation').click();
  await formula.locator('.equation').click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(formula.getByRole('combobox', { name: 'j =' })).toHaveValue('2');
  await button.click();
  await expect(formula.locator('.in-numbers')).toHaveCount(0);
  expect(await formula.locator('.side.right:visible').first().innerText()).toBe(letters);
  expect(await copied()).toBe(before);
});

test('another notation keeps the numbers, and gives them back as letters', async ({ page }) => {
  await page.goto(DOCUMENT);
  const formula = await withNumbers(page, 'jacobian-corrected');
  const numbers = await shown(formula.locator('.in-numbers.right'));
  const choice = page.getByRole('combobox', { name: 'Formulas in' });
  await choice.selectOption('canonical');
  await expect(page.getByRole('status')).toContainText('another notation');
  await expect(formula.locator('.in-numbers')).toHaveCount(2);
  expect(await shown(formula.locator('.in-numbers.right'))).toEqual(numbers);
  await choice.selectOption('');
  await expect(page.getByRole('status')).toContainText('own again');
  await expect(formula.locator('.in-numbers')).toHaveCount(2);
  await formula.getByRole('button', { name: 'with numbers' }).click();
  await expect(formula.locator('.side:visible')).toHaveCount(2);
  await expect(formula.locator('.side')).toHaveCount(2);
});

test('numbers that are not finite are shown as such, and negative ones in brackets', async ({
  page,
}) => {
  await page.goto(`${DOCUMENT}?z=800,-800,-0.5&i=1&j=2`);
  const through = await withNumbers(page, 'softmax');
  await expect.poll(() => shown(through.locator('.in-numbers.right'))).toContain('∞');
  await page.goto(`${DOCUMENT}?z=1,2,3`);
  const negated = await withNumbers(page, 'term');
  const [first] = await shown(negated.locator('.in-numbers.right').first());
  expect(first).toMatch(/^\(\u2212\d\.\d+\)$/);
});

test('offline it is said that there are no numbers, and the formula stays', async ({ page }) => {
  await page.goto(DOCUMENT);
  const formula = page.locator('#delta');
  await formula.locator('.equation').click();
  const button = formula.getByRole('button', { name: 'with numbers' });
  await page.route('**/numbers.json', (route) => route.fulfill({ status: 200, body: 'not JSON' }));
  await button.click();
  await expect(formula).toContainText('could not be loaded');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await page.unroute('**/numbers.json');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(formula).not.toContainText('could not be loaded');
});

test('on a phone, at ten classes, all formulas in numbers stay within the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${DOCUMENT}?z=1,2,3,-4,5,-6,7,8,9,-10.25&i=10&j=4`);
  for (const number of await page.locator('.derivation:has([data-step]) .equation').all()) {
    await number.click();
    const formula = number.locator('..');
    await formula.getByRole('button', { name: 'with numbers' }).click();
    await expect(formula.locator('.in-numbers').first()).toBeAttached();
  }
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  }
});

test('a page of the course shows them too, at the entry and the target that the reader chooses', async ({
  page,
}) => {
  const [z, t] = [
    [0.5, -1.25, 2, 0.75],
    [0.1, 0.2, 0.3, 0.4],
  ] as const;
  await page.goto(`derivations/gradient/?z=${z.join()}&t=${t.join()}&i=2`);
  const formula = await withNumbers(page, 'direct');
  const difference = formula.locator('.in-numbers.right').last();
  const expected = (i: number): number[] => [
    Number(softmax(z)[i - 1]?.toFixed(4)),
    t[i - 1] ?? NaN,
  ];
  const numbers = async (): Promise<number[]> => (await shown(difference)).map(Number);
  await expect.poll(numbers).toEqual(expected(2));
  await formula.getByRole('combobox', { name: 'i =' }).selectOption('4');
  await expect.poll(numbers).toEqual(expected(4));
  const [p = NaN, q = NaN] = expected(4);
  const [whole] = await shown(formula.locator('.in-numbers.left'));
  expect(readNumber(whole ?? null)).toBeCloseTo(p - q, 3);
});

test('a page that is printed in another notation shows them in its own letters', async ({
  page,
}) => {
  await page.goto(`${DOCUMENT}in/canonical/?z=1.5,-1,0.3&i=1&j=2`);
  const formula = await withNumbers(page, 'jacobian-corrected');
  const [p = 0, q = 0] = softmax([1.5, -1, 0.3]);
  await expect
    .poll(() => shown(formula.locator('.in-numbers.right')))
    .toEqual([p.toFixed(4), '0', q.toFixed(4)]);
  await expect(formula.getByRole('combobox', { name: 'j =' })).toHaveValue('2');
});
