import { describe, expect, it } from 'vitest';
import { declarationsOf, readCss, rulesOf, writeCss } from '../../../scripts/fonts/readCss.ts';

describe('readCss', () => {
  it('and writeCss give minified CSS back', () => {
    const css =
      '@font-face{font-family:A;src:url(a.woff2)}.a,.b>c{color:red}@media print{.d{top:0}}.e:is(.f,.g){content:"}"}';
    expect(writeCss(readCss(css))).toBe(css);
  });

  it('marks rules inside conditions', () => {
    const rules = rulesOf(readCss('.a{top:0}@media (width>1px){@supports (x:y){.b{top:0}}}'));
    expect(rules.map(({ conditional }) => conditional)).toEqual([false, true]);
  });

  it('splits selectors and declarations outside brackets and strings only', () => {
    const [rule] = rulesOf(readCss('a:is(b,c),d[e=","]{x:url("f;g");y:h(i,j)}'));
    expect(rule?.selectors).toEqual(['a:is(b,c)', 'd[e=","]']);
    expect(declarationsOf(rule?.body ?? '')).toEqual([
      ['x', 'url("f;g")'],
      ['y', 'h(i,j)'],
    ]);
  });
});
