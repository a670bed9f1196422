import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A face as a style sheet declares it. */
export interface Face {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  /** Where its woff2 file is. */
  readonly file: string;
  /** The characters that it is asked for, as CSS writes them; null for all. */
  readonly range: string | null;
}

/** The style sheets whose faces the site uses. */
export const SHEETS = [
  'katex/dist/katex.min.css',
  '@fontsource/source-serif-4/400.css',
  '@fontsource/source-serif-4/400-italic.css',
  '@fontsource/source-serif-4/600.css',
  '@fontsource/source-sans-3/400.css',
  '@fontsource/source-sans-3/600.css',
] as const;

/** All faces of {@link SHEETS}. */
export function siteFaces(): Face[] {
  return SHEETS.flatMap((sheet) => {
    const path = require.resolve(sheet);
    return parseFaces(readFileSync(path, 'utf8')).map((face) => ({
      ...face,
      file: join(dirname(path), face.file),
    }));
  });
}

/** The faces that `css` declares with a woff2 file; files as written. */
export function parseFaces(css: string): Face[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = '']): Face[] => {
    const value = (name: string): string | undefined =>
      new RegExp(`${name}\\s*:\\s*([^;]+)`).exec(body)?.[1]?.trim();
    const file = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(body)?.[1];
    const family = value('font-family')?.replace(/["']/g, '');
    if (file === undefined || family === undefined) return [];
    return [
      {
        family,
        style: value('font-style') ?? 'normal',
        weight: value('font-weight') ?? '400',
        file,
        range: value('unicode-range') ?? null,
      },
    ];
  });
}

/** Whether the CSS `range`, such as `U+0-FF,U+2212`, contains a character. */
export function inRange(range: string | null, character: string): boolean {
  if (range === null) return true;
  const code = character.codePointAt(0) ?? -1;
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return parseInt(from, 16) <= code && code <= parseInt(to, 16);
  });
}
