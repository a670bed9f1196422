import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { weightOf, type FontChoice } from './fontRules.ts';
import { declarationsOf, readCss } from './readCss.ts';

/** A face as a style sheet declares it; one of its files, where it comes in several. */
export interface Face {
  readonly family: string;
  readonly style: string;
  readonly weight: number;
  /** Where its woff2 file is. */
  readonly file: string;
  /** The code points that it may be asked for, as CSS writes them; null for all. */
  readonly range: string | null;
}

/** The style sheet of formulas, which declares KaTeX's faces too. */
export const FORMULA_SHEET = 'katex/dist/katex.min.css';

/** The style sheets that declare the faces of text. */
export const TEXT_SHEETS = [
  '@fontsource/source-serif-4/400.css',
  '@fontsource/source-serif-4/400-italic.css',
  '@fontsource/source-serif-4/600.css',
  '@fontsource/source-sans-3/400.css',
  '@fontsource/source-sans-3/600.css',
];

/** The faces that the installed style sheets declare. */
export function installedFaces(sheets: readonly string[]): Face[] {
  const require = createRequire(import.meta.url);
  return sheets.flatMap((sheet) => {
    const path = require.resolve(sheet);
    const faces = readFaces(readFileSync(path, 'utf8'));
    return faces.map((face) => ({ ...face, file: join(dirname(path), face.file) }));
  });
}

/** The faces that `css` declares with a woff2 file; its path is as written. */
export function readFaces(css: string): Face[] {
  return readCss(css).flatMap((piece): Face[] => {
    const body = piece.kind === 'other' && /^@font-face\s*\{(.*)\}$/s.exec(piece.source)?.[1];
    if (!body) return [];
    const values = new Map(declarationsOf(body));
    const file = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(values.get('src') ?? '')?.[1];
    const family = values.get('font-family')?.replace(/["']/g, '');
    if (file === undefined || family === undefined) return [];
    const style = values.get('font-style') ?? 'normal';
    const weight = weightOf(values.get('font-weight') ?? '400');
    return [{ family, style, weight, file, range: values.get('unicode-range') ?? null }];
  });
}

/**
 * The files of the face in which a browser sets `choice` in `family`: the style first, then the
 * weight (CSS Fonts 4, section 5.2).
 */
export function nearestFace(
  faces: readonly Face[],
  family: string,
  { style, weight }: Pick<FontChoice, 'style' | 'weight'>,
): Face[] {
  const named = faces.filter((face) => face.family === family);
  const slanted = named.filter((face) => face.style === style);
  const kin = slanted.length > 0 ? slanted : named;
  const away = (face: Face): number => {
    const heavier = face.weight - weight;
    // Below 400 lighter ones come first, above 500 heavier ones; between, those up to 500.
    const wrongWay = weight < 400 ? heavier > 0 : weight > 500 ? heavier < 0 : face.weight > 500;
    return Math.abs(heavier) + (wrongWay ? 1000 : 0);
  };
  const least = Math.min(...kin.map(away));
  return kin.filter((face) => away(face) === least);
}

/** Whether the CSS `range`, such as `U+0-FF,U+2212`, has a code point in it. */
export function inRange(range: string | null, point: number): boolean {
  if (range === null) return true;
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return parseInt(from, 16) <= point && point <= parseInt(to, 16);
  });
}

/** Code points as the shortest CSS range. */
export function rangeOf(characters: Iterable<string>): string {
  const points = [...characters].map((character) => character.codePointAt(0) ?? 0);
  const runs: [from: number, to: number][] = [];
  for (const point of points.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16);
  return runs.map(([a, b]) => `U+${hex(a)}${a === b ? '' : `-${hex(b)}`}`).join(',');
}
