import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { frameOf, heights, SCRIPT, test } from './hostPage.ts';

const WIDGET = 'embed/widget/jacobian/';
const STEP = 'embed/step/jacobian/off-diagonal/';
const CLAIM = 'embed/claim/gradient/ex-1/';
const EXERCISE = 'embed/exercise/gradient/ex-1/';

test('frames of another site are as high as what they show, also when something opens', async ({
  page,
  host,
  faults,
}) => {
  await host.open([WIDGET, STEP, CLAIM].map((path) => frameOf(path)).join('') + SCRIPT);
  const fit = expect.poll(async () => (await heights(page)).every((h) => h.frame === h.content));
  await fit.toBe(true);
  await page.waitForTimeout(300);
  const before = await heights(page);
  const [, step, claim] = await page.locator('iframe').all();
  const evidence = step?.contentFrame().locator('.verdict summary');
  await evidence?.click();
  await claim?.contentFrame().getByText('Answer').click();
  await expect
    .poll(async () => {
      const now = await heights(page);
      return now.map(({ frame, content }, k) => [
        frame === content,
        frame > (before[k]?.frame ?? 0),
      ]);
    })
    .toEqual([
      [true, false],
      [true, true],
      [true, true],
    ]);
  await evidence?.click();
  await expect.poll(async () => (await heights(page))[1]).toEqual(before[1]);
  expect(faults).toEqual([]);
});

test('a frame tells its height to learning systems, and nothing that the reader did', async ({
  page,
  host,
}) => {
  await host.open(
    `<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>${frameOf(`${STEP}?z=1,2,3`)}`,
  );
  const frame = page.locator('iframe').contentFrame();
  await frame.getByText('Change the numbers').click();
  await frame.getByRole('slider', { name: 'logit z 1' }).press('ArrowRight');
  await page.waitForTimeout(400);
  await frame.locator('.verdict summary').click();
  const height = await frame
    .locator('html')
    .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
  const url = await page.locator('iframe').getAttribute('src');
  const last = page.evaluate('heard.slice(-2)');
  expect(await last).toEqual([
    { subject: 'lti.frameResize', height },
    { type: 'checked-derivations:height', height, url },
  ]);
});

test('the script around believes only this site', async ({ page, host }) => {
  await host.open(
    `${frameOf(STEP)}<iframe id="other" srcdoc="<script>parent.postMessage({ type: 'checked-derivations:height', height: 5000 }, '*')</script>"></iframe>${SCRIPT}`,
  );
  await expect.poll(async () => (await heights(page))[0]?.frame).toBeGreaterThan(110);
  await page.evaluate(() => postMessage({ type: 'checked-derivations:height', height: 5000 }, '*'));
  await page.waitForTimeout(200);
  const all = await page
    .locator('iframe')
    .evaluateAll((list) => list.map((one) => one.clientHeight));
  expect(Math.max(...all)).toBeLessThan(1000);
});

test('the tab key goes through a frame, and back', async ({ page, host }) => {
  await host.open(`<button>before</button>${frameOf(WIDGET)}<button>after</button>${SCRIPT}`);
  const frame = page.locator('iframe').contentFrame();
  await expect(frame.getByRole('slider', { name: 'logit z 1' })).toBeVisible();
  await page.getByText('before').focus();
  for (const [key, goal] of [
    ['Tab', 'after'],
    ['Shift+Tab', 'before'],
  ] as const) {
    const through = new Set<string>();
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press(key);
      if (await page.getByText(goal).evaluate((one) => one === document.activeElement)) break;
      through.add(await frame.locator(':focus').evaluate((one) => one.outerHTML));
    }
    await expect(page.getByText(goal)).toBeFocused();
    expect(through.size).toBeGreaterThan(10);
  }
});

test('a frame is dark or light as its address says, else as the system is', async ({
  page,
  host,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await host.open([frameOf(`${STEP}?theme=dark`), frameOf(STEP)].join(''));
  const colours = await Promise.all(
    (await page.locator('iframe').all()).map((frame) =>
      frame
        .contentFrame()
        .locator('html')
        .evaluate((root) => getComputedStyle(root).backgroundColor),
    ),
  );
  expect(colours).toEqual(['rgb(21, 22, 25)', 'rgb(252, 251, 247)']);
});

for (const cors of [true, false]) {
  test(`a sandboxed frame ${cors ? 'is live where the server lets modules through' : 'is read and fits where modules are refused'}`, async ({
    page,
    host,
  }) => {
    const exceptions: string[] = [];
    page.on('pageerror', ({ message }) => exceptions.push(message));
    if (cors)
      await page.route('**/_astro/**', async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
        await route.fulfill({ response, headers });
      });
    await host.open(frameOf(`${STEP}?z=1,2,3`, 'sandbox="allow-scripts"') + SCRIPT);
    const frame = page.locator('iframe').contentFrame();
    await expect
      .poll(async () => (await heights(page)).every((h) => h.frame === h.content))
      .toBe(true);
    await frame.getByText('Change the numbers').click();
    await expect.poll(async () => (await heights(page))[0]?.frame).toBeGreaterThan(300);
    const slider = frame.getByRole('slider', { name: 'logit z 1' });
    const said = await frame.locator('[data-lead]').textContent();
    await slider.press('ArrowRight');
    await page.waitForTimeout(400); // the address would be written by now
    if (cors) {
      await expect(slider).toHaveValue('1.05');
      expect(await frame.locator('[data-lead]').textContent()).not.toBe(said);
    }
    expect(said).toMatch(/both sides equal/);
    expect(exceptions).toEqual([]);
  });
}

test('the link of a frame takes the reader’s numbers to the page', async ({ page }) => {
  await page.goto(`${STEP}?theme=dark&z=1,2,3`);
  await page.getByText('Change the numbers').click();
  await page.getByRole('slider', { name: 'logit z 1' }).press('ArrowRight');
  const link = page.getByRole('link', { name: 'Checked Derivations' });
  await expect(link).toHaveAttribute('href', /derivations\/jacobian\/\?z=1\.05,2,3#off-diagonal$/);
  await expect(page).toHaveURL(/z=1\.05,2,3&theme=dark/);
  const opened = page.waitForEvent('popup');
  await link.click();
  const live = await opened;
  await expect(live.getByRole('slider', { name: 'logit z 1' })).toHaveValue('1.05');
});

test('a step’s frame says what its page says, in another notation too', async ({ page }) => {
  const query = '?z=0.3,-1,2,0.7&t=3&i=2&j=3&notation=canonical';
  const read = async (path: string): Promise<string[]> => {
    await page.goto(`${path}${query}`);
    await expect(page.locator('[data-printed]')).not.toBeEmpty();
    const step = page.locator('#quotient-rule');
    await step.scrollIntoViewIfNeeded();
    await expect(step.locator('[data-lead]')).toContainText('i = 2, j = 3');
    return step.locator('annotation, [data-lead]').allTextContents();
  };
  const embedded = await read('embed/step/1-assignment/quotient-rule/');
  expect(embedded).toEqual(await read('documents/1-assignment/'));
});

test('an exercise’s own page has neither its answer nor a proof', async ({ page }) => {
  await page.goto('derivations/gradient/');
  const answer = await page.locator('#ex-1 .answer > :not(summary)').first().textContent();
  const words = (answer ?? '').trim().slice(0, 20);
  expect(words.length).toBe(20);
  for (const path of ['exercises/gradient/ex-1/', EXERCISE]) {
    const html = await (await page.request.get(path)).text();
    expect(html).toContain('Which property of');
    expect(html).not.toContain(words);
    expect(html).not.toMatch(/class="answer"|<proof-steps|<checked-derivation/);
  }
  expect(await (await page.request.get(CLAIM)).text()).toContain(words);
});

for (const path of [
  'embed/',
  'exercises/',
  'exercises/gradient/ex-1/',
  WIDGET,
  STEP,
  `${STEP}?theme=dark`,
  CLAIM,
  EXERCISE,
]) {
  test(`axe finds nothing on /${path}, which fits a screen of 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    for (const fold of await page.locator('.your-numbers > summary, .notation-key > summary').all())
      await fold.click();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, k) => ids.indexOf(id) !== k)).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).exclude('.katex-html').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
}
