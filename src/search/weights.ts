import type { SearchItem } from './searchItem.ts';
import { mathTerms } from './terms.ts';

/** How much a kind counts for: a page says more of a thing than a formula in which it occurs. */
const KINDS: Readonly<Record<SearchItem['kind'], number>> = {
  page: 2.2,
  claim: 1.4,
  widget: 1.1,
  symbol: 1,
  formula: 1,
  exercise: 0.8,
};

/** Between the signs of a symbol. */
const SEPARATOR = ',\\;';

/** What a claim states is meant more often than what an answer needs. */
const WITHIN: Readonly<Record<string, number>> = {
  claim: 1.6,
  proof: 1,
  exercise: 0.7,
  answer: 0.5,
};

/** How much a symbol counts for where its sign was asked for: that of the course, or a document's. */
const ITS_SIGN = 4;
const OTHER_SIGN = 2;

/** How much an item, by its path, counts for in a search for a term. */
export function weights(items: readonly SearchItem[]): (path: string, term: string) => number {
  const usual = new Map(items.map((item) => [item.path, weightOf(item)]));
  const signs = new Map(
    items
      .filter(({ kind }) => kind === 'symbol')
      .map(({ path, tex }) => [path, signWeights(tex.split(SEPARATOR))]),
  );
  return (path, term) => (usual.get(path) ?? 1) * (signs.get(path)?.get(term) ?? 1);
}

/** The signs of a symbol are listed with the course's in front. */
function signWeights([own = '', ...others]: readonly string[]): Map<string, number> {
  const of = (tex: string, weight: number): [string, number][] =>
    mathTerms(tex).map((term) => [term, weight]);
  return new Map([...others.flatMap((tex) => of(tex, OTHER_SIGN)), ...of(own, ITS_SIGN)]);
}

/** Formulas within a sentence rarely say a thing for the first time. */
function weightOf({ kind, label, within, path }: SearchItem): number {
  const inLine = kind === 'formula' && label === null ? 0.6 : 1;
  const course = path.startsWith('/derivations/') ? 1.1 : 1;
  return KINDS[kind] * (WITHIN[within ?? ''] ?? 1) * inLine * course;
}
