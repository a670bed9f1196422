import type { Face } from './faces.ts';

/** A face as the site has it: at a URL, with the code points that it is asked for. */
export interface ServedFace extends Pick<Face, 'family' | 'style' | 'weight' | 'range'> {
  readonly url: string;
}

/** Whether a family is one of KaTeX's. */
export function isFormulaFamily(family: string): boolean {
  return family.startsWith('KaTeX');
}

/**
 * The rules that declare faces. Formulas wait for theirs, since another face would show other signs.
 * Text shows at once, and never moves under the eye: a face that comes too late for the first paint
 * waits for the next page.
 */
export function declarationCss(faces: readonly ServedFace[]): string {
  return faces
    .map(({ family, style, weight, range, url }) => {
      const values = [
        `font-family:${family.includes(' ') ? `"${family}"` : family}`,
        ...(style === 'normal' ? [] : [`font-style:${style}`]),
        ...(weight === 400 ? [] : [`font-weight:${weight}`]),
        `font-display:${isFormulaFamily(family) ? 'block' : 'optional'}`,
        `src:url(${url})format("woff2")`,
        ...(range === null ? [] : [`unicode-range:${range}`]),
      ];
      return `@font-face{${values.join(';')}}`;
    })
    .join('');
}

/** The elements that ask for faces before the style sheet is read. */
export function preloadLinks(faces: readonly ServedFace[]): string {
  return faces
    .map(({ url }) => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`)
    .join('');
}

/** The element that asks for the page's script early, so that its widgets answer sooner. */
export function scriptLink(html: string): string {
  const url = /<script type="module" src="([^"]+)">/.exec(html)?.[1];
  return url === undefined ? '' : `<link rel="modulepreload" href="${url}" fetchpriority="high">`;
}
