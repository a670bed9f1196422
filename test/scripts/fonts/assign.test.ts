import { describe, expect, it } from 'vitest';
import { assign } from '../../../scripts/fonts/assign.ts';
import { nearestFace, type Face } from '../../../scripts/fonts/faces.ts';

const face = (family: string, file: string, more: Partial<Face> = {}): Face => ({
  ...{ family, file, style: 'normal', weight: 400, range: null },
  ...more,
});
const upright = { style: 'normal', weight: 400 };

async function share(
  characters: string,
  families: readonly string[],
  fonts: readonly (readonly [Face, string])[],
): Promise<Record<string, string>> {
  const has = new Map(
    fonts.map(([{ file }, own]) => [file, new Set([...own].map((c) => c.codePointAt(0) ?? 0))]),
  );
  const { faces, missing } = await assign(
    [{ choice: { families, ...upright }, characters: [...characters] }],
    fonts.map(([own]) => own),
    async (file) => has.get(file) ?? new Set(),
  );
  const taken = [...faces].map(([{ file }, set]) => [file, [...set].sort().join('')] as const);
  return { ...Object.fromEntries(taken), missing: [...missing].sort().join('') };
}

describe('assign', () => {
  it('gives a character to the first family that has a glyph for it', async () => {
    const fonts = [
      [face('A', 'a'), 'xy'],
      [face('B', 'b'), 'yz'],
    ] as const;
    expect(await share('xyzw', ['A', 'absent', 'B'], fonts)).toEqual({
      a: 'xy',
      b: 'z',
      missing: 'w',
    });
  });

  it('takes Latin from its own file, and the rest from as few files as can be', async () => {
    const fonts = [
      [face('A', 'ext', { range: 'U+100-2af' }), 'ũœ'],
      [face('A', 'vietnamese', { range: 'U+169,U+1ea0-1ef9' }), 'ũếạ'],
      [face('A', 'latin', { range: 'U+0-ff' }), 'Vé'],
    ] as const;
    expect(await share('Vũếé', ['A'], fonts)).toEqual({
      latin: 'Vé',
      vietnamese: 'ũế',
      missing: '',
    });
  });

  it('asks no file for characters outside its range', async () => {
    const fonts = [[face('A', 'a', { range: 'U+41' }), 'AB']] as const;
    expect(await share('AB', ['A'], fonts)).toEqual({ a: 'A', missing: 'B' });
  });

  it('misses no character that shows nothing', async () => {
    expect(await share(' \u00a0\u200b\u00ad', ['A'], [])).toEqual({ missing: '' });
  });
});

describe('nearestFace', () => {
  const faces = [
    face('A', '400'),
    face('A', '600', { weight: 600 }),
    face('A', 'italic', { style: 'italic' }),
  ];
  it.each([
    ['normal', 400, '400'],
    ['normal', 500, '400'],
    ['normal', 700, '600'],
    ['normal', 300, '400'],
    ['italic', 700, 'italic'],
  ])('of %s %i is %s', (style, weight, file) => {
    expect(nearestFace(faces, 'A', { style, weight }).map((near) => near.file)).toEqual([file]);
  });
});
