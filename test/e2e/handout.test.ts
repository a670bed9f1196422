import AxeBuilder from '@axe-core/playwright';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import type { Page } from '@playwright/test';
import { toBase64url } from '../../src/state/base64url.ts';
import { expect, softmaxByHand, test } from './page.ts';

/** The hash of a link to a sheet of `items`, as no browser of ours wrote it. */
function linkTo(items: readonly unknown[], others: object = {}): string {
  const sheet = { v: 1, title: 'Gradients', course: 'ML 1', date: '2026-11-21', paper: 'a4', numbers: 'z=1,2,3', ...others }; // prettier-ignore
  return `h1=${toBase64url(new TextEncoder().encode(JSON.stringify({ ...sheet, items })))}`;
}

const JACOBIAN = 'derivations/jacobian';

/** Opens the builder, with the handout of a link, once it takes what is typed. */
async function openBuilder(page: Page, link = ''): Promise<void> {
  await page.goto(`handout/${link}`);
  await expect(page.locator('handout-builder:not([inert])')).toBeAttached();
}

test('a handout is put together with the keyboard alone, survives a reload, and its link opens the same sheet', async ({
  page,
  browser,
  baseURL,
}) => {
  await openBuilder(page);
  await page.getByRole('textbox', { name: 'title', exact: true }).focus();
  await page.keyboard.type('Softmax, by hand');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('jacobian entry by entry');
  const add = page.getByRole('button', { name: /^add The Jacobian, entry by entry/ }).first();
  await add.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'add a text' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Work in <pairs>.'); // the new text has the focus
  const up = page.getByRole('button', { name: 'move up: Text' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(up).toBeFocused();
  await expect(page.locator('.preview .sheet > :nth-child(2)')).toHaveText('Work in <pairs>.');

  await page.getByText('numbers: those of the sheet').press('Enter');
  await page.getByRole('checkbox', { name: 'numbers of its own' }).press('Space');
  const logits = page.locator('.row').getByRole('textbox', { name: 'logits z' });
  await logits.fill('1, 2, 3');
  await logits.press('Enter');
  const [first = NaN] = softmaxByHand([1, 2, 3]);
  const entry = page.locator('.preview .jacobian td').first();
  await expect(entry).toHaveText((first * (1 - first)).toFixed(3));
  await expect(page).toHaveURL(/handout\/#h1z=/);

  await page.getByRole('button', { name: /^remove: The Jacobian/ }).press('Enter');
  await expect(entry).toHaveCount(0);
  await page.getByRole('button', { name: 'undo' }).press('Enter');
  await expect(entry).toBeVisible();

  const shown = await page.locator('.preview .sheet').innerText();
  await openBuilder(page); // no link: the draft is there
  await expect(page.locator('.preview .jacobian')).toBeVisible();
  expect(await page.locator('.preview .sheet').innerText()).toBe(shown);

  const href = await page.getByRole('link', { name: 'open the sheet alone' }).getAttribute('href');
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL(href ?? '', baseURL).href);
  await expect(other.locator('handout-sheet[data-ready]')).toBeVisible();
  expect(await other.locator('.sheet').innerText()).toBe(shown);
  const live = other.locator('.sheet-live a').first();
  await expect(live).toHaveAttribute('href', /derivations\/[a-z-]+\/\?z=1,2,3#widget-jacobian$/);
  await other.context().close();
});

test('the list shows formulas as formulas, the best first, and is worked from its field by the arrow keys', async ({
  page,
}) => {
  await openBuilder(page);
  const field = page.getByRole('searchbox');
  await expect(page.locator('.picks li')).not.toHaveCount(0);
  await field.fill('dL/dz = \\hat y - t');
  const first = page.locator('.picks li').first();
  await expect(first).toContainText('The gradient of the loss');
  await expect(first.locator('.brief math')).toBeVisible();
  expect(await page.locator('.picks').innerText()).not.toMatch(/[\\$]/);
  await field.fill('jacobian');
  await page.getByLabel('kind').selectOption('exercise');
  const buttons = page.locator('.picks button');
  await expect(page.locator('.picks .kind', { hasText: /^(?!exercise)/ })).toHaveCount(0);
  await expect(buttons).not.toHaveCount(0);
  await field.press('ArrowDown');
  await expect(buttons.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(buttons.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.rows .row')).toHaveCount(1);
  const live = await page.locator('.preview .sheet-live a').getAttribute('href');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.goto(live ?? '');
  await expect(page).toHaveURL(/exercises\/[a-z-]+\/[\w-]+\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.answer, .proof')).toHaveCount(0);
});

/** One item of each figure of the site. */
async function figuresOf(page: Page): Promise<readonly (readonly [string, string, string])[]> {
  const catalogue = (await (await page.request.get('catalogue.json')).json()) as {
    readonly kind: string;
    readonly path: string;
    readonly anchor: string;
  }[];
  const figures = new Map(
    catalogue.filter(({ kind }) => kind === 'widget').map((entry) => [entry.anchor, entry]),
  );
  return [...figures.values()].map(({ kind, path, anchor }) => [
    kind,
    path.replace(/^\/|\/#.*$/g, ''),
    anchor,
  ]);
}

test('on paper no figure speaks of the reader’s numbers or of what can be moved, and LaTeX has a sign for each of theirs', async ({
  page,
}) => {
  const figures = await figuresOf(page);
  expect(figures.length).toBeGreaterThan(12);
  for (const numbers of ['z=1,2,3', 'z=1,2&t=0.5,0.5', 'z=1,2,3,4']) {
    await page.goto('about:blank');
    await openBuilder(page, `#${linkTo(figures, { numbers })}`);
    await expect(page.locator('.preview .sheet-item')).toHaveCount(figures.length);
    const text = await page.locator('.preview .sheet').innerText();
    expect(text).not.toMatch(/\byou|\bdrag|\bchoose\b/i);
    expect((await saved(page, 'LaTeX')).match(/[^\p{ASCII}]/gu)).toBeNull();
  }
});

test('a training on a sheet is the one that its settings ask for, and the link has them', async ({
  page,
}) => {
  await openBuilder(page, `#${linkTo([['widget', 'derivations/descent', 'widget-descent']])}`);
  await expect(page.locator('.preview')).toContainText('150 samples');
  await page.getByText('numbers: those of the sheet').click();
  await page.getByRole('checkbox', { name: 'numbers of its own' }).check();
  const row = page.locator('.row');
  await expect(row.getByLabel('logits z')).toHaveCount(0);
  const set = async (name: string, value: string): Promise<void> => {
    await row.getByLabel(name).fill(value);
    await row.getByLabel(name).press('Enter');
  };
  await set('data', 'irises');
  await expect(row.locator('.message')).toHaveText(/data “irises”.*iris, digits/);
  await set('data', 'digits');
  await set('steps', '3');
  await set('seed', '7');
  const sheet = page.locator('.preview .sheet');
  await expect(sheet).toContainText('1797 samples of 64 features in 10 classes');
  await expect(sheet).toContainText('after 3 steps');
  await expect(sheet).toContainText('3 steps, seed 7, data digits');
  await expect(sheet.locator('.sheet-live a')).toHaveAttribute(
    'href',
    /[?&]descent-data=digits&descent-steps=3&descent-seed=7#widget-descent$/,
  );
});

/** One part of each kind, a text, and a part at numbers of its own. */
const SIX = [
  ['text', 'Work in pairs.'],
  ['formula', JACOBIAN, 'quotient', null, 'look'],
  ['claim', JACOBIAN, 'claim', null, ''],
  ['exercise', 'derivations/distribution', 'ex-bound', null, ''],
  ['widget', JACOBIAN, 'widget-jacobian', 'z=1,0', ''],
  ['widget', 'derivations/distribution', 'widget-distribution', null, ''],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a builder and a sheet of six parts in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const [path, sheet] of [['handout/', '.preview .sheet'], ['handout/sheet/', '.sheet']]) {
      await page.goto(`${path}#${linkTo(SIX, { answers: true })}`);
      await expect(page.locator(`${sheet} .sheet-item`)).toHaveCount(5);
      await expect(page.locator(`${sheet} .missing`)).toHaveCount(0);
      for (const summary of await page.locator('.builder summary').all()) await summary.click();
      const axe = new AxeBuilder({ page }).exclude('.katex');
      // In dark only the colours differ.
      if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), path).toEqual([]);
    }
  }); // prettier-ignore
}

test('a damaged link is named and its good parts are shown; another draft is not lost by it', async ({
  page,
}) => {
  const items = [
    ['text', 'kept'],
    ['script', JACOBIAN, 'x'],
    ['formula', JACOBIAN, 'gone', null, ''],
  ];
  await openBuilder(page, `#${linkTo(items, { paper: 'a5' })}`);
  await expect(page.locator('.note')).toHaveCount(2);
  await expect(page.locator('.preview .sheet-text')).toHaveText('kept');
  await expect(page.locator('.preview .missing')).toHaveText(/not on the site any more/);
  await page.locator('.note button').first().click();
  await expect(page.locator('.note')).toHaveCount(1);
  await page.goto('handout/sheet/#h1z=broken');
  await expect(page.locator('.note')).toHaveText(/can’t be read/);
});

test('a reload right after a change loses nothing, though the address is behind', async ({
  page,
}) => {
  await openBuilder(page, `#${linkTo([['text', 'kept']])}`);
  const title = page.getByRole('textbox', { name: 'title', exact: true });
  await expect(title).toHaveValue('Gradients');
  await title.fill('Gradients, the last word');
  await page.reload();
  await expect(title).toHaveValue('Gradients, the last word');
  await expect(page.locator('.preview .sheet-text')).toHaveText('kept');
});

test('where the browser keeps nothing, it says so and the link has the handout', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openBuilder(page);
  await page.getByRole('textbox', { name: 'course' }).fill('ML 1');
  await expect(page.locator('.keeping')).toHaveText(/no room/);
  await expect(page).toHaveURL(/#h1z=/);
});

test('two tabs that open the same draft keep both of their handouts', async ({ page, context }) => {
  await openBuilder(page);
  await page.getByRole('textbox', { name: 'title', exact: true }).fill('one');
  await expect(page).toHaveURL(/#h1z=/);
  const other = await context.newPage();
  await openBuilder(other);
  const title = other.getByRole('textbox', { name: 'title', exact: true });
  await expect(title).toHaveValue('one');
  await title.fill('two');
  await page.getByRole('textbox', { name: 'course' }).fill('first tab');
  const drafts = (): Promise<string[]> =>
    page.evaluate(() =>
      Object.values({ ...localStorage }).filter((kept) => kept.includes('items')),
    );
  await expect.poll(async () => (await drafts()).some((one) => one.includes('two'))).toBe(true);
  expect((await drafts()).some((one) => one.includes('first tab'))).toBe(true);
});

test('printed, a handout has its text, its numbers and page numbers, and no formula is cut by a page', async ({
  page,
  baseURL,
}) => {
  const catalogue = (await (await page.request.get('catalogue.json')).json()) as {
    readonly kind: string;
    readonly path: string;
    readonly anchor: string;
    readonly label: string | null;
  }[];
  const items = catalogue
    .filter(
      ({ kind, label, path }) =>
        path.includes(JACOBIAN) && (kind === 'claim' || kind === 'widget' || label),
    )
    // The claim of several paragraphs again and again: it could be cut anywhere.
    .flatMap(({ kind, anchor }, k) => (k % 4 === 0 ? [[kind, anchor], CLAIM] : [[kind, anchor]]))
    .map(([kind, anchor], k) => [kind, JACOBIAN, anchor, null, noteOf(k)]);
  expect(items.length).toBeGreaterThan(12);
  await page.goto(`handout/sheet/#${linkTo(items)}`);
  await expect(page.locator('handout-sheet[data-ready]')).toBeVisible();
  for (const [paper, width, height] of [
    ['a4', 595, 842],
    ['letter', 612, 792],
  ] as const) {
    await page.goto(`handout/sheet/#${linkTo(items, { paper })}`);
    await expect(page.locator(`.sheet[data-paper=${paper}]`)).toBeVisible();
    const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
    const pdf = await getDocumentProxy(bytes);
    const { items: pages } = await extractTextItems(pdf);
    expect(pages.length).toBeGreaterThan(2);
    const { width: w, height: h } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    expect(Math.abs(w - width) + Math.abs(h - height)).toBeLessThan(2);
    const texts = pages.map((one) => one.map(({ str }) => str).join(' '));
    const whole = texts.join(' ').replaceAll(/\s+/g, ' ');
    expect(texts[0]).toContain('Gradients');
    expect(whole).toContain('z = (1, 2, 3)');
    items.forEach((_, k) => expect(whole).toContain(noteOf(k)));
    expect(whole).toContain(new URL(baseURL ?? '').host);
    texts.forEach((text, k) => expect(text).toMatch(new RegExp(`\\b${k + 1} / ${pages.length}`)));
    // Nothing stands beyond the margins, where a cut formula would end.
    for (const { y, height: size, str } of pages.flat())
      if (str.trim() !== '' && !/^\d* ?\/? ?\d*$/.test(str)) {
        expect(y, str).toBeGreaterThan(40);
        expect(y + size, str).toBeLessThan(height - 40);
      }
    // Each part is whole: its heading and its note are on one page.
    const notes = items.map((_, k) =>
      texts.findIndex((text) => text.replaceAll(/\s+/g, ' ').includes(noteOf(k))),
    );
    const headings = items.map((_, k) => headingPage(pages, k + 1));
    expect(headings).toEqual(notes);
  }
});

/** A part of several paragraphs. */
const CLAIM = ['claim', 'claim'];

/** A note that no other part has. */
function noteOf(k: number): string {
  return `the note of part ${k + 1}.`;
}

/** The page on which the heading of the part `place` stands: its number, large, at the left margin. */
function headingPage(
  pages: readonly (readonly {
    readonly str: string;
    readonly x: number;
    readonly fontSize: number;
  }[])[],
  place: number,
): number {
  return pages.findIndex((one) =>
    one.some(
      ({ str, x, fontSize }) =>
        new RegExp(`^${place}\\b`).test(str.trim()) && x < 60 && fontSize > 11,
    ),
  );
}

test('the sheet comes as Markdown and as LaTeX, with its formulas and addresses', async ({
  page,
}) => {
  await page.goto(
    `handout/#${linkTo([
      ['claim', JACOBIAN, 'claim', null, 'look'],
      ['text', 'a_b'],
    ])}`,
  );
  await expect(page.locator('.preview .derivation').first()).toBeVisible();
  const [markdown, tex] = [await saved(page, 'Markdown'), await saved(page, 'LaTeX')];
  for (const text of [markdown, tex]) {
    expect(text).toContain('\\frac{\\partial \\hat y_i}{\\partial z_j}');
    expect(text).toContain('derivations/jacobian/?z=1,2,3');
  }
  expect(tex).toContain('a\\_b');
  expect(tex.match(/\\begin\{/g)).toHaveLength(tex.match(/\\end\{/g)?.length ?? -1);
});

/** What is downloaded as `name`. */
async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `download as ${name}` }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^gradients\.(?:md|tex)$/);
  const stream = await file.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString();
}
