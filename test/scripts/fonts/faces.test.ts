import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FORMULA_SHEET,
  TEXT_SHEETS,
  inRange,
  installedFaces,
  rangeOf,
  readFaces,
} from '../../../scripts/fonts/faces.ts';

describe('faces', () => {
  it('are read from style sheets, with their ranges', () => {
    const css =
      "@font-face{font-family:'A B';font-style:italic;font-weight:bold;src:url(./a.woff2) format('woff2'),url(a.woff);unicode-range:U+41-5A,U+2212}";
    expect(readFaces(css)).toEqual([
      { family: 'A B', style: 'italic', weight: 700, file: './a.woff2', range: 'U+41-5A,U+2212' },
    ]);
  });

  it('of the site are all installed', () => {
    const found = installedFaces([FORMULA_SHEET, ...TEXT_SHEETS]);
    const families = new Set(found.map(({ family }) => family));
    for (const family of ['KaTeX_Main', 'KaTeX_Size4', 'Source Serif 4', 'Source Sans 3'])
      expect(families).toContain(family);
  });

  it('are asked for exactly the characters of their range', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 32, max: 0x2fff })), fc.nat(0x2fff), (own, other) => {
        const range = rangeOf(own.map((point) => String.fromCodePoint(point)));
        for (const point of own) expect(inRange(range, point)).toBe(true);
        expect(inRange(range, other)).toBe(own.includes(other));
      }),
    );
  });
});
