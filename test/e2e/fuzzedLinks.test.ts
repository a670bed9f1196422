import { readFileSync } from 'node:fs';
import { test, expect } from '@playwright/test';
import { decode } from '../../src/state/decode.ts';
import { mutator } from './mutateLink.ts';

const stored = JSON.parse(
  readFileSync(new URL('../state/links.v1.json', import.meta.url), 'utf8'),
) as readonly { readonly link: string }[];

/** Every eighth link keeps its page; the others go to a bare one, which reads all that a link can say. */
const links = stored.map(({ link }, k) =>
  k % 8 === 0 ? link : link.replace(/^[^?]*/, 'embed/widget/logistic/'),
);

/** How many links are broken, in how many tests, which run side by side. */
const [all, tests] = [1000, 4];

/** What the panel prints below the logits: every share a number. */
const SHARES = /^σ\(z\) = \((?:[\d.]+(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?(?:, |\)$))+/;

/** What a page shows once its panel and its notes are there, or after five seconds. */
async function look(expected: { notes: number; classes: number }): Promise<{
  notes: number;
  logits: string[];
  readout: string;
  odd: string[];
  hidden: string;
}> {
  const notes = (): number => document.querySelectorAll('.note').length;
  const fields = (): HTMLInputElement[] => [
    ...document.querySelectorAll<HTMLInputElement>('numbers-panel .exact'),
  ];
  const end = performance.now() + 5000;
  do await new Promise((resolve) => setTimeout(resolve, 10));
  while (
    (notes() < expected.notes || fields().length !== expected.classes) &&
    performance.now() < end
  );
  const texts = [...document.querySelectorAll('numbers-panel, .widget, .lead, .note')];
  return {
    notes: notes(),
    logits: fields().map(({ value }) => value.replaceAll('\u2212', '-')),
    readout: document.querySelector('.readout')?.textContent ?? '',
    odd: texts.map((one) => one.textContent).filter((text) => /undefined|\[object|null/.test(text)),
    hidden: document.documentElement.getAttribute('data-hide') ?? '',
  };
}

test.describe.configure({ mode: 'parallel' });

for (let part = 1; part <= tests; part++) {
  test(`no broken link breaks a page (${part} of ${tests})`, async ({ page, baseURL }) => {
    test.setTimeout(600_000); // of 250 pages, on a machine that may be busy
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const next = mutator(links, part);
    let refused = 0;
    for (let k = 0; k < all / tests; k++) {
      const url = new URL(next(), baseURL);
      const { state, problems } = decode(url.search);
      await page.goto(url.href, { waitUntil: 'domcontentloaded' });
      const noPanel = state.hide.includes('panel');
      const expected = { notes: problems.length, classes: noPanel ? 3 : state.z.length };
      const shown = await page.evaluate(look, expected);
      expect(faults, url.href).toEqual([]);
      expect(shown.logits.map(Number).every(Number.isFinite), url.href).toBe(true);
      expect(shown.logits.length, url.href).toBe(expected.classes);
      expect(shown.readout, url.href).toMatch(SHARES);
      expect(shown.odd, url.href).toEqual([]);
      expect(shown.hidden, url.href).toBe(state.hide.join(' '));
      if (problems.length === 0) continue;
      refused++;
      expect(shown.notes, url.href).toBeGreaterThanOrEqual(problems.length);
    }
    // Links that break nothing would test nothing, and so would links that all break alike.
    expect(refused).toBeGreaterThan(all / tests / 5);
    expect(refused).toBeLessThan((4 * all) / tests / 5);
  });
}
