import { describe, expect, test } from 'vitest';
import { Lines } from '../../src/notebook/lines.ts';
import { complaintsOf, formatComplaint } from '../../src/notebook/report.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import { head, markdown, notations } from './verdicts.ts';

/** The complaints about a file, as printed. */
function complaints(source: string): string[] {
  const notebook = readNotebook('test.md', source, notations);
  return complaintsOf(notebook, source).map((complaint) => formatComplaint(complaint, source));
}

/** The complaints about a text after the front matter, which has five lines: place and title. */
function titles(text: string): string[] {
  return complaints(head() + text).map((complaint) => complaint.split('\n')[0] ?? '');
}

const fence = '$$\nz_i = z_i + 1\n$$\n';

describe('nothing escapes:', () => {
  test.each([
    ['a display', fence, ['test.md:7:7: refuted: this step does not hold']],
    ['a display on one line', '$$z_i = 1$$\n', ['test.md:6:9: refuted: this step does not hold']],
    ['a formula in the line', 'As $z_i = 1$.\n', ['test.md:6:11: refuted: this step does not hold']],
    ['one in a heading', '# As $z_i = 1$\n', ['test.md:6:13: refuted: this step does not hold']],
    ['one in a link', '[As $z_i = 1$](/)\n', ['test.md:6:12: refuted: this step does not hold']],
    ['one in a list', '- As $z_i = 1$\n', ['test.md:6:13: refuted: this step does not hold']],
    ['one in a quote', '> As $z_i = 1$\n', ['test.md:6:13: refuted: this step does not hold']],
    ['one in a claim', ':::claim{#a}\n$z_i = 1$\n:::\n', ['test.md:7:8: refuted: this step does not hold']],
    ['one in a claim’s label', ':::claim[$z_i = 1$]{#a}\nA\n:::\n', ['test.md:6:17: refuted: this step does not hold']],
    ['text behind an opening $$', '$$ z_i\n= 1\n$$\n', ['test.md:6:1: delimiter: text behind the opening $$: z_i']],
    ['an open $$', '$$\nz_i = 1\n', ['test.md:6:1: delimiter: a $$ that is not closed']],
    ['an open $', 'An $z_i = 1\n', ['test.md:6:4: delimiter: $ outside a formula']],
    ['an open :::', ':::claim{#a}\nA.\n', ['test.md:6:1: directive: :::claim is not closed']],
    ['a formula in HTML', '<p>$z_i = 1$</p>\n', ['test.md:6:1: html: raw HTML']],
    ['one in a comment', '<!-- $z_i = 1$ -->\n', ['test.md:6:1: html: raw HTML']],
    ['one in a code fence', '```\n$$z_i = 1$$\n```\n', ['test.md:6:1: escape: a formula in code']],
    ['one in a math fence', '```math\nz_i = 1\n```\n', ['test.md:6:1: escape: a formula in code']],
    ['one in indented code', '    $$z_i = 1$$\n', ['test.md:6:1: escape: a formula in code']],
    ['one in \\[ \\]', '\\[ z_i = 1 \\]\n', ['test.md:6:1: delimiter: \\[ outside a formula']],
    ['one in \\( \\)', '\\( z_i = 1 \\)\n', ['test.md:6:1: delimiter: \\( outside a formula']],
    ['one in an environment', '\\begin{align} z_i = 1 \\end{align}\n', ['test.md:6:1: delimiter: \\begin{ outside a formula']],
    ['a display in a list', '- A\n\n  $$\n  z_i = 1\n  $$\n', ['test.md:8:3: layout: a display or directive inside a list or a quote']],
    ['a display in the line', 'A $$z_i = z_i$$ b\n', ['test.md:6:3: delimiter: a display inside a sentence']],
    ['one in a widget’s label', '::widget[$z_i = 1$]{name=jacobian}\n', ['test.md:6:11: escape: a formula where none is read']],
    ['one in a title', ':::claim{#a title="$z_i$"}\nA\n:::\n', ['test.md:6:1: escape: a formula in a title', 'test.md:6:20: delimiter: $ outside a formula', 'test.md:6:24: delimiter: $ outside a formula']],
    ['braces', '${z_i = 1}$\n', ['test.md:6:7: malformed (unexpected): = here, } expected']],
    ['brackets', '$(z_i = 1)$\n', ['test.md:6:7: malformed (unexpected): = here, ) expected']],
    ['words', '$z_i \\text{ = } 1$\n', ['test.md:6:6: malformed (unexpected): \\text{ = } here, the end expected']],
    ['a foreign relation', '$z_i \\propto 1$\n', ['test.md:6:6: malformed (unexpected): \\propto here, the end expected']],
    ['two numbers', '$1 = 2$\n', ['test.md:6:6: refuted: this step does not hold']],
    ['an unknown widget', '::widget{name=nope}\n', ['test.md:6:1: directive: unknown directive ::widget{name=nope}']],
    ['an unknown directive', ':::lemma\nA\n:::\n', ['test.md:6:1: directive: unknown directive :::lemma']],
    ['an unknown pragma', '$$\n% fro: i = 1\nz_i = z_i\n$$\n', ['test.md:7:3: pragma: unknown pragma fro: i = 1']],
    ['a pragma that objects have', '$$\n% constructor: i = 1\nz_i = z_i\n$$\n', ['test.md:7:3: pragma: unknown pragma constructor: i = 1']],
    ['a pragma twice', '$$\n% id: a\n% id: b\nz_i = z_i\n$$\n', ['test.md:8:3: pragma: a second pragma id']],
    ['an empty pragma', '$$\n% unchecked:\nz_i = 1\n$$\n', ['test.md:7:3: pragma: pragma unchecked without a value', 'test.md:8:7: refuted: this step does not hold']],
    ['one id twice', ':::claim{#a}\nA\n:::\n\n$$\n% id: a\nz_i = z_i\n$$\n', ['test.md:11:1: duplicate-id: id a is taken']],
  ])('%s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
  }); // prettier-ignore

  test.each([
    ['conditions and sizes', 'For $i \\ne j$ and $C \\ge 2$ and $1 \\le i \\le C$.\n'],
    ['an event', 'Here $P(Y = k)$ is a probability.\n'],
    ['a symbol out of the subset', 'Here $\\varepsilon$ is small.\n'],
    ['a time and a name', 'At 10:30 it is p(y:x), and a:b.\n'],
    ['a dollar', 'It costs \\$5.\n'],
    ['an unchecked display', '$$\n% unchecked: the notation is another\nq = 1\n$$\n'],
  ])('but not %s', (_, text) => {
    expect(titles(text)).toEqual([]);
  });

  test('as many formulas are found as there are delimiters', () => {
    const text = 'A $a$ b $c$\n\n$$\nz_i = z_i\n$$\n\n- $$z_1 = z_1$$\n\n> $d$ `x`\n\n$$v_1 = v_1$$\n';
    const { formulas } = readNotebook('test.md', head() + text, notations);
    const delimiters = (head() + text).match(/\$+/g)?.length ?? 0;
    expect(formulas.length).toBe(delimiters / 2);
  });

  test('text that looks like a directive is restored', () => {
    const { blocks } = readNotebook('test.md', head() + 'At 10:30, p(y:x), q:r[s]{t}.\n', notations);
    expect(JSON.stringify(blocks)).toContain('At 10:30, p(y:x), q:r[s]{t}.');
  });
}); // prettier-ignore

describe('a complaint', () => {
  test('has place, source, underline and counterexample', () => {
    const [complaint = ''] = complaints(markdown(['% id: a\n  z_1 = z_1 + 1']));
    const lines = complaint.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'test.md:8:9: refuted: this step does not hold',
      '      z_1 = z_1 + 1',
      '            ^^^^^^^',
    ]);
    expect(lines.slice(3).join('\n')).toMatch(
      /^ {4}with z = \(.*\)\n {4}left {2}= (.*)\n {4}right = (.*)$/,
    );
  });

  test.each([
    ['behind wide characters', 'ü – ŷ $z_q = 1$', 'test.md:6:10: malformed (undeclared)', 9, 'q'],
    ['behind an astral character', '😀 $z_q = 1$', 'test.md:6:7: malformed (undeclared)', 6, 'q'],
    ['behind pragmas', '$$\n% id: a\n% for: i \\ne j\nz_q = 1\n$$', 'test.md:9:3: malformed (undeclared)', 2, 'q'],
    ['in a guard', '$$\n% id: a\n% for: i \\ne qq\nz_i = 1\n$$', 'test.md:8:14: malformed (pragma)', 13, 'q'],
    ['in a bound', '$$\n% within: \\foo\nz_i \\approx 1\n$$', 'test.md:7:11: malformed (pragma)', 10, '\\foo'],
    ['in a goal', '$$\n% goal: z_i\nz_i = z_i\n$$', 'test.md:7:9: malformed (pragma)', 8, 'z_i'],
    ['in the reasons', '$$\n% reasons: a | b\nz_i = z_i\n$$', 'test.md:7:12: malformed (pragma)', 11, 'a | b'],
    ['behind a tab', '$$\n\tz_q = 1\n$$', 'test.md:7:4: malformed (undeclared)', 3, 'q'],
  ])('%s underlines the token', (_, text, place, before, token) => {
    const [title = '', source = '', underline = ''] = (complaints(head() + text + '\n')[0] ?? '').split('\n');
    expect(title.startsWith(place)).toBe(true);
    expect(source.slice(4 + before, 4 + before + token.length)).toBe(token);
    expect(underline.slice(4).length).toBe(before + token.length);
    expect(underline.trim()).toBe('^'.repeat(token.length));
  }); // prettier-ignore

  test.each([
    ['refuted', 'z_i = 1', /refuted: this step does not hold/],
    ['undecided', '\\log z_i = \\log z_i', /undecided: the left side is not finite/],
    ['malformed', 'z_i = ', /malformed \(missing\)/],
  ])('is made of a display that is %s', (_, tex, title) => {
    expect(complaints(markdown([tex])).join()).toMatch(title);
  });

  test('is the same in a file with Windows line ends, and with a mark before it', () => {
    const source = markdown(['z_i = z_i +\n 1', 'v_q = 1']);
    const plain = complaints(source);
    expect(plain.length).toBe(2);
    expect(complaints(source.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(complaints(`\uFEFF${source}`)).toEqual(plain);
  });

  test('is made of a file without front matter, an empty one, an unknown notation', () => {
    expect(complaints('').join()).toContain('test.md:1:1: front-matter: no front matter');
    expect(complaints('# A\n').join()).toContain('test.md:1:1: front-matter: no front matter');
    expect(complaints(head('nope')).join()).toContain('front-matter: unknown notation nope');
    expect(complaints('---\ntitle: [\n---\n').join()).toContain('front-matter');
  });
});

describe('lines', () => {
  test('count from 1, also at the ends of lines and of the text', () => {
    const lines = new Lines('ab\n\nc');
    expect([0, 2, 3, 4, 5].map((at) => lines.at(at))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
    ]);
    expect(lines.range(0, 5)).toEqual({ line: 1, column: 1, endColumn: 3 });
  });
});
