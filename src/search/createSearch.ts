import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { SearchItem } from './searchItem.ts';
import { mathTerms, queryTerms } from './terms.ts';
import { weights } from './weights.ts';
import { wordTerms } from './words.ts';

/** Finds the items that a query asks for, the best first. */
export type Search = (query: string) => SearchItem[];

/** How many results with all that was asked for are enough, so that none with a part of it are shown. */
const ENOUGH = 4;

const WORD = /^\p{L}+$/u;

/** Words as asked for count most, then beginnings of words, then slips of the pen. */
const NEARLY: SearchOptions = {
  prefix: (term) => WORD.test(term) && term.length > 2,
  fuzzy: (term) => (!WORD.test(term) || term.length < 5 ? false : term.length < 8 ? 1 : 2),
  weights: { prefix: 0.3, fuzzy: 0.1 },
};

/** How many items are read before a page may draw and hear again: some milliseconds of work. */
const AT_ONCE = 20;

/** A search over `items`, once all of them are read. */
export async function createSearch(items: readonly SearchItem[]): Promise<Search> {
  const index = new MiniSearch<SearchItem>({
    idField: 'path',
    fields: ['title', 'text', 'tex', 'on', 'anchor'],
    extractField: (item, field) => (field === 'path' ? item.path : fieldOf(item, field)),
    tokenize: (text, field) => (field === 'tex' ? mathTerms(text) : wordTerms(text)),
    processTerm: (term) => term,
  });
  await index.addAllAsync(items, { chunkSize: AT_ONCE });
  const byPath = new Map(items.map((item) => [item.path, item]));
  const weight = weights(items);
  const run = (
    combineWith: 'AND' | 'OR',
    terms: readonly string[],
    options?: SearchOptions,
  ): SearchResult[] =>
    index.search(
      { combineWith, queries: [...terms] },
      {
        tokenize: (term) => [term],
        boost: { title: 4, tex: 2, anchor: 1.5, on: 0.5 },
        boostDocument: weight,
        ...options,
      },
    );
  return (query) => {
    const { asked, welcome } = queryTerms(query);
    if (asked.length === 0) return [];
    const all = [...asked, ...welcome];
    const complete = new Set(run('AND', asked, NEARLY).map(pathOf));
    const first = run('OR', all, NEARLY).filter((result) => complete.has(pathOf(result)));
    const rest = first.length < ENOUGH ? run('OR', all).filter((one) => hasHalf(one, asked)) : [];
    const paths = new Set([...first, ...rest].map(pathOf));
    return withoutRepeats([...paths].flatMap((path) => byPath.get(path) ?? []));
  };
}

function pathOf({ id }: SearchResult): string {
  return String(id);
}

/** Whether a result has half of what was asked for; beside words, single signs don't count. */
function hasHalf({ queryTerms: had }: SearchResult, asked: readonly string[]): boolean {
  const words = asked.filter((term) => term.length > 2);
  const telling = words.length > 0 ? words : asked;
  const found = telling.filter((term) => had.includes(term)).length;
  return found * 2 >= telling.length || (asked.length === 1 && words.length <= 1);
}

function fieldOf(item: SearchItem, field: string): string {
  switch (field) {
    case 'anchor':
      return /^(?:eq|in|ex)-\d+$/.test(item.anchor) ? '' : item.anchor;
    case 'tex':
      return item.tex;
    case 'on':
      return item.on;
    default:
      return item[field === 'title' ? 'title' : 'text'].replace(/<math.*?<\/math>|<[^>]*>/gs, ' ');
  }
}

/** A figure that stands on several pages is shown once, on the page that fits best. */
function withoutRepeats(found: readonly SearchItem[]): SearchItem[] {
  const seen = new Set<string>();
  return found.filter(({ kind, title }) => {
    if (kind !== 'widget') return true;
    const repeated = seen.has(title);
    seen.add(title);
    return !repeated;
  });
}
