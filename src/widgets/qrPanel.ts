import { elementsOf } from '../views/element.ts';
import { drawQrCode } from '../views/qrCode.ts';
import { download } from './download.ts';

const h = elementsOf(document);

/** The width of a module on paper that phones read from a hand's distance, in millimetres. */
const moduleWidth = 0.5;

/** The least width of the PNG, in pixels. */
const pngWidth = 1000;

/** Shows `url` inside `place` as a QR code called `name`, with buttons that save it as `file`.svg and `file`.png. */
export function showQrCode(place: Element, url: string, name: string, file: string): void {
  const code = drawQrCode(document, url, name);
  if (typeof code === 'string') {
    place.replaceChildren(h('p', {}, code));
    return;
  }
  const modules = modulesOf(code);
  const width = Math.ceil((modules * moduleWidth) / 10);
  const svg = h('button', { type: 'button' }, 'save SVG');
  const png = h('button', { type: 'button' }, 'save PNG');
  svg.addEventListener('click', () => download(svgOf(code), `${file}.svg`));
  png.addEventListener(
    'click',
    () => void pngOf(code).then((blob) => download(blob, `${file}.png`)),
  );
  place.replaceChildren(
    code,
    h('p', {}, svg, png, `${modules} modules wide: print it ${width} cm wide or wider.`),
  );
}

function modulesOf(code: SVGElement): number {
  return Number(code.getAttribute('viewBox')?.split(' ')[2]);
}

/** The picture as a file of its own. */
function svgOf(code: SVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(code)], { type: 'image/svg+xml' });
}

/** The picture in pixels, a whole number of them for each module. */
async function pngOf(code: SVGElement): Promise<Blob> {
  const modules = modulesOf(code);
  const scale = Math.ceil(pngWidth / modules);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = modules * scale;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.scale(scale, scale);
  context.fill(new Path2D(code.querySelector('path')?.getAttribute('d') ?? ''));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
  });
}
