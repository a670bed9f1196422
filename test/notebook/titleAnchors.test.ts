import { describe, expect, it } from 'vitest';
import { anchorsIn } from '../../src/notebook/anchorsIn.ts';
import { readNotebook } from '../../src/notebook/notebook.ts';
import { head, notations } from './verdicts.ts';

const source = `${head()}
## The proof

:::claim{title="A sum of σ is 1"}
$$
% id: the-idea
\\sum_{i=1}^C \\sigma(z)_i = 1
$$
:::

## The idea

## References

## The proof
`;

describe('what has a title and no id', () => {
  const { anchors, blocks, faults } = readNotebook('test.md', source, notations);

  it('has an anchor of the words of its title, and says that it is a section where they are taken', () => {
    expect(faults).toEqual([]);
    for (const anchor of [
      'the-proof',
      'a-sum-of-σ-is-1',
      'the-idea-section',
      'references-section',
      'the-proof-section',
    ])
      expect(anchors).toContain(anchor);
    const html = JSON.stringify(blocks);
    for (const id of ['the-proof', 'the-idea-section', 'the-proof-section'])
      expect(html).toContain(`<h2 id=\\"${id}\\">`);
    expect(blocks.find(({ kind }) => kind === 'claim')).toMatchObject({ id: 'a-sum-of-σ-is-1' });
  });

  it('can be linked to from other pages', () => {
    const known = anchorsIn(source);
    for (const anchor of ['the-proof', 'a-sum-of-σ-is-1', 'the-idea', 'the-idea-section'])
      expect(known).toContain(anchor);
  });
});
