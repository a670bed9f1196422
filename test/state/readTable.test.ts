import { describe, expect, test } from 'vitest';
import { limits, readTable } from '../../src/state/readTable.ts';

const GOOD = 'u,v,kind\n1,2,a\n3,−4.5,b\n5,1e3,a\n';

/** What is wrong with `text`. */
function errorOf(text: string): string {
  const read = readTable(text);
  return 'error' in read ? read.error : '';
}

describe('readTable', () => {
  test('reads names, numbers and labels', () => {
    expect(readTable(GOOD)).toEqual({
      header: true,
      bad: [],
      table: {
        features: ['u', 'v'],
        classes: ['a', 'b'],
        rows: [[1, 2], [3, -4.5], [5, 1000]],
        labels: [0, 1, 0],
      },
    }); // prettier-ignore
  });

  test('without a line of names the first line is a sample and columns have numbers', () => {
    const read = readTable('1,2,yes\n3,4,no\n5,6,no');
    expect(read).toMatchObject({
      header: false,
      table: { features: ['column 1', 'column 2'], classes: ['no', 'yes'], labels: [1, 0, 0] },
    });
  });

  test('labels that are numbers are put in order by size', () => {
    const read = readTable('1,10\n2,9\n3,10\n4,-1');
    expect(read).toMatchObject({ table: { classes: ['-1', '9', '10'], labels: [2, 1, 2, 0] } });
  });

  test('decimal commas are read as such, where nothing else can be meant', () => {
    const read = readTable('u;v;kind\n1,5;2;a\n−3,25;4;b\n1,2e3;6;a\n');
    expect(read).toMatchObject({ bad: [], table: { rows: [[1.5, 2], [-3.25, 4], [1200, 6]] } }); // prettier-ignore
    const thousands = readTable('u;kind\n1,500;a\n2,250;b\n3;a\n4;b\n');
    expect(thousands.bad.map(({ line }) => line)).toEqual([2, 3]);
    const mixed = readTable('u;kind\n1,5;a\n2.5;b\n3;a\n4;b\n');
    expect(mixed.bad.map(({ line }) => line)).toEqual([2]);
  });

  test('every row that is left out is named by its line, with the reason', () => {
    const text = `${GOOD}abc,1,a\n1,,a\n\n1,2\n1,2,\n1,1e999,b\n1,-1e200,b\n7,7,"b"\n"1,5",2,a`;
    const read = readTable(text);
    expect(read.bad).toEqual([
      { line: 5, reason: '“abc” is not a number' },
      { line: 6, reason: 'a number is missing' },
      { line: 8, reason: 'it has 2 cells, the first line 3' },
      { line: 9, reason: 'the label is missing' },
      { line: 10, reason: '“1e999” is too large to compute with' },
      { line: 11, reason: '“-1e200” is too large to compute with' },
      { line: 13, reason: '“1,5” is not a number' },
    ]);
    expect(read).toMatchObject({ table: { labels: [0, 1, 0, 1] } });
  });

  test.each([
    ['', 'there is nothing to read'],
    ['1\n2\n', 'the first line has one cell'],
    ['1,a\n2,a', 'all labels are “a”'],
    ['1,0.1\n2,0.2', 'every row has a label of its own'],
    ['x,y\nfoo,a', 'no row can be used'],
    [Array.from({ length: 30 }, (_, k) => `1,${k % 15}`).join('\n'), 'it has 15 different labels'],
    ['1,'.repeat(101) + 'a', 'it has 101 features'],
    ['1,a\n2,b\n'.repeat(limits.rows), 'it has 10000 rows'],
    ['1'.repeat(limits.characters + 1), 'it has 5000001 characters'],
  ])('refuses a table it can’t use and says why (%#)', (text, error) => {
    expect(errorOf(text)).toContain(error);
  });
});
