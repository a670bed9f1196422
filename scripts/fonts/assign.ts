import { inRange, nearestFace, type Face } from './faces.ts';
import type { FontChoice } from './fontRules.ts';

/** Which of a font's code points there are glyphs for. */
export type Coverage = (file: string) => Promise<ReadonlySet<number>>;

/** Characters by the face that sets them. */
export interface Assignment {
  readonly faces: ReadonlyMap<Face, ReadonlySet<string>>;
  /** Those that no face of ours has: the reader's own fonts set them. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Finds the face of each character: the first family of its choice that has a glyph for it. Of the
 * files of one face, the first has Latin; then those that have the most of the rest.
 */
export async function assign(
  wanted: readonly { readonly choice: FontChoice; readonly characters: Iterable<string> }[],
  faces: readonly Face[],
  coverage: Coverage,
): Promise<Assignment> {
  const assigned = new Map<Face, Set<string>>();
  const missing = new Set<string>();
  for (const { choice, characters } of wanted) {
    let rest = new Set(characters);
    for (const family of choice.families) {
      const files = nearestFace(faces, family, choice);
      for (const [file, taken] of await share(files, rest, coverage)) {
        const set = assigned.get(file) ?? new Set();
        for (const character of taken) set.add(character);
        assigned.set(file, set);
        rest = without(rest, taken);
      }
    }
    for (const character of rest) if (!IGNORABLE.test(character)) missing.add(character);
  }
  return { faces: assigned, missing };
}

/** Characters that show nothing, whichever face sets them. */
const IGNORABLE = /[\s\p{Default_Ignorable_Code_Point}]/u;

async function share(
  files: readonly Face[],
  characters: ReadonlySet<string>,
  coverage: Coverage,
): Promise<[Face, Set<string>][]> {
  const shares: [Face, Set<string>][] = [];
  const offers = new Map<Face, Set<string>>();
  for (const face of files) {
    const asked = [...characters].filter((character) => inRange(face.range, pointOf(character)));
    if (asked.length === 0) continue;
    const points = await coverage(face.file);
    const had = asked.filter((character) => points.has(pointOf(character)));
    if (had.length > 0) offers.set(face, new Set(had));
  }
  const latin = (face: Face): number =>
    face.range !== null && inRange(face.range, 0x61) ? 1e6 : 0;
  while (offers.size > 0) {
    const best = [...offers].reduce((a, b) =>
      latin(b[0]) + b[1].size > latin(a[0]) + a[1].size ? b : a,
    );
    shares.push(best);
    offers.delete(best[0]);
    for (const [face, offer] of offers) {
      const left = without(offer, best[1]);
      if (left.size > 0) offers.set(face, left);
      else offers.delete(face);
    }
  }
  return shares;
}

function without(all: ReadonlySet<string>, taken: ReadonlySet<string>): Set<string> {
  return new Set([...all].filter((character) => !taken.has(character)));
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
