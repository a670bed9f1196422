import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DOCUMENT, expect, test } from './page.ts';

const PAGES = [
  '',
  'documents/',
  DOCUMENT,
  `${DOCUMENT}in/canonical/`,
  'documents/2-lecture-notes/',
  'documents/3-note/',
  'documents/4-slides/',
  'documents/5-homework/',
  'gradient-check/',
  'derivations/',
  'derivations/jacobian/',
  'notation/',
  'offline/',
  'search/',
  '404.html',
  'verification/',
  'handout/',
  'handout/sheet/',
];

/** Those that axe reads among the tests of what they are for. */
const ALSO = ['embed/', 'embed/step/jacobian/off-diagonal/', 'exercises/'];

/** Pages made as another one is, whose colours are looked at there. */
const ALIKE = /documents\/[2-5]|in\/canonical/;

/** The rules that colours decide: most of what axe takes its time for. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page, with the rules that `choose` picks. */
async function violationsOn(
  page: Page,
  path: string,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  await page.goto(path, { waitUntil: 'networkidle' }); // with the scripts that come late
  // Derivations off the screen are not rendered, and axe would not see them.
  await page.evaluate(async () => {
    for (const part of document.querySelectorAll<HTMLElement>(
      '.derivation, .text > *, .verified > li, .rule',
    )) {
      part.style.contentVisibility = 'visible';
    }
    // More of the same: what is repeated hundreds of times takes axe minutes.
    for (const more of document.querySelectorAll(
      '.verified > li:nth-child(n + 5), .fixtures tbody tr:nth-child(n + 5)',
    ))
      more.remove();
    // What scrolls is found once it is drawn.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  const axe = new AxeBuilder({ page });
  // How formulas are set is looked at on one page: it takes axe a minute on each.
  if (path !== DOCUMENT) axe.exclude('.katex').exclude('math');
  const { violations } = await choose(axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const path of PAGES) {
  const alike = ALIKE.test(path);
  test(`axe finds nothing on /${path}${alike ? ', its colours aside' : ''}`, async ({ page }) => {
    const choose = (axe: AxeBuilder): AxeBuilder => (alike ? axe.disableRules(OF_COLOURS) : axe);
    expect(await violationsOn(page, path, choose)).toEqual([]);
  });
  if (alike) continue;
  test(`axe finds nothing about the colours of /${path} in dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOn(page, path, (axe) => axe.withRules(OF_COLOURS))).toEqual([]);
  });
}

for (const path of [...PAGES, ...ALSO]) {
  test(`/${path} is no wider than screens of 320 to 1440 pixels, at ten classes and extreme numbers, and each of its ids is there once`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`${path}?z=1e300,-1234.5678,1e-300,0.1,2,3,4,5,6,-1e300`);
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')].map(({ id }) => id),
    );
    expect(ids.filter((id, k) => ids.indexOf(id) !== k)).toEqual([]);
    for (const width of [320, 390, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      expect(overflow, `at ${width} pixels`).toBeLessThanOrEqual(0);
    }
  });
}

test('every number stays inside its box at extreme numbers', async ({ page }) => {
  await page.goto(`${DOCUMENT}?z=-1234.5678,1e-300,-98765.4321`);
  for (const widget of ['distribution-widget', 'jacobian-widget', 'gradient-widget']) {
    await page.locator(widget).scrollIntoViewIfNeeded();
    await page.waitForTimeout(150);
    const spilling = await page.locator(`${widget} .number`).evaluateAll((all) =>
      all
        .filter((element) => {
          const cell = element.closest('td, p') ?? element;
          const [inner, outer] = [element.getBoundingClientRect(), cell.getBoundingClientRect()];
          return inner.left < outer.left - 1 || inner.right > outer.right + 1;
        })
        .map(({ textContent }) => textContent),
    );
    expect(spilling, widget).toEqual([]);
  }
});

test('the panel works by keyboard alone, and the focus is seen', async ({ page }) => {
  await page.goto(DOCUMENT);
  const slider = page.getByRole('slider', { name: 'logit z 1' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('2.05');
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAccessibleName('logit z 1, exact');
  const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe('none');
});

test('controls are at least 24 pixels in both directions', async ({ page }) => {
  await page.goto(DOCUMENT);
  const small = await page
    .locator('button:visible, select:visible, summary:visible, input[type=radio]:visible')
    .evaluateAll((all) =>
      all.flatMap((element) => {
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        return width < 24 || height < 24
          ? [`${element.outerHTML.slice(0, 80)} ${width}×${height}`]
          : [];
      }),
    );
  expect(small).toEqual([]);
});
