import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changesOf } from '../../src/notebook/nearest.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import { pageOf } from '../../src/notebook/page.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { notations } from './verdicts.ts';

const page = pageOf(
  'assignment',
  readNotebook(
    '1-assignment.md',
    readFileSync('content/documents/1-assignment.md', 'utf8'),
    notations,
  ),
);
const pairs = page.formulas.flatMap((printed, k) => {
  const read = page.formulas[k + 1];
  return printed.correction?.side === 'printed' && read ? [{ printed, read }] : [];
});

it('each correction of the assignment tells what differs, and that can be typeset', () => {
  expect(pairs.length).toBeGreaterThan(3);
  for (const { printed, read } of pairs) {
    const changes = changesOf(printed, read);
    expect(changes.length).toBeGreaterThan(0);
    for (const { from, to } of changes) {
      expect(from).not.toBe(to);
      for (const tex of [from, to]) typeset(tex, { display: false, trusted: true });
    }
  }
});

it('a misprinted index is told with what carries it', () => {
  const jacobian = pairs.find(({ printed }) => printed.anchor === 'jacobian-printed');
  expect(jacobian && changesOf(jacobian.printed, jacobian.read)).toEqual([
    { from: '\\partial z_i', to: '\\partial z_j' },
  ]);
});

it('formulas with other steps have no part that differs', () => {
  const [first, second] = page.formulas.filter(({ steps }) => steps.length > 1);
  const one = page.formulas.find(({ steps }) => steps.length === 1);
  expect(first && second && one && changesOf(first, one)).toEqual([]);
});
