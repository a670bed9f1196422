import { correction, generate, mode, type Bitmap2D } from 'lean-qr';
import { svgOf } from './plane.ts';

/** The light border that a reader of codes needs, in modules (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;

/** The most bytes that a code holds (ISO/IEC 18004, table 7: version 40, level L). */
export const longestQrText = 2953;

/**
 * `text` as a QR code that is called `name`: a picture of its own, dark on light in every theme, one unit a module.
 * Where the text is too long for a code, a sentence that says so.
 */
export function drawQrCode(document: Document, text: string, name: string): SVGElement | string {
  const code = codeOf(text);
  if (!code) {
    const bytes = new TextEncoder().encode(text).length;
    return `This is too long for a QR code: it takes ${bytes} bytes, and a code holds ${longestQrText}, or fewer where letters are beyond ASCII.`;
  }
  const size = code.size + 2 * quietZone;
  const svg = svgOf(document);
  return svg(
    'svg',
    {
      class: 'qr-code',
      role: 'img',
      'aria-label': name,
      viewBox: `0 0 ${size} ${size}`,
      'shape-rendering': 'crispEdges',
    },
    // Not from the tokens: a code that is light on dark, or that fades, does not scan.
    svg('rect', { width: size, height: size, fill: '#fff' }),
    svg('path', { d: outline(code), fill: '#000' }),
  );
}

function codeOf(text: string): Bitmap2D | null {
  try {
    return generate(text, { modes: [mode.ascii, mode.utf8], minCorrectionLevel: correction.L });
  } catch {
    return null; // the library refuses nothing but what is too long
  }
}

/** The dark modules as a path: each run of a row is one rectangle. */
function outline(code: Bitmap2D): string {
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const start = x;
      while (code.get(x, y)) x++;
      if (x > start) path += `M${start + quietZone} ${y + quietZone}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}
