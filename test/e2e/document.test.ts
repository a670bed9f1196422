import type { Page } from '@playwright/test';
import { DOCUMENT, expect, readNumber, setLogit, softmaxByHand, test, textsAt } from './page.ts';

test.beforeEach(async ({ page }) => {
  await page.goto(DOCUMENT);
});

const probabilities = 'distribution-widget [data-prob]';

/** Waits until the figure shows softmax of `z`: its script comes once it is near. */
async function expectSoftmaxOf(page: Page, z: readonly number[]): Promise<void> {
  await expect(async () => {
    const shown = (await textsAt(page, probabilities)).map(readNumber);
    softmaxByHand(z).forEach((p, k) => expect(shown[k]).toBeCloseTo(p, 3));
  }).toPass({ timeout: 10_000 });
}

test('the page opens with every step checked and numbers that add up', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Assignment 04');
  await expect(page.locator('.outcomes')).toContainText(
    '16 displays: 11 hold, 4 definitions, 1 read with a correction',
  );
  await expectSoftmaxOf(page, [2, 1, -0.5]);
});

test('a slider dragged with the mouse moves the probabilities', async ({ page }) => {
  const slider = page.getByRole('slider', { name: 'logit z 1' });
  const box = await slider.boundingBox();
  if (!box) throw new Error('no slider');
  await page.mouse.move(box.x + box.width * 0.66, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  const z1 = Number(await slider.inputValue());
  expect(z1).toBeLessThan(-2);
  await expectSoftmaxOf(page, [z1, 1, -0.5]);
});

test('a slider moved with the keys goes to its ends, and every number stays finite', async ({
  page,
}) => {
  const slider = page.getByRole('slider', { name: 'logit z 2' });
  for (const [key, z2] of [
    ['End', 6],
    ['Home', -6],
  ] as const) {
    await slider.press(key);
    await expectSoftmaxOf(page, [2, z2, -0.5]);
  }
});

test('numbers pasted into one field set all logits, and the link carries them', async ({
  page,
}) => {
  await setLogit(page, 1, '1, 2, 0.1, -3');
  await expect(page.getByRole('slider')).toHaveCount(4);
  await expect(page).toHaveURL(/z=1,2,0\.1,-3/);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'logit z 4, exact' })).toHaveValue('−3.00');
});

test('the Jacobian shows σ_i (δ_ij − σ_j), and a chosen cell is the entry of every line', async ({
  page,
}) => {
  const p = softmaxByHand([2, 1, -0.5]);
  const cells = (await textsAt(page, 'jacobian-widget td button')).map(readNumber);
  p.forEach((own, i) =>
    p.forEach((other, j) =>
      expect(cells[3 * i + j]).toBeCloseTo(own * (Number(i === j) - other), 3),
    ),
  );
  await page
    .locator('jacobian-widget td button')
    .nth(3 * 1 + 2)
    .click();
  await expect(page).toHaveURL(/i=2&j=3/);
  await page.locator('#delta').scrollIntoViewIfNeeded();
  await expect(page.locator('#delta [data-lead]')).toHaveText(
    `at i = 2, j = 3 every line equals −${(-(p[1] ?? 0) * -(p[2] ?? 0)).toFixed(4)}`,
  );
});

test('the misprint fails at the reader’s numbers and its correction holds', async ({ page }) => {
  const printed = page.locator('#jacobian-printed [data-lead]');
  await page.locator('#jacobian').scrollIntoViewIfNeeded();
  await expect(printed).toHaveText(/with i = 1, j = 2: 0\.2140 ≠ −0\.1750/);
  await expect(page.locator('#jacobian-corrected [data-lead]')).toHaveText(
    /both sides equal −0\.1750/,
  );
  await page.getByRole('button', { name: 'equal', exact: true }).click();
  await expect(printed).toHaveText(/0\.2222 ≠ −0\.1111/);
});

test('an opened verdict shows points, residual, tolerance and both sides here', async ({
  page,
}) => {
  const step = page.locator('#delta-1');
  await step.locator('summary').click();
  await expect(step.locator('.evidence')).toContainText(/agrees at \d{2,} random points/);
  await expect(step.locator('.evidence')).toContainText('largest residual');
  await expect(step.locator('.evidence')).toContainText('tolerance');
  await expect(step.locator('[data-told]')).toContainText('−0.1750 = −0.1750: holds here');
  await expect(page).toHaveURL(/open=delta-1/);
  await page.reload();
  await expect(page.locator('#delta-1 .evidence')).toBeVisible();
});

test('where exponentials overflow, steps say nothing instead of passing', async ({ page }) => {
  await page.getByRole('button', { name: 'overflow' }).click();
  await page.locator('#delta').scrollIntoViewIfNeeded();
  await expect(page.locator('#delta-1')).toHaveAttribute('data-here', 'silent');
  await expect(page.locator('#delta-1 .slip')).toHaveText('says nothing here');
  await expectSoftmaxOf(page, [1000, 999, -1000]);
  await expect(page.getByRole('status')).toContainText(/steps say nothing here/);
});

test('where slips would pass too, steps say nothing, at the opening and at rest', async ({
  page,
}) => {
  const first = page.locator('#through-log-2');
  await expect(first).toHaveAttribute('data-here', 'holds');
  await page.goto(`${DOCUMENT}?z=1,1,1,1&t=0.25,0.25,0.25,0.25`);
  await first.scrollIntoViewIfNeeded();
  await expect(first).toHaveAttribute('data-here', 'silent');
  await first.locator('summary').click();
  await expect(first.locator('[data-told]')).toHaveText(
    /says nothing here\. \d of 8 slips would pass here too: the logits are tied\.$/,
  );
  await setLogit(page, 1, '2');
  await expect(first).toHaveAttribute('data-here', 'holds');
  await setLogit(page, 1, '1');
  await expect(first).toHaveAttribute('data-here', 'silent');
  await expect(page.getByRole('status')).toContainText(/steps say nothing here/);
});

test('the gradient check passes, and each way of breaking the formula is refuted', async ({
  page,
}) => {
  const widget = page.locator('gradient-widget');
  await widget.scrollIntoViewIfNeeded();
  const p = softmaxByHand([2, 1, -0.5]);
  const gradient = (await textsAt(page, 'gradient-widget [data-grad]')).map(readNumber);
  p.forEach((probability, k) => expect(gradient[k]).toBeCloseTo(probability - Number(k === 1), 3));
  await expect(widget.locator('.verdict').first()).toContainText('passes');
  for (const slip of ['without δ', 'a sign flipped']) {
    await widget.getByRole('radio', { name: slip }).check();
    await expect(widget.locator('.verdict').first()).toContainText('fails');
  }
  await widget.getByRole('radio', { name: 'as derived' }).check();
  await expect(widget.locator('.verdict').first()).toContainText('passes');
});

test('an entry below the noise is too small to tell, never a pass', async ({ page }) => {
  await setLogit(page, 1, '25, 0, 1');
  const widget = page.locator('gradient-widget');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget.locator('.entry-verdict').nth(2)).toContainText('too small to tell');
});

test('2 to 10 classes: rows are added and removed, and the numbers follow', async ({ page }) => {
  const add = page.getByRole('button', { name: 'add a class' });
  for (let n = 4; n <= 10; n++) await add.click();
  await expect(page.getByRole('slider')).toHaveCount(10);
  await expect(add).toBeDisabled();
  const entries = page.locator('jacobian-widget td button');
  await entries.first().scrollIntoViewIfNeeded();
  await expect(entries).toHaveCount(100);
  const remove = page.getByRole('button', { name: 'remove the last class' });
  for (let n = 9; n >= 2; n--) await remove.click();
  await expect(page.getByRole('slider')).toHaveCount(2);
  await expect(remove).toBeDisabled();
  await page.getByRole('button', { name: 'reset' }).click();
  await expect(page.getByRole('slider')).toHaveCount(3);
});
