import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNotations, type Notation } from './notation.ts';

/** The notations declared below the folder `content`. */
export async function loadNotations(content: string): Promise<ReadonlyMap<string, Notation>> {
  return readNotations(await readFile(join(content, 'notations.yaml'), 'utf8'));
}

/** The Markdown files below the folder `content`, in order. */
export async function contentFiles(content: string): Promise<string[]> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('README.md'))
    .sort();
}
