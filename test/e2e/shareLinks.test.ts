import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { DOCUMENT, expect, test } from './page.ts';

const CLAIM = 'claim: link and tools';

/** The tools beside the control `name`, opened. */
async function toolsOf(page: Page, name: string): Promise<Locator> {
  const control = page.getByRole('link', { name, exact: true });
  await control.click();
  await expect(control).toHaveAttribute('aria-expanded', 'true');
  return page.locator('.tools');
}

/** What the button `name` puts on the clipboard. */
async function copied(tools: Locator, name: string): Promise<string> {
  await tools.getByRole('button', { name, exact: true }).click();
  await expect(tools.locator('.said')).toHaveText('copied');
  return tools.page().evaluate(() => navigator.clipboard.readText());
}

/** What a reader of codes, which is not the library that draws them, sees in an image. */
async function decoded(page: Page, type: string, image: Buffer): Promise<string | null> {
  const blank = await page.context().newPage();
  const { width, red } = await blank.evaluate(
    async ([type, base64]) => {
      const picture = new Image();
      picture.src = `data:${type};base64,${base64}`;
      await picture.decode();
      const size = Math.min(picture.width, 600);
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = size;
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0, size, size);
      const { data } = context?.getImageData(0, 0, size, size) ?? { data: [] };
      return { width: size, red: [...data].filter((_, k) => k % 4 === 0) };
    },
    [type, image.toString('base64')] as const,
  );
  await blank.close();
  const pixels = new Uint8ClampedArray(red.flatMap((value) => [value, value, value, 255]));
  return jsQR(pixels, width, width)?.data ?? null;
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a copied link opens what was open: numbers, entry, evidence, figure, laboratory', async ({
  page,
}) => {
  await page.goto('derivations/jacobian/');
  await page.getByRole('textbox', { name: 'logit z 1, exact' }).fill('0.25');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'true class 3' }).check();
  await page.locator('.verdict summary').nth(1).click();
  const open = await page.locator('[data-step]:has(details[open])').getAttribute('id');
  const tools = await toolsOf(page, CLAIM);
  const link = await copied(tools, 'link');
  expect(new URL(link).hash).toBe('#claim');
  expect(await copied(tools, 'Markdown link')).toBe(`[Claim, The Jacobian of softmax](${link})`);
  expect(await copied(tools, 'TeX link')).toBe(
    `\\href{${link.replaceAll('#', '\\#')}}{Claim, The Jacobian of softmax}`,
  );
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('textbox', { name: 'logit z 1, exact' })).toHaveValue('0.25');
  await expect(page.getByRole('radio', { name: 'true class 3' })).toBeChecked();
  await expect(page.locator('[data-step]:has(details[open])')).toHaveAttribute('id', open ?? '');
  await expect(page.locator('.note')).toHaveCount(0);

  await page.goto('gradient-check/?z=1,2,3');
  await page.getByRole('radio', { name: /float32/ }).check();
  const lab = await copied(await toolsOf(page, 'laboratory: link and tools'), 'link');
  expect(lab).toMatch(/\?z=1,2,3&gradient-check-precision=single#laboratory$/);
});

test('the options of a link hide, reveal, ask, print and lock what they say', async ({ page }) => {
  await page.goto(`${DOCUMENT}?z=1,2,3`);
  const tools = await toolsOf(page, 'formula 2: link and tools');
  await tools.getByRole('button', { name: 'options' }).click();
  const options = tools.getByRole('group', { name: 'what the link carries' });
  await options.getByRole('checkbox', { name: 'verdicts' }).check();
  await options.getByRole('checkbox', { name: 'code' }).check();
  await options.getByRole('checkbox', { name: 'predict first' }).check();
  await options.getByRole('checkbox', { name: 'lock the numbers' }).check();
  await options.getByRole('combobox', { name: 'formulas in' }).selectOption('canonical');
  await options.getByRole('combobox', { name: 'leads to' }).selectOption('sum-bound-2');
  const link = await copied(tools, 'link');
  expect(new URL(link).search).toBe(
    '?z=1,2,3&open=sum-bound-2&notation=canonical&mode=predict&hide=verdicts,code&lock=1',
  );
  expect(new URL(link).hash).toBe('#sum-bound-2');
  await expect(tools.getByRole('textbox', { name: 'the link' })).toHaveValue(link);
  // The page itself stays as it is.
  await expect(page.locator('html')).not.toHaveAttribute('data-hide');
  // Another menu carries the same choices, and its own step.
  await page.keyboard.press('Escape');
  expect(await copied(await toolsOf(page, 'formula 5: link and tools'), 'link')).toContain(
    '?z=1,2,3&notation=canonical&mode=predict&hide=verdicts,code&lock=1#',
  );
});

test('reveals proofs up to a step', async ({ page }) => {
  await page.goto('derivations/jacobian/');
  const tools = await toolsOf(page, CLAIM);
  await tools.getByRole('button', { name: 'options' }).click();
  await tools.getByRole('spinbutton', { name: /steps up to/ }).fill('2');
  await page.goto(await copied(tools, 'link'));
  await page.locator('proof-steps').first().scrollIntoViewIfNeeded();
  await expect(page.locator('proof-steps [data-step]:not([hidden])')).toHaveCount(2);
});

test('hides what a link hides, on paper too, says so, and shows it again', async ({ page }) => {
  await page.goto('derivations/jacobian/?hide=panel,verdicts,proofs,widgets,code');
  const parts =
    'numbers-panel, .verdict, .lead, .stated > .mark, proof-steps, [id^=widget-], as-code, .of-figure';
  const seen = (): Promise<number> => page.locator(parts).filter({ visible: true }).count();
  expect(await seen()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  expect(await seen()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  const note = page.locator('.note');
  await expect(note).toContainText('Hidden by the link: panel, verdicts, proofs, widgets, code.');
  await note.getByRole('button', { name: 'show all' }).click();
  await expect(note).toHaveCount(0);
  await expect.poll(seen).toBeGreaterThan(20);
  await expect(page).not.toHaveURL(/hide/);
});

test('locked numbers stay, by mouse, keys and scripts, until they are unlocked', async ({
  page,
}) => {
  await page.goto('derivations/distribution/?z=1,2,3&lock=1');
  const first = page.getByRole('slider', { name: 'logit z 1' });
  await expect(first).toBeDisabled();
  for (const control of await page.locator('numbers-panel :is(input, [data-preset])').all())
    await expect(control).toBeDisabled();
  await expect(page.locator('input[data-own=distribution-tau]')).toBeDisabled();
  const point = page.locator('simplex-widget [role=slider]');
  await point.focus();
  await page.keyboard.press('ArrowRight');
  await page.evaluate(() => {
    const panel = document.querySelector<Element & { value?: number[] }>('numbers-panel');
    if (panel) panel.value = [9, 9, 9];
  });
  await expect(page.locator('.readout')).toHaveText('σ(z) = (0.090, 0.245, 0.665)');
  await expect(page.getByText('The numbers are locked by the link')).toBeVisible();
  await page.getByRole('button', { name: 'unlock' }).click();
  await expect(first).toBeEnabled();
  await first.press('ArrowRight');
  await expect(page).toHaveURL(/\?z=1\.05,2,3$/);
  await page.goto('derivations/weights/?lock=1');
  await page.locator('weights-widget').scrollIntoViewIfNeeded();
  await expect(page.locator('weights-widget input:enabled')).toHaveCount(0);
});

test('a QR code, as shown and as saved, is read by another library', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('derivations/jacobian/?z=1,2,0.1&t=2');
  const tools = await toolsOf(page, 'figure jacobian: link and tools');
  await tools.getByRole('button', { name: 'QR code' }).click();
  const code = tools.getByRole('img', { name: 'QR code of the link to figure jacobian' });
  await expect(code).toBeVisible();
  const link = await copied(tools, 'link');
  expect(await decoded(page, 'image/png', await code.screenshot())).toBe(link);
  for (const [kind, type] of [
    ['SVG', 'image/svg+xml'],
    ['PNG', 'image/png'],
  ] as const) {
    const saving = page.waitForEvent('download');
    await tools.getByRole('button', { name: `save ${kind}` }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`widget-jacobian.${kind.toLowerCase()}`);
    expect(await decoded(page, type, readFileSync(await file.path()))).toBe(link);
  }
  // The code follows the numbers.
  const before = (await code.locator('path').getAttribute('d')) ?? '';
  await page.getByRole('button', { name: 'equal', exact: true }).click();
  await expect(code.locator('path')).not.toHaveAttribute('d', before);
  expect(await decoded(page, 'image/png', await code.screenshot())).toContain('?z=1,1,1');
});

test('the snippet embeds the part at the numbers, by a title', async ({ page, baseURL }) => {
  await page.goto('derivations/jacobian/?z=1,2,0.1');
  for (const [control, path] of [
    [CLAIM, 'embed/claim/jacobian/claim/?z=1,2,0.1'],
    ['figure jacobian: link and tools', 'embed/widget/jacobian/?z=1,2,0.1'],
    ['formula 1: link and tools', 'embed/step/jacobian/entries/?z=1,2,0.1'],
  ] as const) {
    const tools = await toolsOf(page, control);
    await tools.getByRole('button', { name: 'embed' }).click();
    const html = await copied(tools, 'HTML');
    const frame = await page.evaluate((text) => {
      const body = new DOMParser().parseFromString(text, 'text/html').body;
      const one = body.querySelector('iframe');
      return one && [body.children.length, one.src, one.title, one.getAttribute('loading')];
    }, html);
    expect(frame?.[0]).toBe(1);
    expect(frame?.[1]).toBe(new URL(path, baseURL).href);
    expect(frame?.[2]).toMatch(/, The Jacobian of softmax$/);
    expect(frame?.[3]).toBe('lazy');
    await page.keyboard.press('Escape');
    await expect(tools).toHaveCount(0);
  }
});

test('the tools open and close by the keys, and give the focus back', async ({ page }) => {
  await page.goto('derivations/jacobian/');
  const control = page.getByRole('link', { name: CLAIM, exact: true });
  await control.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'this claim' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'link', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(control).toBeFocused();
  await expect(control).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('.tools')).toHaveCount(0);
});
