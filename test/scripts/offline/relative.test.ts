import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { relativeSite } from '../../../scripts/offline/relative.ts';
import { textOf } from '../../../scripts/offline/siteManifest.ts';
import { site } from './site.ts';

const OTHERS = { 'js/main.js': 'x', 'data/iris.csv': '', 'data/digits.csv': '', 'face.woff2': '' };
const sha = (text: string): string => createHash('sha256').update(text).digest('base64');

/** A page of a site built for `base`, with relative addresses. */
function relative(html: string, page: string, base = '/'): string {
  const files = site({ ...OTHERS, 'index.html': '', [page]: html });
  return textOf(relativeSite(files, base), page);
}

describe('a copy of the site', () => {
  it('has addresses from the page, as deep as it lies', () => {
    const html = '<a href="/">home</a><script src="/js/main.js"></script>';
    expect(relative(html, 'index.html')).toBe(
      '<a href="./">home</a><script src="./js/main.js"></script>',
    );
    expect(relative(html, 'a/b/index.html')).toBe(
      '<a href="../../">home</a><script src="../../js/main.js"></script>',
    );
  });

  it('keeps queries and anchors, and drops the base that the site was built for', () => {
    expect(relative('<a href="/repo/a/?z=1,2#delta">', 'a/index.html', '/repo/')).toBe(
      '<a href="../a/?z=1,2#delta">',
    );
  });

  it('has relative lists and folders for scripts, and leaves other data alone', () => {
    expect(relative('<p data-keep="/ /data/iris.csv" data-tables="/data/">', 'a/index.html')).toBe(
      '<p data-keep="../ ../data/iris.csv" data-tables="../data/">',
    );
    const others = '<p data-of="/n" data-x="y" data-part="/ 3">';
    expect(relative(others, 'a/index.html')).toBe(others);
  });

  it('leaves addresses of other sites, and those on the page', () => {
    const html = '<a href="https://doi.org/1"><a href="#x"><a href="//doi.org/1">';
    expect(relative(html, 'index.html')).toBe(html);
  });

  it('says which link leads nowhere', () => {
    expect(() => relative('<a href="/gone/">', 'a/index.html')).toThrow(
      'a/: href="/gone/" leads to nothing in the site',
    );
  });

  it('allows its styles by their new hashes, and only those', () => {
    const css = '@font-face{src:url(/face.woff2) format("woff2")}';
    const other = 'p{color:red}';
    const page = relative(
      `<meta content="style-src 'sha256-${sha(css)}' 'sha256-${sha(other)}'"><style>${css}</style><style>${other}</style>`,
      'a/index.html',
    );
    const now = '@font-face{src:url(../face.woff2) format("woff2")}';
    expect(page).toBe(
      `<meta content="style-src 'sha256-${sha(now)}' 'sha256-${sha(other)}'"><style>${now}</style><style>${other}</style>`,
    );
  });

  it('is without what needs the site, and with its other files as they are', () => {
    expect(relative('<p data-not-in-copy>the\nzip</p><p>rest</p>', 'index.html')).toBe(
      '<p>rest</p>',
    );
    expect(textOf(relativeSite(site(OTHERS), '/'), 'js/main.js')).toBe('x');
  });
});
