import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readNotations } from '../../src/notebook/notation.ts';
import { clashesIn, rosettaRows } from '../../src/notebook/rosetta.ts';

const yaml = readFileSync(new URL('../../content/notations.yaml', import.meta.url), 'utf8');
const all = [...readNotations(yaml).values()];

/** The clash of a sign. */
function clash(sign: string): Record<string, readonly string[]> {
  const found = clashesIn(all).find((one) => one.sign === sign);
  return Object.fromEntries(
    (found?.meanings ?? []).map(({ meaning, notations }) => [meaning, notations]),
  );
}

describe('the table of notations', () => {
  test('has a row for each quantity, with the signs of each notation in its column', () => {
    const rows = rosettaRows(all);
    const prediction = rows.find(({ name }) => name === 'prediction');
    const column = (name: string): number => all.findIndex((notation) => notation.name === name);
    const signs = (name: string): string[] | undefined =>
      prediction?.signs[column(name)]?.map(({ sign }) => sign);
    expect(signs('canonical')).toEqual(['\\hat{y}']);
    expect(signs('1-assignment')).toEqual(['y']);
    expect(rows.every((row) => row.signs.length === all.length)).toBe(true);
  });

  test('no quantity stands in two rows', () => {
    const names = rosettaRows(all).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('a page about one sample has signs without its index', () => {
  const canonical = all.filter(({ name }) => name === 'canonical');
  const logit = (samples?: boolean): string | undefined =>
    rosettaRows(canonical, samples).find(({ name }) => name === 'logits')?.signs[0]?.[0]?.tex;
  expect(logit()).toBe('z_i^{(s)}');
  expect(logit(false)).toBe('z_i');
});

describe('clashes', () => {
  test('the prediction of one notation is the target of another', () => {
    const found = clash('\\hat{y}');
    expect(found['prediction']).toContain('canonical');
    expect(found['target']).toContain('1-assignment');
  });

  test('an index of one is a quantity of another', () => {
    const found = clash('t');
    expect(found['target']).toContain('canonical');
    expect(found['an index']).toContain('1-assignment');
  });

  test('a sign that means one thing everywhere is none', () => {
    expect(clash('N')).toEqual({});
  });

  test('a notation alone has none', () => {
    for (const notation of all) expect(clashesIn([notation])).toEqual([]);
  });
});
