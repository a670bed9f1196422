import { describe, expect, it } from 'vitest';
import { prune } from '../../../scripts/fonts/prune.ts';
import { readCss, writeCss } from '../../../scripts/fonts/readCss.ts';

const pruned = (css: string, ...classes: string[]): string =>
  writeCss(prune(readCss(css), new Set(classes)));

describe('prune', () => {
  it('keeps the rules of formulas whose classes all occur', () => {
    const css = '.katex{a:b}.katex .x,.katex .y.z{a:b}.katex .y>span{a:b}';
    expect(pruned(css, 'katex', 'x', 'y')).toBe('.katex{a:b}.katex .x{a:b}.katex .y>span{a:b}');
  });

  it('keeps every other rule, since scripts may add what it is for', () => {
    const css = '.later .katex{a:b}.later{a:b}@font-face{a:b}';
    expect(pruned(css)).toBe(css);
  });

  it('looks into conditions, and leaves no empty one', () => {
    const css = '@media print{.katex .x{a:b}}@media screen{.katex .y{a:b}}';
    expect(pruned(css, 'katex', 'y')).toBe('@media screen{.katex .y{a:b}}');
  });
});
