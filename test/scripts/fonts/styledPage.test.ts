import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { declarationCss, preloadLinks, scriptLink } from '../../../scripts/fonts/declare.ts';
import { styleOf, withStyle } from '../../../scripts/fonts/styledPage.ts';

const face = { style: 'normal', weight: 400, range: null, url: '/repo/_astro/m.woff2' };
const page = `<html><head><title>t</title><meta content="style-src 'self' 'sha256-old='; style-src-attr 'unsafe-inline'; script-src 'sha256-js='"><style>a{top:0}</style><style>b{top:0}</style></head><body><style></style></body></html>`;

describe('a page', () => {
  it('keeps its style sheets in one, in their order', () => {
    expect(styleOf(page)).toBe('a{top:0}b{top:0}');
    const styled = withStyle(page, 'c{top:0}', '<link>');
    expect(styleOf(styled)).toBe('c{top:0}');
    expect(styled).toContain('<link><style>c{top:0}</style></head><body>');
  });

  it('allows that style sheet by its hash, and no other; scripts and attributes as before', () => {
    const hash = createHash('sha256').update('c{top:0}').digest('base64');
    expect(withStyle(page, 'c{top:0}', '')).toContain(
      `"style-src 'self' 'sha256-${hash}'; style-src-attr 'unsafe-inline'; script-src 'sha256-js='"`,
    );
  });

  it('asks early for faces and for its script', () => {
    expect(preloadLinks([{ ...face, family: 'KaTeX_Main' }])).toBe(
      '<link rel="preload" href="/repo/_astro/m.woff2" as="font" type="font/woff2" crossorigin>',
    );
    expect(scriptLink('<script type="module" src="/repo/a.js"></script>')).toBe(
      '<link rel="modulepreload" href="/repo/a.js" fetchpriority="high">',
    );
    expect(scriptLink('<script type="application/json">1</script>')).toBe('');
  });
});

describe('a face', () => {
  it('of formulas is waited for, one of text is not', () => {
    expect(declarationCss([{ ...face, family: 'KaTeX_Main' }])).toBe(
      '@font-face{font-family:KaTeX_Main;font-display:block;src:url(/repo/_astro/m.woff2)format("woff2")}',
    );
    const text = { ...face, family: 'S 4', style: 'italic', weight: 600, range: 'U+41' };
    expect(declarationCss([text])).toBe(
      '@font-face{font-family:"S 4";font-style:italic;font-weight:600;font-display:optional;src:url(/repo/_astro/m.woff2)format("woff2");unicode-range:U+41}',
    );
  });
});
