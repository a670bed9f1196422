import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isFormulaFamily, type ServedFace } from './declare.ts';
import { rangeOf, type Face } from './faces.ts';
import { subset } from './fontFiles.ts';

/** Writes faces into a site's folder of assets, under names that change with their content. */
export class FaceWriter {
  readonly #folder: string;
  readonly #url: string;
  /** How much has been written. */
  bytes = 0;

  constructor(folder: string, url: string) {
    this.#folder = folder;
    this.#url = url;
  }

  /** Writes each face with the characters that are needed of it, and no face without any. */
  async cut(
    faces: readonly Face[],
    needed: ReadonlyMap<Face, ReadonlySet<string>>,
  ): Promise<Map<Face, ServedFace>> {
    const served = new Map<Face, ServedFace>();
    for (const face of faces) {
      const characters = needed.get(face);
      if (!characters) continue;
      const font = await subset(face.file, [...characters].sort().join(''));
      served.set(face, await this.#write(face, font, face.range && rangeOf(characters)));
    }
    return served;
  }

  /** Writes all of KaTeX's faces whole, for a page that typesets by itself; others as in `cut`. */
  async whole(
    faces: readonly Face[],
    cut: ReadonlyMap<Face, ServedFace>,
  ): Promise<Map<Face, ServedFace>> {
    const served = new Map(cut);
    for (const face of faces) {
      if (!isFormulaFamily(face.family)) continue;
      served.set(face, await this.#write(face, await readFile(face.file), null));
    }
    return served;
  }

  async #write(face: Face, font: Uint8Array, range: string | null): Promise<ServedFace> {
    const digest = createHash('sha256').update(font).digest('base64url').slice(0, 8);
    const name = `${basename(face.file, '.woff2')}.${digest}.woff2`;
    await mkdir(this.#folder, { recursive: true });
    await writeFile(join(this.#folder, name), font);
    this.bytes += font.length;
    const { family, style, weight } = face;
    return { family, style, weight, range, url: this.#url + name };
  }
}
