import { describe, expect, test } from 'vitest';
import { createSearch } from '../../src/search/createSearch.ts';
import type { SearchItem } from '../../src/search/searchItem.ts';

const item = (path: string, title: string, more: Partial<SearchItem> = {}): SearchItem => ({
  kind: 'claim',
  path,
  anchor: '',
  title,
  text: '',
  tex: '',
  math: '',
  label: null,
  within: null,
  on: '',
  ...more,
});

const found = async (items: readonly SearchItem[], query: string): Promise<string[]> =>
  (await createSearch(items))(query).map(({ path }) => path);

describe('the search', () => {
  test('puts the word before its beginning, and that before a slip', async () => {
    const items = [
      item('/slip/', 'Convey'),
      item('/beginning/', 'Convexity'),
      item('/word/', 'Convex'),
    ];
    expect(await found(items, 'convex')).toEqual(['/word/', '/beginning/', '/slip/']);
  });

  test('puts what has all that was asked for before what has a part of it', async () => {
    const items = [item('/part/', 'Gradient'), item('/all/', 'A check', { text: 'of a gradient' })];
    expect(await found(items, 'gradient check')).toEqual(['/all/', '/part/']);
  });

  test('forgives no slip in a sign: z_i comes before z_j, and x is not found', async () => {
    const items = ['z_j = 1', 'z_i + 2 + a + b + c', 'x = 3'].map((tex) =>
      item(`/${tex.slice(0, 3)}/`, '', { tex }),
    );
    expect(await found(items, 'z_i')).toEqual(['/z_i/', '/z_j/']);
  });

  test('puts a formula with the same neighbours first', async () => {
    const items = [
      item('/apart/', '', { tex: 't = 0, \\hat y = 1' }),
      item('/neighbours/', '', { tex: 'x (\\hat y - t) + b + c + d' }),
    ];
    expect((await found(items, 'ŷ - t'))[0]).toBe('/neighbours/');
  });

  test('puts the symbol that has a sign before the formulas with it', async () => {
    const items = [
      item('/formula/', '', { kind: 'formula', tex: '\\tau = 1', label: '1' }),
      item('/symbol/', 'Temperature', { kind: 'symbol', tex: '\\tau' }),
    ];
    expect(await found(items, 'τ')).toEqual(['/symbol/', '/formula/']);
  });

  test('shows a figure of several pages once', async () => {
    const figure = { kind: 'widget' } as const;
    const items = [item('/a/', 'The simplex', figure), item('/b/', 'The simplex', figure)];
    expect(await found(items, 'simplex')).toHaveLength(1);
  });

  test('does not look into the markup of titles and texts', async () => {
    const items = [item('/a/', 'Of <math><mi>z</mi></math>', { text: '<em>one</em>' })];
    expect(await found(items, 'math')).toEqual([]);
    expect(await found(items, 'mi')).toEqual([]);
  });
});
