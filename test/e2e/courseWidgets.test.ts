import type { Locator, Page } from '@playwright/test';
import { expect, readNumber, setLogit, softmaxByHand, test, textsAt } from './page.ts';

const START = [2, 1, -0.5];

/** The figure `name`, scrolled to, with its script at work. */
async function figure(page: Page, name: string): Promise<Locator> {
  const widget = page.locator(`#widget-${name}`);
  await widget.scrollIntoViewIfNeeded();
  await page.evaluate(
    (element) => customElements.whenDefined(element).then(() => undefined),
    `${name}-widget`,
  );
  return widget;
}

test('a weight that is written in moves the logits of the whole page', async ({ page }) => {
  await page.goto('derivations/weights/');
  const widget = await figure(page, 'weights');
  const [x1] = (await widget.locator('[data-column]').allTextContents()).map(readNumber);
  const field = widget.getByRole('spinbutton', { name: 'W 1, 1' });
  await expect(field).toHaveValue('0.5');
  await expect(widget.locator('.agreement')).toContainText('✓ all 6 entries');
  await field.fill('2');
  const z1 = 2 + 1.5 * (x1 ?? NaN);
  await expect(page.getByRole('textbox', { name: 'logit z 1, exact' })).toHaveValue(z1.toFixed(2));
  const p = softmaxByHand([z1, 1, -0.5]);
  const rows = (await textsAt(page, '#widget-weights [data-row]')).map(readNumber);
  p.forEach((share, k) => expect(rows[k]).toBeCloseTo(share - Number(k === 1), 2));
  await expect(page).toHaveURL(/weights-w=2,/);
  await page.reload();
  await widget.scrollIntoViewIfNeeded();
  await expect(field).toHaveValue('2');
  await expect(widget.locator('[data-z]').first()).toHaveText(z1.toFixed(2));
});

test('the arrow keys walk over the outer product, and features come and go', async ({ page }) => {
  await page.goto('derivations/weights/');
  const widget = await figure(page, 'weights');
  await widget.getByRole('button', { name: '+ feature' }).click();
  await expect(widget.locator('.outer td button')).toHaveCount(9);
  await widget.locator('.outer [aria-pressed=true]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(widget.locator('.entry')).toContainText('Row 2, column 2');
  await expect(widget.locator('.outer button[data-study]')).toHaveCount(1);
  await widget.getByLabel('a whole row at a time').check();
  await expect(widget.locator('.outer button[data-study]')).toHaveCount(3);
});

test('the point of the simplex is dragged, and moved by the keys', async ({ page }) => {
  await page.goto('derivations/distribution/');
  const widget = await figure(page, 'simplex');
  const handle = widget.getByRole('slider');
  await handle.scrollIntoViewIfNeeded();
  await expect(handle).toHaveAttribute('tabindex', '0'); // its script has come
  const drawing = await widget.locator('.triangle').boundingBox();
  const spot = await widget.locator('.spot').boundingBox();
  if (!drawing || !spot) throw new Error('no drawing');
  await page.mouse.move(spot.x + spot.width / 2, spot.y + spot.height / 2);
  await page.mouse.down();
  await page.mouse.move(drawing.x + drawing.width * 0.5, drawing.y + drawing.height * 0.6, { steps: 6 }); // prettier-ignore
  await page.mouse.up();
  // (50, 54.6) of 100 by 91: a third from the base, the other two alike
  const third = (81 - 0.6 * 91) / (43 * Math.sqrt(3));
  const shown = (await textsAt(page, '#widget-simplex [data-prob]')).map(readNumber);
  [(1 - third) / 2, (1 - third) / 2, third].forEach((p, k) => expect(shown[k]).toBeCloseTo(p, 1));
  const before = shown[2] ?? NaN;
  await handle.press('ArrowUp');
  await page.waitForTimeout(100);
  const after = (await textsAt(page, '#widget-simplex [data-prob]')).map(readNumber)[2] ?? NaN;
  expect(Math.log(after / (1 - after)) - Math.log(before / (1 - before))).toBeCloseTo(0.15, 2);
});

test('with four classes the simplex says what it needs, and gives it', async ({ page }) => {
  await page.goto('derivations/distribution/?z=1,2,3,4');
  const widget = await figure(page, 'simplex');
  await expect(widget.getByRole('slider')).toBeHidden();
  await widget.getByRole('button', { name: 'use three classes' }).click();
  await expect(widget.getByRole('slider')).toBeVisible();
  await expect(page).toHaveURL(/z=1,2,3(&|$)/);
});

test('a number added to all logits breaks the naive evaluations alone', async ({ page }) => {
  await page.goto('derivations/distribution/');
  const widget = await figure(page, 'evaluation');
  const slider = widget.getByRole('slider', { name: /added to every logit/ });
  await slider.press('End');
  await expect(widget.locator('[data-error-naive-double]')).toHaveText('✗ overflow');
  await expect(widget.locator('[data-error-shifted-single]')).toContainText('✓');
  const shifted = (await textsAt(page, '#widget-evaluation [data-shifted-double]')).map(readNumber);
  softmaxByHand(START).forEach((p, k) => expect(shifted[k]).toBeCloseTo(p, 2));
  await expect(page).toHaveURL(/distribution-c=1000/);
  await widget.getByRole('slider', { name: /temperature/ }).press('Home');
  await expect(widget.locator('[data-prob]').first()).toHaveText('1.0000');
});

test('a direction is multiplied by the Jacobian', async ({ page }) => {
  await page.goto('derivations/jacobian/');
  const widget = await figure(page, 'spectrum');
  await widget.getByRole('spinbutton', { name: 'v 3' }).fill('-2');
  const p = softmaxByHand(START);
  const v = [1, 0, -2];
  const mean = p.reduce((sum, x, k) => sum + x * (v[k] ?? NaN), 0);
  const shown = (await textsAt(page, '#widget-spectrum [data-product]')).map(readNumber);
  p.forEach((x, k) => expect(shown[k]).toBeCloseTo(x * ((v[k] ?? NaN) - mean), 3));
  await widget.getByRole('button', { name: 'v = 1', exact: true }).click();
  await expect(widget.locator('[data-product]')).toHaveText(['0', '0', '0']);
  await expect(page).toHaveURL(/jacobian-v=1,1,1/);
});

test('a step of descent lowers the loss, and can be taken', async ({ page }) => {
  await page.goto('derivations/gradient/?gradient-step=2');
  const widget = await figure(page, 'step');
  const p = softmaxByHand(START);
  const moved = START.map((logit, k) => logit - 2 * ((p[k] ?? NaN) - Number(k === 1)));
  const after = softmaxByHand(moved);
  await expect(widget.locator('[data-loss-after]')).toHaveText((-Math.log(after[1] ?? NaN)).toFixed(4)); // prettier-ignore
  await widget.getByRole('button', { name: 'take this step' }).click();
  await expect(widget.locator('[data-loss-before]')).toHaveText((-Math.log(after[1] ?? NaN)).toFixed(4)); // prettier-ignore
});

test('smoothing gives the target an entropy', async ({ page }) => {
  await page.goto('derivations/likelihood/');
  const widget = await figure(page, 'entropy');
  await widget.getByRole('slider').press('End');
  await expect(widget.locator('[data-smoothed-entropy]')).toHaveText(Math.log(3).toFixed(4));
  await expect(widget.locator('[data-given-entropy]')).toHaveText('0');
});

test('the loss lies below its chord along each line', async ({ page }) => {
  await page.goto('derivations/convexity/');
  const widget = await figure(page, 'convexity');
  await expect(widget.locator('[data-loss]')).toHaveText(Math.log(3).toFixed(4));
  await widget.getByRole('button', { name: 'u = z + 3·1' }).click();
  await expect(widget.locator('[data-bend]')).toHaveText('0');
  await setLogit(page, 1, '5');
  await expect(widget.locator('.agreement')).toContainText('✓');
});

test('in predict mode a figure comes after an answer, and the switch ends it', async ({ page }) => {
  await page.goto('derivations/distribution/?mode=predict');
  await expect(page.locator('distribution-widget')).toBeHidden();
  const question = page.locator('form.prediction').first();
  await question.getByLabel('class 1').check();
  await question.getByRole('button', { name: 'reveal' }).click();
  await expect(question.locator('.answer')).toHaveText('✓ right: class 1');
  await expect(page.locator('distribution-widget')).toBeVisible();
  await expect(page.locator('#widget-simplex')).toBeHidden();
  await page.getByRole('button', { name: 'predict first' }).click();
  await expect(page.locator('#widget-simplex')).toBeVisible();
  await expect(page.locator('form.prediction')).toHaveCount(0);
  await expect(page).not.toHaveURL(/mode=/);
});

test('figures show without the page’s script, unless the link asks to predict them', async ({
  page,
}) => {
  await page.route(/\.js$/, (route) =>
    route.request().url().endsWith('/early.js')
      ? route.continue()
      : route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await page.goto('derivations/distribution/');
  expect(await page.locator('#widget-distribution').isVisible()).toBe(true);
  await page.goto('derivations/distribution/?mode=predict');
  expect(await page.locator('#widget-distribution').isVisible()).toBe(false);
});

test('no answer shows before the questions have come', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/predict\./, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('derivations/distribution/?mode=predict');
  await expect(page.locator('html')).toHaveAttribute('data-predict', 'waits');
  for (const name of ['distribution', 'evaluation', 'simplex'])
    await expect(page.locator(`#widget-${name}`)).toBeHidden();
  release();
  await expect(page.locator('form.prediction').first()).toBeVisible();
  await expect(page.locator('#widget-simplex')).toBeHidden();
});

for (const [slug, name, printed] of [
  ['weights', 'weights', 'x = np.array([1.5, -0.5])'],
  ['convexity', 'convexity', 'u = np.array([-2.0, -1.0, 0.5])'],
  ['gradient', 'step', 'eta = 1.0'],
  ['descent', 'descent', 'with open("iris.csv") as file:'],
] as const) {
  test(`the numbers of ${name} stand below it as a program`, async ({ page }) => {
    await page.goto(`derivations/${slug}/`);
    const box = page.locator(`as-code[of=${name}]`);
    await box.locator('summary').click();
    await expect(box.locator('code:visible')).toContainText(printed);
  });
}

test('a preset sets the figure’s number, and the program has it', async ({ page }) => {
  await page.goto('derivations/gradient/');
  const widget = await figure(page, 'step');
  const bound = widget.getByRole('button', { name: 'the bound, 4' });
  await bound.click();
  await expect(bound).toHaveAttribute('aria-pressed', 'true');
  await expect(widget.getByRole('slider')).toHaveValue('4');
  const box = page.locator('as-code[of=step]');
  await box.locator('summary').click();
  await expect(box.locator('code:visible')).toContainText('eta = 4.0');
});

test('without weights the biases alone are the logits', async ({ page }) => {
  await page.goto('derivations/weights/');
  const widget = await figure(page, 'weights');
  await widget.getByRole('button', { name: 'one class sure' }).click();
  await expect(widget.getByRole('spinbutton', { name: 'W 1, 1' })).toHaveValue('0');
  await expect(page.getByRole('textbox', { name: 'logit z 1, exact' })).toHaveValue('12.00');
});

test('the programs of the gradient check follow the laboratory', async ({ page }) => {
  await page.goto('gradient-check/?gradient-check-slip=factor');
  const box = page.locator('as-code[of=gradient-lab]');
  await box.locator('summary').click();
  await expect(box.locator('code:visible')).toContainText('g = 1.001 * g');
});

test('the fields of the weights hold their digits on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('derivations/weights/?z=-19.95,20,-18.35');
  const widget = await figure(page, 'weights');
  await expect(widget.getByRole('spinbutton', { name: 'b 1' })).toHaveValue('-20.45');
  const clipped = await widget
    .locator('input[type=number]')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  expect(clipped).toBe(0);
});

test('no figure of the course is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const slug of [
    'distribution',
    'jacobian',
    'gradient',
    'weights',
    'convexity',
    'likelihood',
  ]) {
    await page.goto(`derivations/${slug}/`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  }
});
