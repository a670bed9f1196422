import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect as soon, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { serve, type Server } from './server.ts';

// Scripts, workers and tables come one after the other here, on machines that may be busy.
const expect = soon.configure({ timeout: 20_000 });

/** Where the zip is unpacked below the server's root. */
const FOLDERS = ['', 'a/b/'];

let root: string;
let server: Server;

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'unzipped-'));
  const files = unzipSync(new Uint8Array(await readFile('dist/checked-derivations.zip')));
  for (const folder of FOLDERS)
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(root, folder, path)), { recursive: true });
      await writeFile(join(root, folder, path), bytes);
    }
  server = await serve(root);
});

test.afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true });
});

for (const folder of FOLDERS)
  test(`the unpacked zip works below /${folder}, with all that comes late`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const base = server.url + folder;
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text()); // the policy's reports, too
    });
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      // What is on its way when a link is followed is given up.
      if (why !== 'net::ERR_ABORTED') faults.push(`${why}: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (/^http/.test(url) && !url.startsWith(base)) faults.push(`outside: ${url}`);
    });

    await page.goto(base);
    await page.getByRole('link', { name: 'Course', exact: true }).click();
    await expect(page).toHaveURL(`${base}derivations/`);
    await page.getByRole('link', { name: 'Gradient descent', exact: true }).click();
    const descent = page.locator('descent-widget');
    await descent.scrollIntoViewIfNeeded();
    await descent.getByRole('button', { name: 'start', exact: true }).click();
    await expect(descent.locator('.phase')).toHaveText(/^Finished after 500 steps: 38 of 39/);
    await expect(descent.locator('.curve, svg').first()).toBeVisible();

    await page.getByRole('link', { name: 'Documents', exact: true }).click();
    await page.getByRole('link', { name: 'Assignment 04: SoftMax Regression' }).click();
    await expect(page).toHaveURL(`${base}documents/1-assignment/`);
    await page.getByRole('slider', { name: 'logit z 1' }).press('ArrowRight');
    await expect(page).toHaveURL(/\?z=2\.05,/);
    const formula = page.locator('#jacobian-corrected');
    await formula.locator('.equation').click();
    await formula.getByRole('button', { name: 'with numbers' }).click();
    await expect(formula.locator('.in-numbers.right [data-blank]').first()).toBeVisible();
    await page.getByRole('combobox', { name: 'Formulas in' }).selectOption('canonical');
    await expect(page.locator('#conclusion .left annotation')).toHaveText(/\\partial L/);
    const fonts = await page.evaluate(() => [...document.fonts].map(({ status }) => status));
    expect(fonts).toContain('loaded');
    expect(fonts).not.toContain('error');

    // Links of a part that stands alone lead to its page in this copy.
    await page.goto(`${base}embed/step/jacobian/off-diagonal/?z=1,2,3`);
    await page.locator('#off-diagonal .equation').click();
    await page.locator('.tools').getByRole('button', { name: 'link', exact: true }).click();
    await expect(page.locator('.tools .said')).toHaveText('copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${base}derivations/jacobian/?z=1,2,3#off-diagonal`,
    );
    await page.goto(base);

    await page.getByRole('link', { name: 'the whole site can be read offline' }).click();
    await expect(page.getByRole('heading', { name: 'The whole site as a file' })).toBeVisible();
    await expect(page.getByRole('link', { name: /\.zip/ })).toHaveCount(0);
    expect(faults).toEqual([]);
  });
