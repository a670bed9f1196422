import { elementsOf } from '../element.ts';
import { drawQrCode } from '../qrCode.ts';

/** A part of a page as the sheet shows it. */
export interface SheetPart {
  /** What stands in its heading, behind its number. */
  readonly heading: readonly (Node | string)[];
  readonly body: Element;
  /** The numbers that it stands at; '' where they are those of the whole sheet. */
  readonly numbers: string;
  readonly note: string;
  /** The address that opens it live. */
  readonly address: string;
}

/** A sheet, with texts as lists of paragraphs. */
export interface SheetNames {
  readonly title: string;
  readonly course: string;
  /** As `2026-11-21`, or ''. */
  readonly date: string;
  readonly paper: string;
  /** The numbers of all parts that name none of their own. */
  readonly numbers: string;
  /** The address of the sheet itself; null where it has none. */
  readonly address: string | null;
  readonly items: readonly (SheetPart | { readonly text: string })[];
}

/** The sheet for students. `level` is the rank of its heading among those of the page. */
export function drawSheet(document: Document, sheet: SheetNames, level: 1 | 2): HTMLElement {
  const h = elementsOf(document);
  const { title, course, date, paper, numbers, address, items } = sheet;
  const places = items.map((_, at) => items.slice(0, at + 1).filter((one) => 'body' in one).length);
  const byline = [course, date === '' ? '' : dayText(date)].filter((part) => part !== '');
  return h(
    'article',
    { class: 'sheet', 'data-paper': paper },
    h(
      'header',
      { class: 'sheet-head' },
      h('p', { class: 'sheet-course' }, byline.join(', ')),
      h('p', { class: 'sheet-name' }, 'Name'),
      h(`h${level}`, {}, title === '' ? 'Untitled handout' : title),
      h('p', { class: 'sheet-numbers' }, items.some((one) => 'body' in one) ? `At ${numbers}` : ''),
      items.length === 0 ? '' : drawWhole(document, address),
    ),
    ...items.map((item, at) =>
      'text' in item
        ? h('div', { class: 'sheet-text' }, ...paragraphs(document, item.text))
        : drawPart(document, item, places[at] ?? 0, level),
    ),
  );
}

function drawPart(document: Document, part: SheetPart, place: number, level: 1 | 2): HTMLElement {
  const h = elementsOf(document);
  const { heading, body, numbers, note, address } = part;
  const shown = address.replace(/^https?:\/\//, '');
  return h(
    'section',
    { class: 'sheet-item', 'data-address': address },
    h(`h${level + 1}`, {}, h('span', { class: 'place' }, `${place}`), ...heading),
    h(
      'div',
      { class: 'sheet-part' },
      h(
        'div',
        { class: 'sheet-body' },
        ...(numbers === '' ? [] : [h('p', { class: 'sheet-numbers' }, `At ${numbers}`)]),
        body,
        ...(note === '' ? [] : [h('div', { class: 'sheet-note' }, ...paragraphs(document, note))]),
      ),
      h(
        'p',
        { class: 'sheet-live' },
        drawQrCode(document, address, `QR code of part ${place}: ${shown}`),
        h('a', { href: address }, shown),
      ),
    ),
  );
}

/** The most bytes of an address whose code can be read from a print of a few centimetres. */
const longestWhole = 900;

/** A module of the code of the whole sheet on paper, in millimetres: cameras of phones resolve it. */
const MODULE = 0.4;

/** The code of the whole sheet; on screen alone a sentence where the sheet is too long for one. */
function drawWhole(document: Document, address: string | null): HTMLElement {
  const h = elementsOf(document);
  const code =
    address === null || address.length > longestWhole
      ? ''
      : drawQrCode(document, address, 'QR code of the whole sheet');
  if (address === null || typeof code === 'string')
    return h('p', { class: 'sheet-long' }, 'The sheet as a whole is too long for a QR code.');
  const size = Number(code.getAttribute('viewBox')?.split(' ').at(-1)) * MODULE;
  return h(
    'p',
    { class: 'sheet-whole', style: `inline-size: ${size.toFixed(1)}mm` },
    h('a', { href: address, 'aria-label': 'this sheet alone' }, code),
  );
}

/** Plain text as paragraphs; an empty line parts them. */
function paragraphs(document: Document, text: string): HTMLElement[] {
  const h = elementsOf(document);
  return text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => h('p', {}, one));
}

/** `21 November 2026`. */
function dayText(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
