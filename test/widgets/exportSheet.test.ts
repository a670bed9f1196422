// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { exportSheet } from '../../src/widgets/handout/exportSheet.ts';
import { texMaths, texText } from '../../src/widgets/handout/texSigns.ts';

const maths = (tex: string): string =>
  `<span class="katex"><span class="katex-mathml"><math><annotation>${tex}</annotation></math></span><span aria-hidden="true">drawn</span></span>`;

const sheet = document.createElement('article');
sheet.dataset['paper'] = 'letter';
sheet.innerHTML = `
  <header class="sheet-head"><p class="sheet-course">100% & more, 3 May 2026</p><p class="sheet-name">Name</p><h1>A_B #1</h1></header>
  <div class="sheet-text"><p>1. costs $5 {and} ~half_of\\it</p></div>
  <section class="sheet-item"><h2><span class="place">1</span>Claim. ${maths('x^2')}</h2>
    <div class="sheet-part"><div class="sheet-body"><div><section class="claim"><p>Let ${maths('\\hat y')} be <em>it</em>.</p>
      <div class="derivation"><p class="lead" data-lead>every line equals −0.1</p>
        <div class="step"><div class="side left">${maths('a')}</div><div class="side right">${maths('= b')}</div><p class="reason">why</p></div>
        <div class="step"><div class="side right">${maths('= c')}</div></div></div>
      <figure><figcaption>Entries <span class="formula"><i>σ</i><sub><i>i</i></sub></span></figcaption>
        <table><tr><th>k</th><th>σ</th></tr><tr><td>1</td><td>1.5×10⁻¹²</td></tr></table></figure>
    </section></div></div>
    <p class="sheet-live"><svg></svg><a href="https://a.org/?z=1,2&amp;i=2#x_1">a.org</a></p></div></section>`;

test('Markdown has headings, formulas as TeX, tables and the live address', () => {
  const text = exportSheet(sheet, 'markdown');
  for (const part of [
    '# A\\_B #1\n',
    '1\\. costs \\$5',
    '## 1. Claim. $x^2$',
    'Let $\\hat y$ be *it*.',
    '$$\n\\begin{aligned}\n  a &= b && \\text{why} \\\\\n  &= c\n\\end{aligned}\n$$',
    '*Entries $\\sigma _{i}$*',
    '| k | σ |\n| --- | --- |\n| 1 | 1.5×10⁻¹² |',
    '<https://a.org/?z=1,2&i=2#x_1>',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('drawn');
});

test('LaTeX has every brace, dollar and environment closed, and no sign that means something', () => {
  const text = exportSheet(sheet, 'tex');
  expect(faultsOfTex(text)).toEqual([]);
  for (const part of [
    '\\documentclass[11pt,letterpaper]{article}',
    '100\\% \\& more',
    '\\section*{A\\_B \\#1}',
    'costs \\$5 \\{and\\} \\textasciitilde{}half\\_of\\textbackslash{}it',
    '\\begin{align*}\n  a &= b && \\text{why} \\\\\n  &= c\n\\end{align*}',
    '1.5$\\times$10$^{-12}$',
    '\\url{https://a.org/?z=1,2\\&i=2\\#x_1}',
  ])
    expect(text).toContain(part);
});

test('the reading of LaTeX notices what does not compile', () => {
  for (const bad of [
    '{',
    '}',
    '$x',
    '\\begin{a}',
    '\\begin{a}\\end{b}',
    'a_b',
    'a & b',
    '50%',
    'σ',
  ])
    expect(faultsOfTex(`\\begin{document}${bad}\\end{document}`), bad).not.toEqual([]);
});

test('a cell over several columns leaves the others in theirs, and no bracket is taken for an option', () => {
  const wide = document.createElement('article');
  wide.innerHTML =
    '<p><span>step</span><span>0.5</span></p><table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td colspan="2">[sum]</td><td>1</td></tr></table>';
  const text = exportSheet(wide, 'tex');
  expect(text).toContain('step 0.5');
  expect(text).toContain('  {[}sum{]} &  & 1');
});

test('signs of mathematics are set in formulas, neighbours in one', () => {
  expect(texText('η ≥ 2×10⁻³')).toBe('$\\eta$ $\\ge$ 2$\\times$10$^{-3}$');
  expect(texMaths('ŷ−t')).toBe('\\hat y -t');
});

/** What would keep a file from compiling, as far as a reading of its signs tells. */
function faultsOfTex(file: string): string[] {
  const body = /\\begin\{document\}[\s\S]*/.exec(file)?.[0] ?? '';
  const faults: string[] = [];
  const open: string[] = [];
  let braces = 0;
  let dollar = false;
  const tokens = body.matchAll(
    /\\(begin|end)\{([a-z*]+)\}|\\url\{(?:\\.|[^}])*\}|\\(?:[a-zA-Z]+|.|\n)|[{}$&_^%#~]|[^\x00-\x7f]/g,
  );
  for (const [token, edge, name = ''] of tokens) {
    if (edge === 'begin') open.push(name);
    else if (edge === 'end') {
      if (open.pop() !== name) faults.push(`\\end{${name}}`);
    } else if (token === '{') braces++;
    else if (token === '}' && --braces < 0) faults.push('}');
    else if (token === '$') dollar = !dollar;
    else if ('_^'.includes(token) && !dollar && !open.includes('align*')) faults.push(token);
    else if (token === '&' && !open.some((one) => one === 'align*' || one === 'tabular'))
      faults.push('&');
    else if ('%#'.includes(token) || /^[^\x00-\xff]$/.test(token)) faults.push(token);
  }
  if (braces !== 0) faults.push('braces');
  if (dollar) faults.push('$');
  return [...faults, ...open];
}
