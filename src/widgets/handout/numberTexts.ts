import { decode } from '../../state/decode.ts';
import { ownKeys } from '../../state/ownNumbers.ts';
import type { PageState } from '../../state/pageState.ts';

/** The numbers of a state as fields show them, by their keys in a link. */
export function numberTexts(state: PageState): Readonly<Record<string, string>> {
  const { z, t, i, j, feature, slip, own } = state;
  return {
    z: z.join(', '),
    t: t.kind === 'class' ? String(t.label) : t.p.join(', '),
    i: String(i),
    j: String(j),
    'matrix-form-feature': String(feature),
    'gradient-slip': slip,
    ...Object.fromEntries(ownKeys.map((key) => [key, own[key]?.join(', ') ?? ''])),
  };
}

/** The state that `texts` stand for, or what is wrong with them. What no field names stays as in `before`. */
export function stateOfTexts(
  texts: Readonly<Record<string, string>>,
  before: PageState,
): PageState | string {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  const query = new URLSearchParams(Object.fromEntries(filled));
  return readQuery(`?${query}`, before);
}

/** The state that a link to a page of the site leads to, or what is wrong with it. */
export function stateOfLink(link: string): PageState | string {
  const query = /\?[^#]*/.exec(link)?.[0];
  return query === undefined ? 'There are no numbers in this link.' : readQuery(query, null);
}

function readQuery(query: string, before: PageState | null): PageState | string {
  const { state, problems } = decode(query);
  if (problems.length > 0) return problems.map((one) => one.replace('The link’s', 'The')).join(' ');
  const numbers = { ...state, open: null, notation: null, upto: null, predict: false };
  return before ? { ...numbers, descent: before.descent } : numbers;
}
