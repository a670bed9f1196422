import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFrontMatter, type FrontMatter } from '../../src/notebook/frontMatter.ts';
import { readNotations } from '../../src/notebook/notation.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import { notations } from './verdicts.ts';

const COURSE = [
  'distribution',
  'log-sum-exp',
  'logistic',
  'likelihood',
  'jacobian',
  'gradient',
  'weights',
  'batch',
  'convexity',
  'descent',
];

/** The notations with positive numbers for targets, whatever they sum to. */
const loose = readNotations(
  readFileSync('content/notations.yaml', 'utf8').replaceAll('kind: probability', 'range: [0.1, 2]'),
);

/** A page of the course cut down to its front matter without the result, and the displays of this. */
function stated(slug: string): {
  readonly source: string;
  readonly result: FrontMatter['result'];
} {
  const source = readFileSync(`content/derivations/${slug}.md`, 'utf8');
  const front = readFrontMatter(source.split('---\n')[1] ?? '');
  if (typeof front === 'string') throw new Error(front);
  const displays = [...source.matchAll(/^\$\$\n([^$]*)\n\$\$$/gm)].filter(([, tex = '']) =>
    front.result?.states.some((id) => tex.includes(`% id: ${id}\n`)),
  );
  const head = '---\ntitle: A test\nnotation: canonical\n---\n';
  return {
    source: head + displays.map(([display]) => `\n${display}\n`).join(''),
    result: front.result,
  };
}

describe.each(COURSE)('the result of %s', (slug) => {
  const { source, result } = stated(slug);

  it('holds', () => {
    const { formulas } = readNotebook('test.md', source, notations);
    expect(formulas.map(({ anchor }) => anchor)).toEqual(result?.states);
    for (const { verdict } of formulas) expect(['holds', 'definition']).toContain(verdict);
  });

  it('fails for targets that do not sum to 1 where it says that it needs that, and holds elsewhere', () => {
    const { formulas } = readNotebook('test.md', source, loose);
    const refuted = formulas.filter(({ verdict }) => verdict === 'refuted');
    expect(refuted.map(({ anchor }) => anchor)).toEqual(result?.['unit-sum']);
    for (const { verdict } of formulas)
      expect(['holds', 'definition', 'refuted']).toContain(verdict);
  });
});

const page = (result: string): string =>
  [
    '---',
    'title: A test',
    'notation: canonical',
    'result:',
    ...result.split('\n').map((line) => `  ${line}`),
    '---',
    '',
    ':::claim{#claim title="Prediction minus target"}',
    '$$',
    '% id: gradient',
    '\\frac{\\partial L}{\\partial z} = \\hat y - t',
    '$$',
    '$$',
    '% id: sum',
    '\\sum_{i=1}^C \\frac{\\partial L}{\\partial z_i} = 0',
    '$$',
    ':::',
    ':::proof',
    '$$',
    '% id: chain',
    '\\frac{\\partial L}{\\partial z_i} = \\hat y_i \\sum_{c=1}^C t_c - t_i = \\hat y_i - t_i',
    '$$',
    ':::',
    '',
  ].join('\n');

describe('what front matter says of a result', () => {
  it('is told with shapes, layouts and the steps that need targets with the sum 1', () => {
    const source = page('states: [gradient, sum]\nunit-sum: [gradient]');
    const { result, faults } = readNotebook('test.md', source, notations);
    expect(faults).toEqual([]);
    expect(result?.states).toEqual([0, 1]);
    expect(result?.unitSum).toEqual({ needed: [0], enters: [{ formula: 2, step: 1 }] });
    expect(result?.shapes.map(({ tex }) => tex)).toEqual([
      'L \\in \\mathbb{R}',
      'z \\in \\mathbb{R}^C',
      '\\hat{y} \\in \\mathbb{R}^C',
      't \\in \\mathbb{R}^C',
    ]);
    expect(result?.layouts).toEqual([
      {
        tex: '\\frac{\\partial L}{\\partial z} \\in \\mathbb{R}^C',
        arranged: { as: 'variable', by: 'z' },
      },
    ]);
  });

  it.each([
    ['states: [gradient, nowhere]\nunit-sum: [gradient]', 5, 'no display of this page'],
    ['states: [gradient]\nunit-sum: []', 6, 'fails for targets that do not sum to 1'],
    ['states: [gradient, sum]\nunit-sum: [gradient, sum]', 5, 'holds for any positive targets'],
  ])('is a fault in its line where it is wrong: %s', (result, line, message) => {
    const { faults, result: read } = readNotebook('test.md', page(result), notations);
    expect(read).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'result', line });
    expect(faults[0]?.message).toContain(message);
  });

  it('is a fault where a part of it is missing', () => {
    const { faults } = readNotebook('test.md', page('states: [gradient]'), notations);
    expect(faults.map(({ code }) => code)).toContain('front-matter');
  });
});
