import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { characterMap } from './characterMap.ts';

const CACHE = 'node_modules/.cache/fonts';

/**
 * The alternates that the site can ask for: kerning, ligatures, accents, and the figures that
 * `font-variant-numeric` chooses.
 */
const FEATURES = ['kern', 'liga', 'ccmp', 'mark', 'mkmk', 'locl', 'tnum', 'lnum'];

/** Raised when this file makes other fonts from the same input. */
const RECIPE = `1 ${FEATURES.join(' ')}`;

/** The font `file` with only these characters, as woff2. */
export async function subset(file: string, characters: string): Promise<Uint8Array> {
  const font = await readFile(file);
  return cached(keyOf(font, characters), () =>
    // KaTeX's hints make its faces larger by half; the faces of text come without.
    subsetFont(font, characters, {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      noHinting: true,
    }),
  );
}

/** The code points that the font `file` has glyphs for. */
export async function coverage(file: string): Promise<ReadonlySet<number>> {
  const font = await readFile(file);
  const list = await cached(keyOf(font, 'coverage'), async () => {
    const options = { targetFormat: 'truetype', keepAllGlyphs: true } as const;
    const points = characterMap(await subsetFont(font, undefined, options));
    return Buffer.from(JSON.stringify([...points]));
  });
  return new Set(JSON.parse(Buffer.from(list).toString()) as number[]);
}

function keyOf(font: Uint8Array, what: string): string {
  return createHash('sha256').update(font).update(`\0${what}\0${RECIPE}`).digest('hex');
}

async function cached(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const path = join(CACHE, key.slice(0, 32));
  const known = await readFile(path).catch(() => null);
  if (known) return known;
  const made = await make();
  await mkdir(CACHE, { recursive: true });
  await writeFile(path, made);
  return made;
}
