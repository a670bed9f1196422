import { test as base, expect, type Page } from '@playwright/test';

/** The document page that most tests drive. */
export const DOCUMENT = 'documents/1-assignment/';

/**
 * A test whose page must stay clean: no console error, no exception, no report of the content
 * security policy (browsers print it as an error), no request to another origin.
 */
export const test = base.extend<{ clean: undefined }>({
  clean: [
    async ({ page, baseURL, javaScriptEnabled }, use) => {
      const faults: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin)
          faults.push(`request: ${url}`);
      });
      page.on('requestfailed', (request) => {
        // A page that is left drops what it still waits for.
        if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
        // Without scripts the browser drops the one that it was told to preload.
        if (javaScriptEnabled || !request.url().endsWith('.js'))
          faults.push(`failed: ${request.url()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A number as the page prints it. */
export function readNumber(text: string | null): number {
  const plain = (text ?? '').replace('−', '-').trim();
  const power = /^(-?[\d.]+)×10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)$/.exec(plain);
  if (!power) return Number(plain);
  const exponent = (power[2] ?? '').replace(/./g, (c) =>
    c === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)),
  );
  return Number(`${power[1]}e${exponent}`);
}

/** Softmax as a textbook computes it: independent of the site's code, exact to rounding. */
export function softmaxByHand(z: readonly number[]): number[] {
  const weights = z.map((logit) => Math.exp(logit - Math.max(...z)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Sets a logit through its exact field. */
export async function setLogit(page: Page, k: number, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `logit z ${k}, exact` });
  await field.fill(text);
  await field.press('Enter');
}

/** The texts of all elements that match, scrolled to first so that they are up to date. */
export async function textsAt(page: Page, selector: string): Promise<string[]> {
  await page.locator(selector).first().scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  return page.locator(selector).allTextContents();
}
