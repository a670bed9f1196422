import type { SearchItem } from './searchItem.ts';

/** Results under a heading. */
export interface ResultGroup {
  readonly title: string;
  readonly items: readonly SearchItem[];
  /** How many more of them there are. */
  readonly more: number;
}

/** What results of a kind are called, one and several. */
export const KIND_NAMES: Readonly<
  Record<SearchItem['kind'], readonly [one: string, many: string]>
> = {
  page: ['page', 'Pages'],
  claim: ['claim', 'Claims'],
  formula: ['formula', 'Formulas'],
  widget: ['figure', 'Figures'],
  exercise: ['exercise', 'Exercises'],
  symbol: ['symbol', 'Symbols'],
};

/** How many results stand at the top, whatever they are. */
const BEST = 3;

/**
 * Results, the best first, as groups: the best three, then the others by their kind, at most `most`
 * of each. Kinds stand in the order of their best result.
 */
export function groupsOf(found: readonly SearchItem[], most: number): ResultGroup[] {
  const best = { title: 'Best', items: found.slice(0, BEST), more: 0 };
  const rest = found.slice(BEST);
  const kinds = [...new Set(rest.map(({ kind }) => kind))];
  const groups = kinds.map((kind): ResultGroup => {
    const items = rest.filter((item) => item.kind === kind);
    const [, title] = KIND_NAMES[kind];
    return { title, items: items.slice(0, most), more: Math.max(0, items.length - most) };
  });
  return found.length === 0 ? [] : [best, ...groups];
}
