import type { ProsePart } from './blocks.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Stands for a citation until it is left out, with the commas between several. */
const CITATION = '\uFFFB';

/**
 * The paragraphs of a run of prose without its markup, headings left out. `texOf` tells what to write
 * for a formula, `numberOf` for a reference to a display; citations are left out.
 */
export function plainText(
  parts: readonly ProsePart[],
  texOf: (formula: number) => string,
  numberOf: (anchor: string) => string,
): string[] {
  const kept: string[] = [];
  const keep = (text: string): string => `\uFFFC${kept.push(text) - 1}\uFFFC`;
  const html = parts.map((part) => {
    if ('html' in part) return part.html;
    if ('formula' in part) return keep(texOf(part.formula));
    return 'display' in part ? keep(numberOf(part.display)) : CITATION;
  });
  return html
    .join('')
    .replace(/<h\d[^>]*>.*?<\/h\d>/gs, '\n\n')
    .replace(/<\/(?:p|li|blockquote)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|(\w+));/gi, (whole, code: string | undefined, name: string) =>
      code === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(parseInt(code, 16)),
    )
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .replace(/ ?\uFFFB(?:, \uFFFB)*/g, '')
        .trim()
        .replace(/\uFFFC(\d+)\uFFFC/g, (_, place: string) => kept[Number(place)] ?? ''),
    )
    .filter((paragraph) => paragraph !== '');
}
