import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assign } from './assign.ts';
import { declarationCss, preloadLinks, scriptLink, type ServedFace } from './declare.ts';
import { FORMULA_SHEET, TEXT_SHEETS, installedFaces, type Face } from './faces.ts';
import { coverage } from './fontFiles.ts';
import { fontRules, type FontRule } from './fontRules.ts';
import { prune } from './prune.ts';
import { readCss, writeCss } from './readCss.ts';
import { runTimeSigns } from './runTime.ts';
import { FaceWriter } from './faceWriter.ts';
import { signsOf, type PageSigns } from './signs.ts';
import { styleOf, withStyle } from './styledPage.ts';

/** Where a site is served, and the folder of its assets. */
export interface SiteFolders {
  readonly base: string;
  readonly assets: string;
}

interface Page extends PageSigns {
  readonly path: string;
  readonly html: string;
  readonly css: string;
}

/**
 * Writes the faces that the pages in `dir` need, once for all pages; gives every page its one style
 * sheet, with their declarations. Returns what it did, in a line.
 */
export async function finishSite(dir: URL, { base, assets }: SiteFolders): Promise<string> {
  const root = fileURLToPath(dir);
  const names = await readdir(root, { recursive: true });
  const textOf = (name: string): Promise<string> => readFile(join(root, name), 'utf8');
  const scripts = await Promise.all(names.filter((name) => name.endsWith('.js')).map(textOf));
  const pages: Page[] = [];
  const rulesOf = new Map<string, FontRule[]>();
  for (const path of names.filter((name) => name.endsWith('.html'))) {
    const html = await textOf(path);
    const css = styleOf(html);
    const rules = rulesOf.get(css) ?? fontRules(css);
    rulesOf.set(css, rules);
    pages.push({ path, html, css, ...signsOf(html, rules) });
  }

  const faces = installedFaces([FORMULA_SHEET, ...TEXT_SHEETS]);
  const wanted = [...pages.flatMap(({ signs }) => signs), ...runTimeSigns(scripts)];
  const { faces: needed, missing } = await assign(wanted, faces, coverage);
  const writer = new FaceWriter(join(root, assets), `${base}${assets}/`);
  const cut = await writer.cut(faces, needed);
  const { bytes } = writer;
  const whole = pages.some(({ typesets }) => typesets) ? await writer.whole(faces, cut) : cut;
  for (const page of pages) {
    const html = await finishPage(page, faces, page.typesets ? whole : cut);
    await writeFile(join(root, page.path), html);
  }

  const others = missing.size > 0 ? `; the reader's own set ${[...missing].sort().join('')}` : '';
  return `${cut.size} faces, ${(bytes / 1024).toFixed(1)} kB${others}`;
}

async function finishPage(
  { html, css, signs, classes, typesets }: Page,
  faces: readonly Face[],
  served: ReadonlyMap<Face, ServedFace>,
): Promise<string> {
  const seen = signs.map(({ choice, atOnce }) => ({ choice, characters: atOnce }));
  const first = (await assign(seen, faces, coverage)).faces;
  const preloaded = [...served].flatMap(([face, file]) => (first.has(face) ? [file] : []));
  const pieces = readCss(css);
  const own = writeCss(typesets ? pieces : prune(pieces, classes));
  const style = declarationCss([...served.values()]) + own;
  return withStyle(html, style, scriptLink(html) + preloadLinks(preloaded));
}
