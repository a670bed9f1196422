import { placedKinds, type PlacedKind } from '../../state/handout.ts';
import { link } from '../../views/link.ts';

/** A part of the site that a handout can take. */
export interface CatalogueEntry {
  readonly kind: PlacedKind;
  /** From the site's root without slashes at its ends, such as `derivations/jacobian`. */
  readonly page: string;
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
  readonly tex: string;
}

let loading: Promise<readonly CatalogueEntry[]> | null = null;

/** All that a handout can take, in the site's order. Rejects where the list can't be fetched; the next call tries again. */
export function loadCatalogue(): Promise<readonly CatalogueEntry[]> {
  loading ??= fetchCatalogue().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The entries that have each word of `search` in them. */
export function found(
  entries: readonly CatalogueEntry[],
  search: string,
  kind: string,
): readonly CatalogueEntry[] {
  const words = search.toLowerCase().split(/\s+/);
  return entries.filter((entry) => {
    if (kind !== '' && entry.kind !== kind) return false;
    const { title, text, tex, page } = entry;
    const all = `${title} ${text} ${tex} ${page}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

async function fetchCatalogue(): Promise<readonly CatalogueEntry[]> {
  const response = await fetch(link('/catalogue.json'));
  if (!response.ok) throw new Error(`catalogue.json: ${response.status}`);
  const listed = (await response.json()) as readonly {
    readonly kind: string;
    readonly path: string;
    readonly anchor: string;
    readonly title: string;
    readonly text: string;
    readonly tex: string;
    readonly label: string | null;
  }[]; // as the build wrote it
  return listed.flatMap(({ kind, path, anchor, title, text, tex, label }) => {
    const placed = placedKinds.find((one) => one === kind);
    const page = path.replace(/#.*$/, '').replace(/^\/|\/$/g, '');
    // A formula within a sentence says little without it.
    if (!placed || (placed === 'formula' && label === null)) return [];
    return [{ kind: placed, page, anchor, title, text, tex }];
  });
}
