import { describe, expect, it } from 'vitest';
import { siteManifest } from '../../../scripts/offline/siteManifest.ts';
import { filesOf, hashOf } from '../../../src/offline/manifest.ts';
import { site } from './site.ts';

const files = site({
  'index.html': '<title>Home · Site</title><script src="/js/main.js"></script>',
  'figure/index.html':
    '<title>A &amp; B · Site</title><script src="/js/main.js"></script><a-figure></a-figure>',
  'embed/figure/index.html': '<title>Figure · Site</title>',
  'js/main.js': 'import"./shared.js";import(`./figure.js`);import(`./menu.js`)',
  'js/shared.js': '',
  'js/figure.js': 'import`./numbers.js`;customElements.define(`a-figure`,A)',
  'js/numbers.js': '',
  'js/menu.js': 'customElements.define(`a-menu`,A)',
});
const manifest = siteManifest(files, '/');
const needs = (page: string): string[] => filesOf(manifest, page).map(({ path }) => path);

describe('the list of a site’s files', () => {
  it('has each file with the hash that a browser computes, and its size', async () => {
    const main = manifest.files.find(({ path }) => path === 'js/main.js');
    const bytes = files.get('js/main.js') ?? new Uint8Array();
    expect(main).toEqual({
      path: 'js/main.js',
      hash: await hashOf(bytes),
      bytes: bytes.length,
    });
    expect(manifest.files.map(({ path }) => path)).toContain('');
  });

  it('names pages by their titles, without the site’s', () => {
    expect(manifest.pages['']?.title).toBe('Home');
    expect(manifest.pages['figure/']?.title).toBe('A & B');
  });

  it('gives a page the scripts that it may import late, and what those import', () => {
    expect(needs('figure/')).toEqual(
      expect.arrayContaining(['js/main.js', 'js/shared.js', 'js/figure.js', 'js/numbers.js']),
    );
  });

  it('leaves out a late script whose elements only other pages have', () => {
    expect(needs('')).not.toContain('js/figure.js');
    expect(needs('')).not.toContain('js/numbers.js');
  });

  it('keeps a late script whose elements no page has before it comes', () => {
    expect(needs('')).toContain('js/menu.js');
  });

  it('is without pages for frames of other sites', () => {
    expect(manifest.files.some(({ path }) => path.startsWith('embed/'))).toBe(false);
  });
});
