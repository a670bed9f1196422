// @vitest-environment happy-dom
import * as fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { drawQrCode, longestQrText } from '../../src/views/qrCode.ts';

/** What an independent reader of codes sees in the picture, at `scale` pixels a module; null for nothing. */
function seenIn(code: SVGElement | string, scale = 4): string | null {
  if (typeof code === 'string') throw new Error(code);
  const size = Number(code.getAttribute('viewBox')?.split(' ')[2]);
  const pixels = new Uint8ClampedArray(4 * (size * scale) ** 2).fill(255);
  const path = code.querySelector('path')?.getAttribute('d') ?? '';
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row++) {
      const from = (Number(y) * scale + row) * size * scale + Number(x) * scale;
      for (let k = 0; k < Number(width) * scale; k++)
        pixels.fill(0, 4 * (from + k), 4 * (from + k) + 3);
    }
  }
  return jsQR(pixels, size * scale, size * scale)?.data ?? null;
}

const link =
  'https://example.org/notes/documents/1-assignment/?z=1,2,0.1&t=2&open=delta-1#quotient';
const ofLength = (length: number): string => `${link}&`.padEnd(length, '0.123456789,-');

describe('drawQrCode', () => {
  test.each([1, 17, 100, 250, 500, 1000, 2000, 2900, longestQrText])(
    'draws a text of %i characters that another library reads',
    (length) => {
      const text = ofLength(length).slice(0, length);
      expect(seenIn(drawQrCode(document, text, 'a link'))).toBe(text);
    },
  );

  test('draws any link that another library reads', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(seenIn(drawQrCode(document, url, 'a link'))).toBe(url);
      }),
      { numRuns: 30 },
    );
  });

  test('draws letters beyond ASCII', () => {
    const text = 'σ(z)₁ = 1 ⁄ (1 + e⁻ᶻ), Größe';
    expect(seenIn(drawQrCode(document, text, 'a formula'))).toBe(text);
  });

  test('one flipped run of modules does not pass for another text', () => {
    const code = drawQrCode(document, link, 'a link');
    if (typeof code === 'string') throw new Error(code);
    const path = code.querySelector('path');
    path?.setAttribute('d', path.getAttribute('d')?.split('z').slice(0, 300).join('z') ?? '');
    expect(seenIn(code)).not.toBe(link);
  });

  test('is a picture with a name and a light border of four modules', () => {
    const code = drawQrCode(document, link, 'link to formula (1)');
    if (typeof code === 'string') throw new Error(code);
    expect(code.getAttribute('role')).toBe('img');
    expect(code.getAttribute('aria-label')).toBe('link to formula (1)');
    const [x, y] = code.querySelector('path')?.getAttribute('d')?.match(/\d+/g) ?? [];
    expect([x, y]).toEqual(['4', '4']);
    expect(code.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
  });

  test('says how long a text is that no code holds', () => {
    expect(drawQrCode(document, ofLength(2954), 'a link')).toContain(
      'it takes 2954 bytes, and a code holds 2953',
    );
    expect(drawQrCode(document, 'σ'.repeat(1477), 'a link')).toContain('it takes 2954 bytes');
    expect(seenIn(drawQrCode(document, 'σ'.repeat(1475), 'a link'))).toBe('σ'.repeat(1475));
  });
});
