import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { FORMULA_SHEET } from '../../../scripts/fonts/faces.ts';
import { fontRules } from '../../../scripts/fonts/fontRules.ts';
import { signsOf } from '../../../scripts/fonts/signs.ts';
import { typeset } from '../../../src/typeset/typeset.ts';

const KATEX = readFileSync(createRequire(import.meta.url).resolve(FORMULA_SHEET), 'utf8');

/** The characters shown in each choice: `family style weight` → characters, sorted. */
function shown(html: string, css: string): Record<string, string> {
  return Object.fromEntries(
    signsOf(html, fontRules(css)).signs.map(({ choice, characters }) => [
      `${choice.families[0] ?? ''} ${choice.style} ${choice.weight}`,
      [...characters].sort().join(''),
    ]),
  );
}

const formula = (tex: string): Record<string, string> =>
  shown(typeset(tex, { display: true, trusted: true }), KATEX);

describe('the characters of a formula', () => {
  it.each([
    ['x', 'KaTeX_Math italic 400', 'x'],
    ['\\mathbf{z}', 'KaTeX_Main normal 700', 'z'],
    ['\\boldsymbol{z}', 'KaTeX_Math italic 700', 'z'],
    ['\\mathcal{L}', 'KaTeX_Caligraphic normal 400', 'L'],
    ['\\mathbb{R}', 'KaTeX_AMS normal 400', 'R'],
    ['\\mathit{f}', 'KaTeX_Main italic 400', 'f'],
    ['\\mathsf{s}', 'KaTeX_SansSerif normal 400', 's'],
    ['\\mathtt{t}', 'KaTeX_Typewriter normal 400', 't'],
    ['\\operatorname{diag}', 'KaTeX_Main normal 400', 'adgi'],
    ['\\text{if}', 'KaTeX_Main normal 400', 'fi'],
    ['\\sum', 'KaTeX_Size2 normal 400', '∑'],
    ['\\textstyle\\sum', 'KaTeX_Size1 normal 400', '∑'],
    ['\\big(', 'KaTeX_Size1 normal 400', '('],
    ['\\Big(', 'KaTeX_Size2 normal 400', '('],
    ['\\bigg(', 'KaTeX_Size3 normal 400', '('],
    ['\\Bigg(', 'KaTeX_Size4 normal 400', '('],
  ])('%s is set in %s', (tex, face, characters) => {
    expect(formula(tex)[face]).toContain(characters);
  });

  it('includes the parts of stacked delimiters', () => {
    const tall = '\\left\\{ \\begin{matrix} 1\\\\2\\\\3\\\\4\\\\5 \\end{matrix} \\right.';
    expect(formula(tall)['KaTeX_Size4 normal 400']).toMatch(/[⎧⎨⎩]/);
  });

  it('leaves out its MathML', () => {
    expect(Object.values(formula('x')).join('')).toBe('x');
  });
});

describe('the characters of text', () => {
  const css = `:root{--serif:'S 4',georgia}body{font:400 1rem/1.6 var(--serif)}h1{font-weight:600}
    .r{font:italic 1em/1.4 var(--serif)}button{font:inherit}`;

  it('are told apart by family, style and weight', () => {
    const html =
      '<body><h1>a<em>b</em></h1><p>c <b>d</b></p><p class="r">e</p><button>f</button></body>';
    expect(shown(html, css)).toEqual({
      'S 4 normal 600': 'a',
      'S 4 italic 600': 'b',
      'S 4 normal 400': ' cf',
      'S 4 normal 700': 'd',
      'S 4 italic 400': 'e',
    });
  });

  it('count in both faces where a rule holds only at times', () => {
    const rules = `${css}p:hover{font-weight:600}@media print{i{font-style:normal}}`;
    expect(shown('<body><p>a</p><i>b</i></body>', rules)).toEqual({
      'S 4 normal 400': 'ab',
      'S 4 normal 600': 'a',
      'S 4 italic 400': 'b',
    });
  });

  it('obey the more specific rule, and the later of two', () => {
    const rules = `#a{font-style:italic}.a{font-style:normal}.b{font-weight:600}.b{font-weight:400}`;
    expect(shown('<p id="a" class="a b">x</p>', rules)).toEqual({ 'serif italic 400': 'x' });
  });

  it('are seen at once unless folded away', () => {
    const { signs } = signsOf('<details><summary>a</summary><p>b</p></details>', []);
    expect(signs.map(({ atOnce }) => [...atOnce].join(''))).toEqual(['a']);
    expect(signs.map(({ characters }) => [...characters].join(''))).toEqual(['ab']);
  });
});
