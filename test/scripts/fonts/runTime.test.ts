import { expect, it } from 'vitest';
import { runTimeSigns } from '../../../scripts/fonts/runTime.ts';

it('every face of text has what scripts may print, whatever the pages show', () => {
  const texts = runTimeSigns(["node.textContent = '→ ŷ'"]).filter(({ choice }) =>
    choice.families[0]?.startsWith('Source'),
  );
  expect(texts.map(({ choice: { families, style, weight } }) => [families[0], style, weight])).toEqual([
    ['Source Serif 4', 'normal', 400],
    ['Source Serif 4', 'italic', 400],
    ['Source Serif 4', 'normal', 600],
    ['Source Sans 3', 'normal', 400],
    ['Source Sans 3', 'normal', 600],
  ]); // prettier-ignore
  for (const { characters } of texts)
    for (const character of 'azAZ09.,−×∞≤≥≠≈∈⁻⁹→ŷ') expect(characters).toContain(character);
});
