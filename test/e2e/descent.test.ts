import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, readNumber, test } from './page.ts';

const PAGE = 'derivations/descent/';

/** The widget, on the screen, its script there. */
async function widgetOn(page: Page, query = ''): Promise<Locator> {
  await page.goto(PAGE + query);
  const widget = page.locator('descent-widget');
  await widget.scrollIntoViewIfNeeded();
  await expect(button(widget, 'reset')).toBeEnabled();
  return widget;
}

function button(widget: Locator, name: string): Locator {
  return widget.getByRole('button', { name, exact: true });
}

function phase(widget: Locator): Locator {
  return widget.locator('.phase');
}

async function number(widget: Locator, name: string): Promise<number> {
  return readNumber(await widget.locator(`[data-${name}]`).textContent());
}

/** Sets a text field of the settings. */
async function setField(widget: Locator, name: string, text: string): Promise<void> {
  const settings = widget.locator('details.settings');
  if ((await settings.getAttribute('open')) === null) await settings.locator('summary').click();
  const field = widget.getByRole('textbox', { name, exact: true });
  await field.fill(text);
  await field.press('Tab');
}

/** Unfolds all that is folded. */
async function unfold(widget: Locator): Promise<void> {
  await widget.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}

/** A table of two clouds, as CSV. */
function clouds(rows: number): string[] {
  const row = (_: unknown, k: number): string =>
    `${(k % 2) * 4 + Math.sin(k)},${Math.cos(k)},${k % 2 ? 'up' : 'down'}`;
  return Array.from({ length: rows }, row);
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the page shows a trained model, and no controls', async ({ page }) => {
    await page.goto(PAGE);
    const widget = page.locator('descent-widget');
    await expect(phase(widget)).toHaveText(/^Finished after 500 steps: 38 of 39/);
    await expect(widget.locator('.region').first()).toBeVisible();
    await expect(button(widget, 'start')).toBeHidden();
    await expect(widget.locator('select[name=across]')).toBeHidden();
    await expect(widget.locator('[data-weights=verdict]')).toHaveText('✓ passes');
  });
});

test('irises train from W = 0 to the losses that the build came to', async ({ page }) => {
  const widget = await widgetOn(page);
  const [built, right] = await widget
    .locator('[data-loss-test], [data-right-test]')
    .allTextContents();
  await button(widget, 'reset').click();
  await expect(phase(widget)).toContainText('At W = 0 all 3 classes are equally likely');
  expect(await number(widget, 'loss-train')).toBeCloseTo(Math.log(3), 4);
  await button(widget, 'start').click();
  await expect(phase(widget)).toContainText('Finished after 500 steps');
  await expect(widget.locator('[data-loss-test]')).toHaveText(built ?? '');
  await expect(widget.locator('[data-right-test]')).toHaveText(right ?? '');
  await expect(widget.locator('[data-biases=verdict]')).toHaveText('✓ passes');
  await expect(page.locator('#announcer')).toContainText('Finished after 500 steps');
});

test('one step is one step, from what the build shows and from the start', async ({ page }) => {
  const widget = await widgetOn(page);
  await button(widget, 'one step').click();
  await expect(phase(widget)).toContainText('Paused after 501 steps');
  await button(widget, 'reset').click();
  await expect(phase(widget)).toContainText('At W = 0');
  const start = await number(widget, 'objective');
  await button(widget, 'one step').click();
  await expect(phase(widget)).toContainText('Paused after 1 step:');
  expect(await number(widget, 'objective')).toBeLessThan(start);
});

test('digits train in a worker; a pause rests at once, and a start goes on', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const widget = await widgetOn(page);
  expect(asked.filter((url) => url.endsWith('.csv'))).toEqual([]);
  await widget.getByRole('combobox', { name: 'data' }).selectOption('digits');
  await expect(phase(widget)).toContainText('At W = 0 all 10 classes', { timeout: 20_000 });
  await expect(widget.locator('.image')).toHaveCount(10);
  await expect(widget.locator('.regions')).toHaveCount(0);
  await expect(page).toHaveURL(/descent-data=digits/);
  await button(widget, 'start').click();
  await expect(phase(widget)).toHaveText(/^Step [1-9]\d* of 500\.$/);
  await button(widget, 'pause').click();
  await expect(phase(widget)).toContainText('Paused after', { timeout: 2000 });
  const paused = await phase(widget).textContent();
  await page.waitForTimeout(400);
  await expect(phase(widget)).toHaveText(paused ?? '');
  await expect(widget.locator('[data-weights=verdict]')).toHaveText('✓ passes');
  await button(widget, 'start').click();
  await expect(phase(widget)).toContainText('Finished after 500 steps', { timeout: 60_000 });
  const right = /(\d+) of 451/.exec((await phase(widget).textContent()) ?? '')?.[1];
  expect(Number(right)).toBeGreaterThan(425);
  expect(asked.filter((url) => url.endsWith('.csv'))).toHaveLength(1);
});

test('the settings are in the link, and a reload has them; others start anew', async ({ page }) => {
  const widget = await widgetOn(page);
  await setField(widget, 'penalty λ', '0');
  await setField(widget, 'seed of the split', '7');
  await widget.getByRole('checkbox', { name: /line search/ }).check();
  await widget.getByRole('combobox', { name: 'across' }).selectOption('sepal width (cm)');
  await expect(page).toHaveURL(
    /\?descent-penalty=0&descent-search=on&descent-seed=7&descent-features=2,4$/,
  );
  await page.reload();
  await expect(phase(widget)).toContainText('At W = 0');
  await expect(widget.locator('.advice')).toContainText('has no minimum');
  await expect(widget.locator('[data-across]')).toHaveText('sepal width (cm)');
  await expect(widget.locator('[name=seed]')).toHaveValue('7');
});

test('what a setting can’t be is refused below its field, and changes nothing', async ({
  page,
}) => {
  const widget = await widgetOn(page);
  await setField(widget, 'momentum μ', '1');
  const field = widget.getByRole('textbox', { name: 'momentum μ' });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(widget.locator('#descent-momentum-message')).toHaveText(
    'write a number from 0 to below 1',
  );
  await expect(phase(widget)).toContainText('Finished after 500 steps');
  await setField(widget, 'momentum μ', '0.9');
  await expect(field).not.toHaveAttribute('aria-invalid');
  await expect(phase(widget)).toContainText('At W = 0');
});

test('a hostile link falls back to the usual settings, with a note', async ({ page }) => {
  const widget = await widgetOn(page, '?descent-seed=<b>&descent-data=own&descent-rate=-1');
  await expect(page.locator('#notes .note')).toHaveCount(3);
  await expect(phase(widget)).toContainText('Finished after 500 steps');
});

test('a rate far above the safe step diverges, and the reader hears what to do', async ({
  page,
}) => {
  const widget = await widgetOn(page, '?descent-penalty=1&descent-rate=100');
  await expect(phase(widget)).toContainText('At W = 0');
  await button(widget, 'start').click();
  await expect(phase(widget)).toContainText('Diverged after');
  await expect(widget.locator('.advice')).toContainText('Take a smaller learning rate');
  await expect(page.locator('#announcer')).toContainText('line search');
});

test('the slider moves the rate in doublings of the safe step', async ({ page }) => {
  const widget = await widgetOn(page);
  await widget.locator('.settings summary').click();
  const slider = widget.getByRole('slider', { name: /learning rate/ });
  for (let k = 0; k < 8; k++) await slider.press('ArrowRight');
  await expect(widget.locator('.rate-told')).toContainText('4.00 times the safe step');
  await expect(page).toHaveURL(/descent-rate=2\.7/);
  await setField(widget, 'learning rate η', 'safe');
  await expect(slider).toHaveValue('0');
  await expect(page).not.toHaveURL(/descent-rate/);
});

test('a table of one’s own: bad rows are named, left out once agreed to, and kept over a reload', async ({
  page,
}) => {
  const widget = await widgetOn(page);
  await widget.getByRole('combobox', { name: 'data' }).selectOption('own');
  const text = ['u,v,side', ...clouds(40), 'abc,1,up', '1,2', '1,,down'].join('\n');
  await widget.getByRole('textbox', { name: 'or its text' }).fill(text);
  await button(widget, 'read the table').click();
  const report = widget.locator('.reading');
  await expect(report).toContainText('3 rows are left out:');
  await expect(report.getByRole('listitem')).toHaveText([
    'line 42: “abc” is not a number',
    'line 43: it has 2 cells, the first line 3',
    'line 44: a number is missing',
  ]);
  await expect(phase(widget)).toContainText('Finished after 500 steps'); // still the irises
  await button(widget, 'use the other 40 rows').click();
  await expect(phase(widget)).toContainText('At W = 0 all 2 classes');
  await expect(widget.locator('[data-across]')).toHaveText('u');
  await button(widget, 'start').click();
  await expect(widget.locator('[data-right-test]')).toHaveText('10 of 10 (100.0%)');
  await expect(page).toHaveURL(/descent-data=own/); // the address follows after a rest
  await page.reload();
  await expect(widget.locator('[data-about]')).toHaveText('40 samples of 2 features in 2 classes');
});

test('a file of one’s own is used at once where every row is good, and a bad one is refused', async ({
  page,
}) => {
  const widget = await widgetOn(page);
  await widget.locator('.own summary').click();
  const file = (text: string) => ({
    name: 'my.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  const input = widget.locator('input[type=file]');
  await input.setInputFiles(file('one\ntwo\n'));
  await expect(widget.locator('.reading')).toContainText(
    'The table is not used: the first line has one cell',
  );
  await input.setInputFiles(file(clouds(24).join('\r\n')));
  await expect(phase(widget)).toContainText('At W = 0 all 2 classes');
  await expect(widget.locator('.reading')).toContainText('24 rows with 2 features in 2 classes');
});

test('with reduced motion the figures move only where the training rests', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const widget = await widgetOn(page, '?descent-data=digits&descent-steps=100000');
  await expect(phase(widget)).toContainText('At W = 0');
  await button(widget, 'start').click();
  await expect(phase(widget)).toHaveText(/^Step [1-9]\d* of/);
  expect(await number(widget, 'loss-train')).toBeCloseTo(Math.log(10), 3);
  await button(widget, 'pause').click();
  await expect(phase(widget)).toContainText('Paused after');
  expect(await number(widget, 'loss-train')).toBeLessThan(2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a training on digits, all of it unfolded, in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const widget = await widgetOn(page, '?descent-data=digits&descent-steps=5');
    await expect(phase(widget)).toContainText('At W = 0');
    await button(widget, 'start').click();
    await expect(phase(widget)).toContainText('Finished after 5 steps');
    await unfold(widget);
    const { violations } = await new AxeBuilder({ page }).include('descent-widget').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
}

for (const width of [1440, 1024, 390, 320]) {
  test(`the training on digits is no wider than a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const widget = await widgetOn(page, '?descent-data=digits');
    await expect(phase(widget)).toContainText('At W = 0');
    await unfold(widget);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
