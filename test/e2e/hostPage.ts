import { createServer } from 'node:http';
import { test as base, type FrameLocator, type Page } from '@playwright/test';

/** A page of another origin, as an instructor would write it. */
export interface Host {
  /** Opens the page with `body` in it; `…` in front of a path stands for this site. */
  open(body: string): Promise<void>;
}

/** A test with a page of another site around it: `localhost` is another one than `127.0.0.1`. */
export const test = base.extend<{ host: Host; faults: string[] }>({
  faults: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    await use(faults);
  },
  host: async ({ page, baseURL }, use) => {
    let html = '';
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(html);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await use({
      open: async (body) => {
        html = `<!doctype html><title>A course</title><link rel="icon" href="data:,">${body.replaceAll('…', baseURL ?? '')}`;
        await page.goto(`http://localhost:${address.port}/`);
      },
    });
    await new Promise((done) => server.close(done));
  },
});

/** The script that gives frames their height. */
export const SCRIPT = '<script src="…embed/host.js" defer></script>';

/** A frame with `path` of this site. */
export function frameOf(path: string, attributes = ''): string {
  return `<iframe src="…${path}" title="a part" width="720" height="100" ${attributes}></iframe>`;
}

/** How high the frames are, in pixels, and how high what they show is. */
export async function heights(page: Page): Promise<{ frame: number; content: number }[]> {
  const frames = await page.locator('iframe').all();
  return Promise.all(
    frames.map(async (frame) => ({
      frame: await frame.evaluate((element) => element.clientHeight),
      content: await contentHeight(frame.contentFrame()),
    })),
  );
}

async function contentHeight(frame: FrameLocator): Promise<number> {
  return frame.locator('html').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
}
