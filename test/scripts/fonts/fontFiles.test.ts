import subsetFont from 'subset-font';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { characterMap } from '../../../scripts/fonts/characterMap.ts';
import { FORMULA_SHEET, TEXT_SHEETS, installedFaces } from '../../../scripts/fonts/faces.ts';

const fileOf = (ending: string): string => {
  const face = installedFaces([FORMULA_SHEET, ...TEXT_SHEETS]).find(({ file }) =>
    file.endsWith(`${ending}.woff2`),
  );
  if (!face) throw new Error(`no face ${ending}`);
  return face.file;
};
const cut = (ending: string, text: string): Promise<Uint8Array> =>
  subsetFont(readFileSync(fileOf(ending)), text, { targetFormat: 'truetype' });

describe('characterMap', () => {
  it('lists the characters that a face was cut down to', async () => {
    const points = characterMap(await cut('KaTeX_Main-Regular', '=∂1'));
    expect([...points].sort((a, b) => a - b)).toEqual([0x31, 0x3d, 0x2202]);
  });

  it('lists none that the face lacks', async () => {
    const points = characterMap(await cut('source-serif-4-latin-400-normal', 'aé≠'));
    expect([...points].sort((a, b) => a - b)).toEqual([0x61, 0xe9]);
  });
});
