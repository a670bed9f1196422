import AxeBuilder from '@axe-core/playwright';
import { choose, lab, overall, PAGE, rule, verdicts } from './laboratory.ts';
import { expect, readNumber, softmaxByHand, test } from './page.ts';

test('the gradient and its difference are what a computation by hand says', async ({ page }) => {
  await page.goto(`${PAGE}?z=1,0.5,-1&t=1`);
  const expected = softmaxByHand([1, 0.5, -1]).map((p, k) => p - (k === 0 ? 1 : 0));
  for (const column of ['analytic', 'dual', 'numeric']) {
    await expect(page.locator(`.entries [data-${column}]`).first()).toHaveText(/^−0\.\d{4}$/);
    const shown = (await page.locator(`.entries [data-${column}]`).allTextContents()).map(
      readNumber,
    );
    expected.forEach((entry, k) => expect(shown[k]).toBeCloseTo(entry, 3));
  }
});

for (const [slip, failing] of [
  [/sign flipped/, ['13']],
  [/1\/N left out/, 15],
  [/matrix transposed/, 10],
  [/no gradient in b/, ['13', '14', '15']],
  [/classes off by one/, 15],
  [/times 1\.001/, 15],
  [/entry set to/, ['13']],
] as const) {
  test(`over W and b, the gradient broken by “${slip.source}” is refuted in the right places`, async ({
    page,
  }) => {
    await page.goto(`${PAGE}?gradient-check-loss=weights&gradient-check-entry=13`);
    await expect(overall(page)).toHaveText(/^✓ all 15 entries pass/);
    await choose(page, slip);
    await expect(overall(page)).toHaveText(/^✗/);
    const places = await page
      .locator('.picture td[data-verdict=fails]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-entry')));
    if (typeof failing === 'number') expect(places).toHaveLength(failing);
    else expect(places).toEqual(failing);
    await expect(rule(page, 'ours')).toHaveText('✗ fails');
    await expect(page).toHaveURL(/gradient-check-slip=/);
  });
}

test('a flipped sign is too small to tell at (25, 0, 1) and refuted at (2, 1, −0.5)', async ({
  page,
}) => {
  await page.goto(PAGE);
  await page.getByRole('link', { name: 'The same slip, too small to tell' }).click();
  await expect.poll(() => verdicts(page)).toEqual(['✓ passes', '✓ passes', '? too small to tell']);
  await expect(page).toHaveURL(/z=25,0,1/);
  await page.getByRole('link', { name: 'A flipped sign, refuted' }).click();
  await expect.poll(() => verdicts(page)).toEqual(['✓ passes', '✓ passes', '✗ fails']);
  await expect(page).not.toHaveURL(/[?&]z=/);
});

test('PyTorch’s rule accepts 1.001, CS231n’s strict end rejects what is right', async ({
  page,
}) => {
  await page.goto(PAGE);
  await page.getByRole('link', { name: 'Times 1.001' }).click();
  await expect(rule(page, 'ours')).toHaveText('✗ fails');
  await expect(rule(page, 'torch')).toHaveText('✓ passes');
  await page.getByRole('link', { name: 'A correct gradient, rejected' }).click();
  await expect(rule(page, 'ours')).toHaveText('✓ passes');
  await expect(rule(page, 'cs231n-strict')).toHaveText('✗ fails');
});

test('an offset of 1e8 does not reject a correct gradient', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('link', { name: 'An offset of 10⁸' }).click();
  await expect(page).toHaveURL(/z=100000002/);
  expect(await verdicts(page)).toEqual(['✓ passes', '✓ passes', '✓ passes']);
  await expect(rule(page, 'ours')).toHaveText('✓ passes');
});

test('the naive formula overflows where the stable one does not; float32 sooner', async ({
  page,
}) => {
  await page.goto(`${PAGE}?z=1000,999,998`);
  await expect(overall(page)).toHaveText(/^✓/);
  await choose(page, /naive/);
  await expect(overall(page)).toHaveText(/^✗ the function itself is NaN here/);
  await page.goto(`${PAGE}?z=100,99,98&gradient-check-form=naive`);
  await expect(overall(page)).toHaveText(/^✓/);
  await choose(page, 'float32');
  await expect(overall(page)).toHaveText(/^✗ the function itself is NaN here/);
});

test('in float32 a step of 1e-5 tells nothing, one of 1e-2 does', async ({ page }) => {
  await page.goto(`${PAGE}?gradient-check-precision=single`);
  await expect(overall(page)).toHaveText(/^\? nothing can be told/);
  const step = page.getByRole('textbox', { name: /step/ });
  await step.fill('1e-2');
  await step.press('Enter');
  await expect(overall(page)).toHaveText(/^✓/);
  await expect(page).toHaveURL(/gradient-check-step=0.01/);
});

test('the step moves by slider, field and button, and the figure says what it costs', async ({
  page,
}) => {
  await page.goto(PAGE);
  const slider = page.getByRole('slider', { name: 'step h' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/gradient-check-step=1e-16/);
  await expect(page.locator('.step-errors > .remark')).toContainText(
    'the step is lost in rounding',
  );
  await page.keyboard.press('End');
  await expect(overall(page)).toHaveText(/^✗/); // truncation: a correct gradient looks wrong
  await page.getByRole('button', { name: 'best step' }).click();
  await expect(overall(page)).toHaveText(/^✓/);
  await expect(page.locator('.step-errors > .remark')).toContainText('in balance');
  const field = page.getByRole('textbox', { name: /step/ });
  for (const text of ['0', '-1', 'abc', '2', '1,2']) {
    await field.fill(text);
    await field.press('Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#lab-step-message')).not.toBeEmpty();
  }
  await field.fill('3e-6');
  await field.press('Enter');
  await expect(page.locator('#lab-step-message')).toBeEmpty();
  await expect(slider).toHaveValue('-5.5');
});

test('each method’s error falls, then rises: the least is where theory puts it', async ({
  page,
}) => {
  await page.goto(PAGE);
  await page.getByText('The errors as a table').click();
  const column = async (k: number): Promise<number[]> =>
    (await page.locator(`.errors tbody td:nth-child(${k + 2})`).allTextContents()).map(readNumber);
  for (const [k, low, high] of [
    [0, 1e-10, 1e-6],
    [1, 1e-7, 1e-4],
    [2, 1e-5, 1e-2],
    [3, 1e-3, 1],
  ] as const) {
    const errors = await column(k);
    const finite = errors.filter((error) => !Number.isNaN(error)); // short steps are lost
    const best = 10 ** -errors.indexOf(Math.min(...finite));
    expect(best).toBeGreaterThanOrEqual(low);
    expect(best).toBeLessThanOrEqual(high);
  }
});

test('hover and focus light up an entry’s place in W, a click puts it under study', async ({
  page,
}) => {
  await page.goto(`${PAGE}?gradient-check-loss=weights`);
  const place = page.locator('.picture [data-entry="6"]');
  await page.locator('.entries tr[data-entry="6"] [data-dual]').hover();
  await expect(place).toHaveAttribute('data-lit', '');
  await page.mouse.move(1, 1);
  await expect(place).not.toHaveAttribute('data-lit', '');
  const button = page.getByRole('button', { name: 'study W 2 2' });
  await button.focus();
  await expect(place).toHaveAttribute('data-lit', '');
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(place).toHaveAttribute('data-study', '');
  await expect(page).toHaveURL(/gradient-check-entry=6/);
  await page.locator('.picture [data-entry="1"]').click();
  await expect(page.getByRole('button', { name: 'study W 1 1' })).toHaveAttribute('aria-pressed', 'true'); // prettier-ignore
});

test('an entry that is no longer there gives way to the last one', async ({ page }) => {
  await page.goto(`${PAGE}?gradient-check-entry=50`);
  await expect(page.getByRole('button', { name: 'study z 3' })).toHaveAttribute('aria-pressed', 'true'); // prettier-ignore
});

test('the laboratory works by keyboard alone', async ({ page }) => {
  await page.goto(PAGE);
  await page.evaluate(() => customElements.whenDefined('gradient-lab'));
  await page.getByRole('radio', { name: /cross-entropy of the logits/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.entries tbody tr')).toHaveCount(15);
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.entries tbody tr')).toHaveCount(3);
  await page.getByRole('radio', { name: 'as derived' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /sign flipped/ })).toBeFocused();
  await expect(overall(page)).toHaveText(/^✗/);
  await page.getByRole('button', { name: 'study z 2' }).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.picture td[data-verdict=fails]')).toHaveAttribute('data-entry', '2');
});

test('controls are at least 24 pixels in both directions', async ({ page }) => {
  await page.goto(`${PAGE}?gradient-check-loss=own`);
  await expect(page.locator('.own-field .katex')).toHaveCount(2);
  const small = await page
    .locator('gradient-lab :is(button, summary, input, textarea):visible')
    .evaluateAll((all) =>
      all.flatMap((element) => {
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        return width < 24 || height < 24 ? [element.outerHTML.slice(0, 80)] : [];
      }),
    );
  expect(small).toEqual([]);
});

for (const [query, colorScheme] of [
  ['loss=weights&gradient-check-slip=transposed', 'light'],
  ['loss=own&gradient-check-gradient=%5Cfoo', 'dark'],
  ['loss=own&gradient-check-slip=sign', 'light'],
] as const) {
  test(`axe finds nothing with ${query.slice(0, 40)} in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${PAGE}?gradient-check-${query}`);
    await page.waitForTimeout(600);
    const { violations } = await new AxeBuilder({ page }).include('gradient-lab').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
}

for (const width of [390, 320]) {
  test(`every loss and a long formula fit a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const long = encodeURIComponent(Array(30).fill('z_1 z_2').join(' + '));
    for (const query of [
      'loss=weights',
      `loss=own&gradient-check-f=${long}`,
      'loss=own&gradient-check-f=%5Cfoo',
    ]) {
      await page.goto(`${PAGE}?z=1,2,3,4,5,6,7,8,9,10&gradient-check-${query}`);
      await expect(lab(page).locator('.lab-choices')).toBeVisible();
      await page.waitForTimeout(600);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, query).toBeLessThanOrEqual(0);
    }
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page shows the check, the rules and the curves of its example', async ({ page }) => {
    await page.goto(PAGE);
    expect(await verdicts(page)).toEqual(['✓ passes', '✓ passes', '✓ passes']);
    await expect(rule(page, 'torch')).toHaveText('✓ passes');
    expect((await page.locator('.plane .curve.central').getAttribute('d'))?.length).toBeGreaterThan(500); // prettier-ignore
    await expect(
      page.getByRole('img', { name: /errors of four difference methods/ }),
    ).toBeVisible();
    await expect(page.locator('.lab-choices')).toBeHidden();
    await page.getByText('The errors as a table').click();
    await expect(page.locator('.errors tbody tr')).toHaveCount(17);
  });
});
