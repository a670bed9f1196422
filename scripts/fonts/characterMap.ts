/**
 * The code points that a font has glyphs for: the `cmap` table of an uncompressed OpenType font, in
 * its formats 4 and 12 (OpenType 1.9, "cmap").
 */
export function characterMap(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const points = new Set<number>();
  const tables = view.getUint16(4);
  for (let k = 0; k < tables; k++) {
    const record = 12 + 16 * k;
    if (view.getUint32(record) !== 0x636d6170) continue; // "cmap"
    const cmap = view.getUint32(record + 8);
    for (let s = 0; s < view.getUint16(cmap + 2); s++) {
      const at = cmap + view.getUint32(cmap + 4 + 8 * s + 4);
      const format = view.getUint16(at);
      if (format === 4) addSegments(view, at, points);
      else if (format === 12) addGroups(view, at, points);
    }
  }
  return points;
}

function addSegments(view: DataView, at: number, points: Set<number>): void {
  const double = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + double + 2;
  for (let k = 0; k < double; k += 2) {
    const end = view.getUint16(ends + k);
    const start = view.getUint16(starts + k);
    const delta = view.getUint16(starts + double + k);
    const rangeAt = starts + 2 * double + k;
    const offset = view.getUint16(rangeAt);
    for (let point = start; point <= end && point < 0xffff; point++) {
      const index = offset === 0 ? point : view.getUint16(rangeAt + offset + 2 * (point - start));
      const glyph = offset === 0 || index !== 0 ? (index + delta) & 0xffff : 0;
      if (glyph !== 0) points.add(point);
    }
  }
}

function addGroups(view: DataView, at: number, points: Set<number>): void {
  for (let k = 0; k < view.getUint32(at + 12); k++) {
    const group = at + 16 + 12 * k;
    const end = view.getUint32(group + 4);
    for (let point = view.getUint32(group); point <= end; point++) points.add(point);
  }
}
