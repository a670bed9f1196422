import { placedKinds, type PlacedKind } from '../../state/handout.ts';
import { link } from '../../views/link.ts';

/** A part of the site that a handout can take. */
export interface CatalogueEntry {
  readonly kind: PlacedKind;
  /** From the site's root without slashes at its ends, such as `derivations/jacobian`. */
  readonly page: string;
  readonly anchor: string;
  readonly title: string;
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

/** The name of what stands at `path` (`/derivations/jacobian/#claim`), as {@link CatalogueEntry} has it. */
export function placeOf(path: string): { readonly page: string; readonly anchor: string } {
  const [page = '', anchor = ''] = path.split('#');
  return { page: page.replaceAll(/^\/|\/$/g, ''), anchor };
}

async function fetchCatalogue(): Promise<readonly CatalogueEntry[]> {
  const response = await fetch(link('/catalogue.json'));
  if (!response.ok) throw new Error(`catalogue.json: ${response.status}`);
  const listed = (await response.json()) as readonly {
    readonly kind: string;
    readonly path: string;
    readonly title: string;
    readonly label: string | null;
  }[]; // as the build wrote it
  return listed.flatMap(({ kind, path, title, label }) => {
    const placed = placedKinds.find((one) => one === kind);
    // A formula within a sentence says little without it.
    if (!placed || (placed === 'formula' && label === null)) return [];
    return [{ kind: placed, ...placeOf(path), title }];
  });
}
