import { describe, expect, test } from 'vitest';
import { catalogueOf, symbolItems, type CatalogueItem } from '../../src/notebook/catalogue.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import { pageOf } from '../../src/notebook/page.ts';
import { rosettaRows } from '../../src/notebook/rosetta.ts';
import { head, notations } from './verdicts.ts';

const MARKDOWN = `Softmax makes *positive* numbers & a sum. They add up to $1$:

$$
% id: sum
\\begin{aligned}
\\sum_{i=1}^C \\sigma(z)_i &= \\sum_{i=1}^C \\frac{e^{z_i}}{\\sum_{k=1}^C e^{z_k}} && \\text{definition} \\\\
  &= 1 && \\text{one denominator}
\\end{aligned}
$$

::widget{name=simplex}

:::claim{#claim title="The size of $z$"}
Let $\\hat y = \\sigma(z)$. It is smooth.
:::

:::exercise{#ex title="Try it"}
How large is the sum?
:::

:::correction{#slip kind=misprint expect=refuted}
The sum is not [](#sum).

$$
\\sum_{i=1}^C \\sigma(z)_i = 2
$$

$$
\\sum_{i=1}^C \\hat y_i = 1
$$
:::
`;

const path = '/documents/sums/';
const items = catalogueOf([
  { path, page: pageOf('sums', readNotebook('sums.md', head() + MARKDOWN, notations)) },
]);
const at = (anchor: string): CatalogueItem | undefined =>
  items.find((item) => item.anchor === anchor);

describe('the catalogue', () => {
  test('lists a page, then what it holds in reading order', () => {
    expect(items.map(({ kind, anchor }) => `${kind} ${anchor}`.trim())).toEqual([
      'page',
      'formula sum',
      'widget widget-simplex',
      'claim claim',
      'formula in-1',
      'exercise ex',
      'formula slip',
    ]);
    expect(items.every((item) => item.page === 'sums')).toBe(true);
    expect(at('sum')?.path).toBe('/documents/sums/#sum');
  });

  test('describes a formula by the sentence before it and the reasons of its steps', () => {
    expect(at('sum')).toMatchObject({
      label: '1',
      text: 'They add up to $1$. Reasons: definition; one denominator.',
    });
  });

  test('keeps the TeX of a formula without its pragmas', () => {
    expect(at('sum')?.tex).toMatch(/^\\begin\{aligned\}/);
  });

  test('shows a correction as one formula, the one that holds, with one number', () => {
    expect(at('slip')).toMatchObject({
      label: '2',
      tex: '\\sum_{i=1}^C \\hat y_i = 1',
      text: 'The sum is not (1).',
    });
    expect(items.some(({ tex }) => tex.includes('= 2'))).toBe(false);
  });

  test('takes a formula in a sentence with its sentence, and gives it no number', () => {
    expect(at('in-1')).toMatchObject({
      tex: '\\hat y = \\sigma(z)',
      text: 'Let $\\hat y = \\sigma(z)$.',
      label: null,
    });
  });

  test('names claims and exercises by their titles, formulas in them included', () => {
    expect(at('claim')?.title).toBe('The size of $z$');
    expect(at('ex')).toMatchObject({ title: 'Try it', text: 'How large is the sum?' });
  });
});

test('a symbol of the catalogue has the signs of all notations and leads to its row', () => {
  const symbols = symbolItems(rosettaRows([...notations.values()]));
  const prediction = symbols.find(({ title }) => title === 'Prediction');
  expect(prediction?.path).toBe('/notation/#quantity-prediction');
  expect(prediction?.tex.split(' ,\\; ').length).toBeGreaterThan(2);
  expect(new Set(symbols.map(({ anchor }) => anchor)).size).toBe(symbols.length);
});
