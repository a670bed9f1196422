import { expect, test } from 'vitest';
import { embedsOf, formulasOf, type Embed } from '../../src/notebook/embeds.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import { pageOf } from '../../src/notebook/page.ts';
import { head, notations } from './verdicts.ts';

const TEXT = `::widget{name=jacobian}

:::claim{#positive title="All are positive"}
$$
% id: above
\\sigma(z)_i > 0
$$
:::

:::correction{#sum kind=misprint expect=refuted}
Read 1.

$$
\\sum_{i=1}^C \\sigma(z)_i = 2
$$

$$
\\sum_{i=1}^C \\sigma(z)_i = 1
$$
:::

::::exercise{#ex-1 title="Add up"}
What is $\\sum_{i=1}^C \\sigma(z)_i$?

:::answer
$$
\\sum_{i=1}^C \\sigma(z)_i = 1
$$
:::
::::
`;

const page = pageOf('sums', readNotebook('sums.md', head() + TEXT, notations));
const embeds = embedsOf([
  { path: '/derivations/sums/', page },
  { path: '/derivations/again/', page: { ...page, slug: 'again' } },
]);

function at(path: string): Embed {
  const found = embeds.find((embed) => embed.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

test('figures, displays, claims and exercises have addresses, a figure one for all its pages', () => {
  const own = (slug: string): string[] => [
    `/embed/claim/${slug}/positive/ All are positive`,
    `/embed/step/${slug}/above/ Formula (1) of A test`,
    `/embed/step/${slug}/sum-printed/ Formula (2) of A test`,
    `/embed/step/${slug}/sum-corrected/ Formula (2′) of A test`,
    `/embed/claim/${slug}/ex-1/ Add up`,
    `/embed/exercise/${slug}/ex-1/ Add up`,
    `/embed/step/${slug}/eq-4/ Formula (3) of A test`,
  ];
  expect(embeds.map(({ path, title }) => `${path} ${title}`)).toEqual([
    '/embed/widget/jacobian/ The Jacobian, entry by entry',
    ...own('sums'),
    ...own('again'),
  ]);
  expect(at('/embed/widget/jacobian/')).toMatchObject({
    home: { path: '/derivations/sums/' },
    anchor: 'widget-jacobian',
  });
});

test('neither form of a correction stands without the other', () => {
  const both = formulasOf(at('/embed/step/sums/sum-corrected/').block);
  expect(both).toEqual(formulasOf(at('/embed/step/sums/sum-printed/').block));
  expect(both).toHaveLength(2);
});

test('an exercise has its answer as a claim alone', () => {
  const shown = (path: string): number[] => formulasOf(at(path).block);
  expect(shown('/embed/claim/sums/ex-1/')).toHaveLength(2);
  expect(shown('/embed/exercise/sums/ex-1/')).toHaveLength(1);
  expect(JSON.stringify(at('/embed/exercise/sums/ex-1/').block)).not.toContain('answer');
});
