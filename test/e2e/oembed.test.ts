import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const SITE = 'dist';
const PAGES = [
  'documents/3-note/',
  'derivations/jacobian/',
  'gradient-check/',
  'exercises/gradient/ex-1/',
  'embed/widget/simplex/',
  'embed/step/3-note/cross-entropy/',
  'embed/claim/gradient/claim/',
];

test('every oEmbed document is a frame, and what it shows exists', () => {
  const folder = join(SITE, 'oembed');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  expect(files.length).toBeGreaterThan(400);
  for (const file of files) {
    const oembed = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
    const { html, title, width, height } = oembed;
    expect(oembed).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'Checked Derivations',
    });
    expect([title, width, height]).toEqual([
      expect.stringMatching(/./),
      expect.any(Number),
      expect.any(Number),
    ]);
    const frame =
      /^<iframe src="([^"]+)" title="[^"<>]+" width="\d+" height="\d+" [^<>]*><\/iframe>$/.exec(
        String(html),
      );
    const { pathname } = new URL(frame?.[1] ?? '');
    expect(existsSync(join(SITE, decodeURIComponent(pathname), 'index.html')), file).toBe(true);
  }
});

test('pages that can be embedded lead to their oEmbed document', async ({ request }) => {
  for (const path of PAGES) {
    const html = await (await request.get(path)).text();
    const link =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="([^"]+)">/.exec(
        html,
      );
    const { pathname } = new URL(link?.[1] ?? '');
    const response = await request.get(pathname.slice(1));
    expect(response.status(), path).toBe(200);
    const { html: frame } = (await response.json()) as { html: string };
    expect(frame).toContain(path.replace('exercises/', 'embed/exercise/'));
  }
});
